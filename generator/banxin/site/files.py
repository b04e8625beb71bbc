"""The files that pages show and link to: pictures in their sizes, attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from banxin.model import Body, Picture
from banxin.site import picture_files
from banxin.site.article_item import attached
from banxin.site.context import SiteContext
from banxin.site.outputs import Copied, Output, Scaled


def files_of(
    site: SiteContext,
    folder: str,
    pictures: Iterable[Picture],
    bodies: Iterable[Body],
    plates: Iterable[Picture] = (),
    shared: Iterable[Picture] = (),
) -> Iterator[Output]:
    """Each file once, below the address ``folder``: ``pictures`` and what ``bodies`` refer to.

    ``plates``: the images of pages. ``shared``: those that messengers show, too.
    """
    refs = [ref for body in bodies for ref in body.refs]
    inline = tuple(ref.picture for ref in refs if ref.picture)
    scaled = _scaled(site, folder, tuple(plates), (*pictures, *inline), tuple(shared))
    seen: dict[str, Output] = {}
    for one in scaled:
        seen.setdefault(one.path, one)
    for ref in refs:
        if ref.kind == "file":
            path = attached(folder, ref.target)
            seen[path] = Copied(path, f"{site.root}/{ref.target}")
    for output in seen.values():
        yield replace(output, path=site.file_path(output.path))


def _scaled(
    site: SiteContext,
    folder: str,
    plates: tuple[Picture, ...],
    pictures: tuple[Picture, ...],
    shared: tuple[Picture, ...],
) -> Iterator[Scaled]:
    settings = site.picture_settings(folder)
    for picture in plates:
        file = f"{site.root}/{picture.file}"
        yield from picture_files.page_variants(picture, folder, file, settings)
    for picture in pictures:
        file = f"{site.root}/{picture.file}"
        yield from picture_files.variants(picture, folder, file, settings)
    for picture in shared:
        yield picture_files.shared(picture, folder, f"{site.root}/{picture.file}")
