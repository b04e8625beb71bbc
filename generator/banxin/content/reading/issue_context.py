"""What an article's reading may know of its issue."""

from __future__ import annotations

from datetime import date

import msgspec

from banxin.content.fields.record import Shape
from banxin.content.links import Beside
from banxin.content.reading.terms import Slugs
from banxin.model import ExtraField, Page, Person, Term
from banxin.problems import Problems


class IssueContext(msgspec.Struct, frozen=True):
    """``pages``: those that issue.md lists; empty if it lists none.

    ``known`` is false where issue.md couldn't be read: what would only follow from that isn't
    complained of.
    """

    folder: str
    day: date
    pages: tuple[Page, ...]
    known: bool
    sections: tuple[Term, ...]
    columns: tuple[Term, ...]
    extra: tuple[ExtraField, ...]
    shape: Shape  # what an article may say
    beside: Beside
    problems: Problems
    slugs: Slugs
    topics: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    joins_lines: bool = False  # of bodies

    @property
    def labelled(self) -> bool:
        """Whether pages are called by something else than their numbers."""
        return any(page.label for page in self.pages)
