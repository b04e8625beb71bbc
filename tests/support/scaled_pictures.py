"""Pictures as a site asks for them, and what comes of one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from banxin.content.pictures import LYING, orientation
from banxin.model.fingerprint import digest
from banxin.rendering.picture_store import PictureStore
from banxin.site.outputs import Scaled


def scaled(file: str | Path, width: int, form: str, quality: int = 80) -> Scaled:
    """The picture ``file``, ``width`` pixels wide in the format ``form``."""
    with Image.open(file) as image:
        across, down = image.size[::-1] if orientation(image) in LYING else image.size
    height = max(1, round(down * width / across))
    found = digest(Path(file).read_bytes())
    return Scaled("p", str(file), found, width, height, form, quality, across * down)


def opened(output: Scaled, cache: Path) -> Image.Image:
    return Image.open(BytesIO(PictureStore(cache).scaled(output)))
