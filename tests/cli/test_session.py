from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from banxin.cli.session import Session
from banxin.problems.texts import Words


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Asia/Shanghai", date(2022, 4, 2)),
        ("America/New_York", date(2022, 4, 1)),
        ("Nowhere/Else", date(2022, 4, 2)),
        ("../etc/passwd", date(2022, 4, 2)),
    ],
)
def test_today_is_the_day_at_the_paper_and_in_beijing_where_that_is_unknown(
    zone: str, day: date
) -> None:
    late = datetime(2022, 4, 1, 16, 30, tzinfo=UTC)
    assert Session(Words("zh"), {}, lambda: late, tuple).today(zone) == day
