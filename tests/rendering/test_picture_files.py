from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from banxin.model import Picture
from banxin.model.fingerprint import digest
from banxin.rendering import picture_files
from banxin.site.outputs import Copied, Scaled
from banxin.site.routes import Base
from tests.support.paths import PAPERS

ORIENTATION = 0x0112
GPS = 0x8825


def picture(width: int = 2000, height: int = 1000, form: str = "JPEG") -> Picture:
    return Picture("content/a", "0123456789abcdef" * 2, form, width, height)


def photo(path: Path, *, size=(40, 20), form="JPEG", mode="RGB", **options) -> str:
    Image.new(mode, size, "red").save(path, form, **options)
    return str(path)


def scaled(file: str | Path, width: int, form: str) -> Scaled:
    found = digest(Path(file).read_bytes())
    return Scaled("p", str(file), found, width, form)


def opened(output: Scaled, cache: Path) -> Image.Image:
    return Image.open(BytesIO(picture_files.scaled(output, cache)))


def test_a_wide_photo_comes_in_three_widths_and_one_for_old_browsers():
    paths = [o.path for o in picture_files.variants(picture(), "2022-04-01", "/x")]
    stem = "2022-04-01/media/0123456789abcdef"
    assert paths == [
        f"{stem}-480.webp",
        f"{stem}-960.webp",
        f"{stem}-1600.webp",
        f"{stem}-1600.jpg",
    ]


def test_the_image_of_a_page_comes_as_avif_as_well():
    page = picture(form="PNG")
    shown = picture_files.plate_view(page, "k", Base("/paper/"))
    written = [f"/paper/{o.path}" for o in picture_files.plate_variants(page, "k", "/x")]
    assert [v.width for v in shown.avif] == [480, 960, 1600]
    assert [v.url for v in shown.avif] == written
    assert shown.variants == picture_files.view(page, "k", Base("/paper/")).variants


def test_without_an_encoder_of_avif_a_page_has_webp_alone(monkeypatch):
    monkeypatch.setattr(picture_files, "_makes_avif", lambda: False)
    assert picture_files.plate_view(picture(), "k", Base()).avif == ()
    assert picture_files.plate_variants(picture(), "k", "/x") == ()


def test_avif_is_smaller_than_webp_and_the_same_every_time(tmp_path):
    page = PAPERS / "jiangcheng/issues/2026/2026-01-01/page-01.png"
    first, again = (
        picture_files.scaled(scaled(page, 480, "AVIF"), tmp_path / name) for name in ("one", "two")
    )
    webp = picture_files.scaled(scaled(page, 480, "WEBP"), tmp_path / "one")
    assert first == again
    assert len(first) < 0.85 * len(webp)


def test_no_picture_is_made_wider_than_it_is():
    view = picture_files.view(picture(width=700, height=350), "k", Base())
    assert [v.width for v in view.variants] == [480, 700]
    assert (view.width, view.height) == (700, 350)


def test_every_address_that_is_shown_is_written():
    for form, width in (("JPEG", 2000), ("PNG", 300), ("WEBP", 960), ("GIF", 50)):
        shown = picture_files.view(picture(width, 100, form), "k", Base("/paper/"))
        urls = {shown.url, *(v.url for v in shown.variants)}
        written = {
            f"/paper/{o.path}" for o in picture_files.variants(picture(width, 100, form), "k", "/x")
        }
        assert urls == written


def test_a_gif_is_copied_so_that_it_still_moves():
    (output,) = picture_files.variants(picture(form="GIF"), "k", "/x/a.gif")
    assert output == Copied("k/media/0123456789abcdef.gif", "/x/a.gif")


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
    first = picture_files.scaled(output, tmp_path / "cache")
    Path(file).unlink()
    assert picture_files.scaled(output, tmp_path / "cache") == first
    assert Image.open(BytesIO(first)).size == (10, 5)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_pictures_of_every_colour_mode_are_scaled(tmp_path, mode):
    file = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (40, 20)).save(file)
    assert opened(scaled(file, 10, "WEBP"), tmp_path / "c").size == (10, 5)


def test_a_drawing_of_few_colours_keeps_its_palette(tmp_path):
    file = tmp_path / "a.png"
    Image.effect_noise((200, 200), 90).convert("P").save(file)
    data = picture_files.scaled(scaled(file, 200, "PNG"), tmp_path / "cache")
    assert Image.open(BytesIO(data)).mode == "P"
    assert len(data) <= file.stat().st_size * 1.05


def test_a_picture_that_was_replaced_is_not_kept_under_the_old_ones_name(tmp_path):
    output = scaled(photo(tmp_path / "a.jpg"), 10, "JPEG")
    photo(tmp_path / "a.jpg", size=(80, 20))
    with pytest.raises(picture_files.ChangedPicture):
        picture_files.scaled(output, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
