"""Where the repository and the papers of the tests lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "tests" / "papers"
JSON_FEED = Path(__file__).with_name("jsonfeed.schema.json")
