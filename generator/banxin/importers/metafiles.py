"""Windows metafiles (WMF, EMF) that are a bitmap and nothing else: the bitmap.

What was drawn with lines and words is none: of it the author has to make a picture.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_EMF, _WMF = b"\x01\x00\x00\x00", (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_SIGNATURE = b" EMF"
_PLACEABLE = 22  # bytes before the header proper
_MOST_RECORDS = 20_000
_EMF_BITMAPS = {76: 84, 77: 84, 80: 48, 81: 48}  # where a record says where its bitmap lies
_EMF_DRAWS = frozenset((*range(2, 9), *range(41, 48), 54, 55, 56, 62, 63, 64, *range(71, 75),
                        83, 84, *range(85, 93), 96, 97))  # fmt: skip
_WMF_BITMAPS = {0x0F43: 28, 0x0B41: 26, 0x0940: 22, 0x0D33: 24}  # where it begins in a record
_WMF_DRAWS = frozenset(
    (0x0521, 0x0A32, 0x0324, 0x0325, 0x0538, 0x0213, 0x041B, 0x0418, 0x0817, 0x081A, 0x0830, 0x061C)
)


def bitmap_of(data: bytes) -> bytes | None:
    """A bitmap without its file's header; None where it is no metafile, or more than a bitmap."""
    try:
        if data.startswith(_EMF) and data[40:44] == _SIGNATURE:
            found = list(_of_emf(data))
        elif data.startswith(_WMF):
            found = list(_of_wmf(data))
        else:
            return None
    except struct.error:
        return None
    return found[0] if len(found) == 1 and found[0] else None


def _of_emf(data: bytes) -> Iterator[bytes]:
    """Each bitmap; an empty one for anything else that is drawn."""
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or kind == 14:  # the last
            return
        if kind in _EMF_DRAWS:
            yield b""
        elif kind in _EMF_BITMAPS:
            head, length, bits, count = struct.unpack_from("<IIII", data, at + _EMF_BITMAPS[kind])
            if length:  # else it only fills a part with a colour
                yield data[at + head : at + head + length] + data[at + bits : at + bits + count]
        at += size


def _of_wmf(data: bytes) -> Iterator[bytes]:
    at = _PLACEABLE if data.startswith(_WMF[0]) else 0
    at += struct.unpack_from("<H", data, at + 2)[0] * 2
    for _ in range(_MOST_RECORDS):
        if at + 6 > len(data):
            return
        size, kind = struct.unpack_from("<IH", data, at)
        if size < 3 or not kind:
            return
        if kind in _WMF_DRAWS:
            yield b""
        elif kind in _WMF_BITMAPS:
            yield data[at + _WMF_BITMAPS[kind] : at + 2 * size]
        at += 2 * size
