from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from banxin.model import Paper, Standing
from banxin.model.archive import Archive, ArticleRow, IssueRow
from banxin.site.link_targets import Targets


def row(day: str, *, draft: bool = False) -> IssueRow:
    folder = f"content/issues/{day[:4]}/{day}"
    article = ArticleRow(f"{folder}/01-01-a.md", "01/01", draft, not draft)
    return IssueRow(
        day, folder, date.fromisoformat(day[:10]), 1, 0, "d", "l", 1, (article,), (), ()
    )


ARCHIVE = Archive(
    Paper("江城晨报"),
    (Standing("content/about.md", "about", "关于"),),
    (row("2022-04-01"), row("2022-04-01-2"), row("2022-04-02", draft=True)),
)
TARGETS = Targets(ARCHIVE, drafts=False)
DRAFT = "content/issues/2022/2022-04-02/01-01-a.md"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("content/about.md", "about/"),
        ("content/issues/2022/2022-04-01-2/issue.md", "2022-04-01-2/"),
        ("content/issues/2022/2022-04-01/01-01-a.md", "2022-04-01/01/01/"),
        ("2022-04-01/01/01", "2022-04-01/01/01/"),
        ("2022-04-01-2/01/01", "2022-04-01-2/01/01/"),
    ],
)
def test_links_lead_to_articles_issues_and_standing_pages_and_jumps_by_their_numbers(
    target: str, address: str
) -> None:
    assert TARGETS.get(target) == address
    assert target in TARGETS


@pytest.mark.parametrize(
    "target",
    [
        "",
        "content/other.md",
        "content/issues/2022/2022-04-01",
        "content/issues/2022/2022-04-01/01-02-a.md",
        "content/issues/2022/2022-04-03/issue.md",
        "2022-04-01",
        "2022-04-01/01",
        "2022-04-01/01/02",
        "2022-04-03/01/01",
    ],
)
def test_what_is_not_there_cannot_be_reached(target: str) -> None:
    assert target not in TARGETS


def test_a_draft_can_be_reached_only_where_drafts_are_drawn() -> None:
    for target in (DRAFT, "2022-04-02/01/01"):
        assert target not in TARGETS
        assert TARGETS.is_draft(target)
        assert target in Targets(ARCHIVE, drafts=True)
    assert not TARGETS.is_draft("2022-04-01/01/01")


def test_an_issue_that_readers_do_not_get_cannot_be_reached() -> None:
    shown = Targets(replace(ARCHIVE, rows=ARCHIVE.rows[:2]), drafts=False)
    assert "content/issues/2022/2022-04-02/issue.md" not in shown
