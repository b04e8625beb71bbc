"""What the layout reads of an article on a page: as much as decides how high it stands."""

from __future__ import annotations

from typing import Protocol

from banxin.model import Headline


class PageName(Protocol):
    @property
    def text(self) -> str: ...


class PageCredits(Protocol):
    """Names with what is printed before them and behind them, or ""."""

    @property
    def role(self) -> str: ...
    @property
    def names(self) -> tuple[PageName, ...]: ...
    @property
    def work(self) -> str: ...


class PagePicture(Protocol):
    """A picture and the words below it. Width and height in pixels of the file."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def caption(self) -> str: ...
    @property
    def credits(self) -> tuple[PageCredits, ...]: ...


class PageSignOff(Protocol):
    """The lines below a notice, and its date or ""."""

    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def date(self) -> str: ...


class PageItem(Protocol):
    """An article as a page shows it.

    ``body`` is HTML, ``length`` its characters. Of what is an ``object`` here the layout asks only
    whether it is there.
    """

    @property
    def title(self) -> Headline: ...
    @property
    def words(self) -> tuple[str, ...]: ...  # the paper's own that its headline must not cut
    @property
    def label(self) -> str: ...
    @property
    def kicker(self) -> tuple[Headline, ...]: ...
    @property
    def subtitle(self) -> tuple[Headline, ...]: ...
    @property
    def rank(self) -> str: ...
    @property
    def enlarged(self) -> bool: ...  # whether more may be made of it than the editor did
    @property
    def url(self) -> str: ...
    @property
    def place(self) -> str: ...  # corner of the page, top-left …, or ""
    @property
    def wide(self) -> bool: ...  # across the page
    @property
    def below(self) -> str: ...  # url of the article above it, or ""
    @property
    def beside(self) -> str: ...  # url of the article that it stands side by side with, or ""
    @property
    def columns(self) -> int: ...
    @property
    def vertical(self) -> bool: ...
    @property
    def dateline(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def length(self) -> int: ...
    @property
    def photos(self) -> tuple[PagePicture, ...]: ...
    @property
    def signoff(self) -> PageSignOff | None: ...
    @property
    def column(self) -> object: ...
    @property
    def byline(self) -> object: ...
    @property
    def source(self) -> object: ...
    @property
    def jump(self) -> object: ...
