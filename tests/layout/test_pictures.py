"""Stories of several pictures: side by side, of one height; a sheet of many in full rows."""

from __future__ import annotations

import pytest

from banxin.layout import arrange
from banxin.layout.pictures import deepest, sheet_height, strip_height
from banxin.site.views import Image
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import image, item

WIDE, UPRIGHT = image(1200, 800), image(800, 1200)


def test_pictures_side_by_side_are_of_one_height_whatever_their_shapes() -> None:
    two_wide = strip_height((WIDE, WIDE), 800, BROADSHEET)
    mixed = strip_height((WIDE, UPRIGHT), 800, BROADSHEET)
    assert two_wide < mixed < strip_height((UPRIGHT, UPRIGHT), 800, BROADSHEET)


def test_a_very_wide_picture_takes_no_more_of_a_strip_than_a_wide_one() -> None:
    assert strip_height((image(4000, 800), WIDE), 800, BROADSHEET) == pytest.approx(
        strip_height((image(2400, 1000), WIDE), 800, BROADSHEET)
    )


@pytest.mark.parametrize(("span", "across"), [(12, 4), (8, 4), (7, 3), (4, 2)])
def test_many_pictures_stand_in_rows_of_nearly_as_many_each(span: int, across: int) -> None:
    pixels = BROADSHEET.width(span)
    full = sheet_height((WIDE,) * across, pixels, span, BROADSHEET)
    assert sheet_height((WIDE,) * 2 * across, pixels, span, BROADSHEET) == pytest.approx(2 * full)
    one_more = sheet_height((WIDE,) * (across + 1), pixels, span, BROADSHEET)
    assert full < one_more
    assert one_more < 4 * full
    assert sheet_height((WIDE,) * 200, pixels, span, BROADSHEET) == sheet_height(
        (WIDE,) * 11, pixels, span, BROADSHEET
    )


def test_a_hole_in_columns_is_above_a_picture_without_room_or_below_the_text() -> None:
    assert deepest([400.0], 300.0, 2, 400.0) == 100
    assert deepest([300.0, 200.0], 200.0, 2, 400.0) == 100
    assert deepest([400.0], 100.0, 3, 400.0) == 400
    assert deepest([200.0], 600.0, 2, 400.0) == 0


@pytest.mark.parametrize("count", [2, 3, 4, 5, 12, 200])
@pytest.mark.parametrize("first", [WIDE, UPRIGHT], ids=["wide", "upright"])
def test_a_story_of_any_number_of_pictures_has_its_place(count: int, first: Image) -> None:
    photos = tuple((first, UPRIGHT, WIDE)[n % 3] for n in range(count))
    story = item(1, "影像江城", 90, rank="photo", photos=photos)
    rows = arrange((story, item(2, "大桥通车", 700)), "photo", BROADSHEET)
    placed = [p for row in rows for block in row.blocks for p in block.items]
    assert sorted(p.index for p in placed) == [0, 1]
    (pictured,) = (p for p in placed if p.index == 0)
    assert pictured.picture in (("top",) if count > 4 else ("top", "strip"))
