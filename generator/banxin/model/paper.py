"""The newspaper itself: what paper.yml and people.yml say."""

from __future__ import annotations

from typing import Literal

import msgspec

from banxin.model.credits import Credit, who
from banxin.model.gone import Gone

ExtraType = Literal["text", "number", "date", "choice", "list"]


class Term(msgspec.Struct, frozen=True, omit_defaults=True):
    """A section (版块), column (栏目) or topic (专题): an ASCII key for addresses and a name for
    people; ``about``: what it is, in paper.yml alone."""

    key: str
    name: str
    about: str = ""


class Person(msgspec.Struct, frozen=True):
    """Somebody of record (people.yml), in order of rank. ``key``: address of the lists.

    ``id``: a word that tells him from others of the same name; no reader of an article sees it.
    """

    name: str
    title: str = ""
    key: str = ""
    id: str = ""

    @property
    def who(self) -> str:
        return who(self.name, self.id)


class ExtraField(msgspec.Struct, frozen=True):
    """A field that only this paper's articles have (``extra`` in paper.yml).

    ``name`` is what readers see; an editor may type it, too, or one of the ``aliases``.
    """

    key: str
    name: str
    type: ExtraType = "text"
    choices: tuple[str, ...] = ()  # of a choice: at least one
    aliases: tuple[str, ...] = ()


class PictureSettings(msgspec.Struct, frozen=True):
    """How pictures are published (``pictures`` in paper.yml)."""

    widths: tuple[int, ...] = (480, 960, 1600)  # pixels, narrowest first
    quality: int = 80  # of WebP's encoder
    small_until: int = 0  # year: issues up to it have all widths but the largest; 0: none
    card_font: str = ""  # file of a typeface with which cards are drawn


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
    pictures: PictureSettings = PictureSettings()
    theme: str = "broadsheet"
    parameters: tuple[tuple[str, str], ...] = ()  # theme parameters, as typed
    sections: tuple[Term, ...] = ()
    columns: tuple[Term, ...] = ()
    topics: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    extra: tuple[ExtraField, ...] = ()
    feeds: tuple[str, ...] = ("front", "sections", "columns", "json")  # beside the one of all
    lists: tuple[str, ...] = ("bylines", "people", "topics", "today", "numbers", "news")
    hub: str = ""  # WebSub: whom feed readers may ask to be told
    mourning: tuple[str, ...] = ()  # days: 2020-04-04, or 12-13 of every year
    redirects: tuple[str, ...] = ()  # hosts for which old addresses are listed: netlify …
    gone: tuple[Gone, ...] = ()  # of an issue: all that lies below its address, too
    licence_number: str = ""  # 刊号 or 准印证号
    postal_code: str = ""
    phone: str = ""
    icp: str = ""
    police: str = ""  # 公网安备
    copyright: str = ""
