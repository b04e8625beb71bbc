"""An issue's printed pages with the hot areas of their articles: read, and saved."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

import msgspec

from banxin.content import paper_file, reading
from banxin.content.scan import is_temporary, leads_out
from banxin.model import Article, Issue, Paper, Picture
from banxin.model.fingerprint import digest
from banxin.problems import BuildFailed, Place, Problems
from banxin.problems.file_names import is_utf8
from banxin.server.regions.field_edit import Points, with_region


class ArticleArea(msgspec.Struct, frozen=True):
    """An article of a page. ``digest`` is that of its file, as it was before it was read."""

    key: str
    title: str
    status: str
    digest: str
    region: Points


class PlatePage(msgspec.Struct, frozen=True):
    """A page with an image, and its articles in order."""

    number: int
    name: str
    plate: Picture
    spots: tuple[ArticleArea, ...]
    label: str = ""  # what it is called: 1, B1


class DrawnArea(msgspec.Struct, frozen=True):
    """What is to be saved: the hot area of one article, none if ``region`` is empty.

    ``digest`` is the one that came with the article when it was read.
    """

    page: int
    key: str
    digest: str
    region: Points


class SavedArticle(msgspec.Struct, frozen=True):
    """An article's file after saving."""

    key: str
    file: str
    digest: str


@dataclass(slots=True)
class RegionEditor:
    """The only one who reads and writes; one request at a time."""

    root: Path
    folder: str  # content/issues/2022/2022-04-01
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def sheets(self, problems: Problems) -> tuple[PlatePage, ...]:
        """The pages that have an image, as good as they can be read."""
        with self._turn:
            digests = {name: digest(self._bytes(name)) for name in self._names()}
            issue = self._issue(problems)
        pages = issue.pages if issue else ()
        return tuple(
            PlatePage(p.number, p.name, p.image, tuple(_spots(p.articles, digests)), p.printed)
            for p in pages
            if p.image
        )

    def save(self, drawings: Iterable[DrawnArea], problems: Problems) -> tuple[SavedArticle, ...]:
        """Write every drawing into its article's file; all of them or, after reporting, none.

        Only a disk that fails between two files can leave some out; the others are returned.
        """
        with self._turn:
            changes = list(self._changes(drawings, problems))
            return () if problems else tuple(self._written(changes, problems))

    def _changes(
        self, drawings: Iterable[DrawnArea], problems: Problems
    ) -> Iterator[tuple[Article, bytes]]:
        issue = self._issue(Problems())  # what is wrong elsewhere doesn't stop this
        plates = {p.number for p in issue.pages if p.image} if issue else set()
        articles = {a.key: a for a in issue.articles if a.page in plates} if issue else {}
        for drawing in drawings:
            article = articles.get(drawing.key)
            if article is None or article.page != drawing.page:
                gaps = {"key": drawing.key, "page": drawing.page}
                problems.add(Place(self.folder), "regions-gone", **gaps)
                continue
            before = (self.root / article.file).read_bytes()
            if digest(before) != drawing.digest:
                problems.add(Place(article.file), "regions-changed")
                continue
            after = with_region(article.file, before, drawing.region, problems)
            if after is not None:
                yield article, after

    def _written(
        self, changes: Iterable[tuple[Article, bytes]], problems: Problems
    ) -> Iterator[SavedArticle]:
        for article, data in changes:
            try:
                _replace(self.root / article.file, data)
            except OSError as error:
                why = error.strerror or error
                problems.add(Place(article.file), "regions-not-written", why=why)
                return
            yield SavedArticle(article.key, article.file, digest(data))

    def _issue(self, problems: Problems) -> Issue | None:
        paper = paper_file.read_paper(self.root, problems) or Paper("")
        return reading.read_issue(self.root, self.folder, self._names(), paper, problems)

    def _names(self) -> tuple[str, ...]:
        """The issue's files, as a build would find them."""
        try:
            with os.scandir(self.root / self.folder) as entries:
                names = sorted(e.name for e in entries if e.is_file() and not is_temporary(e.name))
        except OSError:
            return ()
        named = (n for n in names if is_utf8(n))
        return tuple(n for n in named if not leads_out(self.root, f"{self.folder}/{n}"))

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.root / self.folder / name).read_bytes() if name.endswith(".md") else b""
        except OSError:  # pragma: no cover - gone while we looked
            return b""


def open_editor(root: Path, folder: str) -> RegionEditor:
    """The editor of an issue. Raises BuildFailed if none of its pages has an image."""
    editor, problems = RegionEditor(root, folder), Problems()
    if not editor.sheets(problems):
        problems.add(Place(f"{folder}/issue.md"), "regions-no-plate")
        raise BuildFailed(tuple(problems))
    return editor


def _spots(articles: Iterable[Article], digests: dict[str, str]) -> Iterator[ArticleArea]:
    for a in articles:
        name = a.file.rpartition("/")[2]
        yield ArticleArea(a.key, a.title.text, a.status, digests.get(name, ""), a.region)


def _replace(file: Path, data: bytes) -> None:
    """A reader sees the old bytes or the new ones, never a part. Raises OSError."""
    target = file.resolve()
    beside = target.with_name(f".{target.name}.{token_hex(4)}.tmp")
    try:
        beside.write_bytes(data)
        shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
