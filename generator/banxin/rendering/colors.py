"""Colours that can be read: the paper's own, moved until they stand out from their ground.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

AA = 4.5  # for text of usual size
_STEPS = 50

Color = tuple[float, float, float]  # red, green, blue, each 0 to 255


def legible_on(color: str, ground: str) -> str:
    """``color`` (#rgb or #rrggbb), as little lighter or darker as AA on ``ground`` needs."""
    own, behind = _parsed(color), _parsed(ground)
    away = (0.0, 0.0, 0.0) if _luminance(behind) > 0.18 else (255.0, 255.0, 255.0)
    mixed = (_mixed(own, away, step / _STEPS) for step in range(_STEPS + 1))
    legible = next(one for one in mixed if contrast(one, behind) >= AA)  # at the latest ``away``
    return "#" + "".join(f"{round(part):02x}" for part in legible)


def contrast(one: Color, other: Color) -> float:
    """1 for the same colour to 21 for black and white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _parsed(color: str) -> Color:
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return float(red), float(green), float(blue)


def _mixed(one: Color, other: Color, share: float) -> Color:
    red, green, blue = (float(round(a + (b - a) * share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
