"""Pictures that were looked at before: correcting a word opens none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banxin.model import Issue, Picture
from banxin.model.archive import IssueRow
from banxin.pipeline.incremental.store import FileState, SourceStore


def known_pictures(
    recorded: str, row: IssueRow | None, states: Iterable[FileState], sources: SourceStore
) -> tuple[Picture, ...]:
    """Those of an issue as it was ``recorded`` whose files are the same still.

    Of one that was reminded of nothing is known, so that it is reminded of again.
    """
    if row is None:
        return ()
    doubtful = {value for problem in row.problems for _, value in problem.details}
    digests = {f"{row.folder}/{state.file.name}": state.digest for state in states}
    found = (p for p in _of(sources.issue(recorded)) if digests.get(p.file) == p.digest)
    return tuple(picture for picture in found if picture.file not in doubtful)


def _of(issue: Issue) -> Iterator[Picture]:
    bodies = (issue.introduction, *(article.body for article in issue.articles))
    yield from (ref.picture for body in bodies for ref in body.refs if ref.picture)
    yield from (photo.picture for article in issue.articles for photo in article.photos)
    yield from (page.image for page in issue.pages if page.image)
