"""What the name of a file says of where its story goes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec

from banxin.content.fields.ranks import RANKS
from banxin.content.fields.value_types import date_of


class NamedPlace(msgspec.Struct, frozen=True):
    page: int = 0
    place: int = 0
    slug: str = ""
    rank: str = ""


_NUMBERS = re.compile(r"0*(\d{1,2})\s*[-－—_]\s*0*(\d{1,2})(?!\d)[\s_\-—.、]*(.*)")
_ON_PAGE = re.compile(
    r"第?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*版|(?<![A-Za-z])[A-D](\d{1,2})(?!\d)"
)
_RANK = re.compile("(?<!今日)(倒头条|头条|二条|报眼)")
_SLUG = re.compile(r"[^A-Za-z0-9]+")


def named_place(path: Path) -> NamedPlace:
    """What a file's name says of where it goes: 01-02-meeting.docx, 一版头条.docx, 3版/a.docx."""
    stem = path.stem.strip()
    named = _RANK.search(stem)
    rank = RANKS[named[1]] if named else ""
    found = _NUMBERS.match(stem)
    if found and 0 < int(found[1]) < 100 and 0 < int(found[2]) < 100:
        return NamedPlace(int(found[1]), int(found[2]), _slug(found[3]), rank)
    for name in (stem, path.parent.name):
        if on := _ON_PAGE.search(name):
            return NamedPlace(_page(on[1] or on[2]), 0, _slug(stem) if stem.isascii() else "", rank)
    return NamedPlace(0, 0, _slug(stem) if stem.isascii() else "", rank)


def _slug(text: str) -> str:
    """Latin words alone: an address shows them."""
    return _SLUG.sub("-", text).strip("-").lower()[:40] if text.isascii() else ""


def _page(text: str) -> int:
    if text.isdigit():
        return int(text)
    digits = "一二三四五六七八九"
    tens, ten, ones = text.rpartition("十")
    unit = digits.find(ones[:1]) + 1 if ones else 0
    return unit + 10 * ((digits.find(tens[:1]) + 1 if tens else 1) if ten else 0)


_DAY = re.compile(r"(\d{4})[-_.年]?(\d{1,2})[-_.月]?(\d{1,2})日?(?!\d)")


def named_day(name: str) -> date | None:
    """The day that a folder is named for: 2022-04-01, 20220401, 2022年4月1日稿件."""
    found = _DAY.search(name)
    return date_of(f"{found[1]}-{found[2]}-{found[3]}") if found else None
