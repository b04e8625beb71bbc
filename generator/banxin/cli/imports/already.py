"""Which of the stories that are to be imported the paper has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from banxin.cli import issues
from banxin.content.fields.article import ArticleKeys
from banxin.content.fields.record import Field
from banxin.content.frontmatter import Document, Text
from banxin.content.reading.standing_page import open_document
from banxin.importers.body import body_text
from banxin.importers.known import (
    OTHER_ISSUE,
    SAME_ISSUE,
    Fingerprint,
    Known,
    change,
    fingerprint,
    of_story,
)
from banxin.importers.planning import Wanted
from banxin.importers.stories.story import Story
from banxin.pipeline.project import Project
from banxin.problems import Problems

_NEAREST = 120  # issues: what is sent once more comes within weeks


class _There(msgspec.Struct, frozen=True):
    """A text that is there: ``byline`` and ``body`` are held against those of one sent now."""

    where: str
    title: str
    byline: str
    body: str
    print: Fingerprint


class Shelf:
    """The articles of issues, read once however often they are asked for."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._read: dict[str, list[_There]] = {}

    def __call__(self, place: str) -> list[_There]:
        if place not in self._read:
            self._read[place] = list(_articles(self.project, place))
        return self._read[place]


def already(
    shelf: Shelf, key: str, wanted: Sequence[Wanted], *, joins_lines: bool = False
) -> dict[int, Known]:
    """Of each story that is known where it is, by its number among ``wanted``: in the issue, in one
    of those around it, or before it among ``wanted``; and what differs there. Of several the one
    that says the same, else the one most like it."""
    mine = [of_story(one.story) for one in wanted]
    sent = _Sent(wanted, joins_lines)
    found: dict[int, Known] = {}
    holders = _by_piece(mine)
    for place, least in _places(shelf.project, key):
        likely: defaultdict[int, list[tuple[float, _There]]] = defaultdict(list)
        for there in shelf(place):
            for n in {n for piece in there.print.every for n in holders.get(piece, ())}:
                share = mine[n].share(there.print)
                if n not in found and share >= least:
                    likely[n].append((share, there))
        found |= {n: sent.nearest(n, those) for n, those in likely.items()}
    for n, one in enumerate(mine):
        earlier = sorted({m for piece in one.telling for m in holders[piece] if m < n})
        same = next((m for m in earlier if one.share(mine[m]) >= OTHER_ISSUE), None)
        if same is not None and n not in found:
            found[n] = sent.again(n, same)
    return sent.together(found)


class _Sent:
    """What was sent now, as it would be written: made of those alone that are there already."""

    def __init__(self, wanted: Sequence[Wanted], joins_lines: bool) -> None:
        self.wanted, self.joins_lines = wanted, joins_lines
        self.bodies: dict[str, str] = {}  # of the paper's, by their files

    def nearest(self, n: int, those: Sequence[tuple[float, _There]]) -> Known:
        story, body = self.wanted[n].story, self._body(n)
        self.bodies |= {there.where: there.body for _, there in those}
        ranked = sorted(those, key=lambda one: -one[0])
        known = [_known(there, story, body) for _, there in ranked]
        return next((one for one in known if one.change is None), known[0])

    def again(self, n: int, m: int) -> Known:
        """A story that another manuscript has, too."""
        story, other = self.wanted[n].story, self.wanted[m].story
        before = _with_byline(other.byline, self._body(m))
        differs = change(before, _with_byline(story.byline, self._body(n)))
        return Known(other.source, other.title, differs, sent=True)

    def together(self, found: dict[int, Known]) -> dict[int, Known]:
        """Stories of one manuscript that an editor made one article of are held against it
        together, the headline of each but the first above its text."""
        groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for n in sorted(found):
            if not found[n].sent:
                groups[found[n].where, self.wanted[n].story.source].append(n)
        made = dict(found)
        for (where, _), several in groups.items():
            if len(several) > 1:
                texts = [f"{self.wanted[n].story.title}\n\n{self._body(n)}" for n in several[1:]]
                body = "\n\n".join((self._body(several[0]), *texts))
                differs = change(self.bodies[where], body)
                made |= {n: replace(found[n], change=differs) for n in several}
        return made

    def _body(self, n: int) -> str:
        return body_text(self.wanted[n].story, joins_lines=self.joins_lines).text


def _known(there: _There, story: Story, body: str) -> Known:
    byline = story.byline if there.byline else ""  # an editor may have put it elsewhere
    before = _with_byline(there.byline if byline else "", there.body)
    return Known(there.where, there.title, change(before, _with_byline(byline, body)))


def _with_byline(byline: str, body: str) -> str:
    return f"{byline}\n\n{body}"


def _by_piece(prints: Sequence[Fingerprint]) -> defaultdict[str, list[int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(prints):
        for piece in one.telling:
            holders[piece].append(n)
    return holders


def _places(project: Project, key: str) -> Iterator[tuple[str, float]]:
    """The issue and those around it, with how much of a story has to be there."""
    day = issues.day(key)
    near = sorted(issues.keys(project), key=lambda one: abs((issues.day(one) - day).days))
    for other in near[:_NEAREST]:
        yield issues.folder(other), SAME_ISSUE if other == key else OTHER_ISSUE


def _articles(project: Project, place: str) -> Iterator[_There]:
    """Those that can be read: what is wrong with the others is said when they are checked."""
    for file in sorted((project.root / place).glob("*.md")):
        if file.name == "issue.md":
            continue
        where = f"{place}/{file.name}"
        document = open_document(project.root, where, Problems())
        if document is not None:
            title, byline = (
                _said(document, one) for one in (ArticleKeys.TITLE, ArticleKeys.BYLINE)
            )
            body = document.body.strip()
            yield _There(where, title, byline, body, fingerprint(body, title))


def _said(document: Document, field: Field[Any]) -> str:
    """The text of a field; "" where there is none, or several."""
    found = (p.value for p in document.fields.pairs if field.means(p.key.value))
    return next((value.value for value in found if isinstance(value, Text)), "")
