"""Looks at a picture file: is it one, which kind, how large, and whole?"""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from banxin.content.frontmatter import is_special
from banxin.model import Picture
from banxin.problems import Place, Problems

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MOST_PIXELS = 100_000_000  # a newspaper page at 600 dpi has 70 million
_ORIENTATION = 0x0112
LYING = (5, 6, 7, 8)  # orientations that turn by a quarter
# kinds that Pillow can't name or can't open; by their first bytes
_SIGNATURES = ((b"<svg", "SVG"), (b"<?xml", "SVG"), (b"%PDF", "PDF"), (b"8BPS", "PSD"))
_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"


def probe(root: Path, file: str, place: Place, problems: Problems) -> Picture | None:
    """The picture ``file`` (from ``root``), or None after reporting at ``place``.

    Looks it through, so that a truncated file is found now and not by a reader.
    """
    if is_special(root / file):
        problems.add(Place(file), "not-a-file")
        return None
    try:
        data = (root / file).read_bytes()
    except FileNotFoundError:
        problems.add(place, "picture-missing", file=file, present="")
        return None
    except OSError as error:
        problems.add(place, "picture-unreadable", file=file, why=error.strerror or error)
        return None
    return examine(file, data, place, problems)


def examine(file: str, data: bytes, place: Place, problems: Problems) -> Picture | None:
    """The picture in ``data``, or None after reporting at ``place``."""
    from PIL import Image, UnidentifiedImageError  # slow to load, and most issues have no pictures

    try:
        with warnings.catch_warnings():
            # Pillow warns of a picture that unfolds to gigabytes, and of damaged metadata
            warnings.simplefilter("ignore")
            return _open(file, data, place, problems)
    except Image.DecompressionBombError:
        problems.add(place, "picture-too-large", file=file, most=MOST_PIXELS // 1_000_000)
    except UnidentifiedImageError:
        _unknown(file, data, place, problems)
    except Exception as error:  # a damaged file raises whatever its decoder stumbles over
        problems.add(place, "picture-damaged", file=file, reason=str(error) or repr(error))
    return None


def _open(file: str, data: bytes, place: Place, problems: Problems) -> Picture | None:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        kind = "JPEG" if image.format == "MPO" else image.format or ""  # a camera's JPEG
        if kind not in FORMATS:
            problems.add(place, "picture-kind", file=file, kind=kind)
            return None
        width, height = image.size
        if width * height > MOST_PIXELS:
            problems.add(place, "picture-too-large", file=file, most=MOST_PIXELS // 1_000_000)
            return None
        if orientation(image) in LYING:
            width, height = height, width
        moves = bool(getattr(image, "is_animated", False))
        if kind in ("PNG", "WEBP", "AVIF") and moves:
            problems.warn(place, "picture-animated", file=file)
        _look_through(image, kind)
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    return Picture(file, digest, kind, width, height, kind == "GIF" and moves)


def orientation(image: Image.Image) -> int:
    """How the camera was held: the EXIF tag's value (Exif 3.0, 4.6.5.1); 1: upright.

    Of a PNG as far as it is said before the pixels, or Pillow would decode these to look behind.
    """
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    return int(image.getexif().get(_ORIENTATION, 1))


def _look_through(image: Image.Image, kind: str) -> None:
    """Raises whatever a decoder stumbles over where the file is cut short or damaged."""
    if kind == "PNG":
        image.verify()  # its checksums: decoding takes ten times as long, and comes later anyway
        return
    across, down = image.size
    image.draft("RGB", (across // 8 or 1, down // 8 or 1))  # JPEG: reads all, keeps little
    image.load()


def _unknown(file: str, data: bytes, place: Place, problems: Problems) -> None:
    kind = next((name for start, name in _SIGNATURES if data.lstrip().startswith(start)), "")
    if data[4:12] in _BRANDS:
        kind = "HEIC"
    if kind:
        problems.add(place, "picture-kind", file=file, kind=kind)
    elif data.startswith(_LFS_POINTER):
        problems.add(place, "picture-lfs", file=file)
    elif not data:
        problems.add(place, "picture-empty", file=file)
    else:
        problems.add(place, "picture-not-one", file=file)
