"""Stories to files that may be written: where each goes, what it is called, what is a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path

import msgspec

from banxin.content.reading.file_names import is_manuscript
from banxin.importers.article_head import Head, seen
from banxin.importers.body import body_text
from banxin.importers.manuscript import Doubt, doubt
from banxin.importers.naming import named_place
from banxin.importers.pictures import picture_file
from banxin.importers.stories.story import Story, StoryPicture
from banxin.model.page_label import filed_under, in_file_names, page_key

LAST_ARTICLE = 999


class Target(msgspec.Struct, frozen=True):
    """The issue that stories go into, and what its paper has.

    ``page_names``: of the pages that issue.md lists, by their labels, "" for one without a name;
    empty if it lists none. ``columns``: none if the paper lists none. ``day``: the issue's date.
    """

    folder: str
    day: date
    page_names: dict[str, str]
    section: str
    columns: frozenset[str] = frozenset()
    joins_lines: bool = False


Fetch = Callable[[str], bytes | None]


class Wanted(msgspec.Struct, frozen=True):
    """Where a story is to go. ``page``: a label; "" where nothing says. ``sure``: that label is
    one, whether or not the issue has it. ``place`` 0: the next free number.

    ``slug``: the words of its file's name. ``checked``: an editor has looked through all of it.
    """

    story: Story
    page: str = ""
    sure: bool = True
    place: int = 0
    slug: str = ""
    pictures: Fetch = lambda _: None
    checked: bool = False


class PlannedPicture(msgspec.Struct, frozen=True):
    """A picture's file: its bytes are fetched once more when it is written."""

    path: str
    name: str
    fetch: Fetch
    picture: StoryPicture

    def data(self) -> bytes:
        """Empty where the source has gone meanwhile."""
        found = self.fetch(self.name)
        made = picture_file(found) if found is not None else None
        return made.data if made else b""


class Look(msgspec.Struct, frozen=True):
    """At a picture: how the name of its file ends, "" where no browser shows it."""

    suffix: str
    converted: bool = False


Looks = dict[tuple[Fetch, str], Look | None]


class PlannedArticle(msgspec.Struct, frozen=True):
    """``path`` from the paper's root. ``number``: on its page. ``doubts`` are in the file, too."""

    path: str
    page: str
    number: int
    text: str
    story: Story
    pictures: tuple[PlannedPicture, ...]
    guessed: frozenset[str]
    doubts: tuple[Doubt, ...]


def plan(
    wanted: Sequence[Wanted],
    target: Target,
    next_number: Callable[[str], int],
    taken: Sequence[str],
    looked_at: Looks | None = None,
) -> tuple[PlannedArticle, ...]:
    """The articles in their order.

    ``next_number``: the first number of a page that was never given out. ``taken``: the names of
    the issue's files. ``looked_at``: what is known of pictures from a plan before; it is added to.
    """
    planner = _Planner(target, next_number, set(taken))
    planner.looks = looked_at if looked_at is not None else {}
    planner.asked = {(one.page or one.story.page, one.place) for one in wanted if one.place}
    left = [named_place(Path(name)) for name in taken if is_manuscript(name)]
    planner.asked |= {(one.page, one.place) for one in left if one.place}
    return tuple(planner.article(one) for one in wanted)


class _Planner:
    def __init__(self, target: Target, next_number: Callable[[str], int], names: set[str]) -> None:
        self.target = target
        self.next_number = next_number
        self.names = names
        self.given: dict[str, set[int]] = {}
        self.asked: set[tuple[str, int]] = set()  # numbers that files' names ask for, by page
        self.looks: Looks = {}
        self.owners: dict[tuple[str, int], str] = {}  # whose a number became in this run

    def article(self, wanted: Wanted) -> PlannedArticle:
        story, guessed = wanted.story, set(wanted.story.guessed)
        page = wanted.page or story.page
        doubts = [*story.doubts, *self._doubts_of_place(page, story)]
        page = page or next(iter(self.target.page_names), "1")
        number = self._number(page, wanted.place)
        stem = _stem(page, number)
        doubts += self._doubts_of_number(page, wanted.place, number)
        self.owners[page, number] = story.source
        pictures, lost = self._pictures(wanted, stem)
        body = body_text(story, joins_lines=self.target.joins_lines)
        doubts += [*lost, *body.doubts]
        doubts += [
            doubt("comment", author=c.author or "—", text=c.text, near=c.near)
            for c in story.comments
        ]
        column = not self.target.columns or story.column in self.target.columns
        if story.column and not column:
            doubts.append(doubt("column-new", "column", name=story.column))
        guessed -= {"column"} if not column else set()
        doubts = list(seen(doubts)) if wanted.checked else doubts
        lines = Head(self.target, page, guessed, doubts, marks=not wanted.checked)
        text = lines.front_matter(story, pictures, column=column, text=bool(body.text.strip()))
        text += body.text
        path = f"{self.target.folder}/{stem}{f'-{wanted.slug}' if wanted.slug else ''}.md"
        self.names.add(path.rpartition("/")[2])
        left = frozenset() if wanted.checked else frozenset(guessed)
        return PlannedArticle(path, page, number, text, story, pictures, left, tuple(doubts))

    def _doubts_of_place(self, page: str, story: Story) -> Iterator[Doubt]:
        if not page and len(self.target.page_names) != 1:
            yield doubt("page-unknown", "page")
        if not story.body and not story.pictures:
            yield doubt("no-text")

    def _doubts_of_number(self, page: str, asked: int, number: int) -> Iterator[Doubt]:
        """Where a file's name asks for a number that it doesn't get."""
        if asked and number != asked:
            owner = self.owners.get((page, asked), "")
            key = "number-given" if owner else "number-used"
            gaps = {"asked": _stem(page, asked), "number": _stem(page, number)}
            yield doubt(key, owner=owner, **gaps)

    def _number(self, page: str, asked: int) -> int:
        """The number that is asked for, if nobody ever had it; else the next that nobody asks."""
        first = self.next_number(page)
        given = self.given.setdefault(page, set())
        number = asked
        if not first <= asked <= LAST_ARTICLE or asked in given:
            free = (n for n in count(first) if n not in given and (page, n) not in self.asked)
            number = next(free)
        given.add(number)
        return number

    def _pictures(
        self, wanted: Wanted, stem: str
    ) -> tuple[tuple[PlannedPicture, ...], list[Doubt]]:
        found: list[PlannedPicture] = []
        doubts: list[Doubt] = []
        gaps = {dict(d.gaps).get("name") for d in wanted.story.doubts if d.key == "picture-gap"}
        for one in wanted.story.pictures:
            if any(other.name == one.name for other in found):
                continue
            made = self._look(wanted.pictures, one.name)
            if (made is None or not made.suffix) and one.name in gaps:
                continue  # a formula: what is missing of the sentence is told
            if made is None or not made.suffix:
                short = one.name.rpartition("/")[2] or "—"
                words = f"（{one.caption[:20]}）" if one.caption else ""
                key = "picture-unread" if made is None else "picture-lost"
                doubts.append(doubt(key, name=short, caption=words))
                continue
            if made.converted:
                doubts.append(doubt("picture-converted", name=one.name.rpartition("/")[2]))
            path = f"{self.target.folder}/{self._picture_name(stem, made)}"
            found.append(PlannedPicture(path, one.name, wanted.pictures, one))
        return tuple(found), doubts

    def _look(self, fetch: Fetch, name: str) -> Look | None:
        """None where there is nothing."""
        if (fetch, name) not in self.looks:
            data = fetch(name) if name else None
            made = picture_file(data) if data is not None else None
            found = Look(made.suffix, made.converted) if made else Look("")
            self.looks[fetch, name] = None if data is None else found
        return self.looks[fetch, name]

    def _picture_name(self, stem: str, made: Look) -> str:
        number = 1
        while any(name.startswith(f"{stem}-{number}.") for name in self.names):
            number += 1
        name = f"{stem}-{number}{made.suffix}"
        self.names.add(name)
        return name


def _stem(page: str, number: int) -> str:
    """How the names of a story's files begin: 01-02."""
    return f"{in_file_names(page_key(filed_under(page)))}-{number:02}"
