"""Pictures written anew as a site publishes them: scaled, without hidden notes."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from banxin.model.fingerprint import digest, fingerprint
from banxin.site.outputs import Scaled

if TYPE_CHECKING:
    from PIL import Image

QUALITY = {"AVIF": 58, "WEBP": 80, "JPEG": 85, "PNG": 100}
OPTIONS: dict[str, dict[str, int | bool]] = {
    # 0.25 s for a page 960 px wide; with several threads the bytes depend on their number
    "AVIF": {"speed": 8, "max_threads": 1},
    "WEBP": {"method": 4},
    "JPEG": {"optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
ENCODER = f"{PIL.__version__} {QUALITY} {OPTIONS}"


def scaled(output: Scaled, cache: Path) -> bytes:
    """The bytes of ``output``, from ``cache`` when it was made before."""
    name = fingerprint((ENCODER, output.digest, output.width, output.format))
    kept = cache / name[:2] / name
    try:
        return kept.read_bytes()
    except FileNotFoundError:
        data = _encode(output)
    kept.parent.mkdir(parents=True, exist_ok=True)
    staged = kept.with_suffix(f".{os.getpid()}")
    staged.write_bytes(data)
    staged.replace(kept)
    return data


class ChangedPicture(OSError):
    """The file isn't the one that was looked at: it was replaced during the build."""


def _encode(output: Scaled) -> bytes:
    """Raises ChangedPicture: what is kept under a digest must be of the file with that digest."""
    from PIL import Image, ImageOps

    data = Path(output.file).read_bytes()
    if digest(data) != output.digest:
        raise ChangedPicture(output.file)
    with Image.open(BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened)
        if output.format == "PNG" and image.mode == "P" and image.width == output.width:
            return _saved(image, "PNG")  # few colours: true colour would be several times as large
        has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        image = image.convert("RGBA" if has_alpha else "RGB")
        if has_alpha and output.format == "JPEG":
            white = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(white, image).convert("RGB")
        height = max(1, round(image.height * output.width / image.width))
        if image.width != output.width:
            image = image.resize((output.width, height), Image.Resampling.LANCZOS)
        return _saved(image, output.format)


def _saved(image: Image.Image, form: str) -> bytes:
    """Without the camera's notes: only what is passed on explicitly is written."""
    target = BytesIO()
    image.info.pop("exif", None)
    image.save(target, form, quality=QUALITY[form], **OPTIONS[form])
    return target.getvalue()
