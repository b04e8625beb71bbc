"""Files of content/root: they may not stand where the program's own addresses are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.checks.standing_pages import RESERVED
from banxin.content.root_files import ROOT_FILES
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, error
from banxin.site import routes

_PAGES = (routes.file(routes.HOME), routes.NOT_FOUND, routes.FEED, routes.ROBOTS, routes.SITEMAP)
_OURS = re.compile(r"\d{4}-\d\d-\d\d(-\d+)?|sitemap-\d+\.xml|\.banxin.*|\.git", re.ASCII)


def root_files_beside_our_own(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A name is ours with all below it, whether this paper has such a page today or not."""
    taken = {*RESERVED, *_PAGES, routes.SEARCH.rstrip("/"), *(p.key for p in archive.standing)}
    for file, _digest in archive.root_files:
        name = file.removeprefix(f"{ROOT_FILES}/").partition("/")[0]
        if name.lower() in taken or _OURS.fullmatch(name):
            yield error(Place(file), "root-reserved", name=name)
