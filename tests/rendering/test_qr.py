from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageOps

from banxin.rendering.qr import SCALE, _bitmap, qr
from tests.support.present import present

URL = "https://example.org/paper/2022-04-01/01/02/"
QUIET_ZONE = 4  # modules


def picture(html: str) -> Image.Image:
    """What the browser draws, a pixel a module."""
    source = present(re.search(r'src="data:image/bmp;base64,([^"]+)"', html))[1]
    return Image.open(BytesIO(b64decode(source))).convert("L")


def read(html: str) -> str:
    """What a phone reads from it, drawn larger and amid white as the theme does."""
    shown = ImageOps.scale(
        ImageOps.expand(picture(html), QUIET_ZONE, 255), 5, Image.Resampling.NEAREST
    )
    return present(zxingcpp.read_barcode(shown)).text


@pytest.mark.parametrize(
    "text",
    [URL, "https://xn--efvy2d.example/报/2022-04-01/", 'https://example.org/?a="b"&c=<d>\\1'],
)
def test_a_phone_reads_the_address_back(text: str) -> None:
    assert read(qr(text)) == text


def test_the_same_address_gives_the_same_code_and_another_gives_another() -> None:
    assert qr(URL) == qr(URL)
    assert qr(URL) != qr(URL.replace("02", "03"))


def test_its_size_is_known_before_it_is_decoded_and_it_is_light() -> None:
    width, height = present(re.search(r'width="(\d+)" height="(\d+)"', qr(URL))).groups()
    assert picture(qr(URL)).size == (int(width) // SCALE, int(height) // SCALE)
    assert len(qr(URL)) < 350


def test_it_carries_no_style_that_a_strict_page_would_refuse_and_says_what_it_is() -> None:
    assert 'alt="本文网址的二维码"' in qr(URL)
    assert "style" not in qr(URL)


def test_what_fits_into_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr("长" * 3000)


@pytest.mark.parametrize("side", [29, 32, 33])
def test_the_bitmap_is_what_pillow_would_write(side: int) -> None:
    dots = Image.effect_noise((side, side), 90).point(lambda value: 255 * (value > 128))
    saved = BytesIO()
    dots.convert("1").save(saved, "BMP")
    bitmap = _bitmap(dots.tobytes(), side)
    ours, theirs = (Image.open(BytesIO(data)) for data in (bitmap, saved.getvalue()))
    assert ours.tobytes() == theirs.tobytes() == dots.convert("1").tobytes()
    assert ours.size == theirs.size
