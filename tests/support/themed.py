"""The invented paper in a theme, and what a built page has."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.problems import Problems
from banxin.rendering.theme import Theme
from tests.support.paths import ROOT

JIANGCHENG = ROOT / "tests/papers/jiangcheng"
PAGES = {
    "home": "",
    "issue": "2025-12-30/",
    "page": "2025-12-31/02/",
    "plate": "2026-01-01/01/",
    "unrecorded": "2026-01-02-2/03/",
    "article": "2025-12-30/01/01/",
    "withdrawn": "2026-01-02/02/05/",
    "list": "section/yaowen/2026/",
    "index": "section/yaowen/",
    "indexes": "by/",
    "archive": "archive/",
    "year": "archive/2026/",
    "month": "archive/2026/01/",
    "standing": "about/",
    "search": "search/",
    "404": "404.html",
}


def theme_of(name: str, own: Path = ROOT / "nowhere") -> Theme:
    problems = Problems()
    theme = Theme(own, name, problems)
    assert not problems
    return theme


def write_paper(root: Path, theme: str, parameters: str = "") -> Project:
    """The invented paper with another theme."""
    shutil.copytree(JIANGCHENG, root / "content", dirs_exist_ok=True)
    file = root / "content/paper.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("theme:", "parameters:"))]
    kept += [f"theme: {theme}", f"parameters: {{{parameters}}}"]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return Project(root)


def write_first_day(root: Path, theme: str, parameters: str = "") -> Project:
    """A paper that has no issue yet."""
    text = f"name: 新报\ntheme: {theme}\nparameters: {{{parameters}}}\n"
    (root / "content").mkdir(exist_ok=True)
    (root / "content/paper.yml").write_text(text, encoding="utf-8")
    return Project(root)


def built(project: Project, *, index: bool = False) -> Path:
    build(project, Options(project.output, base_url="https://x.example/paper/", index=index))
    return project.output


@dataclass(slots=True)
class Reading(HTMLParser):
    """What a page has, as a browser would see it."""

    tags: list[tuple[str, dict[str, str]]]

    def __init__(self, html: str) -> None:
        HTMLParser.__init__(self)
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, name: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag == name]


def file_of(output: Path, address: str) -> Path:
    return (
        output / address / "index.html"
        if address.endswith("/") or not address
        else output / address
    )


def dead_links(page: Reading, address: str, output: Path) -> Iterator[str]:
    """Addresses within the site that no file answers to; the search index isn't built here."""
    for _, attrs in page.tags:
        for url in filter(None, (attrs.get("href"), attrs.get("src"))):
            full = urljoin(f"https://x.example/paper/{address}", url).partition("#")[0]
            path = unquote(full.removeprefix("https://x.example/paper/").partition("?")[0])
            ours = full.startswith("https://x.example/") and not path.startswith("pagefind/")
            if ours and not file_of(output, path).is_file():
                yield url
