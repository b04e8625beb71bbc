"""Which stories feeds hold, and that an issue more redraws only what it touches."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest

from banxin.pipeline.context import open_context
from banxin.pipeline.jobs import FeedJob, Job
from banxin.pipeline.planning import plan_site
from banxin.pipeline.project import Project
from tests.support.paper import Paper


@pytest.fixture(name="paper")
def empty_paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path)


def day(number: int) -> str:
    return str(date(2023, 12, 1) + timedelta(days=number))


def planned(paper: Paper) -> tuple[dict[str, Job], dict[str, str]]:
    with open_context(Project(paper.root), paper.options()) as context:
        plan = plan_site(context)
        return plan.jobs, plan.wanted


def held(paper: Paper, feed: str) -> dict[str, int]:
    """How many stories of which issue a feed holds, newest first."""
    job = planned(paper)[0][f"feed {feed}"]
    assert isinstance(job, FeedJob)
    return {issue.job_id: len(articles) for issue, articles in job.parts}


def switched(paper: Paper, feeds: str) -> None:
    file = paper.root / "content/paper.yml"
    file.write_text(f"{file.read_text('utf-8')}feeds: {feeds}\n", "utf-8")


def test_three_issues_are_held_however_many_stories_they_have(paper: Paper) -> None:
    for n in range(4):
        paper.issue(day(n), *("文。" for _ in range(15)))
    assert held(paper, "/") == {day(3): 15, day(2): 15, day(1): 15}


def test_forty_stories_are_held_however_few_each_issue_has(paper: Paper) -> None:
    for n in range(45):
        paper.issue(day(n), "文。")
    assert sum(held(paper, "/").values()) == 40


def test_an_extra_pushes_nothing_out(paper: Paper) -> None:
    for n in range(3):
        paper.issue(day(n), *("文。" for _ in range(30)))
    before = held(paper, "/")
    paper.issue(f"{day(2)}-2", "号外。")
    assert held(paper, "/") == before | {f"{day(2)}-2": 0}  # it is announced
    assert next(iter(held(paper, "/"))) == day(2)
    assert held(paper, "section/yaowen")[f"{day(2)}-2"] == 1


def test_a_section_has_its_last_stories_however_long_ago(paper: Paper) -> None:
    paper.article(day(0), 1, "文。", section="副刊")
    paper.write(f"issues/{day(0)[:4]}/{day(0)}/issue.md", "---\npages: [{name: 要闻}]\n---\n")
    for n in range(60, 70):
        paper.issue(day(n), "文。", "又。")
    assert held(paper, "section/fukan") == {day(0): 1}
    assert held(paper, "front/") == held(paper, "/")


def test_withdrawn_stories_and_drafts_are_in_no_feed(paper: Paper) -> None:
    paper.issue(day(0), "一。")
    paper.article(day(0), 2, "二。", status="withdrawn")
    paper.article(day(0), 3, "三。", status="draft")
    assert held(paper, "section/yaowen") == {day(0): 1}


def test_feeds_are_made_as_paper_yml_asks(paper: Paper) -> None:
    paper.issue(day(0), "一。")
    names = {job_id for job_id in planned(paper)[0] if job_id.startswith("feed ")}
    assert names == {"feed /", "feed front/", "feed section/yaowen"}
    switched(paper, "[bylines]")
    names = {job_id for job_id in planned(paper)[0] if job_id.startswith("feed ")}
    assert names == {"feed /", "feed by/linyi-eeab"}


def test_none_leaves_only_the_feed_of_everything(paper: Paper) -> None:
    paper.issue(day(0), "一。")
    switched(paper, "none")
    paper.build()
    feeds = {path for path in paper.tree() if "feed" in path}
    assert feeds == {"feed.xml", "feeds.opml"}


def test_an_issue_added_to_three_hundred_touches_only_its_neighbourhood(paper: Paper) -> None:
    for n in range(300):
        section = "副刊" if n < 100 else "要闻"
        paper.article(day(n), 1, "文。", section=section)
        paper.write(f"issues/{day(n)[:4]}/{day(n)}/issue.md", "---\npages: [{name: 要闻}]\n---\n")
    before = planned(paper)[1]
    paper.issue(day(300), "新。")
    after = planned(paper)[1]
    year = day(300)[:4]
    assert (
        {job_id for job_id in after if before.get(job_id) != after[job_id]}
        == {
            day(300),
            day(299),  # its link to the next issue
            year,
            "site",
            f"listing addresses/{year}.txt",
            "listing addresses/index.txt",
            "feed /",
            "feed front/",
            "feed section/yaowen",  # but not fukan's
            "days",
            f"day {day(300)[5:]}",  # of no other day
            "news",
        }
    )


def test_corrections_have_a_log_by_year_with_a_feed(paper: Paper) -> None:
    for n in range(3):
        paper.issue(day(n), "一。")
    paper.article(day(0), 1, "一。", corrections="[{date: 2023-12-05, note: 人名有误}]")
    note = "corrections: [{date: 2024-01-02, note: 来源不实}]"
    paper.article(day(1), 1, "一。", status=f"withdrawn\ntitle_withdrawn: true\n{note}")
    paper.build()
    tree = {path: data.decode() for path, data in paper.tree().items() if path.endswith("l")}
    assert '<a href="/corrections/2024/">2024年</a>' in tree["corrections/index.html"]
    assert "人名有误" in tree["corrections/2023/index.html"]
    withdrawn = tree["corrections/2024/index.html"]
    assert "《（标题已撤）》" in withdrawn
    assert "撤稿：来源不实" in withdrawn
    feed = feedparser.parse(tree["corrections/feed.xml"].encode())
    assert not feed.bozo
    titles = [entry.title for entry in feed.entries]
    assert titles == ["撤稿：（标题已撤）", f"更正：{day(0)} 第1篇"]
    assert all(f"{day(1)} 第1篇" not in page for page in tree.values())


def test_a_paper_that_was_never_wrong_says_so(paper: Paper) -> None:
    paper.issue(day(0), "一。")
    paper.build()
    assert "还没有登过更正" in paper.tree()["corrections/index.html"].decode()
    assert "corrections/feed.xml" not in paper.tree()


def test_one_more_correction_redraws_no_other_page(paper: Paper) -> None:
    for n in range(60):
        paper.issue(day(n), "一。")
    before = planned(paper)[1]
    paper.article(day(0), 1, "一。", corrections="[{date: 2023-12-05, note: 人名有误}]")
    after = planned(paper)[1]
    assert {job_id for job_id in after if before.get(job_id) != after[job_id]} == {
        day(0),
        "2023",  # the sitemap says when
        "site",  # which knows the years by their listings
        "day 12-01",
        "corrections",
    }
