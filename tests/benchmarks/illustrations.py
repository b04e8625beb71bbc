"""Small photos of the benchmark's archive: which articles have one, and their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .picture_corpus import photo

if TYPE_CHECKING:
    from .corpus import Issue

PHOTO = (720, 480)  # pixels


def illustrated(issue: Issue, pictures: int) -> dict[tuple[int, int], str]:
    """The names of so many photos, by page and order of the articles that they go with: the first
    of each page, then the second ones."""
    first = sorted(issue.stories, key=lambda story: (story.order, story.page))[:pictures]
    return {(s.page, s.order): f"{s.page:02}-{s.order:02}.jpg" for s in first}


def write_photo(file: Path, issue: Issue, page: int, order: int) -> None:
    seed = 10_000 * issue.number + 100 * page + order
    photo(seed, PHOTO).save(file, quality=90)
