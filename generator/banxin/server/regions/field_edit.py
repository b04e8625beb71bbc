"""The hot area in an article's file, set by the one writer of content."""

from __future__ import annotations

from banxin.content.fields.article import ArticleKeys
from banxin.content.writing import edited
from banxin.problems import Place, Problems

Points = tuple[tuple[str, str], ...]  # x, y in per cent, as text


def flow(points: Points) -> str:
    """As it is typed: [[2, 18], [64, 18], [64, 66.5]]."""
    return "[" + ", ".join(f"[{x}, {y}]" for x, y in points) + "]"


def with_region(file: str, data: bytes, points: Points, problems: Problems) -> bytes | None:
    """``data`` with ``points`` as the article's region, or with none if there are no points.

    None, after reporting: the file has errors, or its front matter is written in a way that
    leaves no safe place for the line.
    """
    found = Problems()
    changed = edited(file, data, {ArticleKeys.REGION: flow(points) if points else None}, found)
    problems.extend(found.found)
    if changed is None and not found:
        problems.add(Place(file), "regions-by-hand", field=f"region: {flow(points)}")
    return changed
