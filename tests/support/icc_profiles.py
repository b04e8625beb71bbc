"""ICC profiles made for tests (ICC.1:2022): small ones, whose colours are known exactly."""

from __future__ import annotations

from struct import pack

D50 = (0.9642, 1.0, 0.8249)
# Primaries adapted to D50, as in the profiles that cameras and screens carry.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
DISPLAY_P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))


def rgb(primaries: tuple[tuple[float, float, float], ...], gamma: float = 2.2) -> bytes:
    """A profile of three primaries (XYZ of red, green, blue) and one gamma."""
    names = (b"rXYZ", b"gXYZ", b"bXYZ")
    tags = {name: _xyz(*color) for name, color in zip(names, primaries, strict=True)}
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve(gamma))
    return _profile(b"RGB ", b"XYZ ", {**tags, **curves})


def gray(gamma: float) -> bytes:
    return _profile(b"GRAY", b"XYZ ", {b"kTRC": _curve(gamma)})


def cmyk(corners: dict[tuple[int, int, int, int], tuple[float, float, float]]) -> bytes:
    """A profile that knows the colour (L*, a*, b*) of each mixture of full inks, paper included.

    Mixtures that aren't among ``corners`` are black.
    """
    grid = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    colors = (corners.get(mixture, (0.0, 0.0, 0.0)) for mixture in grid)
    table = b"".join(
        pack("3B", round(ln * 2.55), round(a + 128), round(b + 128)) for ln, a, b in colors
    )
    straight = bytes(range(256))
    matrix = pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    lut = b"mft1" + bytes(4) + pack("4B", 4, 3, 2, 0) + matrix + straight * 4 + table + straight * 3
    return _profile(b"CMYK", b"Lab ", {b"A2B0": lut, b"A2B1": lut})


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + bytes(4) + pack(">3i", *(round(n * 65536) for n in (x, y, z)))


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + pack(">IH", 1, round(gamma * 256))


def _profile(space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    known = {b"desc": _described(b"test"), b"wtpt": _xyz(*D50), **tags}
    at = 128 + 4 + 12 * len(known)
    table, data = pack(">I", len(known)), b""
    for name, value in known.items():
        padded = value + bytes(-len(value) % 4)
        table += name + pack(">II", at + len(data), len(value))
        data += padded
    size = at + len(data)
    kind = b"prtr" if space == b"CMYK" else b"mntr"
    head = pack(">I", size) + bytes(4) + b"\x02\x40\0\0" + kind + space + connection
    head += bytes(12) + b"acsp" + bytes(28) + pack(">3i", *(round(n * 65536) for n in D50))
    return head + bytes(128 - len(head)) + table + data


def _described(text: bytes) -> bytes:
    return b"desc" + bytes(4) + pack(">I", len(text) + 1) + text + bytes(1 + 4 + 4 + 2 + 1 + 67)
