"""Which files a picture is published as, and how a template shows them: WebP in several widths.

Every browser has read WebP since 2020 (Safari since version 14), so there is no other format beside
it for pages. Messengers are less sure to: for them an article's first photo is a JPEG, too.
"""

from __future__ import annotations

from msgspec.structs import replace

from banxin.model import Picture, PictureSettings
from banxin.site import routes
from banxin.site.outputs import Scaled
from banxin.site.routes import Base
from banxin.site.views import Image as ImageView
from banxin.site.views import Variant

MOST_SIDE = 16_383  # pixels of a WebP's side: 14 bits (RFC 9649, 2.5)
PAGE_QUALITY = 15  # less: of the image of a page, whose type stays sharp with less than a photo
SHARED = (1200, 1800)  # pixels at most of a picture for messengers, which show it small
SHARED_QUALITY = 70
CARD = (1200, 630)  # pixels, as messengers cut previews
_OLD_FALLBACK = 1600  # pixels: see shared_path
DEFAULT = PictureSettings()


def variants(
    picture: Picture, folder: str, file: str, settings: PictureSettings = DEFAULT
) -> tuple[Scaled, ...]:
    """The files to write for ``picture`` below the address ``folder``; ``file``: absolute path."""
    if picture.moves:
        path, size = _path(picture, folder, ".gif"), (picture.width, picture.height)
        return (_scaled(picture, path, file, size, "GIF", settings.quality),)
    return tuple(
        _scaled(
            picture,
            _path(picture, folder, f"-{width}.webp"),
            file,
            (width, _height(picture, width)),
            "WEBP",
            settings.quality,
        )
        for width in _widths(picture, settings)
    )


def page_variants(
    picture: Picture, folder: str, file: str, settings: PictureSettings = DEFAULT
) -> tuple[Scaled, ...]:
    """Those of a page's image."""
    lower = max(1, settings.quality - PAGE_QUALITY)
    same = PictureSettings(settings.widths, lower)
    return variants(picture, folder, file, same)


def view(
    picture: Picture, folder: str, base: Base, settings: PictureSettings = DEFAULT
) -> ImageView:
    """The picture as a template shows it, without its words."""
    if picture.moves:
        url = base.url(_path(picture, folder, ".gif"))
        return ImageView(url, picture.width, picture.height)
    found = tuple(
        Variant(base.url(_path(picture, folder, f"-{width}.webp")), width)
        for width in _widths(picture, settings)
    )
    largest = found[-1]
    return ImageView(largest.url, largest.width, _height(picture, largest.width), found)


def shared(picture: Picture, folder: str, file: str) -> Scaled:
    """The JPEG for messengers."""
    scale = min(1.0, *(most / side for most, side in zip(SHARED, _size(picture), strict=True)))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return _scaled(picture, shared_path(picture, folder), file, size, "JPEG", SHARED_QUALITY)


def shared_path(picture: Picture, folder: str) -> str:
    """Where earlier versions of this program had a photo's only JPEG, as wide as the name says:
    what was shared then still finds it."""
    return _path(picture, folder, f"-{min(_widest(picture), _OLD_FALLBACK)}.jpg")


def front(picture: Picture, folder: str, file: str) -> Scaled:
    """The top of a page's image as a card for messengers."""
    width = min(_widest(picture), CARD[0])
    size = (width, _height(picture, width))
    found = _scaled(picture, front_path(picture, folder), file, size, "JPEG", SHARED_QUALITY)
    return replace(found, top=min(size[1], round(width * CARD[1] / CARD[0])))


def front_path(picture: Picture, folder: str) -> str:
    return _path(picture, folder, "-card.jpg")


def _scaled(
    picture: Picture, path: str, file: str, size: tuple[int, int], form: str, quality: int
) -> Scaled:
    pixels = picture.width * picture.height
    return Scaled(path, file, picture.digest, *size, form, quality, pixels)


def _widths(picture: Picture, settings: PictureSettings) -> tuple[int, ...]:
    """Widths to offer: never wider than the picture, which is offered whole if it is narrow."""
    widest = _widest(picture)
    narrower = tuple(w for w in settings.widths if w < widest)
    return narrower if len(narrower) == len(settings.widths) else (*narrower, widest)


def _widest(picture: Picture) -> int:
    """As wide as it is, unless it would be higher than a format takes."""
    if picture.height <= MOST_SIDE:
        return picture.width
    return max(1, MOST_SIDE * picture.width // picture.height)


def _height(picture: Picture, width: int) -> int:
    return min(MOST_SIDE, max(1, round(picture.height * width / picture.width)))


def _size(picture: Picture) -> tuple[int, int]:
    return picture.width, picture.height


def _path(picture: Picture, folder: str, ending: str) -> str:
    return routes.media(folder, f"{picture.digest[:16]}{ending}")
