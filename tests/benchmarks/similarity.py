"""Structural similarity (SSIM) of two pictures, in luminance.

Wang, Bovik, Sheikh, Simoncelli: Image Quality Assessment, IEEE TIP 13 (2004), equation 13, over
windows of eight by eight pixels four apart, as x264 and ffmpeg reckon it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PIL import Image, ImageMath

WINDOW = 8  # pixels
_STEP = 4
_C1 = (0.01 * 255) ** 2
_C2 = (0.03 * 255) ** 2


def ssim(one: Image.Image, other: Image.Image) -> float:
    """From 0 to 1: the same. Both of one size, at least a window large."""
    shifted = [(x, y) for x in (0, _STEP) for y in (0, _STEP)]
    found = [_mean(_map(one, other, x, y)) for x, y in shifted]
    return sum(found) / len(found)


def _map(one: Image.Image, other: Image.Image, left: int, top: int) -> Image.Image:
    """The similarity of each window of a grid that begins at (left, top)."""
    across, down = ((side - _STEP) // WINDOW * WINDOW for side in one.size)
    box = (left, top, left + across, top + down)
    a, b = (picture.convert("L").crop(box).convert("F") for picture in (one, other))

    def mean(image: Image.Image) -> Image.Image:
        return image.reduce(WINDOW)

    def product(x: Image.Image, y: Image.Image) -> Image.Image:
        return _worked(lambda v: v["x"] * v["y"], x=x, y=y)

    return _worked(
        lambda v: (
            (2 * v["ma"] * v["mb"] + _C1)
            * (2 * (v["ab"] - v["ma"] * v["mb"]) + _C2)
            / (v["ma"] * v["ma"] + v["mb"] * v["mb"] + _C1)
            / (v["aa"] - v["ma"] * v["ma"] + v["bb"] - v["mb"] * v["mb"] + _C2)
        ),
        ma=mean(a),
        mb=mean(b),
        aa=mean(product(a, a)),
        bb=mean(product(b, b)),
        ab=mean(product(a, b)),
    )


def _worked(formula: Callable[[dict[str, Any]], Any], **images: Image.Image) -> Image.Image:
    found: Image.Image = ImageMath.lambda_eval(formula, **images)
    return found


def _mean(image: Image.Image) -> float:
    values = image.tobytes()
    floats = memoryview(values).cast("f")
    return sum(floats) / len(floats)
