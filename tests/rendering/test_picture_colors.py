"""A picture is published in the colours that its file means, whatever space they are written in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from tests.support import icc_profiles
from tests.support.scaled_pictures import opened, scaled

Color = tuple[int, int, int]
CLOSE = 3  # of 255: what two roundings and a lossy format make


def shown(file: Path, form: str, cache: Path, width: int = 16) -> Image.Image:
    return opened(scaled(file, width, form), cache)


def is_close(found: object, wanted: Color, by: int = CLOSE) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= by for one, other in zip(found[:3], wanted, strict=True))


def saved(path: Path, image: Image.Image, profile: bytes | None = None) -> Path:
    if path.suffix == ".jpg":
        image.save(path, icc_profile=profile, quality=100, subsampling=0)
    else:
        image.save(path, icc_profile=profile)
    return path


def srgb(linear: tuple[float, float, float]) -> Color:
    """Light from 0 to 1 as bytes, by the curve of IEC 61966-2-1."""

    def byte(n: float) -> int:
        n = min(1.0, max(0.0, n))
        return round(255 * (12.92 * n if n <= 0.0031308 else 1.055 * n ** (1 / 2.4) - 0.055))

    red, green, blue = map(byte, linear)
    return red, green, blue


def of_xyz(x: float, y: float, z: float) -> Color:
    """Of light adapted to D50; the matrix is Lindbloom's, of sRGB adapted by Bradford."""
    return srgb(
        (
            3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
            -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
            0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
        )
    )


def of_lab(lightness: float, a: float, b: float) -> Color:
    def light(t: float) -> float:
        return t**3 if t > 6 / 29 else 3 * (6 / 29) ** 2 * (t - 4 / 29)

    fy = (lightness + 16) / 116
    x, y, z = icc_profiles.D50
    return of_xyz(x * light(fy + a / 500), y * light(fy), z * light(fy - b / 200))


def meant(color: Color, primaries: tuple[tuple[float, float, float], ...]) -> Color:
    """What a colour of these primaries, with a gamma of 2.2, is on a screen."""
    parts = [(n / 255) ** (563 / 256) for n in color]  # 2.2 as a profile writes it
    x, y, z = (sum(p * q[i] for p, q in zip(parts, primaries, strict=True)) for i in range(3))
    return of_xyz(x, y, z)


@pytest.mark.parametrize("form", ["WEBP", "JPEG"])
@pytest.mark.parametrize("space", ["ADOBE_RGB", "DISPLAY_P3"])
def test_a_cameras_wide_colours_are_converted_and_their_profile_is_gone(
    tmp_path: Path, space: str, form: str
) -> None:
    primaries = getattr(icc_profiles, space)
    seed = random.randrange(1 << 30)
    rng = random.Random(seed)
    color = (rng.randrange(60, 190), rng.randrange(60, 190), rng.randrange(60, 190))
    image = Image.new("RGB", (32, 16), color)
    file = saved(tmp_path / "a.png", image, icc_profiles.rgb(primaries))
    found = shown(file, form, tmp_path / "cache")
    assert is_close(found.convert("RGB").getpixel((5, 5)), meant(color, primaries), 5), seed
    assert "icc_profile" not in found.info


@pytest.mark.parametrize("form", ["WEBP", "JPEG"])
def test_cmyk_pages_are_converted_by_the_printers_profile(tmp_path: Path, form: str) -> None:
    inks = {(1, 0, 0, 0): (55.0, -37.0, -50.0), (0, 0, 1, 0): (89.0, -5.0, 93.0)}
    profile = icc_profiles.cmyk({(0, 0, 0, 0): (95.0, 0.0, -2.0), **inks})
    paper = (0, 0, 0, 0), (100.0, 0.0, 0.0)  # its white is the screen's
    for mixture, lab in (paper, *inks.items()):
        image = Image.new("CMYK", (32, 16), tuple(255 * n for n in mixture))
        file = saved(tmp_path / f"{mixture}.jpg", image, profile)
        found = shown(file, form, tmp_path / "cache").convert("RGB")
        assert is_close(found.getpixel((5, 5)), of_lab(*lab), 8), (mixture, form)
        assert "icc_profile" not in found.info


@pytest.mark.parametrize("form", ["WEBP", "JPEG"])
def test_grey_pages_with_a_profile_are_shown_by_every_browser(tmp_path: Path, form: str) -> None:
    file = saved(tmp_path / "a.jpg", Image.new("L", (32, 16), 128), icc_profiles.gray(1.0))
    found = shown(file, form, tmp_path / "cache")
    light = 128 / 255
    assert is_close(found.convert("RGB").getpixel((5, 5)), srgb((light, light, light)), 4)
    assert "icc_profile" not in found.info


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    image = Image.new("I;16", (256, 16))
    image.putdata([257 * (n % 256) for n in range(256 * 16)])
    image.save(tmp_path / "a.png")
    found = shown(tmp_path / "a.png", "WEBP", tmp_path / "cache", 256).convert("RGB")
    for level in (0, 64, 128, 255):
        assert is_close(found.getpixel((level, 3)), (level,) * 3), level


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_stays_so(tmp_path: Path, mode: str) -> None:
    clear = Image.new("RGBA", (32, 16), (255, 0, 0, 0))
    clear.paste((10, 200, 30, 255), (16, 0, 32, 16))
    image = clear.quantize(8) if mode == "P" else clear.convert(mode)
    image.save(tmp_path / "a.png")
    alpha = (
        shown(tmp_path / "a.png", "WEBP", tmp_path / "cache", 32).convert("RGBA").getchannel("A")
    )
    assert (alpha.getpixel((4, 8)), alpha.getpixel((28, 8))) == (0, 255)


@pytest.mark.parametrize("profile", [b"", b"not a profile", icc_profiles.gray(2.2)])
def test_a_profile_that_is_none_or_anothers_is_left_out(tmp_path: Path, profile: bytes) -> None:
    file = saved(tmp_path / "a.png", Image.new("RGB", (32, 16), (200, 100, 50)), profile)
    found = shown(file, "WEBP", tmp_path / "cache")
    assert is_close(found.convert("RGB").getpixel((5, 5)), (200, 100, 50))
    assert "icc_profile" not in found.info


def test_srgb_pixels_stay_as_they_are(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = saved(tmp_path / "a.png", Image.new("RGB", (32, 16), (200, 100, 50)), profile)
    found = shown(file, "WEBP", tmp_path / "c")
    assert is_close(found.convert("RGB").getpixel((5, 5)), (200, 100, 50))
