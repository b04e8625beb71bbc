"""Pictures as a reader's device wants them: several widths, WebP, no hidden notes."""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import PIL
from msgspec.structs import replace

from banxin.model import Picture
from banxin.model.fingerprint import digest, fingerprint
from banxin.site import routes
from banxin.site.outputs import Copied, Output, Scaled
from banxin.site.routes import Base
from banxin.site.views import Image as ImageView
from banxin.site.views import Variant

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (480, 960, 1600)
FALLBACK_WIDTH = 1600
QUALITY = {"AVIF": 58, "WEBP": 80, "JPEG": 85, "PNG": 100}
OPTIONS: dict[str, dict[str, int | bool]] = {
    # 0.25 s for a page 960 px wide; with several threads the bytes depend on their number
    "AVIF": {"speed": 8, "max_threads": 1},
    "WEBP": {"method": 4},
    "JPEG": {"optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
ENCODER = f"{PIL.__version__} {QUALITY} {OPTIONS}"
SUFFIX = {"WEBP": "webp", "JPEG": "jpg", "PNG": "png", "GIF": "gif", "AVIF": "avif"}


@cache
def _makes_avif() -> bool:
    """Most of Pillow's wheels do."""
    from PIL import features  # takes 25 ms to load, as Image does: most builds need neither

    return bool(features.check("avif"))


def plate_variants(picture: Picture, issue_key: str, file: str) -> tuple[Output, ...]:
    """Those of a page's image, which is offered as AVIF as well: the heaviest picture there is."""
    return tuple(
        Scaled(_path(picture, issue_key, width, "AVIF"), file, picture.digest, width, "AVIF")
        for width in _plate_widths(picture)
    )


def plate_view(picture: Picture, issue_key: str, base: Base) -> ImageView:
    """A page's image as a template shows it."""
    found = tuple(
        Variant(base.url(_path(picture, issue_key, width, "AVIF")), width)
        for width in _plate_widths(picture)
    )
    return replace(view(picture, issue_key, base), avif=found)


def _plate_widths(picture: Picture) -> tuple[int, ...]:
    return _widths(picture) if not _is_moving(picture) and _makes_avif() else ()


def variants(picture: Picture, issue_key: str, file: str) -> tuple[Output, ...]:
    """The files to write for ``picture``; ``file`` is its absolute path."""
    fallback = _fallback_width(picture)
    outputs: list[Output] = [
        Scaled(_path(picture, issue_key, width, "WEBP"), file, picture.digest, width, "WEBP")
        for width in _widths(picture)
    ]
    if _is_moving(picture):
        path = routes.media(issue_key, f"{_stem(picture)}.gif")
        return (Copied(path, file),)
    form = _fallback_format(picture)
    path = _path(picture, issue_key, fallback, form)
    return (*outputs, Scaled(path, file, picture.digest, fallback, form))


def view(picture: Picture, issue_key: str, base: Base) -> ImageView:
    """The picture as a template shows it, without its words."""
    if _is_moving(picture):
        url = base.url(routes.media(issue_key, f"{_stem(picture)}.gif"))
        return ImageView(url, picture.width, picture.height)
    width = _fallback_width(picture)
    height = max(1, round(picture.height * width / picture.width))
    url = base.url(_path(picture, issue_key, width, _fallback_format(picture)))
    widths = _widths(picture)
    found = tuple(Variant(base.url(_path(picture, issue_key, w, "WEBP")), w) for w in widths)
    return ImageView(url, width, height, found)


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


def _is_moving(picture: Picture) -> bool:
    return picture.format == "GIF"


def _widths(picture: Picture) -> tuple[int, ...]:
    """Widths to offer: never wider than the picture, which is offered whole if it is narrow."""
    narrower = tuple(w for w in WIDTHS if w < picture.width)
    return narrower if len(narrower) == len(WIDTHS) else (*narrower, picture.width)


def _fallback_width(picture: Picture) -> int:
    return min(picture.width, FALLBACK_WIDTH)


def _fallback_format(picture: Picture) -> str:
    return "PNG" if picture.format == "PNG" else "JPEG"


def _stem(picture: Picture) -> str:
    return picture.digest[:16]


def _path(picture: Picture, issue_key: str, width: int, form: str) -> str:
    return routes.media(issue_key, f"{_stem(picture)}-{width}.{SUFFIX[form]}")
