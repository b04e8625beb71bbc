"""Pictures as they are published: scaled once, upright, without the camera's notes."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFile

from banxin.rendering.picture_encoder import PictureFailed, encoded
from tests.support import icc_profiles
from tests.support.scaled_pictures import opened, scaled

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
    webp = opened(scaled(file, 4, "WEBP"), tmp_path / "cache")
    assert set(webp.convert("RGBA").getchannel("A").tobytes()) == {0}


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_pictures_of_every_colour_mode_are_scaled(tmp_path: Path, mode: str) -> None:
    file = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (40, 20)).save(file)
    assert opened(scaled(file, 10, "WEBP"), tmp_path / "c").size == (10, 5)


@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_nothing_but_pixels_is_passed_on(tmp_path: Path, form: str) -> None:
    Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", comment=b"by the mayor's house")
    with (tmp_path / "a.jpg").open("ab") as file:
        file.write(b"whatever a camera hides behind the picture")
    output = scaled(tmp_path / "a.jpg", 20, form)
    ((_, data),) = encoded((tmp_path / "a.jpg").read_bytes(), (output,))
    assert b"mayor" not in data
    assert b"hides" not in data


def test_nothing_but_moving_pixels_is_passed_on(tmp_path: Path) -> None:
    frames = [Image.new("P", (9, 7), n) for n in (1, 2, 3)]
    target = BytesIO()
    frames[0].save(
        target,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=[80, 90, 70],
        loop=3,
        comment=b"by the mayor's house",
    )
    data = target.getvalue() + b"hidden behind the end"
    output = scaled(_written(tmp_path / "a.gif", data), 9, "GIF")
    ((_, made),) = encoded(data, (output,))
    assert b"mayor" in data
    assert b"mayor" not in made
    assert b"hidden" not in made
    assert _frames(made) == _frames(data)
    assert [image.info["loop"] for image in map(_image, (made, data))] == [3, 3]


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def _image(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def _frames(data: bytes) -> list[tuple[bytes, object]]:
    found = []
    with _image(data) as image:
        for n in range(getattr(image, "n_frames", 1)):
            image.seek(n)
            found.append((image.convert("RGB").tobytes(), image.info["duration"]))
    return found


def test_all_sizes_of_a_picture_come_of_one_decoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = photo(tmp_path / "a.jpg", size=(400, 200))
    outputs = [scaled(file, width, "WEBP") for width in (50, 300, 100)]
    loaded: list[Image.Image] = []
    load = ImageFile.ImageFile.load

    def noted(image: ImageFile.ImageFile) -> Any:
        if image.fp is not None and image.tile:
            loaded.append(image)
        return load(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noted)
    found = [(o.width, len(data) > 20) for o, data in encoded(Path(file).read_bytes(), outputs)]
    assert found == [(300, True), (100, True), (50, True)]
    assert len(loaded) == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_whatever_is_cut_short_is_said_not_to_be_a_picture(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a"
    Image.effect_noise((300, 200), 90).convert("P").convert("L").save(file, kind)
    output = scaled(file, 100, "GIF" if kind == "GIF" else "WEBP")
    whole = file.read_bytes()
    with pytest.raises(PictureFailed, match=r"."):
        list(encoded(whole[: len(whole) // 2], (output,)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_fifty_megapixels_take_less_than_half_a_gigabyte(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a"
    image = Image.new("CMYK" if kind == "JPEG" else "RGB", (8660, 5774), 200)
    image.save(file, kind, icc_profile=icc_profiles.cmyk({}))
    code = (
        "import re; from pathlib import Path;"
        "from banxin.rendering.picture_store import PictureStore;"
        "from banxin.site.outputs import Scaled;"
        f"sizes = [{scaled(file, 1600, 'WEBP')!r}, {scaled(file, 480, 'WEBP')!r}];"
        f"PictureStore(Path({str(tmp_path)!r})).make(sizes);"
        # what getrusage tells is at least what the process that started this one had
        "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(run.stdout) < 500_000  # kB
