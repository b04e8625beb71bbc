"""An issue (期) with its pages (版); and a standing page, which belongs to none."""

from __future__ import annotations

from datetime import date

import msgspec

from banxin.model.article import Article
from banxin.model.body import Body, Picture
from banxin.model.credits import Credit
from banxin.model.gone import Gone


class Page(msgspec.Struct, frozen=True):
    """版. Numbers count from 1 in printed order."""

    number: int
    name: str = ""
    layout: str = ""  # a page layout of the theme; empty: the theme decides
    image: Picture | None = None  # plate (版面图)
    pdf: str = ""  # file
    credits: tuple[Credit, ...] = ()
    articles: tuple[Article, ...] = ()  # in order; none: the page was not recorded


class Issue(msgspec.Struct, frozen=True):
    """期. ``key`` is 2022-04-01, or 2022-04-01-2 for the second edition of that day."""

    key: str
    folder: str  # content/issues/2022/2022-04-01
    day: date
    edition: int = 1
    number: int = 0  # 总第…期; 0: not given
    slogans: tuple[str, ...] = ()
    weather: str = ""
    note: str = ""
    introduction: Body = Body()  # 编者按: the body of issue.md
    pages: tuple[Page, ...] = ()
    gone: tuple[Gone, ...] = ()
    person_keys: tuple[tuple[str, str], ...] = ()  # of everybody who is named: who, address key

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
