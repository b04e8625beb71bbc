"""Every syllable with the usual characters that are read so, each by all its readings.

The table (data/syllables.table) is made by tools/syllables.py. Titles and names are read in their
context (pinyin.py); this is for what somebody types: both readings of 单, and 惠 for 慧.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data/syllables.table"


@cache
def syllables() -> dict[str, str]:
    """By syllable without tone, ü as u: characters in the form that the index has."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))
