"""Every file a site consists of, as a value: a page to draw, a file to copy, bytes …"""

from __future__ import annotations

import msgspec

from banxin.site.views import View


class Drawn(msgspec.Struct, frozen=True):
    """A page: ``template`` drawn with ``page``. ``path`` runs from the output folder.

    ``source``: the file in which an editor chose this path; "" where the program did.
    """

    path: str
    template: str
    page: View
    source: str = ""


class Copied(msgspec.Struct, frozen=True):
    """A file taken over as it is. ``file``: absolute path."""

    path: str
    file: str


class Scaled(msgspec.Struct, frozen=True):
    """A picture written anew at ``width`` × ``height`` pixels, without the camera's notes.

    ``format``: WEBP or JPEG; GIF for one that moves, which keeps its size. ``quality``: from 1 to
    100, as the format's encoder means it. ``pixels``: how many the file has. ``top``: so many rows
    of pixels are kept; 0: all.
    """

    path: str
    file: str
    digest: str
    width: int
    height: int
    format: str
    quality: int
    pixels: int
    top: int = 0


class Card(msgspec.Struct, frozen=True):
    """A card for messengers, to be drawn: see ``site.cards``. Files are absolute paths or "".

    ``day`` is the ``date`` in digits. ``digests``: of the nameplate's bytes and of the typeface's.
    """

    path: str
    name: str
    date: str
    day: str
    headline: str
    nameplate: str
    font: str
    digests: tuple[str, str]


class Made(msgspec.Struct, frozen=True):
    """A file whose bytes are known already. ``source``: what it is made from, for complaints."""

    path: str
    data: bytes
    source: str


Output = Drawn | Copied | Scaled | Card | Made
