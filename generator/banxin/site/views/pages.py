"""An issue, a page (版), an article, and how articles are placed on a page."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from banxin.layout.rows import Row
from banxin.model import Credit, Headline, Rank
from banxin.site.views.elements import (
    Byline,
    Extra,
    Image,
    Link,
    Masthead,
    Notice,
    PageHead,
    PageLink,
    View,
)


class Item(msgspec.Struct, frozen=True):
    """An article as it stands on a page, with its whole text or how it begins."""

    url: str
    number: str  # 02
    title: Headline
    kicker: tuple[Headline, ...]
    subtitle: tuple[Headline, ...]
    abstract: str
    rank: Rank
    columns: int
    vertical: bool
    genre: str
    column: Link | None
    dateline: str
    byline: tuple[Byline, ...]
    photos: tuple[Image, ...]
    body: Markup
    length: int  # characters of the body
    source: Link | None
    signoff: Notice | None
    jump: Link | None  # 下转, or 阅读全文 below an opening
    continues: Link | None  # 上接
    withdrawn: bool
    draft: bool  # only where drafts are asked for: serve --drafts
    region: tuple[tuple[str, str], ...]
    words: tuple[str, ...] = ()  # the paper's own that occur in the headline: never cut
    extra: tuple[Extra, ...] = ()  # fields of the paper's own, in the order of paper.yml
    place: str = ""  # the corner of the page where the editor wants it: top-left …
    wide: bool = False  # across the page
    below: str = ""  # url of the article that it is to stand below
    beside: str = ""  # url of the one that it is to stand side by side with
    kind: str = ""  # poem, letter …; "" of news
    label: str = ""  # 广告, to be shown above the title
    enlarged: bool = True  # whether the layout may make more of it than the editor did

    @property
    def anchor(self) -> str:
        """The id of its area on the page's image: region-01-02, whatever the site's base is."""
        return "-".join(("region", *self.url.strip("/").split("/")[-2:]))

    def own(self, key: str) -> Extra | None:
        """What the article says in one of them; None: nothing."""
        return next((extra for extra in self.extra if extra.key == key), None)


class IssueView(View, frozen=True):
    """An issue, or the home page: the first page in full and every page's titles."""

    head: PageHead
    masthead: Masthead
    note: str
    introduction: Markup
    front: PageLink | None
    layout: str
    items: tuple[Item, ...]  # of the first recorded page
    credits: tuple[Credit, ...]
    pages: tuple[PageLink, ...]
    previous: Link | None  # issue
    next: Link | None
    rows: tuple[Row, ...] = ()  # the items as layout.arrange() places them
    today: Link | None = None  # the same day of other years
    extras: tuple[Link, ...] = ()  # at home: 号外 and the like that came out with it, or since


class PageView(View, frozen=True):
    """One page (版)."""

    head: PageHead
    masthead: Masthead
    note: str
    number: str  # 1, B1
    name: str
    layout: str
    recorded: bool
    items: tuple[Item, ...]
    credits: tuple[Credit, ...]
    plate: Image | None
    pdf: str
    pages: tuple[PageLink, ...]
    previous: Link | None  # page
    next: Link | None
    previous_issue: Link | None
    next_issue: Link | None
    rows: tuple[Row, ...] = ()  # the items as layout.arrange() places them
    label: str = ""  # 第1版, 中缝


class ArticleView(View, frozen=True):
    head: PageHead
    masthead: Masthead
    item: Item
    section: Link
    people: tuple[Link, ...]  # a url is "" where there is no list
    topics: tuple[Link, ...]
    event_date: str  # 2022年3月31日 or ""
    corrections: tuple[Notice, ...]
    note: str
    issue_note: str
    issue: Link
    page: PageLink
    plate: Image | None
    siblings: tuple[Link, ...]  # the other titles of the page
    previous: Link | None
    next: Link | None
    citation: str  # 《今日衢江》2022年4月1日第1版
