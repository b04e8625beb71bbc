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
    """A picture written anew at ``width`` pixels, without the camera's notes (place, owner)."""

    path: str
    file: str
    digest: str
    width: int
    format: str  # JPEG, PNG, WEBP or AVIF


class Made(msgspec.Struct, frozen=True):
    """A file whose bytes are known already. ``source``: what it is made from, for complaints."""

    path: str
    data: bytes
    source: str


Output = Drawn | Copied | Scaled | Made
