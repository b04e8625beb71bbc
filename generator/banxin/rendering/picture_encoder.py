"""Pictures written anew as a site publishes them: scaled, without hidden notes."""

from __future__ import annotations

import os
import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from banxin.model.fingerprint import digest, fingerprint
from banxin.rendering.picture_colors import has_alpha, to_srgb, with_eight_bits
from banxin.site.outputs import Scaled

if TYPE_CHECKING:
    from PIL import Image

QUALITY = {"AVIF": 58, "WEBP": 80, "JPEG": 85, "PNG": 100}
OPTIONS: dict[str, dict[str, int | bool]] = {
    # with several threads the bytes depend on their number
    "AVIF": {"speed": 8, "max_threads": 1},
    "WEBP": {"method": 4},
    "JPEG": {"optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
ENCODER = f"{PIL.__version__} {QUALITY} {OPTIONS}"
_ORIENTATION = 0x0112  # the EXIF tag
_QUARTER_TURNS = (5, 6, 7, 8)  # its values for pictures that lie on their side


def scaled(output: Scaled, cache: Path) -> bytes:
    """The bytes of ``output``, from ``cache`` when it was made before.

    Raises ChangedPicture, and PictureFailed for whatever a decoder or encoder stumbles over.
    """
    name = fingerprint((ENCODER, output.digest, output.width, output.format))
    kept = cache / name[:2] / name
    try:
        return kept.read_bytes()
    except FileNotFoundError:
        data = _made(output)
    kept.parent.mkdir(parents=True, exist_ok=True)
    staged = kept.with_suffix(f".{os.getpid()}")
    staged.write_bytes(data)
    staged.replace(kept)
    return data


class ChangedPicture(OSError):
    """The file isn't the one that was looked at: it was replaced during the build."""


class PictureFailed(OSError):
    """The picture can't be decoded, converted or encoded; its text says why."""


def _made(output: Scaled) -> bytes:
    """What is kept under a digest must be of the file with that digest."""
    data = Path(output.file).read_bytes()
    if digest(data) != output.digest:
        raise ChangedPicture(output.file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's are in English, and nobody's business
            return _encoded(data, output)
    except Exception as error:  # a decoder raises whatever it stumbles over
        raise PictureFailed(str(error) or repr(error)) from error


def _encoded(data: bytes, output: Scaled) -> bytes:
    """Scaled first, then turned upright and converted: of a large picture only little is held."""
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        if output.format == "PNG" and _keeps_palette(opened, output.width):
            return _saved(opened, "PNG")
        orientation = opened.getexif().get(_ORIENTATION, 1)
        small = _resized(opened, output.width, on_its_side=orientation in _QUARTER_TURNS)
        image = to_srgb(_upright(small, orientation), opened.info.get("icc_profile"))
        if output.format == "JPEG" and image.mode == "RGBA":
            white = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(white, image).convert("RGB")
        return _saved(image, output.format)


def _keeps_palette(image: Image.Image, width: int) -> bool:
    """A drawing of few colours: true colour would be several times as large."""
    return image.mode == "P" and image.width == width and "icc_profile" not in image.info


def _resized(image: Image.Image, width: int, *, on_its_side: bool) -> Image.Image:
    """``width`` pixels wide once it is upright; in the picture's own colours, but for those that
    can't be mixed: a palette's, one bit's."""
    from PIL import Image

    across, down = reversed(image.size) if on_its_side else image.size
    size = (width, max(1, round(down * width / across)))
    if on_its_side:
        size = size[::-1]
    image.draft(None, (2 * size[0], 2 * size[1]))  # a JPEG is decoded at a half, fourth or eighth
    plain = with_eight_bits(image)
    if has_alpha(plain):
        plain = plain.convert("RGBA")
    elif plain.mode in ("1", "P"):
        plain = plain.convert("RGB")
    return plain if plain.size == size else plain.resize(size, Image.Resampling.LANCZOS)


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    """As the camera was held. ``orientation``: the EXIF tag's value (Exif 3.0, 4.6.5.1)."""
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
    return image.transpose(turns[orientation]) if orientation in turns else image


def _saved(image: Image.Image, form: str) -> bytes:
    """Nothing but pixels: no place, no owner, no comment, no colour profile."""
    target = BytesIO()
    image.info = {k: v for k, v in image.info.items() if k == "transparency"}
    image.save(target, form, exif=b"", quality=QUALITY[form], **OPTIONS[form])
    return target.getvalue()
