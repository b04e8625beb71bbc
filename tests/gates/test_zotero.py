"""What a library program takes from an article's page, by the logic of Zotero's own translator."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.rendering.theme import bundled_themes
from tests.support.zotero import CitedItem, embedded_metadata

PAPER = "name: 江城晨报\nbase_url: https://paper.example/bao/\nsections: {yaowen: 要闻}\n"
STORY = """---
title: 全区春耕|备耕会议召开
kicker: 不误农时
byline: 记者 林一 周二 通讯员 阿不都·卡里木 据新华社
---
会议讲话。
"""


def cited(root: Path, theme: str, **files: str) -> CitedItem:
    issue = root / "content/issues/2022/2022-04-01"
    issue.mkdir(parents=True)
    (root / "content/paper.yml").write_text(f"{PAPER}theme: {theme}\n", "utf-8")
    pages = "number: 3547\npages: [{name: 要闻}, {name: 要闻}]"
    (issue / "issue.md").write_text(f"---\n{pages}\n---\n", "utf-8")
    (issue / "02-03-spring.md").write_text(files.get("story", STORY), "utf-8")
    build(Project(root), Options(root / "output", search=False))
    return embedded_metadata((root / "output/2022-04-01/02/03/index.html").read_text("utf-8"))


@pytest.mark.parametrize("theme", bundled_themes())
def test_zotero_finds_paper_issue_page_date_and_authors(tmp_path: Path, theme: str) -> None:
    item = cited(tmp_path, theme)
    assert item.type == "journalArticle"
    assert item.fields == {
        "title": "全区春耕备耕会议召开",
        "publicationTitle": "江城晨报",
        "date": "2022/04/01",
        "issue": "3547",
        "pages": "2",
        "language": "zh-CN",
        "abstractNote": "会议讲话。",
        "url": "https://paper.example/bao/2022-04-01/02/03/",
    }
    assert item.authors == ["林一", "周二", "阿不都·卡里木"]


@pytest.mark.parametrize("theme", bundled_themes())
def test_of_a_text_without_a_reporter_none_is_guessed(tmp_path: Path, theme: str) -> None:
    item = cited(tmp_path, theme, story=STORY.replace("记者 林一 周二 通讯员 阿不都·卡里木 ", ""))
    assert (item.authors, item.guesses) == ([], False)
