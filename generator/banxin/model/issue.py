"""An issue (期) with its pages (版); and a standing page, which belongs to none."""

from __future__ import annotations

from datetime import date

import msgspec

from banxin.model.article import Article
from banxin.model.body import Body, Picture
from banxin.model.credits import Credit
from banxin.model.gone import Gone
from banxin.model.naming import USUAL, IssueNaming
from banxin.model.page_label import in_words, page_key


class Page(msgspec.Struct, frozen=True):
    """版. Numbers count from 1 in printed order; ``label`` is what it is called if that is another:
    B1, 6–7, 中缝 (see page_label.py).
    """

    number: int
    name: str = ""
    layout: str = ""  # a page layout of the theme; empty: the theme decides
    image: Picture | None = None  # plate (版面图)
    pdf: str = ""  # file
    credits: tuple[Credit, ...] = ()
    articles: tuple[Article, ...] = ()  # in order; none: the page was not recorded
    label: str = ""
    layout_at: tuple[int, int] = (0, 0)  # line and column of it in issue.md

    @property
    def printed(self) -> str:
        """What it is called: 3, B1."""
        return self.label or str(self.number)

    @property
    def key(self) -> str:
        """In its address: 03, b1."""
        return page_key(self.printed)

    @property
    def words(self) -> str:
        """第3版, 中缝."""
        return in_words(self.printed)


class Issue(msgspec.Struct, frozen=True):
    """期. ``key`` is 2022-04-01, or 2022-04-01-2 for the second edition of that day."""

    key: str
    folder: str  # content/issues/2022/2022-04-01
    day: date
    edition: int = 1
    number: int = 0  # 总第…期; 0: not given
    naming: IssueNaming = USUAL
    slogans: tuple[str, ...] = ()
    weather: str = ""
    note: str = ""
    mourning: bool | None = None  # None: as the paper's days of mourning say
    introduction: Body = Body()  # 编者按: the body of issue.md
    pages: tuple[Page, ...] = ()
    gone: tuple[Gone, ...] = ()
    person_keys: tuple[tuple[str, str], ...] = ()  # of everybody who is named: who, address key

    def mourns(self, days: tuple[str, ...]) -> bool:
        """Whether its pages are grey. ``days``: the paper's days of mourning."""
        if self.mourning is not None:
            return self.mourning
        day = self.day.isoformat()
        return day in days or day[5:] in days

    def page_called(self, number: int) -> str:
        """The label of its n-th page."""
        return next((p.printed for p in self.pages if p.number == number), str(number))

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(a for page in self.pages for a in page.articles)


class Standing(msgspec.Struct, frozen=True):
    """A standing page: content/about.md has the key ``about`` and the address /about/."""

    file: str
    key: str
    title: str
    body: Body = Body()
    order: int = 0  # in the footer; then by key
