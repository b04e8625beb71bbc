"""The example paper and the fictional one as sites at ``/`` and at ``/paper/``, built once a run.

Pages are known by what they are: every address of a site belongs to one kind, and an address of
no known kind is an error, so that no page escapes the gates.
"""

from __future__ import annotations

import re
import shutil
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.conftest import ROOT

ORIGIN = "https://paper.example"
CONTENT = {"example": ROOT / "content", "jiangcheng": ROOT / "tests/papers/jiangcheng"}
BASES = ("/", "/paper/")
ISSUES = {
    "example": ("2022-04-01",),
    "jiangcheng": ("2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02", "2026-01-02-2"),
}
_PAGES = ("home", "issue", "page", "unrecorded", "article")
_LISTS = ("terms", "term", "term-year", "archive", "year", "month")
_SINGLE = ("standing", "search", "404", "redirect")
KINDS = {
    "example": (*_PAGES, *_LISTS, *_SINGLE),
    "jiangcheng": (*_PAGES, "plate", "withdrawn", *_LISTS, *_SINGLE),
}

_ISSUE = r"\d{4}-\d\d-\d\d(?:-\d+)?/"
_ADDRESSES = (
    ("home", ""),
    ("issue", _ISSUE),
    ("page", rf"{_ISSUE}\d\d/"),
    ("article", rf"{_ISSUE}\d\d/\d\d/"),
    ("terms", r"(?:section|column|by|people|topic|today)/"),
    ("term", r"(?:section|column|by|people)/[^/]+/"),
    ("term-year", r"(?:section|column|by|people)/[^/]+/\d{4}/|topic/[^/]+/|today/\d\d-\d\d/"),
    ("archive", "archive/"),
    ("year", r"archive/\d{4}/"),
    ("month", r"archive/\d{4}/\d\d/"),
    ("search", "search/"),
    ("404", "404.html"),
    ("standing", r"[a-z][a-z-]*/|corrections/\d{4}/"),
)
_TEXT = re.compile(r'<div class="txt">(.*?)</div>', re.DOTALL)
_WITHIN = (  # what an address doesn't tell
    ("plate", "page", 'class="plate"'),
    ("unrecorded", "page", 'class="unrecorded"'),
    ("withdrawn", "article", 'class="tombstone"'),
)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: ``folder`` is what a server shows at the path ``base``."""

    paper: str
    base: str
    folder: Path
    kinds: dict[str, tuple[str, ...]]  # addresses without the base path, sorted

    def one(self, kind: str) -> str:
        """The page of a kind that has most to show."""
        return max(self.kinds[kind], key=lambda address: self.file(address).stat().st_size)

    def file(self, address: str) -> Path:
        last = "index.html" if not address or address.endswith("/") else ""
        return self.folder / address / last if last else self.folder / address

    def html(self, address: str) -> str:
        return self.file(address).read_text(encoding="utf-8")

    def text(self, address: str) -> str:
        """The running text of an article."""
        return re.sub("<[^>]*>", "", "".join(_TEXT.findall(self.html(address))))

    def of_issue(self, key: str) -> tuple[str, ...]:
        """The issue's own page, its pages and its articles."""
        kinds = ("issue", "page", "plate", "unrecorded", "article", "withdrawn")
        found = (address for kind in kinds for address in self.kinds.get(kind, ()))
        return tuple(address for address in found if address.startswith(f"{key}/"))

    @property
    def pages(self) -> tuple[str, ...]:
        return tuple(address for kind in sorted(self.kinds) for address in self.kinds[kind])


def build_paper(paper: str, root: Path) -> None:
    """Build ``root``/root and ``root``/paper, the site at both bases, unless another worker has."""
    once(root, lambda: _build(CONTENT[paper], root))


def site(paper: str, base: str, root: Path) -> Site:
    folder = root / _name(base)
    return Site(paper, base, folder, _kinds(folder))


def once(folder: Path, make: Callable[[], None]) -> None:
    """Make ``folder`` in whichever process comes first; the others wait for it to be done."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    done, failed = folder.with_suffix(".done"), folder.with_suffix(".failed")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(done, failed)
        return
    try:
        make()
    except BaseException as error:
        failed.write_text(f"{type(error).__name__}: {error}", encoding="utf-8")
        raise
    done.touch()


def _wait(done: Path, failed: Path, seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while not done.exists():
        if failed.exists():
            raise RuntimeError(f"{done.stem} can't be made: {failed.read_text(encoding='utf-8')}")
        if time.monotonic() > end:
            raise TimeoutError(f"{done.stem} was not made by the process that began it")
        time.sleep(0.1)


def _build(content: Path, root: Path) -> None:
    shutil.copytree(content, root / "content")
    for base in BASES:
        options = Options(root / _name(base), base_url=f"{ORIGIN}{base}")
        build(Project(root), options)


def _name(base: str) -> str:
    return base.strip("/") or "root"


def _kinds(folder: Path) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in sorted((*folder.rglob("*.html"), *folder.rglob("*.htm"))):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        found[_kind(address, file.read_text(encoding="utf-8"))].append(address)
    return {kind: tuple(addresses) for kind, addresses in found.items()}


def _kind(address: str, html: str) -> str:
    if 'http-equiv="refresh"' in html:
        return "redirect"
    by_address = next((kind for kind, known in _ADDRESSES if re.fullmatch(known, address)), "")
    if not by_address:
        raise ValueError(f"A page of no known kind: {address}")
    within = (kind for kind, of, mark in _WITHIN if of == by_address and mark in html)
    return next(within, by_address)
