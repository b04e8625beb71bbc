"""Weekday and lunar date (农历) of an issue, as a masthead prints them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import lru_cache

from lunar_python import LunarYear, Solar

_WEEKDAYS = "一二三四五六日"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# as GB/T 33661-2017 《农历的编算和颁行》 names them; 冬月 and 腊月 are its by-names
_MONTHS = ("正月", *(f"{n}月" for n in "二三四五六七八九十"), "十一月", "十二月")
_ONES = "一二三四五六七八九"
_DAYS = (
    *(f"初{n}" for n in _ONES + "十"),
    *(f"十{n}" for n in _ONES),
    "二十",
    *(f"廿{n}" for n in _ONES),
    "三十",
)


def weekday(day: date) -> str:
    """星期一 … 星期日."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def lunar(day: date) -> str:
    """农历壬寅年三月初一; a leap month is 闰二月. The year changes on 正月初一."""
    months = _months(day.year)
    first, year, name = months[bisect_right(months, day.toordinal(), key=lambda m: m[0]) - 1]
    return f"农历{_year_name(year)}年{name}{_DAYS[day.toordinal() - first]}"


def _year_name(year: int) -> str:
    """The sexagenary name (干支); 4 was 甲子."""
    return _STEMS[(year - 4) % 10] + _BRANCHES[(year - 4) % 12]


@lru_cache(maxsize=8)  # a build draws its issues year by year
def _months(year: int) -> tuple[tuple[int, int, str], ...]:
    """Months that touch the Gregorian ``year``: ordinal of the first day, lunar year, name."""
    found = set()
    for lunar_year in (year - 1, year):
        for month in LunarYear.fromYear(lunar_year).getMonths():
            first = Solar.fromJulianDay(month.getFirstJulianDay())
            ordinal = date(first.getYear(), first.getMonth(), first.getDay()).toordinal()
            leap = "闰" if month.isLeap() else ""
            found.add((ordinal, month.getYear(), leap + _MONTHS[abs(month.getMonth()) - 1]))
    return tuple(sorted(found))
