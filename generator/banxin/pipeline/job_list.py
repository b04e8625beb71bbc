"""Which jobs an archive comes to: one an issue, one a year, one for what belongs to neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from banxin.model import Standing
from banxin.model.archive import Archive, IssueRow
from banxin.pipeline.jobs import AssetsJob, IssueJob, Job, SitewideJob, YearJob
from banxin.site.inputs import IssueHead, Neighbour
from banxin.site.link_targets import Targets
from banxin.site.wording import issue_title


def jobs_of(archive: Archive, targets: Targets) -> dict[str, Job]:
    """Every job of the site by its id: issues' keys, years, ``site`` and ``assets``."""
    rows = archive.rows
    near = (None, *(_neighbour(row) for row in rows), None)
    around = zip(rows, near, near[2:], strict=False)
    owners = _number_owners(rows)
    issues = [
        replace(
            _issue_job(row, before, after, targets),
            owns_number=owners.get(row.number, row.key) == row.key,
        )
        for row, before, after in around
    ]
    newest = _newest(rows)
    years = _year_jobs(rows)
    whole = SitewideJob(
        "site",
        "content",
        issues[newest] if issues else None,
        tuple(reversed(years)),
        archive.standing,
        archive.attachments,
        archive.root_files,
        _chosen(targets, _links(archive.standing)),
        archive.paper.gone,
        tuple(_neighbour(row) for row in rows[newest + 1 :]),
    )
    assets = AssetsJob("assets", f"themes/{archive.paper.theme}/static")
    jobs: tuple[Job, ...] = (*years, *issues, whole, assets)
    return {job.job_id: job for job in jobs}


def _newest(rows: tuple[IssueRow, ...]) -> int:
    """Where the newest paper stands; an extra is home only where there is no other issue."""
    papers = [at for at, row in enumerate(rows) if row.edition == 1]
    return papers[-1] if papers else len(rows) - 1


def _number_owners(rows: tuple[IssueRow, ...]) -> dict[int, str]:
    """The first issue with each number: addresses stay with it if the paper counts anew."""
    owners: dict[int, str] = {}
    for row in rows:
        owners.setdefault(row.number, row.key)
    return owners


def _issue_job(
    row: IssueRow, before: Neighbour | None, after: Neighbour | None, targets: Targets
) -> IssueJob:
    chosen = _chosen(targets, (pointer.target for pointer in row.pointers))
    printed = tuple((target, targets.printed_on(target)) for target, _ in chosen if _jumps(target))
    return IssueJob(row.key, row.folder, row.digest, before, after, chosen, printed=printed)


def _jumps(target: str) -> bool:
    return not target.endswith(".md")


def _neighbour(row: IssueRow) -> Neighbour:
    return Neighbour(row.key, issue_title(row.day, row.edition, row.naming.edition_name))


def _chosen(targets: Targets, wanted: Iterable[str]) -> tuple[tuple[str, str], ...]:
    found = ((target, targets.get(target)) for target in sorted(set(wanted)))
    return tuple((target, address) for target, address in found if address is not None)


def _links(standing: tuple[Standing, ...]) -> Iterator[str]:
    for page in standing:
        yield from (ref.target for ref in page.body.refs if ref.kind == "link")


def _year_jobs(rows: tuple[IssueRow, ...]) -> list[YearJob]:
    """Oldest first. Each knows the nearest months with issues outside of it."""
    years: dict[int, list[IssueRow]] = defaultdict(list)
    for row in rows:
        years[row.day.year].append(row)
    months = {year: [(year, row.day.month) for row in found] for year, found in years.items()}
    order = list(years)
    jobs = []
    for n, (year, found) in enumerate(years.items()):
        before = months[order[n - 1]][-1] if n else None
        after = months[order[n + 1]][0] if n + 1 < len(order) else None
        heads = tuple(IssueHead.of(row) for row in found)
        listings = tuple(row.listing for row in found)
        jobs.append(
            YearJob(str(year), f"content/issues/{year}", year, heads, listings, before, after)
        )
    return jobs
