"""Weekday and lunar date.

The lunar figures are those of the Hong Kong Observatory's Gregorian-Lunar Calendar Conversion
Tables, 1901 to 2100 (公曆與農曆日期對照表, hko.gov.hk/tc/gts/time/conversion1_text.htm), as
quoted in the test samples of a public calendar project that derives its table from them; the
sexagenary names of years follow from 1984 = 甲子. 2022-04-01 is what 今日衢江 no. 3547 printed.

One day is left out knowingly: on 2057-09-28 the new moon falls within minutes of midnight; the
Observatory's table says 九月初一 and warns of it, lunar_python says 八月三十.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from banxin.site.lunar_calendar import lunar, weekday

ALMANAC = {
    "2022-04-01": "农历壬寅年三月初一",
    # New Year's Day, and the eve before it
    "1912-02-18": "农历壬子年正月初一",
    "1949-01-29": "农历己丑年正月初一",
    "1966-01-21": "农历丙午年正月初一",  # the earliest there can be
    "1984-02-02": "农历甲子年正月初一",
    "2000-02-05": "农历庚辰年正月初一",
    "2008-02-07": "农历戊子年正月初一",
    "2020-01-25": "农历庚子年正月初一",
    "2024-02-10": "农历甲辰年正月初一",
    "2025-01-29": "农历乙巳年正月初一",
    "2026-02-17": "农历丙午年正月初一",
    "2027-02-05": "农历丙午年十二月廿九",  # the year has no thirtieth: this is its last day
    "2033-01-31": "农历癸丑年正月初一",
    "2100-02-08": "农历己未年十二月三十",
    # first days of leap months
    "1903-06-25": "农历癸卯年闰五月初一",
    "1984-11-23": "农历甲子年闰十月初一",
    "2023-03-22": "农历癸卯年闰二月初一",
    "2025-07-25": "农历乙巳年闰六月初一",
    "2033-12-22": "农历癸丑年闰十一月初一",  # tables made by hand had 闰七月
    "2099-03-22": "农历己未年闰二月初一",
    # days that older tables have wrong by one
    "1933-07-23": "农历癸酉年六月初一",
    "1954-11-25": "农历甲午年十一月初一",
    "1978-09-02": "农历戊午年七月三十",
    "2026-09-23": "农历丙午年八月十三",
    "2026-10-18": "农历丙午年九月初九",
}


@pytest.mark.parametrize(("day", "printed"), ALMANAC.items())
def test_the_lunar_date_is_the_almanacs(day: str, printed: str) -> None:
    assert lunar(date.fromisoformat(day)) == printed


@pytest.mark.parametrize("new_year", [day for day, text in ALMANAC.items() if "正月初一" in text])
def test_the_day_before_new_year_still_belongs_to_the_old_year(new_year: str) -> None:
    eve = lunar(date.fromisoformat(new_year) - timedelta(1))
    assert eve[2:4] != lunar(date.fromisoformat(new_year))[2:4]
    assert eve[5:] in ("十二月廿九", "十二月三十")


def test_a_leap_month_follows_the_month_it_repeats() -> None:
    assert lunar(date(2023, 3, 21)) == "农历癸卯年二月三十"
    assert lunar(date(2023, 4, 20)) == "农历癸卯年三月初一"


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        ("2022-04-01", "星期五"),
        ("2000-01-01", "星期六"),
        ("1949-10-01", "星期六"),
        ("2024-02-29", "星期四"),
        ("2026-01-04", "星期日"),
    ],
)
def test_the_weekday_is_printed_in_chinese(day: str, printed: str) -> None:
    assert weekday(date.fromisoformat(day)) == printed
