"""The archive as the search wants it: by month, each article's text loaded only when needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from contextlib import closing, contextmanager

from banxin import search
from banxin.model import Article, Issue
from banxin.model.archive import Archive, IssueRow
from banxin.model.credits import plain_name
from banxin.model.fingerprint import fingerprint
from banxin.pipeline.context import BuildContext, cache_name, sources_file
from banxin.pipeline.incremental.database import DAMAGE, forget, is_damage
from banxin.pipeline.incremental.store import IssueStore, MissingIssue
from banxin.pipeline.output import ownership, staged_files
from banxin.pipeline.parallel import processors
from banxin.pipeline.program_digest import Program
from banxin.pipeline.project import Options, Project
from banxin.problems import Problems
from banxin.site import routes


@contextmanager
def prepared(
    context: BuildContext, archive: Archive, intact: Container[str]
) -> Iterator[search.StagedIndex | None]:
    """The index made ready beside the one in the output; thrown away if what follows fails.

    ``intact``: what ``search.inspect`` came to. None where none is asked for. Raises BuildFailed
    if it can't be made.
    """
    if not context.options.search or not context.options.indexed:
        yield None
        return
    staged = _prepare(context, archive, intact)
    try:
        yield staged
    except BaseException:
        search.discard(context.options.output)
        raise


def _prepare(
    context: BuildContext, archive: Archive, intact: Container[str]
) -> search.StagedIndex | None:
    options = context.options
    staged_files.mark(options.output)
    staged = search.prepare(
        months_of(archive, context.sources),
        output=options.output,
        cache=context.manifest.beside,
        processes=context.processes,
        problems=context.problems,
        progress=lambda n, total: context.progress("search", n, total),
        indexer_digest=context.program.indexer_digest,
        intact=intact,
        trusted=not options.redraw,
        people=names_of(archive),
    )
    context.problems.raise_errors()
    return staged


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
            report = search.update(
                months_of(archive, issues),
                output=options.output,
                cache=project.cache / cache_name(options),
                processes=options.processes or processors(),
                problems=problems,
                indexer_digest=program.indexer_digest,
                people=names_of(archive),
            )
        except DAMAGE as error:
            if not is_damage(error):
                raise
            if not isinstance(error, MissingIssue):
                forget(issues.path)  # the next build reads all anew, and its own call will come
            return search.SearchReport()
    problems.raise_errors()
    return report


def names_of(archive: Archive) -> tuple[str, ...]:
    """Of the people of record."""
    return tuple(plain_name(person.name) for person in archive.paper.people)


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
