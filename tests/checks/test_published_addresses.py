"""Addresses for ever: what is said of each that would vanish or tell another story."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from banxin.checks.context import CheckContext
from banxin.checks.old_addresses import (
    aliases_differ_not_only_in_case,
    aliases_that_a_host_can_serve,
)
from banxin.checks.published_addresses import addresses_for_ever
from banxin.model import Gone, Paper
from banxin.model.archive import Archive, ArticleRow, IssueRow
from banxin.model.likeness import signature
from banxin.model.published import PublishedAddress
from banxin.problems import Problem
from banxin.site.link_targets import Targets

A = signature("全区安全生产工作会议召开", "昨天上午，会议在区政府召开，通报了第一季度的情况。")
B = signature("衢江大桥今天正式通车", "经过三年建设，连接两岸的大桥零时开放，秩序井然。")
FOLDER = "content/issues/2022/2022-04-01"
PAPER = Paper("江城晨报")


def story(key: str, told: str, *aliases: str, draft: bool = False) -> ArticleRow:
    file = f"{FOLDER}/{key.replace('/', '-')}-a.md"
    return ArticleRow(file, key, draft, not draft, aliases, signature=told)


def row(*stories: ArticleRow, gone: tuple[Gone, ...] = ()) -> IssueRow:
    made = IssueRow(
        "2022-04-01", FOLDER, date(2022, 4, 1), 1, 0, "digest", "listing", 1, stories, (), ()
    )
    return replace(made, gone=gone)


def found(
    *rows: IssueRow, paper: Paper = PAPER, lenient: bool = False, **known: str
) -> list[Problem]:
    """``known``: signatures of what was published as 2022-04-01/01/…: p01=A."""
    published = {
        f"2022-04-01/01/{name[1:]}/": PublishedAddress(told, "旧题") for name, told in known.items()
    }
    archive = Archive(paper, (), rows)
    context = CheckContext(Targets(archive, drafts=False), None, published, lenient)
    return list(addresses_for_ever(archive, context))


def codes(problems: list[Problem]) -> list[str]:
    return [f"{p.place.file.rpartition('/')[2]} {p.severity} {p.code}" for p in problems]


def test_where_nothing_is_known_nothing_is_said() -> None:
    assert found(row()) == []


def test_a_story_that_is_there_with_a_corrected_headline_is_fine() -> None:
    corrected = signature(
        "全区安全生产会议召开", "昨天上午，会议在区政府召开，通报了第一季度的情况。"
    )
    assert found(row(story("01/01", corrected)), p01=A) == []


def test_a_deleted_story_is_missed_at_its_issue_with_its_title() -> None:
    (problem,) = found(row(story("01/02", B)), p01=A, p02=B)
    assert codes([problem]) == ["issue.md error address-gone"]
    details = dict(problem.details)
    assert details["address"] == "/2022-04-01/01/01/"
    assert details["was"] == "《旧题》"
    assert details["field"] == "gone: {01/01: …}"


def test_a_preview_only_reminds() -> None:
    assert codes(found(row(), lenient=True, p01=A)) == ["issue.md warning address-gone"]


def test_a_story_that_became_a_draft_again_is_missed_in_its_file() -> None:
    stories = story("01/01", A, draft=True), story("01/02", B)
    assert codes(found(row(*stories), p01=A)) == ["01-01-a.md error address-drafted"]


def test_an_issue_of_drafts_alone_is_missed_as_a_whole() -> None:
    stories = story("01/01", A, draft=True), story("01/02", B, draft=True)
    assert codes(found(row(*stories), p01=A, p02=B)) == ["issue.md error issue-gone"]


def test_a_renumbered_story_is_told_of_in_its_file() -> None:
    (problem,) = found(row(story("01/05", A)), p01=A)
    assert codes([problem]) == ["01-05-a.md error address-moved"]
    assert dict(problem.details)["now"] == "/2022-04-01/01/05/"


def test_an_alias_is_word_enough() -> None:
    assert found(row(story("01/05", A, "/2022-04-01/01/01/")), p01=A) == []


def test_gone_with_a_reason_is_word_enough() -> None:
    assert found(row(gone=(Gone("01/01", "重复刊登"),)), p01=A) == []


def test_another_story_under_a_published_number_is_told_of_in_its_file() -> None:
    (problem,) = found(row(story("01/01", B), story("01/03", A)), p01=A)
    assert codes([problem]) == ["01-01-a.md error address-reused"]
    assert dict(problem.details)["now"] == "/2022-04-01/01/03/"


def test_two_stories_that_changed_places_are_both_told_of() -> None:
    swapped = row(story("01/01", B), story("01/02", A))
    assert codes(found(swapped, p01=A, p02=B)) == [
        "01-01-a.md error address-reused",
        "01-02-a.md error address-reused",
    ]


def test_a_rewritten_story_may_say_that_it_has_always_been_there() -> None:
    assert found(row(story("01/01", B, "/2022-04-01/01/01/")), p01=A) == []


def test_an_issue_that_is_gone_is_one_problem() -> None:
    assert codes(found(p01=A, p02=B)) == ["paper.yml error issue-gone"]


def test_a_word_for_the_whole_issue_stands_for_its_stories() -> None:
    paper = replace(PAPER, gone=(Gone("2022-04-01/", "试刊"),))
    assert found(paper=paper, p01=A, p02=B) == []


def test_a_word_for_another_issue_stands_for_nothing() -> None:
    paper = replace(PAPER, gone=(Gone("2022-04-01-2/", "试刊"),))
    assert codes(found(paper=paper, p01=A)) == ["paper.yml error issue-gone"]


def said_of(*aliases: str, paper: Paper = PAPER) -> list[str]:
    archive = Archive(paper, (), (row(story("01/01", A, *aliases)),))
    context = CheckContext(Targets(archive, drafts=False), None)
    checks = (aliases_differ_not_only_in_case, aliases_that_a_host_can_serve)
    return [problem.code for check in checks for problem in check(archive, context)]


@pytest.mark.parametrize(
    ("aliases", "said"),
    [
        (("/html/2022-04/01/content_123.htm", "/html/2022-04/01/node_2.htm"), []),
        (("/html/2022-04/01/content_123.htm?div=-1",), []),
        (("/a.htm", "/A.htm"), ["alias-case"]),
        (("/a.htm", "/a.htm"), []),
        (("/content_123.asp",), ["alias-needs-server"]),
        (("/content_123.jsp?id=2", "/content_123.jsp?id=3"), ["alias-needs-server"] * 2),
    ],
)
def test_old_addresses_that_cannot_work_are_said(aliases: tuple[str, ...], said: list[str]) -> None:
    assert said_of(*aliases) == said


def test_a_host_that_reads_lists_serves_what_programs_answered() -> None:
    assert said_of("/a.asp?id=2", paper=replace(PAPER, redirects=("nginx",))) == []
    assert said_of("/a.asp?id=2", paper=replace(PAPER, redirects=("cloudflare",))) == [
        "alias-needs-server"
    ]
