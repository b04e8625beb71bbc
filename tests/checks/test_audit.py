from __future__ import annotations

from datetime import date
from importlib import import_module
from inspect import isfunction, signature
from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin import checks
from banxin.checks.audit import CHECKS, audit
from banxin.checks.context import CheckContext
from banxin.model import Body, Paper, Ref, Standing
from banxin.model.archive import Archive, ArticleRow, AskedLayout, IssueRow, Pointer
from banxin.problems import Problems
from banxin.site.link_targets import Targets


def row(day: str, number: int = 0, *, folder: str = "", **fields: object) -> IssueRow:
    folder = folder or f"content/issues/{day[:4]}/{day}"
    when = date.fromisoformat(day)
    made = IssueRow(day, folder, when, 1, number, "digest", "listing", 4, (), (), ())
    return replace(made, **fields)


def found(*rows: IssueRow, standing: tuple[Standing, ...] = ()) -> list[str]:
    archive = Archive(Paper("江城晨报"), standing, rows)
    problems = Problems()
    targets = Targets(archive, drafts=False)
    problems.extend(audit(archive, CheckContext(targets, ("front", "inside"))))
    return [f"{p.place} {p.severity} {p.code}" for p in problems]


FILE = "content/issues/2022/2022-04-01/01-01-a.md"


def pointing(target: str) -> IssueRow:
    return row("2022-04-02", pointers=(Pointer(target, "content/x.md", 7, 3),))


def with_article(*, draft: bool = False) -> IssueRow:
    return row("2022-04-01", articles=(ArticleRow(FILE, "01/01", draft, not draft),))


def test_numbers_that_follow_each_other_are_fine() -> None:
    assert found(row("2022-04-01", 7), row("2022-04-02"), row("2022-04-03", 8)) == []


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ((7, 9), "warning number-gap"),
        ((7, 6), "warning number-back"),
        ((7, 7), "error number-twice"),
    ],
)
def test_numbers_that_do_not_are_said(numbers: tuple[int, int], code: str) -> None:
    first, second = numbers
    issue = "content/issues/2022/2022-04-02/issue.md"
    assert found(row("2022-04-01", first), row("2022-04-02", second)) == [f"{issue} {code}"]


@pytest.mark.parametrize("days", [("2022-04-01",), ("2022-03-30", "2022-03-31", "2022-04-01")])
def test_an_issue_far_ahead_of_the_others_is_reminded_of(
    days: tuple[str] | tuple[str, str, str],
) -> None:
    rows = [row(day) for day in (*days, "2202-04-01")]
    assert found(*rows) == ["content/issues/2202/2202-04-01/issue.md warning issue-ahead"]


@pytest.mark.parametrize(
    "days",
    [
        ("2022-04-01", "2022-04-30"),
        ("1985-01-01", "1990-01-01", "1995-01-01"),
        ("2022-01-01", "2022-02-01", "2022-04-01"),
    ],
)
def test_gaps_as_an_archive_has_them_are_not(days: tuple[str, str] | tuple[str, str, str]) -> None:
    assert found(*(row(day) for day in days)) == []


def test_a_newest_issue_without_anything_to_read_is_reminded_of() -> None:
    bare = row("2022-04-02", bare=True)
    told = ["content/issues/2022/2022-04-02/issue.md warning issue-bare"]
    assert found(with_article(), bare) == told
    assert found(with_article(), bare, replace(bare, key="2022-04-02-2", edition=2)) == told
    draft = ArticleRow("content/x.md", "01/01", draft=True, listed=False)
    assert found(with_article(), bare, row("2022-04-03", articles=(draft,))) == told


def test_an_older_one_is_not() -> None:
    assert found(row("2022-03-31", bare=True), with_article()) == []


def test_specimens_beside_a_paper_s_own_articles_are_reminded_of() -> None:
    specimen = ArticleRow("content/x.md", "01/01", draft=False, listed=True, specimen=True)
    begun = row("2022-03-31", articles=(specimen, replace(specimen, file="content/y.md")))
    assert found(begun) == []
    assert found(begun, with_article()) == ["content/x.md warning specimen-left"]


def test_an_article_that_jumps_to_itself_is_reminded_of() -> None:
    jump = Pointer("2022-04-01/01/01", FILE, 4, 12)
    own = replace(with_article(), pointers=(jump,))
    assert found(own) == [f"{FILE}:4:12 warning jump-to-itself"]
    other = replace(own, pointers=(Pointer(FILE, FILE, 7, 3),))
    assert found(other) == []


def test_a_link_to_an_article_is_fine() -> None:
    assert found(with_article(), pointing(FILE)) == []
    assert found(with_article(), pointing("2022-04-01/01/01")) == []
    assert found(with_article(), pointing("content/issues/2022/2022-04-01/issue.md")) == []


def test_a_link_to_nothing_names_its_line_and_column() -> None:
    assert found(pointing(FILE)) == ["content/x.md:7:3 error link-dead"]


def test_a_link_to_a_draft_is_dead_too() -> None:
    assert found(with_article(draft=True), pointing(FILE)) == [
        "content/x.md:7:3 error link-to-draft"
    ]


def test_one_issue_in_two_folders_is_refused() -> None:
    other = row("2022-04-01", folder="content/issues/2021/2022-04-01")
    assert found(row("2022-04-01"), other) == ["content/issues/2021/2022-04-01 error issue-twice"]


def test_a_layout_that_the_theme_lacks_is_refused() -> None:
    issue = "content/issues/2022/2022-04-01/issue.md"
    layouts = (AskedLayout("front", 5, 13), AskedLayout("frnt", 6, 13), AskedLayout("frnt", 7, 13))
    assert found(row("2022-04-01", layouts=layouts)) == [f"{issue}:6:13 error layout-unknown"]


@pytest.mark.parametrize("key", ["archive", "search", "assets", "by", "n", "pagefind"])
def test_a_standing_page_cannot_take_an_address_of_the_site(key: str) -> None:
    page = Standing(f"content/{key}.md", key, "标题")
    problems = found(row("2022-04-01"), standing=(page,))
    assert problems == [f"content/{key}.md error standing-reserved"]


def test_a_standing_pages_links_are_followed() -> None:
    body = Body(refs=(Ref("link", FILE, line=3, column=2),))
    page = Standing("content/about.md", "about", "关于", body)
    assert found(with_article(), standing=(page,)) == []
    assert found(row("2022-04-01"), standing=(page,)) == ["content/about.md:3:2 error link-dead"]


def test_a_paper_without_issues_is_told_how_to_begin() -> None:
    assert found() == ["content/issues warning no-issues"]


def test_drafts_may_point_at_each_other() -> None:
    pointer = (Pointer(FILE, FILE, 7, 3), Pointer("2022-04-01/01/02", FILE, 8, 1))
    drafts = (ArticleRow(FILE, "01/01", True, False), ArticleRow("b.md", "01/02", True, False))
    assert found(row("2022-04-01", articles=drafts, pointers=pointer)) == []


def test_a_theme_that_could_not_be_read_is_the_only_complaint() -> None:
    archive = Archive(
        Paper("江城晨报"), (), (row("2022-04-01", layouts=(AskedLayout("front", 5, 13),)),)
    )
    context = CheckContext(Targets(archive, drafts=False), None)
    assert list(audit(archive, context)) == []


def test_every_check_of_the_package_is_in_the_list() -> None:
    """A function that takes an archive and a context is a check, and is asked."""
    folder = Path(checks.__file__).parent
    names = [file.stem for file in folder.glob("*.py") if file.stem not in ("__init__", "audit")]
    modules = [import_module(f"banxin.checks.{name}") for name in names]
    found = {function for m in modules for function in vars(m).values() if is_check(function)}
    assert found == set(CHECKS)


def is_check(function: object) -> bool:
    if not isfunction(function):
        return False
    taken = [parameter.annotation for parameter in signature(function).parameters.values()]
    return taken == ["Archive", "CheckContext"]
