"""Pictures written anew as a site publishes them: scaled, without hidden notes.

A file is decoded once for all its sizes, a JPEG no larger than the largest of them asks for: its
decoder halves as it goes (DCT scaling). The smaller sizes are scaled from the largest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import PIL

from banxin.content.pictures import LYING, orientation
from banxin.rendering import animations
from banxin.rendering.picture_colors import has_alpha, to_srgb, with_eight_bits
from banxin.site.outputs import Scaled

if TYPE_CHECKING:
    from PIL import Image

OPTIONS: dict[str, dict[str, int | bool]] = {
    # twice as fast as its default, 4, for three parts in a hundred more bytes
    "WEBP": {"method": 2},
    "JPEG": {"optimize": True, "progressive": True},
}
ENCODER = f"{PIL.__version__} {OPTIONS} {animations.VERSION}"


class PictureFailed(OSError):
    """The picture can't be decoded, converted or encoded; its text says why."""


def encoded(data: bytes, outputs: Iterable[Scaled]) -> Iterator[tuple[Scaled, bytes]]:
    """The bytes of each output of the file ``data``, the widest first.

    Raises PictureFailed for whatever a decoder or encoder stumbles over. Whoever calls it hides
    Pillow's warnings, which are in English and about what a site doesn't show.
    """
    widest_first = sorted(outputs, key=lambda output: -output.width)
    still = [output for output in widest_first if output.format != "GIF"]
    try:
        for output in widest_first:
            if output.format == "GIF":
                yield output, animations.pixels_only(data)
        if still:
            yield from _scaled(data, still)
    except Exception as error:  # a decoder raises whatever it stumbles over
        raise PictureFailed(str(error) or repr(error)) from error


def _scaled(data: bytes, outputs: list[Scaled]) -> Iterator[tuple[Scaled, bytes]]:
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        largest = _largest(opened, outputs[0])
    for output in outputs:
        size = (output.width, output.height)
        image = largest
        if size != largest.size:
            image = largest.resize(size, Image.Resampling.LANCZOS)
        yield output, _saved(image, output)


def _largest(opened: Image.Image, output: Scaled) -> Image.Image:
    """Scaled first, then turned upright and converted: of a large picture only little is held."""
    held = orientation(opened)
    size = (output.width, output.height)
    if held in LYING:
        size = size[::-1]
    return to_srgb(_upright(_resized(opened, size), held), opened.info.get("icc_profile"))


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """In the picture's own colours, but for those that can't be mixed: a palette's, one bit's."""
    from PIL import Image

    image.draft(None, size)
    plain = with_eight_bits(image)
    if has_alpha(plain):
        plain = plain.convert("RGBA")
    elif plain.mode in ("1", "P"):
        plain = plain.convert("RGB")
    return plain if plain.size == size else plain.resize(size, Image.Resampling.LANCZOS)


def _upright(image: Image.Image, held: int) -> Image.Image:
    """``held``: as ``orientation`` says."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[held]) if held in turns else image


def _saved(image: Image.Image, output: Scaled) -> bytes:
    """Nothing but pixels: no place, no owner, no comment, no colour profile."""
    from PIL import Image

    if output.top:
        image = image.crop((0, 0, image.width, output.top))
    if output.format == "JPEG" and image.mode == "RGBA":
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image).convert("RGB")
    target = BytesIO()
    image.info = {k: v for k, v in image.info.items() if k == "transparency"}
    options = OPTIONS[output.format]
    image.save(target, output.format, exif=b"", quality=output.quality, **options)
    return target.getvalue()
