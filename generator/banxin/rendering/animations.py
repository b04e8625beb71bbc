"""A GIF that moves, with its pixels and times and nothing else.

It is copied block by block (GIF89a, W3C 1990): decoding and encoding would change its colours.
Left out are comments, text, what applications note but for how often it repeats, and whatever lies
behind its end.
"""

from __future__ import annotations

VERSION = 1  # of what is left out
_HEADER = 13  # signature and logical screen descriptor
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def pixels_only(data: bytes) -> bytes:
    """Raises ValueError for what is no whole GIF."""
    at = _HEADER + _colors(data, 10)
    parts = [data[:at]]
    while True:
        start, kind = at, _byte(data, at)
        if kind == _END:
            return b"".join((*parts, b"\x3b"))
        if kind == _IMAGE:
            at = _behind(data, at + 10 + _colors(data, at + 9) + 1)
            parts.append(data[start:at])
        elif kind == _EXTENSION:
            at = _behind(data, at + 2)
            if _is_kept(data, start):
                parts.append(data[start:at])
        else:
            raise ValueError(f"no block of a GIF: {kind}")


def _colors(data: bytes, flags: int) -> int:
    """Bytes of the colour table that the packed fields at ``flags`` announce."""
    packed = _byte(data, flags)
    return 3 * 2 ** ((packed & 0x07) + 1) if packed & 0x80 else 0


def _behind(data: bytes, at: int) -> int:
    """Where the sub-blocks that begin ``at`` end, the empty one behind them included."""
    while length := _byte(data, at):
        at += length + 1
    return at + 1


def _is_kept(data: bytes, at: int) -> bool:
    label = _byte(data, at + 1)
    return label == _CONTROL or (
        label == _APPLICATION and data[at + 3 : at + 14] in _REPEATS and data[at + 2] == 11
    )


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise ValueError("the GIF ends too early")
    return data[at]
