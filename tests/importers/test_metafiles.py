"""A metafile that is a bitmap becomes that picture; anything else that was drawn stays none."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from banxin.importers.metafiles import bitmap_of
from banxin.importers.pictures import picture_file

SIZE = (40, 30)
COLOUR = (200, 30, 30)


def dib() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", SIZE, COLOUR).save(made, "BMP")
    return made.getvalue()[14:]


def emf(*records: tuple[int, bytes]) -> bytes:
    head = struct.pack("<II32x4s44x", 1, 88, b" EMF")
    rest = b"".join(struct.pack("<II", kind, 8 + len(body)) + body for kind, body in records)
    return head + rest + struct.pack("<II", 14, 20) + bytes(12)


def emf_bitmap(kind: int = 81) -> tuple[int, bytes]:
    bitmap, at = dib(), 84 if kind in (76, 77) else 48
    start = at + 16
    places = struct.pack("<IIII", start, 40, start + 40, len(bitmap) - 40)
    return kind, bytes(at - 8) + places + bitmap


def wmf(*records: tuple[int, bytes], placeable: bool = True) -> bytes:
    head = (b"\xd7\xcd\xc6\x9a" + bytes(18)) if placeable else b""
    head += struct.pack("<HH14x", 1, 9)
    rest = b"".join(struct.pack("<IH", (6 + len(body)) // 2, kind) + body for kind, body in records)
    return head + rest + struct.pack("<IH", 3, 0)


WMF_BITMAPS = {0x0F43: 22, 0x0B41: 20, 0x0940: 16, 0x0D33: 18}
LINE = (54, bytes(8))


@pytest.mark.parametrize(
    "data",
    [
        *(emf(emf_bitmap(kind)) for kind in (76, 77, 80, 81)),
        emf((76, bytes(92)), emf_bitmap()),  # the first fills the ground
        *(wmf((kind, bytes(n) + dib())) for kind, n in WMF_BITMAPS.items()),
        wmf((0x0F43, bytes(22) + dib()), placeable=False),
    ],
)
def test_a_bitmap_is_the_picture(data: bytes) -> None:
    found = picture_file(data)
    assert found is not None
    assert (found.suffix, found.converted) == (".jpg", True)
    shown = Image.open(io.BytesIO(found.data))
    assert shown.size == SIZE
    first, second = shown.getpixel((5, 5)), COLOUR
    assert isinstance(first, tuple)
    assert all(abs(a - b) < 8 for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize(
    "data",
    [
        emf(LINE),
        emf(emf_bitmap(), LINE),
        emf(emf_bitmap(), emf_bitmap()),
        emf(),
        emf(emf_bitmap())[:100],
        wmf((0x0213, bytes(4))),
        wmf((0x0F43, bytes(22) + dib()), (0x0521, bytes(8))),
        wmf(),
        b"\xd7\xcd\xc6\x9a" + bytes(40),
        b"\xd7\xcd\xc6\x9a",
    ],
)
def test_what_was_drawn_or_broken_is_none(data: bytes) -> None:
    assert picture_file(data) is None


def test_other_files_hold_none() -> None:
    assert bitmap_of(b"\x89PNG" + bytes(100)) is None


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_damaged_one_is_no_error(at: int) -> None:
    for data in (emf(emf_bitmap()), wmf((0x0F43, bytes(22) + dib()))):
        picture_file(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
