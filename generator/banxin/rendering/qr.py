"""A QR code as a picture in the page: no file of its own, no service that learns who reads what.

One bit a module: 240 characters in the page, where an SVG of the same code takes 1,650. Over 70,000
articles that is a tenth of what a site may weigh.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from struct import pack
from typing import cast

from markupsafe import Markup
from zxingcpp import BarcodeFormat, create_barcode

SCALE = 4  # pixels a module is shown at
# Any mask can be read; trying all eight for the prettiest takes six times as long.
MASK = 3
_HEADER = 62  # bytes
_BITS = bytes(49 if dot else 48 for dot in range(256))  # to the digits 1 and 0
_NUMBER = re.compile("([0-9]+)")


def qr(text: str) -> Markup:
    """An ``<img>`` of one pixel a module, without the quiet zone of four modules (ISO/IEC 18004).

    The page draws it larger with ``image-rendering: pixelated``, on white and amid white. Raises
    ValueError for a text beyond 2,953 bytes.
    """
    side, rows = _put_together(text)
    size = side * SCALE
    return Markup(
        f'<img class="qr" width="{size}" height="{size}" alt="本文网址的二维码"'
        f' src="data:image/bmp;base64,{b64encode(_bitmap(side, rows)).decode()}">'
    )


def _put_together(text: str) -> tuple[int, int]:
    """What ``_encoded`` gives, in a fifth of the time: addresses differ in their numbers alone.

    A code is linear. Its modules are the bits of its text and sums of these, turned over by a
    mask that is the same for all. So a number that takes the place of as many zeros turns over the
    same modules whatever the others are, and those need to be found out only once.
    """
    words = _NUMBER.split(text)  # every other one is a number
    blank = ["0" * len(word) if n % 2 else word for n, word in enumerate(words)]
    side, plain = _encoded("".join(blank))
    rows = plain
    for n in range(1, len(words), 2):
        rows ^= plain ^ _encoded("".join((*blank[:n], words[n], *blank[n + 1 :])))[1]
    return side, rows


@lru_cache(maxsize=4096)
def _encoded(text: str) -> tuple[int, int]:
    """How many modules its side has, and the modules as a bitmap's rows: see ``_bits``."""
    # error level L: a screen is clean, and the code a fifth smaller than at M
    code = create_barcode(text, BarcodeFormat.QRCode, ec_level="L", data_mask=MASK)
    modules = code.to_image(scale=1, add_quiet_zones=False)
    side: int = modules.shape[0]
    dots = bytes(cast("memoryview", modules))  # a buffer, though its stub doesn't say so
    return side, _bits(dots, side)


def _bits(dots: bytes, side: int) -> int:
    """Rows of black (0) and white (255) dots, one bit a dot, from the bottom up, each filled up to
    32 bits: as one number."""
    bits = dots.translate(_BITS)
    lines = [bits[at : at + side] for at in range((side - 1) * side, -1, -side)]
    return int((b"0" * (-side % 32)).join((*lines, b"")), 2)


def _bitmap(side: int, rows: int) -> bytes:
    """A square picture as BMP, of the form of BITMAPFILEHEADER and BITMAPINFOHEADER.

    Pillow writes the same, in three times the time.
    """
    size = side * (side + -side % 32) // 8
    about = (40, side, side, 1, 1, 0, size, 0, 0, 2, 2, 0x000000, 0xFFFFFF)
    head = pack("<2sIHHI IiiHHIIiiII II", b"BM", _HEADER + size, 0, 0, _HEADER, *about)
    return head + rows.to_bytes(size, "big")
