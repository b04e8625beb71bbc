"""A picture that no browser shows is converted, or none: never an error."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from banxin.importers import pictures
from banxin.importers.pictures import picture_file


def made(mode: str = "RGB", kind: str = "TIFF") -> bytes:
    data = io.BytesIO()
    Image.new(mode, (40, 30)).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize(("mode", "suffix"), [("RGB", ".jpg"), ("RGBA", ".png"), ("1", ".png")])
def test_a_photograph_becomes_a_jpeg_and_a_drawing_a_png(mode: str, suffix: str) -> None:
    found = picture_file(made(mode))
    assert found is not None
    assert (found.suffix, found.converted) == (suffix, True)
    assert Image.open(io.BytesIO(found.data)).size == (40, 30)


def test_a_picture_with_too_many_points_to_unfold_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST_PIXELS", 100)
    assert picture_file(made()) is None


def test_a_picture_that_breaks_off_is_none() -> None:
    assert picture_file(made()[:-2000]) is None
