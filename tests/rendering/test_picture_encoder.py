"""Pictures as they are published: scaled once, upright, without the camera's notes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from banxin.model.fingerprint import digest
from banxin.rendering import picture_encoder
from banxin.site.outputs import Scaled
from tests.support.paths import PAPERS

ORIENTATION = 0x0112
GPS = 0x8825


def photo(path: Path, *, size=(40, 20), form="JPEG", mode="RGB", **options) -> str:
    Image.new(mode, size, "red").save(path, form, **options)
    return str(path)


def scaled(file: str | Path, width: int, form: str) -> Scaled:
    found = digest(Path(file).read_bytes())
    return Scaled("p", str(file), found, width, form)


def opened(output: Scaled, cache: Path) -> Image.Image:
    return Image.open(BytesIO(picture_encoder.scaled(output, cache)))


def test_avif_is_smaller_than_webp_and_the_same_every_time(tmp_path):
    page = PAPERS / "jiangcheng/issues/2026/2026-01-01/page-01.png"
    first, again = (
        picture_encoder.scaled(scaled(page, 480, "AVIF"), tmp_path / name)
        for name in ("one", "two")
    )
    webp = picture_encoder.scaled(scaled(page, 480, "WEBP"), tmp_path / "one")
    assert first == again
    assert len(first) < 0.85 * len(webp)


def test_the_camera_knows_where_it_was_but_readers_need_not(tmp_path):
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    exif[ORIENTATION] = 6
    file = photo(tmp_path / "a.jpg", exif=exif)
    image = opened(scaled(file, 20, "JPEG"), tmp_path / "cache")
    assert image.size == (20, 40)  # turned upright
    assert not dict(image.getexif())


def test_a_transparent_picture_stands_on_white_where_there_is_no_transparency(tmp_path):
    file = photo(tmp_path / "a.png", form="PNG", mode="RGBA")
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(file)
    jpeg = opened(scaled(file, 4, "JPEG"), tmp_path / "cache")
    assert min(jpeg.convert("RGB").getpixel((1, 1))) > 250
    png = opened(scaled(file, 4, "PNG"), tmp_path / "cache")
    assert png.convert("RGBA").getpixel((1, 1))[3] == 0


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_scaled_once_and_then_kept(tmp_path, form):
    file = photo(tmp_path / "a.jpg")
    output = scaled(file, 10, form)
    first = picture_encoder.scaled(output, tmp_path / "cache")
    Path(file).unlink()
    assert picture_encoder.scaled(output, tmp_path / "cache") == first
    assert Image.open(BytesIO(first)).size == (10, 5)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_pictures_of_every_colour_mode_are_scaled(tmp_path, mode):
    file = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (40, 20)).save(file)
    assert opened(scaled(file, 10, "WEBP"), tmp_path / "c").size == (10, 5)


def test_a_drawing_of_few_colours_keeps_its_palette(tmp_path):
    file = tmp_path / "a.png"
    Image.effect_noise((200, 200), 90).convert("P").save(file)
    data = picture_encoder.scaled(scaled(file, 200, "PNG"), tmp_path / "cache")
    assert Image.open(BytesIO(data)).mode == "P"
    assert len(data) <= file.stat().st_size * 1.05


def test_a_picture_that_was_replaced_is_not_kept_under_the_old_ones_name(tmp_path):
    output = scaled(photo(tmp_path / "a.jpg"), 10, "JPEG")
    photo(tmp_path / "a.jpg", size=(80, 20))
    with pytest.raises(picture_encoder.ChangedPicture):
        picture_encoder.scaled(output, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
