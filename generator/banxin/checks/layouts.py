"""Page layouts that issues ask for: the theme has them."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, error


def layouts_of_the_theme(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    """Nothing is said of them where the theme couldn't be read."""
    known = context.layouts
    if known is None:
        return
    for row in archive.rows:
        first = {asked.name: asked for asked in reversed(row.layouts)}
        for name in dict.fromkeys(asked.name for asked in row.layouts if asked.name not in known):
            place = Place(f"{row.folder}/issue.md", first[name].line, first[name].column)
            yield error(place, "layout-unknown", layout=name, known=", ".join(known))
