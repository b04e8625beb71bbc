"""One frozen dataclass for each kind of page: all that its template may see.

A template gets two values: ``paper`` (a PaperView, the same on every page) and ``page`` (one of
the kinds in ``View``). URLs begin with the base path and can be printed as they are; ``Markup``
is HTML that is safe to print; every other text is escaped by the template.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .model import Credit, Headline, Rank


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Variant:
    url: str
    width: int  # pixels


@dataclass(frozen=True, slots=True)
class Image:
    """A picture ready for ``<img>``: the fallback ``url`` and WebP variants, narrowest first."""

    url: str
    width: int
    height: int
    variants: tuple[Variant, ...] = ()
    alt: str = ""
    caption: str = ""
    credits: tuple[Credit, ...] = ()

    @property
    def srcset(self) -> str:
        return ", ".join(f"{v.url} {v.width}w" for v in self.variants)


@dataclass(frozen=True, slots=True)
class PaperView:
    """What every page shows of the newspaper. A change here redraws the whole site."""

    name: str
    latin_name: str
    language: str
    nameplate: Image | None
    slogans: tuple[str, ...]
    sponsors: tuple[Credit, ...]
    place: str
    licence_number: str
    postal_code: str
    phone: str
    icp: str
    police: str
    copyright: str
    base_path: str  # "/" or "/paper/"
    base_url: str  # absolute, "" when unknown
    home_url: str
    archive_url: str
    search_url: str  # "" when the site is built without search
    feed_url: str  # "" when the base URL is unknown
    assets_url: str  # folder of the theme's static files, ends with "/"
    sections: tuple[Link, ...]
    standing: tuple[Link, ...]  # about and other standing pages
    parameters: tuple[tuple[str, str], ...]  # of the theme

    def parameter(self, name: str) -> str:
        return dict(self.parameters)[name]


@dataclass(frozen=True, slots=True)
class Head:
    """What goes into ``<head>`` beside the title."""

    title: str  # for <title>, without the paper's name
    canonical: str = ""  # absolute; "" when the base URL is unknown
    description: str = ""
    image: str = ""  # absolute
    kind: str = "website"  # og:type
    jsonld: Markup = Markup("")  # one JSON document, safe inside <script>
    meta: tuple[tuple[str, str], ...] = ()  # citation_* and the like, (name, content)
    index: bool = True  # False: robots noindex


@dataclass(frozen=True, slots=True)
class Masthead:
    """报头: everything computed, nothing left to a template but its place."""

    date_iso: str  # 2022-04-01
    date: str  # 2022年4月1日
    weekday: str  # 星期五
    lunar: str  # 农历壬寅年三月初一
    number: str  # 总第3547期 or ""
    page_count: str  # 今日4版
    edition: str  # "" or 第2版次 of an extra edition
    weather: str
    slogans: tuple[str, ...]
    issue: Link


@dataclass(frozen=True, slots=True)
class PageLink:
    """One line of the page navigation (版面导航)."""

    number: str  # 01
    name: str
    url: str
    recorded: bool
    current: bool = False
    titles: tuple[Link, ...] = ()  # title navigation (标题导航)
    pdf: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """One role and the names that share it. A link's url is "" where there is no list."""

    role: str
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or a sign-off as it is printed: lines and a date."""

    lines: tuple[str, ...]
    date: str = ""
    date_iso: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as it stands on a page, with its whole text."""

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
    jump: Link | None  # 下转
    continues: Link | None  # 上接
    withdrawn: bool
    region: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article stands within a block. ``index`` points into the page's ``items``."""

    index: int
    columns: int = 1  # of running text, at the full width of a desk
    picture: str = ""  # where the first one stands: "top" above the text, "column" within it
    size: int = 3  # of the title: 1 the lead's to 4 a brief's
    vertical: bool = False  # the title stands upright
    large: bool = False  # the text is set in larger type


@dataclass(frozen=True, slots=True)
class Block:
    """One cell of a row: articles one below the other.

    ``kind`` is story, briefs or teasers; ``span`` is of twelve.
    """

    kind: str
    span: int
    items: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side. ``kind`` is row, or ear: what belongs beside the masthead.

    ``height`` is an estimate in pixels at a width of 1280.
    """

    kind: str
    blocks: tuple[Block, ...]
    height: int = 0


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue, or the home page: the first page in full and every page's titles."""

    head: Head
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


@dataclass(frozen=True, slots=True)
class PageView:
    """One page (版)."""

    head: Head
    masthead: Masthead
    note: str
    number: str
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


@dataclass(frozen=True, slots=True)
class ArticleView:
    head: Head
    masthead: Masthead
    item: Item
    section: Link
    people: tuple[str, ...]
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of articles."""

    url: str
    title: str
    date: str
    date_iso: str
    page: str  # 第1版
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """The articles of one section, column or byline in one year."""

    head: Head
    kind: str  # section, column, byline
    name: str
    year: int
    entries: tuple[Entry, ...]  # newest first
    years: Link  # the page of all years
    up: Link


@dataclass(frozen=True, slots=True)
class Count:
    url: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """All years of one section, column or byline; or all sections, columns or bylines."""

    head: Head
    kind: str
    name: str
    counts: tuple[Count, ...]
    up: Link | None


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of a month's calendar. ``number`` 0: a blank before or after the month."""

    number: int
    issues: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    link: Link
    number: int
    weeks: tuple[tuple[Day, ...], ...]  # Monday first
    count: int


@dataclass(frozen=True, slots=True)
class ArchiveView:
    head: Head
    years: tuple[Count, ...]  # newest first


@dataclass(frozen=True, slots=True)
class YearView:
    head: Head
    year: int
    months: tuple[Month, ...]  # January first
    count: int
    previous: Link | None
    next: Link | None
    up: Link


@dataclass(frozen=True, slots=True)
class IssueEntry:
    url: str
    date: str
    weekday: str
    number: str
    titles: tuple[Link, ...]  # of the first page


@dataclass(frozen=True, slots=True)
class MonthView:
    head: Head
    month: Month
    year: int
    issues: tuple[IssueEntry, ...]  # oldest first
    up: Link
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class StandingView:
    """A standing page: about, contact …"""

    head: Head
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class MessageView:
    """A page that only says something: 404, an empty site, the search page without script."""

    head: Head


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address that leads to a new one."""

    url: str
    canonical: str
    title: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    id: str
    url: str
    title: str
    updated: str  # RFC 3339
    published: str
    authors: tuple[str, ...]
    section: str
    summary: str
    content: str  # HTML with absolute addresses


@dataclass(frozen=True, slots=True)
class FeedView:
    id: str
    title: str
    subtitle: str
    url: str
    home: str
    updated: str
    language: str
    rights: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A sitemap of pages, or the index of sitemaps: (address, last change or "")."""

    urls: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    sitemap: str
    disallow: tuple[str, ...] = ()


View = (
    IssueView
    | PageView
    | ArticleView
    | ListView
    | IndexView
    | ArchiveView
    | YearView
    | MonthView
    | StandingView
    | MessageView
    | RedirectView
    | FeedView
    | SitemapView
    | RobotsView
)
