"""A paper of one issue in a theme, built, for a browser to look at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.support.search_site import BASE

FOLDER = "content/issues/2026/2026-11-28"


def built(root: Path, theme: str, stories: Mapping[str, str], section: str = "要闻") -> Path:
    """Where it is built, without a search. ``stories``: texts by the names of their files; all are
    of the one ``section`` of the paper, and of the one page, which has that name."""
    paper = f"name: 江城晨报\nsections: {{section: {section}}}\ntheme: {theme}\n"
    files = {
        "content/paper.yml": f"{paper}base_url: https://example.org{BASE}\n",
        f"{FOLDER}/issue.md": f"---\npages: [{{name: {section}}}]\n---\n",
        **{f"{FOLDER}/{name}": text for name, text in stories.items()},
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    build(Project(root), Options(root / "output", search=False))
    return root / "output"
