"""Pictures of a manuscript as files that a browser shows."""

from __future__ import annotations

import io
import warnings

import msgspec

from banxin.content.pictures import examine
from banxin.importers.metafiles import bitmap_of
from banxin.problems import Place, Problems

_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "AVIF": ".avif"}
_MOST_PIXELS = 40_000_000  # of those that are unfolded whole to be converted
_QUALITY = 92


class PictureFile(msgspec.Struct, frozen=True):
    data: bytes
    suffix: str
    converted: bool = False


def picture_file(data: bytes) -> PictureFile | None:
    """As it is, if browsers show it; converted, if Pillow can read it; else None."""
    if bitmap := bitmap_of(data):
        return _converted(bitmap)
    problems = Problems()
    found = examine("picture", data, Place("picture"), problems)
    if found is not None:
        return PictureFile(data, _SUFFIXES[found.format])
    if [problem.code for problem in problems] != ["picture-kind"]:
        return None
    return _converted(data)


def _converted(data: bytes) -> PictureFile | None:
    from PIL import Image  # slow to load, and most manuscripts have no such pictures

    made = io.BytesIO()
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as image:
            warnings.simplefilter("ignore")
            if image.width * image.height > _MOST_PIXELS:
                return None
            clear = "A" in image.getbands() or "transparency" in image.info
            drawn = clear or image.mode in ("1", "P")
            shown = image.convert("RGBA" if clear else "RGB")
            options = {} if drawn else {"quality": _QUALITY}
            shown.save(made, "PNG" if drawn else "JPEG", **options)
    except Exception:
        return None
    return PictureFile(made.getvalue(), ".png" if drawn else ".jpg", converted=True)
