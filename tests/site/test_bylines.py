"""Bylines from the file to the page, in both themes: who has a page, and what is printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.content_folder import picture
from tests.support.paper import Paper

DAY = "2026-01-02"
NOBODY = (
    "城关镇读者",
    "县委宣传部供稿",
    "据新华社",
    "本报综合报道",
    "□ 本报评论员",
    "作者简介",
    "新华社发",
    "记者 深入基层走访",
)


@pytest.fixture(params=["broadsheet", "tabloid"])
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> Paper:
    found = Paper(tmp_path)
    found.write(
        "paper.yml", f"name: 江城晨报\ntheme: {request.param}\nbase_url: https://example.org/\n"
    )
    return found


def shown(paper: Paper, number: int) -> str:
    """An article's page as it is read, its spaces all alike."""
    html = (paper.root / f"output/{DAY}/01/{number:02}/index.html").read_text(encoding="utf-8")
    return " ".join(re.sub("<[^>]*>", "", html[html.index("<body") :]).split())


def authors(paper: Paper, number: int) -> list[str]:
    html = (paper.root / f"output/{DAY}/01/{number:02}/index.html").read_text(encoding="utf-8")
    found = re.search(r'application/ld\+json">(.*?)</script>', html)
    return [one["name"] for one in json.loads(found[1] if found else "{}").get("author", [])]


def people(paper: Paper) -> int:
    """How many have a page."""
    return len([path for path in (paper.root / "output/by").glob("*/") if path.is_dir()])


def test_what_is_not_surely_a_person_is_printed_and_has_no_page(paper: Paper) -> None:
    paper.issue(DAY, *("正文。" for _ in NOBODY))
    for number, byline in enumerate(NOBODY, 1):
        paper.article(DAY, number, "正文。", byline=byline)
    paper.build()
    feed = (paper.root / "output/feed.xml").read_text(encoding="utf-8")
    assert people(paper) == 0
    for number, byline in enumerate(NOBODY, 1):
        text = {"据新华社": "新华社", "县委宣传部供稿": "县委宣传部"}.get(byline, byline)
        assert text in shown(paper, number)
        assert text in feed
        assert authors(paper, number) == []


def test_who_is_surely_a_person_has_a_page_under_his_whole_name(paper: Paper) -> None:
    paper.issue(DAY, "正文。", "正文。")
    paper.article(DAY, 1, "正文。", byline="记者 李 𬭎 发自北京")
    paper.article(DAY, 2, "正文。", byline="王五 口述 张三(通讯员)")
    paper.build()
    assert people(paper) == 3
    assert authors(paper, 1) == ["李𬭎"]
    assert authors(paper, 2) == ["王五", "张三"]
    assert "记者 李𬭎 发自北京" in shown(paper, 1)
    assert "王五 口述" in shown(paper, 2)
    assert "通讯员 张三" in shown(paper, 2)


def test_a_photographer_is_credited_in_one_form_wherever_he_stands(paper: Paper) -> None:
    paper.issue(DAY, "正文。")
    (paper.root / f"content/issues/2026/{DAY}/a.jpg").write_bytes(picture())
    photos = "[{file: a.jpg, alt: 桥, caption: 大桥, credit: 赵大海/摄}]"
    paper.article(DAY, 1, "正文。", byline="赵大海/摄", photos=photos)
    paper.build()
    assert len(re.findall("赵大海 摄", shown(paper, 1))) == 2
    assert "摄 赵大海" not in shown(paper, 1)


def test_a_role_that_several_have_is_printed_once(paper: Paper) -> None:
    credits = "{责任编辑: 钮文卿 仇小满, 校对: 区家声}"
    paper.issue(DAY, "正文。")
    paper.write(f"issues/2026/{DAY}/issue.md", f"---\npages: [{{credits: {credits}}}]\n---\n")
    paper.build()
    html = (paper.root / f"output/{DAY}/01/index.html").read_text("utf-8")
    assert re.findall("责任编辑.*区家声", " ".join(re.sub("<[^>]*>", "", html).split())) in (
        ["责任编辑：钮文卿 仇小满 校对：区家声"],
        ["责任编辑 钮文卿 仇小满 校对 区家声"],
    )
