"""An article (稿) and the parts that are values of their own: headline, photos, sign-off …"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from banxin.model.body import Body, Picture
from banxin.model.credits import Credit
from banxin.model.paper import ExtraType, Term

Rank = Literal[
    "lead", "second", "bottom", "box", "photo", "brief", "notice", "ear", "teaser", "normal"
]
Status = Literal["draft", "published", "withdrawn"]


class Headline(msgspec.Struct, frozen=True):
    """A line of a headline, cut where the editor put ``|``: it may break there and nowhere else."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.parts)


class ExtraValue(msgspec.Struct, frozen=True):
    """What an article says in such a field. A date is written 2022-03-31."""

    key: str
    name: str
    type: ExtraType
    value: str | int | tuple[str, ...]


class Photo(msgspec.Struct, frozen=True):
    picture: Picture
    alt: str = ""
    caption: str = ""
    credits: tuple[Credit, ...] = ()


class Source(msgspec.Struct, frozen=True):
    """稿源: where an article was taken from."""

    name: str
    url: str = ""


class SignOff(msgspec.Struct, frozen=True):
    """落款 of a notice: who signs, and when."""

    by: tuple[str, ...]
    date: date | None = None


class Jump(msgspec.Struct, frozen=True):
    """下转: an article goes on elsewhere."""

    issue: str  # key of the issue
    article: str  # key of the article: 03/05
    line: int = 0  # of the field in its file
    column: int = 0


class Correction(msgspec.Struct, frozen=True):
    date: date
    note: str


WITHOUT_TITLE = Headline(("（标题已撤）",))


class Article(msgspec.Struct, frozen=True):
    """稿. ``key`` is "01/02", the numbers of its file: its address below its issue, for ever."""

    file: str
    key: str
    page: int  # the page it is printed on
    order: int  # place on that page
    title: Headline
    section: Term
    kicker: tuple[Headline, ...] = ()
    subtitle: tuple[Headline, ...] = ()
    abstract: str = ""
    byline: tuple[Credit, ...] = ()
    rank: Rank = "normal"
    kind: str = ""  # key of its row in kinds.py; "": news
    columns: int = 0  # how many columns wide; 0: the layout decides
    vertical: bool = False
    dateline: str = ""
    event_date: date | None = None
    column: Term | None = None
    topics: tuple[Term, ...] = ()
    genre: str = ""
    source: Source | None = None
    signoff: SignOff | None = None
    photos: tuple[Photo, ...] = ()
    region: tuple[tuple[str, str], ...] = ()  # polygon on the page image, (x, y) in per cent
    jump: Jump | None = None
    people: tuple[str, ...] = ()  # as an editor writes them: 王芳, or 王芳#石室 of several
    status: Status = "published"
    title_withdrawn: bool = False  # of a withdrawn article: its title goes with its text
    corrections: tuple[Correction, ...] = ()  # oldest first
    aliases: tuple[str, ...] = ()  # old addresses, from the site's root, begin with "/"
    note: str = ""
    extra: tuple[ExtraValue, ...] = ()  # in the order of paper.yml
    body: Body = Body()

    @property
    def shown_title(self) -> Headline:
        """The title as readers may still read it."""
        hidden = self.status == "withdrawn" and self.title_withdrawn
        return WITHOUT_TITLE if hidden else self.title
