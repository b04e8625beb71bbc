"""The files that pages show and link to: pictures in their sizes, attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from banxin.model import Body, Picture
from banxin.site import picture_files
from banxin.site.article_item import attached
from banxin.site.context import SiteContext
from banxin.site.outputs import Copied, Output


def files_of(
    site: SiteContext,
    folder: str,
    pictures: Iterable[Picture],
    bodies: Iterable[Body],
    plates: Iterable[Picture] = (),
) -> Iterator[Output]:
    """Each file once, below the address ``folder``: ``pictures`` and what ``bodies`` refer to.

    ``plates``: the images of pages.
    """
    seen: dict[str, Output] = {}
    pages = tuple(plates)
    for picture in pages:
        for output in picture_files.plate_variants(picture, folder, f"{site.root}/{picture.file}"):
            seen.setdefault(output.path, output)
    refs = [ref for body in bodies for ref in body.refs]
    for picture in (*pages, *pictures, *(ref.picture for ref in refs if ref.picture)):
        for output in picture_files.variants(picture, folder, f"{site.root}/{picture.file}"):
            seen.setdefault(output.path, output)
    for ref in refs:
        if ref.kind == "file":
            path = attached(folder, ref.target)
            seen[path] = Copied(path, f"{site.root}/{ref.target}")
    for output in seen.values():
        yield replace(output, path=site.file_path(output.path))
