"""Pictures as they are published: scaled once, upright, without the camera's notes."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from banxin.model import Picture
from banxin.model.fingerprint import digest
from banxin.problems import Problems
from banxin.rendering import picture_encoder
from banxin.rendering.renderer import Renderer
from banxin.rendering.theme import Theme
from banxin.site import picture_files
from banxin.site.outputs import Scaled
from tests.support import icc_profiles
from tests.support.paths import PAPERS
from tests.support.planned import site

ORIENTATION = 0x0112
GPS = 0x8825


def photo(
    path: Path,
    *,
    size: tuple[int, int] = (40, 20),
    form: str = "JPEG",
    mode: str = "RGB",
    **options: Any,
) -> str:
    Image.new(mode, size, "red").save(path, form, **options)
    return str(path)


def scaled(file: str | Path, width: int, form: str) -> Scaled:
    found = digest(Path(file).read_bytes())
    return Scaled("p", str(file), found, width, form)


def opened(output: Scaled, cache: Path) -> Image.Image:
    return Image.open(BytesIO(picture_encoder.scaled(output, cache)))


def test_avif_is_smaller_than_webp_and_the_same_every_time(tmp_path: Path) -> None:
    page = PAPERS / "jiangcheng/issues/2026/2026-01-01/page-01.png"
    first, again = (
        picture_encoder.scaled(scaled(page, 480, "AVIF"), tmp_path / name)
        for name in ("one", "two")
    )
    webp = picture_encoder.scaled(scaled(page, 480, "WEBP"), tmp_path / "one")
    assert first == again
    assert len(first) < 0.85 * len(webp)


def test_the_camera_knows_where_it_was_but_readers_need_not(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    exif[ORIENTATION] = 6
    file = photo(tmp_path / "a.jpg", exif=exif)
    image = opened(scaled(file, 20, "JPEG"), tmp_path / "cache")
    assert image.size == (20, 40)  # turned upright
    assert not dict(image.getexif())


def test_a_transparent_picture_stands_on_white_where_there_is_no_transparency(
    tmp_path: Path,
) -> None:
    file = photo(tmp_path / "a.png", form="PNG", mode="RGBA")
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(file)
    jpeg = opened(scaled(file, 4, "JPEG"), tmp_path / "cache")
    assert min(jpeg.convert("RGB").tobytes()) > 250
    png = opened(scaled(file, 4, "PNG"), tmp_path / "cache")
    assert set(png.convert("RGBA").getchannel("A").tobytes()) == {0}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_scaled_once_and_then_kept(tmp_path: Path, form: str) -> None:
    file = photo(tmp_path / "a.jpg")
    output = scaled(file, 10, form)
    first = picture_encoder.scaled(output, tmp_path / "cache")
    Path(file).unlink()
    assert picture_encoder.scaled(output, tmp_path / "cache") == first
    assert Image.open(BytesIO(first)).size == (10, 5)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_pictures_of_every_colour_mode_are_scaled(tmp_path: Path, mode: str) -> None:
    file = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (40, 20)).save(file)
    assert opened(scaled(file, 10, "WEBP"), tmp_path / "c").size == (10, 5)


def test_a_drawing_of_few_colours_keeps_its_palette(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    Image.effect_noise((200, 200), 90).convert("P").save(file)
    data = picture_encoder.scaled(scaled(file, 200, "PNG"), tmp_path / "cache")
    assert Image.open(BytesIO(data)).mode == "P"
    assert len(data) <= file.stat().st_size * 1.05


def test_a_picture_that_was_replaced_is_not_kept_under_the_old_ones_name(tmp_path: Path) -> None:
    output = scaled(photo(tmp_path / "a.jpg"), 10, "JPEG")
    photo(tmp_path / "a.jpg", size=(80, 20))
    with pytest.raises(picture_encoder.ChangedPicture):
        picture_encoder.scaled(output, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_nothing_but_pixels_is_passed_on(tmp_path: Path, form: str) -> None:
    Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", comment=b"by the mayor's house")
    with (tmp_path / "a.jpg").open("ab") as file:
        file.write(b"whatever a camera hides behind the picture")
    data = picture_encoder.scaled(scaled(tmp_path / "a.jpg", 20, form), tmp_path / "cache")
    assert b"mayor" not in data
    assert b"hides" not in data


def test_a_long_strip_is_made_in_a_height_that_formats_take(tmp_path: Path) -> None:
    file = photo(tmp_path / "a.jpg", size=(1080, 20_000))
    strip = Picture("content/a.jpg", digest(Path(file).read_bytes()), "JPEG", 1080, 20_000)
    for output in picture_files.variants(strip, "k", file):
        assert isinstance(output, Scaled)
        width, height = opened(output, tmp_path / "cache").size
        assert height <= 16_383
        assert height / width == pytest.approx(20_000 / 1080, rel=0.01)


def test_what_an_encoder_stumbles_over_names_the_file(tmp_path: Path) -> None:
    file = photo(tmp_path / "a.jpg", size=(1, 20_000))
    theme = Theme(tmp_path / "themes", "broadsheet", Problems())
    renderer = Renderer(theme, site().view, tmp_path / "cache", tmp_path.as_posix())
    problems = Problems()
    assert renderer.render(scaled(file, 1, "WEBP"), problems) is None
    assert [(str(p.place), p.code) for p in problems] == [("a.jpg", "picture-damaged")]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_fifty_megapixels_take_less_than_half_a_gigabyte(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a"
    image = Image.new("CMYK" if kind == "JPEG" else "RGB", (8660, 5774), 200)
    image.save(file, kind, icc_profile=icc_profiles.cmyk({}))
    code = (
        "import re; from pathlib import Path;"
        "from banxin.rendering import picture_encoder; from banxin.site.outputs import Scaled;"
        f"output = Scaled('p', {str(file)!r}, {digest(file.read_bytes())!r}, 1600, 'WEBP');"
        f"picture_encoder.scaled(output, Path({str(tmp_path)!r}));"
        # what getrusage tells is at least what the process that started this one had
        "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(run.stdout) < 500_000  # kB
