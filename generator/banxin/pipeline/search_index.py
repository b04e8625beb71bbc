"""The archive as the search wants it: by month, each article's text loaded only when needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from contextlib import closing
from pathlib import Path

from banxin import search
from banxin.model import Article, Issue
from banxin.model.archive import Archive, IssueRow
from banxin.model.fingerprint import fingerprint
from banxin.pipeline.context import StepProgress, cache_name, sources_file
from banxin.pipeline.incremental.database import CacheDamaged, forget
from banxin.pipeline.incremental.store import IssueStore, MissingIssue
from banxin.pipeline.output import ownership, staged_files
from banxin.pipeline.parallel import processors
from banxin.pipeline.program_digest import Program
from banxin.pipeline.project import Options, Project
from banxin.problems import Problems
from banxin.site import routes


def index(
    archive: Archive,
    issues: IssueStore,
    *,
    output: Path,
    cache: Path,
    processes: int,
    problems: Problems,
    tick: StepProgress,
    indexer_digest: str,
    intact: Container[str] = (),
) -> search.SearchReport:
    """Bring the index in ``output`` up to date; what goes wrong is added to ``problems``.

    ``intact``: what ``search.inspect`` came to.
    """
    return search.update(
        months_of(archive, issues),
        output=output,
        cache=cache,
        problems=problems,
        processes=processes,
        progress=tick,
        indexer_digest=indexer_digest,
        intact=intact,
    )


def reindex(
    project: Project, options: Options, archive: Archive, program: Program
) -> search.SearchReport:
    """Only bring the search index up to date, for a preview that didn't wait for it.

    ``archive`` as the last build found it. Other builds may go on meanwhile; if one replaces what
    is being indexed, nothing is done: its own call will come. Raises BuildFailed.
    """
    problems = Problems()
    ownership.refuse_in_the_way(options, (f"{search.FOLDER}/{search.MANIFEST}",), set)
    staged_files.mark(options.output)
    issues = IssueStore(sources_file(project))
    with closing(issues.db):
        try:
            report = index(
                archive,
                issues,
                output=options.output,
                cache=project.cache / cache_name(options),
                processes=options.processes or processors(),
                problems=problems,
                tick=lambda done, total: None,  # noqa: ARG005
                indexer_digest=program.indexer_digest,
            )
        except CacheDamaged as error:
            if not isinstance(error, MissingIssue):
                forget(issues.path)  # the next build reads all anew, and its own call will come
            return search.SearchReport()
    problems.raise_errors()
    return report


def months_of(archive: Archive, issues: IssueStore) -> dict[str, search.IndexMonth]:
    """Months by 2022-04. A month's digest is that of its issues' sources."""
    rows: dict[str, list[IssueRow]] = defaultdict(list)
    for row in archive.rows:
        rows[f"{row.day:%Y-%m}"].append(row)
    return {key: _month(tuple(reversed(found)), issues) for key, found in rows.items()}


def _month(rows: tuple[IssueRow, ...], issues: IssueStore) -> search.IndexMonth:
    """``rows`` newest first."""

    def load() -> Iterator[search.SearchRecord]:
        for row in rows:
            yield from _records(issues.issue(row.digest))

    count = sum(article.listed for row in rows for article in row.articles)
    return search.IndexMonth(fingerprint(tuple(row.digest for row in rows)), count, load)


def _records(issue: Issue) -> tuple[search.SearchRecord, ...]:
    def address(article: Article) -> str:
        return routes.article(issue.key, article.key)

    return search.records(issue, address)
