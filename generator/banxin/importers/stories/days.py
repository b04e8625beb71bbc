"""A line that is a date, in any of the ways that people write one."""

from __future__ import annotations

import re
from datetime import date

from banxin.content.fields.value_types import date_of

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九０１２３４５６７８９", "00001234567890123456789")
_HAN_DATE = re.compile(
    r"([〇○零Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_DOTTED = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}")
_CLOCKED = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*\d{1,2}[点时:：]\d{1,2}分?")
_WEEKDAY = re.compile(r"(?<=日)[（(]?(?:星期|周|礼拜)[一二三四五六日天]$")


def day_of(text: str) -> str:
    """The date that a line is and nothing else, as front matter has it; "" if it is none.

    2022-03-29, or 3月29日 where no year stands there.
    """
    line = _WEEKDAY.sub("", "".join(text.split()).strip("（）()"))
    if found := _HAN_DATE.fullmatch(line):
        line = f"{found[1].translate(_DIGITS)}年{_han(found[2])}月{_han(found[3])}日"
    line = line.translate(_DIGITS) if not re.search("[一二三四五六七八九十]", line) else line
    if _DAY.fullmatch(line) and "年" not in line:
        return line
    if _DAY.fullmatch(line) or _DOTTED.fullmatch(line):
        day: date | None = date_of(line)
        return day.isoformat() if day else ""
    return ""


def _han(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    unit = int(ones.translate(_DIGITS)) if ones else 0
    return unit + (10 * (int(tens.translate(_DIGITS)) if tens else 1) if ten else 0)


def is_clocked(text: str) -> bool:
    """Whether a line is a day and an hour, as programs put them: 2022年3月17日22点47分."""
    return bool(_CLOCKED.fullmatch(text))
