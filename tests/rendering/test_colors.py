"""A paper's colour is readable wherever it stands, and stays its own where it can."""

from __future__ import annotations

import random

import pytest

from banxin.rendering.colors import AA, contrast, legible_on

DAY, NIGHT = "#f1ebdd", "#211f1b"


def parts(color: str) -> tuple[float, float, float]:
    red, green, blue = (float(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def test_black_on_white_is_the_strongest_contrast_and_a_colour_on_itself_none() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert legible_on("#b3261e", DAY) == "#b3261e"
    assert legible_on("#fff", NIGHT) == "#ffffff"


@pytest.mark.parametrize("ground", [DAY, NIGHT])
def test_any_colour_becomes_readable(ground: str) -> None:
    rng = random.Random(4)
    for _ in range(200):
        color = f"#{rng.randrange(1 << 24):06x}"
        assert contrast(parts(legible_on(color, ground)), parts(ground)) >= AA


def test_a_light_colour_is_darkened_by_day_and_a_dark_one_lightened_at_night() -> None:
    assert sum(parts(legible_on("#ffdd00", DAY))) < sum(parts("#ffdd00"))
    assert sum(parts(legible_on("#300000", NIGHT))) > sum(parts("#300000"))
