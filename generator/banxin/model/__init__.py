"""The paper as it is, before anything is drawn: frozen values, no input or output.

All paths (``file``, ``folder``) run from the project's root, with ``/``: content/issues/2022/…
Like nearly all values of this program they are msgspec Structs: a tenth of a dataclass's time to
declare, which every command does, and a fraction of it to make and to read from a cache.
Text is plain text unless its name says HTML. ``""``, ``None``, ``0`` and ``()`` mean: not given.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from html import unescape
from typing import Literal, Self

import msgspec

from banxin.model.credits import Credit as Credit

_TAG = re.compile(r"<[^>]*>")
_LINES = re.compile(r"\n\n+")
Rank = Literal[
    "lead", "second", "bottom", "box", "photo", "brief", "notice", "ear", "teaser", "normal"
]
ExtraType = Literal["text", "number", "date", "choice", "list"]
Status = Literal["draft", "published", "withdrawn"]


class Term(msgspec.Struct, frozen=True):
    """A section (版块) or column (栏目): an ASCII key for addresses and a name for people."""

    key: str
    name: str


class Headline(msgspec.Struct, frozen=True):
    """A line of a headline, cut where the editor put ``|``: it may break there and nowhere else."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.parts)


class Person(msgspec.Struct, frozen=True):
    """Somebody of record (people.yml), in order of rank. ``key``: address of the byline list."""

    name: str
    title: str = ""
    key: str = ""


class ExtraField(msgspec.Struct, frozen=True):
    """A field that only this paper's articles have (``extra`` in paper.yml).

    ``name`` is what readers see; an editor may type it, too, or one of the ``aliases``.
    """

    key: str
    name: str
    type: ExtraType = "text"
    choices: tuple[str, ...] = ()  # of a choice: at least one
    aliases: tuple[str, ...] = ()


class ExtraValue(msgspec.Struct, frozen=True):
    """What an article says in such a field. A date is written 2022-03-31."""

    key: str
    name: str
    type: ExtraType
    value: str | int | tuple[str, ...]


class Paper(msgspec.Struct, frozen=True):
    """The newspaper (paper.yml)."""

    name: str
    latin_name: str = ""
    nameplate: str = ""  # picture file
    slogans: tuple[str, ...] = ()
    sponsors: tuple[Credit, ...] = ()  # role 主管 主办 承办 协办 出版
    place: str = ""
    timezone: str = "Asia/Shanghai"
    language: str = "zh-CN"
    base_url: str = ""  # absolute, ends with "/"; empty: unknown
    media_base: str = ""  # the same for pictures and PDFs; empty: they lie with the pages
    excerpts_until: int = 0  # year: pages (版) of issues up to it show openings; 0: none
    joins_lines: bool = False  # lines of bodies are wrapped by hand, an empty one ends a paragraph
    theme: str = "broadsheet"
    parameters: tuple[tuple[str, str], ...] = ()  # theme parameters, as typed
    sections: tuple[Term, ...] = ()
    columns: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    extra: tuple[ExtraField, ...] = ()
    licence_number: str = ""  # 刊号 or 准印证号
    postal_code: str = ""
    phone: str = ""
    icp: str = ""
    police: str = ""  # 公网安备
    copyright: str = ""


class Picture(msgspec.Struct, frozen=True):
    """A checked picture file. Width and height in pixels, after turning it upright."""

    file: str
    digest: str  # of the file's bytes, 32 hexadecimal digits
    format: str  # JPEG, PNG, WEBP, GIF, AVIF
    width: int
    height: int


class Ref(msgspec.Struct, frozen=True):
    """What a body points at: a link to another source file, or a picture of its own folder.

    The body's HTML holds the mark ``\\x1a{n}\\x1a`` where the n-th of ``Body.refs`` belongs:
    for a link inside ``href="…"``, for a picture in place of all attributes but ``alt``.
    """

    kind: Literal["link", "picture", "file"]
    target: str  # path from the root; of a link: a Markdown file
    fragment: str = ""  # "#…" of a link
    line: int = 0  # in the file, from 1
    column: int = 0
    picture: Picture | None = None


class Body(msgspec.Struct, frozen=True, dict=True):
    """Rendered Markdown.

    ``said``: its plain text, where that isn't what its HTML says without the marks.
    """

    html: str = ""
    said: str | None = None
    refs: tuple[Ref, ...] = ()

    @classmethod
    def of(cls, html: str, text: str, refs: tuple[Ref, ...] = ()) -> Self:
        """Keeps no text twice: most are not half of what a body takes, but all of it again."""
        return cls(html, None if text == _unmarked(html) else text, refs)

    @cached_property
    def text(self) -> str:
        """The body without any markup, paragraphs cut by newlines."""
        return _unmarked(self.html) if self.said is None else self.said

    @property
    def length(self) -> int:
        """Characters of the text, line breaks not counted."""
        return len(self.text.replace("\n", ""))


def _unmarked(html: str) -> str:
    """What stands between the tags, without empty lines."""
    text = unescape(_TAG.sub("", html)).strip("\n")
    return _LINES.sub("\n", text) if "\n\n" in text else text


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
    columns: int = 0  # how many columns wide; 0: the layout decides
    vertical: bool = False
    dateline: str = ""
    event_date: date | None = None
    column: Term | None = None
    genre: str = ""
    source: Source | None = None
    signoff: SignOff | None = None
    photos: tuple[Photo, ...] = ()
    region: tuple[tuple[str, str], ...] = ()  # polygon on the page image, (x, y) in per cent
    jump: Jump | None = None
    people: tuple[str, ...] = ()
    status: Status = "published"
    corrections: tuple[Correction, ...] = ()  # oldest first
    aliases: tuple[str, ...] = ()  # old addresses, from the site's root, begin with "/"
    note: str = ""
    extra: tuple[ExtraValue, ...] = ()  # in the order of paper.yml
    body: Body = Body()


class Standing(msgspec.Struct, frozen=True):
    """A standing page: content/about.md has the key ``about`` and the address /about/."""

    file: str
    key: str
    title: str
    body: Body = Body()
    order: int = 0  # in the footer; then by key


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
    byline_keys: tuple[tuple[str, str], ...] = ()  # of everybody in a byline: name, address key

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(a for page in self.pages for a in page.articles)
