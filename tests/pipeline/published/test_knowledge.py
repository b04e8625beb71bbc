"""Published addresses from build to build: remembered, missed, and given up on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from banxin.pipeline.build import check
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed
from tests.support.paper import Paper, folder

DAY = "2024-01-02"
NEXT = "2024-01-03"
ARTICLES = f"content/{folder(DAY)}"
BRIDGE = "经过三年建设，连接南北两岸的大桥昨日零时开放，首日通过车辆一万余辆，秩序井然。"
SCHOOL = "新学期第一天，全区四十二所小学迎来两千多名新生，老师们在校门口等候，发放课本。"


@pytest.fixture(name="paper")
def two_issues(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    for day in (DAY, NEXT):
        paper.issue(day, BRIDGE)
        paper.article(day, 1, BRIDGE, title=f"衢江大桥正式通车{day}")
        paper.article(day, 2, SCHOOL, title="新学期第一天开学")
    return paper


def story(paper: Paper, day: str, number: int) -> Path:
    return paper.root / "content" / folder(day) / f"01-{number:02}-story.md"


def said(paper: Paper, **asked: Any) -> list[str]:
    """What a build complains of, which stops it; its warnings if it goes through."""
    try:
        report = paper.build(**({"addresses": "kept"} | asked))
    except BuildFailed as failed:
        return [f"{p.severity} {p.code}" for p in failed.problems]
    return [f"{p.severity} {p.code}" for p in report.warnings]


def test_a_paper_that_was_never_built_here_is_not_complained_of(paper: Paper) -> None:
    story(paper, DAY, 2).unlink()
    assert said(paper) == []


def test_a_deleted_story_stops_a_build_and_a_check_and_leaves_the_site_alone(paper: Paper) -> None:
    said(paper)
    before = paper.tree()
    story(paper, DAY, 2).unlink()
    assert said(paper) == ["error address-gone"]
    problems = check(Project(paper.root), paper.options(addresses="kept"))
    assert [p.code for p in problems] == ["address-gone"]
    assert paper.tree() == before


def test_a_preview_says_so_and_goes_on(paper: Paper) -> None:
    said(paper)
    story(paper, DAY, 2).unlink()
    assert said(paper, addresses="warned") == ["warning address-gone"]
    assert said(paper) == ["error address-gone"]


def test_a_preview_with_a_folder_of_its_own_warns_of_what_was_published(paper: Paper) -> None:
    paper.article(DAY, 3, "尚未定稿。", status="draft")
    said(paper)
    asked: dict[str, Any] = {
        "addresses": "warned",
        "drafts": True,
        "preview_of": paper.root / "output",
    }
    paper.build("preview", **asked)
    story(paper, DAY, 3).unlink()
    assert paper.build("preview", **asked).warnings == ()
    story(paper, DAY, 2).rename(story(paper, DAY, 5))
    report = paper.build("preview", **asked)
    assert [f"{p.severity} {p.code}" for p in report.warnings] == ["warning address-moved"]
    story(paper, DAY, 5).unlink()
    assert [p.code for p in paper.build("preview", **asked).warnings] == ["address-gone"]


def test_what_a_preview_showed_was_not_published(paper: Paper) -> None:
    said(paper, addresses="warned")
    paper.build("preview", addresses="kept", drafts=True)
    story(paper, DAY, 2).unlink()
    assert said(paper) == []


def test_a_word_that_is_taken_back_is_asked_for_again(paper: Paper) -> None:
    said(paper)
    story(paper, DAY, 2).unlink()
    issue = paper.root / "content" / folder(DAY) / "issue.md"
    before = issue.read_text("utf-8")
    issue.write_text(before.replace("---\n", "---\ngone: {01/02: 重复刊登}\n", 1), "utf-8")
    assert said(paper) == []
    assert "重复刊登" in paper.tree()[f"{DAY}/01/02/index.html"].decode()
    issue.write_text(before, "utf-8")
    assert said(paper) == ["error address-gone"]


def test_an_alias_that_was_published_is_an_address_like_any_other(paper: Paper) -> None:
    paper.article(DAY, 3, "旧闻。", aliases="[/html/a.htm]")
    said(paper)
    paper.article(DAY, 3, "旧闻。")
    assert said(paper) == ["error address-gone"]
    paper.article(DAY, 1, BRIDGE, aliases="[/html/a.htm]", title="衢江大桥正式通车")
    assert said(paper) == []


def test_a_page_that_is_no_more_is_missed(paper: Paper) -> None:
    issue = f"{folder(NEXT)}/issue.md"
    paper.write(issue, "---\npages: [{name: 要闻}, {name: 综合}]\n---\n")
    said(paper)
    paper.write(issue, "---\npages: [{name: 要闻}]\n---\n")
    assert said(paper) == ["error address-gone"]
    paper.write(issue, "---\npages: [{name: 要闻}]\ngone: {02: 只出一版}\n---\n")
    assert said(paper) == []


def test_an_issue_that_is_deleted_is_one_problem_and_needs_one_word(paper: Paper) -> None:
    said(paper)
    shutil.rmtree(paper.root / "content" / folder(DAY))
    assert said(paper) == ["error issue-gone"]
    file = paper.root / "content/paper.yml"
    file.write_text(f"{file.read_text('utf-8')}gone: {{/{DAY}/: 试刊}}\n", "utf-8")
    assert said(paper) == []


def test_another_story_under_a_published_number_stops_a_build(paper: Paper) -> None:
    said(paper)
    fields = {"title": "全区安全生产工作会议召开"}
    paper.article(DAY, 2, "昨天上午，会议在区政府召开，通报了第一季度情况，部署工作。", **fields)
    assert said(paper) == ["error address-reused"]


def test_the_sites_own_lists_tell_a_fresh_computer(paper: Paper, tmp_path: Path) -> None:
    said(paper)
    shutil.copytree(paper.root / "output", tmp_path / "copy of the site")
    shutil.rmtree(paper.root / ".banxin")
    shutil.rmtree(paper.root / "output")
    story(paper, DAY, 2).unlink()
    assert said(paper, published=str(tmp_path / "copy of the site")) == ["error address-gone"]
    assert said(paper) == []


def test_none_says_that_nothing_was_published_yet(paper: Paper) -> None:
    said(paper)
    story(paper, DAY, 2).unlink()
    assert said(paper, published="none") == []
    assert said(paper) == []


def test_specimens_that_the_program_wrote_may_go(paper: Paper) -> None:
    paper.article(DAY, 3, "样子。", title="样稿：一篇消息")
    said(paper)
    story(paper, DAY, 3).unlink()
    assert said(paper) == []


def test_a_published_story_that_is_a_draft_again_is_told_where_it_lies(paper: Paper) -> None:
    said(paper)
    paper.article(DAY, 2, SCHOOL, title="新学期第一天开学", status="draft")
    (found,) = check(Project(paper.root), paper.options(addresses="kept"))
    assert (found.code, found.place.file) == ("address-drafted", f"{ARTICLES}/01-02-story.md")


def test_an_issue_of_drafts_alone_is_one_problem_at_the_issue(paper: Paper) -> None:
    said(paper)
    for number, body in ((1, BRIDGE), (2, SCHOOL)):
        paper.article(DAY, number, body, status="draft")
    (found,) = check(Project(paper.root), paper.options(addresses="kept"))
    assert (found.code, found.place.file) == ("issue-gone", f"{ARTICLES}/issue.md")


def test_where_specimens_are_left_the_story_alone_is_told_as_gone(paper: Paper) -> None:
    for other in (1, 2):
        story(paper, DAY, other).unlink()
    paper.article(DAY, 1, "样子。", title="样稿：一篇消息")
    first = paper.article(DAY, 2, "昨天上午，游泳馆开放。")
    said(paper)
    first.unlink()
    found = check(Project(paper.root), paper.options(addresses="kept"))
    gone = [problem for problem in found if problem.code != "specimen-left"]
    assert [dict(problem.details)["address"] for problem in gone] == [f"/{DAY}/01/02/"]


def test_other_words_in_a_files_name_and_another_headline_are_free(paper: Paper) -> None:
    said(paper)
    file = story(paper, DAY, 2)
    text = file.read_text("utf-8").replace("新学期第一天开学", "两千多名新生入学")
    file.unlink()
    paper.write(f"{folder(DAY)}/01-02-pupils.md", text)
    assert said(paper) == []


def test_a_list_where_each_address_has_its_reason_is_told(paper: Paper) -> None:
    paper.write(f"{folder(DAY)}/issue.md", "---\npages: [{name: 要闻}]\ngone: [01/02]\n---\n")
    assert [p.code for p in check(Project(paper.root), paper.options())] == ["wants-pairs"]
