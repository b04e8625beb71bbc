"""What several kinds of page show: links, pictures, the head, the masthead."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from banxin.model import Credit, Headline


class View(msgspec.Struct, frozen=True):
    """All that the template of one kind of page may see, beside the PaperView."""


class Link(msgspec.Struct, frozen=True):
    url: str
    text: str


class Variant(msgspec.Struct, frozen=True):
    url: str
    width: int  # pixels


class Byline(msgspec.Struct, frozen=True):
    """The names that share a role, which is printed before them (记者) or behind them (摄).

    A link's url is "" where there is no list.
    """

    role: str
    names: tuple[Link, ...]
    work: str = ""

    @property
    def text(self) -> str:
        """All of it in one line: 记者 林楠 徐家和 摄."""
        found = (self.role, *(name.text for name in self.names), self.work)
        return " ".join(word for word in found if word)


class Image(msgspec.Struct, frozen=True):
    """A picture ready for ``<img>``: its largest size, and all its widths, narrowest first."""

    url: str
    width: int
    height: int
    variants: tuple[Variant, ...] = ()
    alt: str = ""
    caption: str = ""
    credits: tuple[Byline, ...] = ()

    @property
    def srcset(self) -> str:
        return ", ".join(f"{v.url} {v.width}w" for v in self.variants)


class PaperView(msgspec.Struct, frozen=True):
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
    media_origin: str = ""  # https://img.example.org where pictures come from; "": this host

    def parameter(self, name: str) -> str:
        return dict(self.parameters)[name]


class FeedLink(msgspec.Struct, frozen=True):
    """A feed of what a page shows, for ``<link rel="alternate">``."""

    url: str
    title: str
    type: str  # application/atom+xml


class PageHead(msgspec.Struct, frozen=True):
    """What goes into ``<head>`` beside the title."""

    title: str  # for <title>, without the paper's name
    canonical: str = ""  # absolute; "" when the base URL is unknown
    description: str = ""
    image: str = ""  # absolute
    kind: str = "website"  # og:type
    jsonld: Markup = Markup("")  # one JSON document, safe inside <script>
    meta: tuple[tuple[str, str], ...] = ()  # citation_* and the like, (name, content)
    index: bool = True  # False: robots noindex
    mourning: bool = False  # the whole page is to be grey
    feeds: tuple[FeedLink, ...] = ()  # beside the one of the whole paper, which all pages name


class Masthead(msgspec.Struct, frozen=True):
    """报头: everything computed, nothing left to a template but its place."""

    date_iso: str  # 2022-04-01
    date: str  # 2022年4月1日
    weekday: str  # 星期五
    lunar: str  # 农历壬寅年三月初一
    number: str  # 总第3547期 or ""
    page_count: str  # 今日4版
    edition: str  # "" or 增刊一 of an extra edition
    weather: str
    slogans: tuple[str, ...]
    issue: Link


class Lead(msgspec.Struct, frozen=True):
    """What a page opens with: its headline and how it begins."""

    url: str
    title: Headline
    kicker: tuple[Headline, ...]
    abstract: str  # or the first words of the text
    photo: Image | None
    words: tuple[str, ...] = ()  # the paper's own that occur in the headline: never cut


class PageLink(msgspec.Struct, frozen=True):
    """One line of the page navigation (版面导航)."""

    number: str  # 1, B1
    name: str
    url: str
    recorded: bool
    current: bool = False
    titles: tuple[Link, ...] = ()  # title navigation (标题导航)
    pdf: str = ""
    lead: Lead | None = None  # on the page of an issue, and at home
    plate: Image | None = None  # the same
    label: str = ""  # 第1版, 中缝


class Notice(msgspec.Struct, frozen=True):
    """A correction or a sign-off as it is printed: lines and a date."""

    lines: tuple[str, ...]
    date: str = ""
    date_iso: str = ""


class Extra(msgspec.Struct, frozen=True):
    """What an article says in a field of the paper's own.

    ``type`` is text, number, date, choice or list; ``lines``: each item of a list, else the text.
    """

    key: str
    name: str
    type: str
    text: str  # 2022年3月31日 of a date; a list's items with 、 between them
    lines: tuple[str, ...]


class Count(msgspec.Struct, frozen=True):
    url: str
    text: str
    count: int
