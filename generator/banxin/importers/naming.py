"""What the name of a file says of where its story goes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec

from banxin.content.fields.ranks import RANKS
from banxin.content.fields.value_types import date_of
from banxin.importers.pages import page_in, page_name_in
from banxin.model.page_label import page_label


class NamedPlace(msgspec.Struct, frozen=True):
    """``page``: its label; "" where nothing says. ``sure``: it can't be anything else. ``name``:
    what the page is called."""

    page: str = ""
    sure: bool = True
    place: int = 0
    slug: str = ""
    rank: str = ""
    name: str = ""


_NUMBERS = re.compile(
    r"(?P<page>[A-Da-d]?0*\d{1,2})\s*[-－—_]\s*0*(?P<place>\d{1,2})(?!\d|\s*(?:合?版|中缝))"
    r"[\s_\-—.、]*(?P<words>.*)"
)
_RANK = re.compile("(?<!今日)(倒头条|头条|二条|报眼)")
_SLUG = re.compile(r"[^A-Za-z0-9]+")


def named_place(path: Path) -> NamedPlace:
    """What a file's name says of where it goes: 01-02-meeting.docx, 一版头条.docx, B3版/a.docx."""
    stem = path.stem.strip()
    named = _RANK.search(stem)
    rank = RANKS[named[1]] if named else ""
    found = _NUMBERS.match(stem)
    if found and (page := page_label(found["page"])) and int(found["place"]):
        return NamedPlace(page, True, int(found["place"]), _slug(found["words"]), rank)
    page, sure = page_in(stem)
    name = page_name_in(stem, folder=False)
    if not page:
        page, sure = page_in(path.parent.name)
        name = page_name_in(path.parent.name, folder=True)
    alone = bool(page) and page == page_label(stem)
    return NamedPlace(page, sure, 0, "" if alone else _slug(stem), rank, name)


def _slug(text: str) -> str:
    """Latin words alone: an address shows them."""
    return _SLUG.sub("-", text).strip("-").lower()[:40] if text.isascii() else ""


_LOCK = "~$"


def locked(path: Path) -> str:
    """The name of the document that a lock of Word's (~$x.docx) stands for, of those beside it
    where there is one; "" for any other file. In the place of two letters, or before a short name.
    """
    if not path.name.startswith(_LOCK):
        return ""
    rest = path.name.removeprefix(_LOCK)
    beside = sorted(one.name for one in path.parent.iterdir() if not one.name.startswith(_LOCK))
    return next((name for name in beside if rest in (name, name[len(_LOCK) :])), rest)


_DAY = re.compile(r"(\d{4})[-_.年]?(\d{1,2})[-_.月]?(\d{1,2})日?(?!\d)")


def named_day(name: str) -> date | None:
    """The day that a folder is named for: 2022-04-01, 20220401, 2022年4月1日稿件."""
    found = _DAY.search(name)
    return date_of(f"{found[1]}-{found[2]}-{found[3]}") if found else None
