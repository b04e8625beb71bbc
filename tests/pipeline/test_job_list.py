from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from banxin.model import Body, Paper, Ref, Standing
from banxin.model.archive import Archive, ArticleRow, IssueRow, Pointer
from banxin.pipeline.job_list import jobs_of
from banxin.pipeline.jobs import IssueJob, Job, SitewideJob, YearJob
from banxin.site.link_targets import Targets
from tests.support.present import present


def row(day: str, *, draft: bool = False, points: tuple[str, ...] = ()) -> IssueRow:
    folder = f"content/issues/{day[:4]}/{day}"
    article = ArticleRow(f"{folder}/01-01-a.md", "01/01", draft, not draft)
    pointers = tuple(Pointer(target, article.file, 5, 1) for target in points)
    when = date.fromisoformat(day[:10])
    return IssueRow(
        day, folder, when, int(day[11:] or 1), 0, f"d{day}", f"l{day}", 1, (article,), pointers, ()
    )


DAYS = ("2020-12-31", "2022-01-31", "2022-04-01", "2022-04-01-2", "2024-02-29")
ARCHIVE = Archive(Paper("江城晨报"), (), tuple(row(day) for day in DAYS))


def jobs(archive: Archive = ARCHIVE) -> dict[str, Job]:
    return jobs_of(archive, Targets(archive, drafts=False))


def issue(key: str, archive: Archive = ARCHIVE) -> IssueJob:
    found = jobs(archive)[key]
    assert isinstance(found, IssueJob)
    return found


def year(key: str) -> YearJob:
    found = jobs()[key]
    assert isinstance(found, YearJob)
    return found


def sitewide(archive: Archive = ARCHIVE) -> SitewideJob:
    found = jobs(archive)["site"]
    assert isinstance(found, SitewideJob)
    return found


def test_every_issue_and_every_year_with_issues_is_a_unit() -> None:
    assert set(jobs()) == {*DAYS, "2020", "2022", "2024", "site", "assets"}


def test_an_issue_knows_its_neighbours_and_the_ends_have_one() -> None:
    assert issue("2020-12-31").before is None
    assert present(issue("2022-04-01").before).key == "2022-01-31"
    assert present(issue("2022-04-01").after).title == "2022年4月1日（增刊一）"
    assert issue("2024-02-29").after is None


def test_a_year_knows_the_nearest_months_with_issues_outside_of_it() -> None:
    found = year("2022")
    assert (found.month_before, found.month_after) == ((2020, 12), (2024, 2))
    assert [head.key for head in found.issues] == list(DAYS[1:4])
    first, last = year("2020"), year("2024")
    assert (first.month_before, first.month_after) == (None, (2022, 1))
    assert (last.month_before, last.month_after) == ((2022, 4), None)


def test_the_site_knows_its_newest_issue_and_its_years_newest_first() -> None:
    whole = sitewide()
    assert whole.newest == issue("2024-02-29")
    assert [year.year for year in whole.years] == [2024, 2022, 2020]


def test_a_paper_without_issues_has_a_site_all_the_same() -> None:
    empty = Archive(Paper("江城晨报"), (), ())
    assert set(jobs(empty)) == {"site", "assets"}
    assert sitewide(empty).newest is None


def test_an_issue_depends_on_the_address_of_what_it_points_at_and_on_nothing_else() -> None:
    file = "content/issues/2020/2020-12-31/01-01-a.md"
    pointing = replace(ARCHIVE, rows=(*ARCHIVE.rows[:-1], row("2024-02-29", points=(file,))))
    assert issue("2024-02-29", pointing).targets == ((file, "2020-12-31/01/01/"),)
    assert issue("2022-04-01", pointing) == issue("2022-04-01")


def test_the_site_depends_on_what_its_standing_pages_point_at() -> None:
    file = "content/issues/2022/2022-04-01/01-01-a.md"
    about = Standing("content/about.md", "about", "关于", Body(refs=(Ref("link", file),)))
    archive = replace(ARCHIVE, standing=(about,))
    assert sitewide(archive).targets == ((file, "2022-04-01/01/01/"),)
