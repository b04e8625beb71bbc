"""How high headlines stand."""

from __future__ import annotations

import pytest

from banxin.layout.head_measure import measured_head
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import item


def test_a_headline_is_as_high_as_the_words_that_its_lines_are_cut_between() -> None:
    long = item(1, "人大常委会通宵自习图书馆", 100)
    head = measured_head(long, BROADSHEET)
    size = BROADSHEET.title[1]
    two = head.height(8.2 * size, 2, BROADSHEET) - head.fixed
    three = head.height(6.2 * size, 2, BROADSHEET) - head.fixed
    line = size * BROADSHEET.title_leading
    assert (two, three) == pytest.approx((2 * line, 3 * line))
