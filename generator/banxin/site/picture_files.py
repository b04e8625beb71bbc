"""Which files a picture is published as, and how a template shows them: several widths, WebP."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from banxin.model import Picture
from banxin.site import routes
from banxin.site.outputs import Copied, Output, Scaled
from banxin.site.routes import Base
from banxin.site.views import Image as ImageView
from banxin.site.views import Variant

WIDTHS = (480, 960, 1600)
FALLBACK_WIDTH = 1600
MOST_SIDE = 16_383  # pixels of a WebP's side: 14 bits (RFC 9649, 2.5)
SUFFIX = {"WEBP": "webp", "JPEG": "jpg", "PNG": "png", "GIF": "gif", "AVIF": "avif"}


@cache
def _makes_avif() -> bool:
    """Most of Pillow's wheels do."""
    from PIL import features  # slow to load, as Image is: most builds need neither

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


def _is_moving(picture: Picture) -> bool:
    return picture.format == "GIF"


def _widths(picture: Picture) -> tuple[int, ...]:
    """Widths to offer: never wider than the picture, which is offered whole if it is narrow."""
    widest = _widest(picture)
    narrower = tuple(w for w in WIDTHS if w < widest)
    return narrower if len(narrower) == len(WIDTHS) else (*narrower, widest)


def _fallback_width(picture: Picture) -> int:
    return min(_widest(picture), FALLBACK_WIDTH)


def _widest(picture: Picture) -> int:
    """As wide as it is, unless it would be higher than a format takes."""
    if picture.height <= MOST_SIDE:
        return picture.width
    return max(1, MOST_SIDE * picture.width // picture.height)


def _fallback_format(picture: Picture) -> str:
    return "PNG" if picture.format == "PNG" else "JPEG"


def _stem(picture: Picture) -> str:
    return picture.digest[:16]


def _path(picture: Picture, issue_key: str, width: int, form: str) -> str:
    return routes.media(issue_key, f"{_stem(picture)}-{width}.{SUFFIX[form]}")
