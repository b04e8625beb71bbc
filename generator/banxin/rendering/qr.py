"""A QR code as a picture in the page: no file of its own, no service that learns who reads what.

One bit a module: an SVG of the same code takes several times as many characters, in every article.
"""

from __future__ import annotations

from base64 import b64encode
from struct import pack
from typing import cast

from markupsafe import Markup
from zxingcpp import BarcodeFormat, create_barcode

SCALE = 4  # pixels a module is shown at
# Any mask can be read; trying all eight for the prettiest takes longer.
MASK = 3
_HEADER = 62  # bytes
_BITS = bytes(49 if dot else 48 for dot in range(256))  # to the digits 1 and 0


def qr(text: str) -> Markup:
    """An ``<img>`` of one pixel a module, without the quiet zone of four modules (ISO/IEC 18004).

    The page draws it larger with ``image-rendering: pixelated``, on white and amid white. Raises
    ValueError for a text beyond 2,953 bytes.
    """
    # error level L: a screen is clean, and the code a fifth smaller than at M
    code = create_barcode(text, BarcodeFormat.QRCode, ec_level="L", data_mask=MASK)
    modules = code.to_image(scale=1, add_quiet_zones=False)
    side: int = modules.shape[0]
    dots = bytes(cast("memoryview", modules))  # a buffer, though its stub doesn't say so
    return Markup(
        f'<img class="qr" width="{side * SCALE}" height="{side * SCALE}" alt="本文网址的二维码"'
        f' src="data:image/bmp;base64,{b64encode(_bitmap(dots, side)).decode()}">'
    )


def _bitmap(dots: bytes, side: int) -> bytes:
    """A square of black (0) and white (255) ``dots`` as BMP with one bit a dot.

    Of the form of BITMAPFILEHEADER and BITMAPINFOHEADER: rows from the bottom up, each filled up
    to 32 bits.
    """
    bits, filling = dots.translate(_BITS), b"0" * (-side % 32)
    rows = [bits[at : at + side] for at in range((side - 1) * side, -1, -side)]
    size = side * (side + len(filling)) // 8
    about = (40, side, side, 1, 1, 0, size, 0, 0, 2, 2, 0x000000, 0xFFFFFF)
    head = pack("<2sIHHI IiiHHIIiiII II", b"BM", _HEADER + size, 0, 0, _HEADER, *about)
    return head + int(filling.join((*rows, b"")), 2).to_bytes(size, "big")
