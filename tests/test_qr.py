from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from generator.qr import SCALE, qr

URL = "https://example.org/paper/2022-04-01/01/02/"
FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


def modules(html: str) -> list[str]:
    """The dark (1) and light (0) modules, read back from the picture."""
    data = re.search(r'src="data:image/png;base64,([^"]+)"', html)[1]
    image = Image.open(BytesIO(b64decode(data))).convert("1")
    size = range(image.width)
    return ["".join("0" if image.getpixel((x, y)) else "1" for x in size) for y in size]


def test_a_code_is_whole_and_has_its_three_finders():
    rows = modules(qr(URL))
    assert [row[:7] for row in rows[:7]] == FINDER
    assert [row[-7:] for row in rows[:7]] == FINDER
    assert [row[:7] for row in rows[-7:]] == FINDER


def test_the_same_address_gives_the_same_code_and_another_gives_another():
    assert qr(URL) == qr(URL)
    assert modules(qr(URL)) != modules(qr(URL.replace("02", "03")))


def test_it_says_what_it_is_and_how_large_and_carries_no_style_that_a_strict_page_would_refuse():
    size = len(modules(qr(URL))) * SCALE
    assert 'alt="本文网址的二维码"' in qr(URL)
    assert f'width="{size}" height="{size}"' in qr(URL)
    assert "style" not in qr(URL)


def test_it_weighs_no_more_than_its_modules_are_worth():
    assert len(qr(URL)) < 450


def test_what_fits_into_no_code_is_refused():
    with pytest.raises(ValueError, match="too large"):
        qr("长" * 3000)
