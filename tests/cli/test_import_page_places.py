"""On the page of an import: where all stories go, and what is said of many at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.import_page import Page, edited
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, manuscript, read
from tests.support.manuscripts.laid_out import Typed
from tests.support.terminal import Terminal

BRIEFS = tuple((Typed("title", f"第{n}条"), *NEWS[1:]) for n in "一二三四")


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def titles(paper: Terminal, *files: str) -> str:
    found = (re.findall("title: 第(.)条", read(paper, f"{FOLDER}/{one}.md"))[0] for one in files)
    return "".join(found)


def test_pages_and_order_of_all_stories_are_set_in_one_save(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        assert page.text.count("没有说登在第几版") == 1
        page.press("save", f_2_page="2", f_3_page="2", f_3_order="1", f_4_order="1")
        assert (page.at, "存好了" in page.text) == ("", True)
        assert "2 篇没有说登在第几版" in page.text
        page.press("pages")
        assert "没有说登在第几版" not in page.text
        return "y\n"

    assert edited(paper, monkeypatch, [work], str(manuscript(paper, "稿.docx", *BRIEFS))).code == 0
    assert titles(paper, "01-01", "01-02", "02-01", "02-02") == "四一三二"
    assert "登在第几版" not in read(paper, f"{FOLDER}/01-01.md")


def test_the_story_above_is_the_one_that_was_shown_there(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("join.3", f_4_order="1", f_1_order="4", p_2_1="split")
        assert page.at == "s5"  # the last part of the second
        return "y\n"

    assert edited(paper, monkeypatch, [work], str(manuscript(paper, "稿.docx", *BRIEFS))).code == 0
    assert titles(paper, "01-01", "01-02", "01-04") == "四二一"
    assert "\n## 第三条\n" in read(paper, f"{FOLDER}/01-03.md")


def test_an_order_that_is_no_number_stands_beside_its_story_until_it_is_one(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("write", f_1_order="头条", f_1_page="9")
        assert (page.form["f.1.order"], page.form["f.1.page"]) == ("头条", "9")
        assert '<a href="#i1">' in page.text
        page.press("write", f_1_order="1", f_1_page="2")
        return ""

    assert edited(paper, monkeypatch, [work], str(manuscript(paper))).code == 0
    assert (paper.folder / FOLDER / "02-01.md").exists()


def test_what_is_alike_is_told_once_and_of_a_picture_of_no_use_nothing_is_asked(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = tuple(Typed("body", f"{what}：XXX") for what in ("图片", "审核", "编辑", "来源"))

    def work(page: Page) -> str:
        assert page.text.count("还没有填，没有导入") == 4
        assert page.text.count("这样的有 4 处") == 1
        assert "c.1.0" not in page.form
        assert "图片" in page.text
        page.press("save", m_1_title="column", p_1_0="title")
        assert page.form["f.1.column"] == NEWS[0].text
        return "y\n"

    monkeypatch.setattr("banxin.importers.planning.picture_file", lambda _: None)
    file = manuscript(paper, "稿.docx", (*NEWS, *blank, Typed("picture")))
    assert edited(paper, monkeypatch, [work], str(file)).code == 0


def test_sentences_that_nobody_asks_about_are_folded_away_and_sent_all_the_same(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        Typed("body", f"第{n}天，渡口照常开船，趸船上的灯一直亮到末班船靠岸。") for n in range(12)
    ]
    rows[7] = Typed("body", "夜里的灯")

    def work(page: Page) -> str:
        folded = re.findall(r"<details><summary>其余 (\d+) 段（“第3天", page.text)
        assert folded == ["4"]
        page.press("save", p_1_4="subhead", t_1_5="灯亮着。")
        assert not re.search(r"<summary>其余 \d+ 段（“第3天", page.text)
        return "y\n"

    file = manuscript(paper, "稿.docx", (Typed("title", "渡口十二天"), *rows))
    assert edited(paper, monkeypatch, [work], str(file)).code == 0
    assert f"## {rows[4].text}\n\n灯亮着。\n" in read(paper, f"{FOLDER}/01-01.md")
