"""On the page of ``banxin import --open`` an editor sets stories right before they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.import_page import Page, edited
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, manuscript, read
from tests.support.manuscripts.laid_out import Typed
from tests.support.terminal import Terminal, tree, write

BOATS = (
    Typed("title", "江城渡口换上新趸船"),
    Typed("body", "3月30日，江城渡口的新趸船投入使用，可以同时停靠两艘渡轮。"),
    Typed("body", "西街菜场早市提前"),
    Typed("body", "从4月1日起，西街菜场早市提前到五点半开门，试行三个月。"),
)


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def two(paper: Terminal) -> str:
    return str(manuscript(paper, "稿/一版.docx", NEWS, BOATS).parent)


def test_what_was_set_right_on_the_page_is_what_the_answer_in_the_terminal_writes(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("save", f_1_title="春耕\n“备耕” #1: 有序", f_1_kicker="三月", f_1_page="第二版")
        assert page.at == "s1"
        assert "存好了" in page.text
        return "y\n"

    said = edited(paper, monkeypatch, [work], str(manuscript(paper)))
    assert said.code == 0
    assert "照网页上改过的写" in said.out
    text = read(paper, f"{FOLDER}/02-01.md")
    assert "kicker: 三月\ntitle: " in text
    assert "请核对" not in text
    assert paper("check", "--strict").code == 0


def test_the_page_is_opened_from_the_question_in_the_terminal(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("save", f_1_title="春耕有序")
        return "y\n"

    said = edited(paper, monkeypatch, [work], str(manuscript(paper)), first="o\n")
    assert said.code == 0
    assert "o 在浏览器里看，改好再写" in said.out
    assert "title: 春耕有序" in read(paper, f"{FOLDER}/01-01.md")


def test_stories_are_cut_joined_left_out_and_written_from_the_page(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("save", p_2_1="split")
        assert page.text.count("<article") == 3
        page.press("join.3")
        assert (page.at, "《西街菜场早市提前》并到这一篇里了" in page.text) == ("s2", True)
        page.press("save", p_2_1="split")
        page.press("drop.2")
        assert "江城渡口换上新趸船" in page.text.partition("不写的")[2]
        page.press("write")
        assert f"<li>{FOLDER}/01-02.md</li>" in page.text
        assert "没有写《江城渡口换上新趸船》" in page.text
        return ""

    said = edited(paper, monkeypatch, [work], two(paper))
    assert said.code == 0
    assert "在网页上按了“写进报纸”" in said.out
    assert "没有写《江城渡口换上新趸船》" in said.out
    titles = [re.findall("title: (.*)", read(paper, f"{FOLDER}/01-0{n}.md"))[0] for n in (1, 2)]
    assert titles == ["江城县春耕备耕有序推进", "西街菜场早市提前"]


def test_what_is_chosen_in_one_go_means_what_was_shown(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (
        *(*BOATS, Typed("picture"), Typed("caption", "图为早市。")),
        *(Typed("picture"), Typed("caption", "图为菜场。")),
    )
    files = manuscript(paper, "稿/一版.docx", NEWS, rows).parent

    def work(page: Page) -> str:
        page.press("save", p_2_1="split")
        assert [page.form[name] for name in ("c.3.0", "c.3.1")] == ["图为早市。", "图为菜场。"]
        assert page.text.count("《江城县春耕备耕有序推进》</option>") == 2
        page.press("save", m_2_title="body", p_2_0="dateline", w_3_0="1", w_3_1="1")
        assert [page.form[name] for name in ("c.1.0", "c.1.1")] == ["图为早市。", "图为菜场。"]
        assert page.form["f.2.dateline"] == BOATS[1].text
        return "y\n"

    assert edited(paper, monkeypatch, [work], str(files)).code == 0
    assert read(paper, f"{FOLDER}/01-02.md").endswith(f"\n{BOATS[0].text}\n")


def test_a_mistake_is_said_at_its_place_keeps_what_was_typed_and_nothing_is_written(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(paper.folder)

    def mistaken(page: Page) -> str:
        page.press(
            "write", f_1_page="9", f_1_title=" ", f_1_signoff__date="前天", f_1_byline="江禾"
        )
        form = page.form
        assert [form[f"f.1.{one}"] for one in ("page", "title", "signoff-date", "byline")] == [
            *("9", "", "前天", "江禾")
        ]
        for said in ("没有 9 版：填这几版里的一个", "主题不能空着", "认不出是哪一天", "有 3 处"):
            assert said in page.text
        page.press("drop.1", f_1_title="题")
        assert "只剩这一篇了" in page.text
        return "y\n"

    def mended(page: Page) -> str:
        assert tree(paper.folder) == before
        page.press("save", f_1_page="2", f_1_title="题", f_1_signoff__date="3月31日")
        assert 'class="why"' not in page.text
        return "y\n"

    said = edited(paper, monkeypatch, [mistaken, mended], str(manuscript(paper)))
    assert (said.code, "网页上有 2 处填得不对" in said.err) == (0, True)
    assert 'signoff: {by: ["2022年3月31日"]}' in read(paper, f"{FOLDER}/02-01.md")


def test_a_story_that_was_checked_has_no_marks_and_keeps_its_notes(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("save", p_1_1="drop", k_1_all="1")
        page.press("checked")
        return "y\n"

    edited(paper, monkeypatch, [work], two(paper))
    text = read(paper, f"{FOLDER}/01-01.md")
    assert "# 导入时：编辑没有登：“会议指出，要把种子、化肥备足备好" in text
    assert "请核对" not in text + read(paper, f"{FOLDER}/01-02.md")
    assert paper("check", "--strict").code == 0


def test_only_what_the_paper_doesnt_have_is_written_where_that_is_pressed(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper("import", str(manuscript(paper)), "--yes")

    def work(page: Page) -> str:
        assert "！好像已经有了" in page.text
        page.press("write-new", f_2_title="渡口")
        return ""

    assert edited(paper, monkeypatch, [work], two(paper)).code == 0
    assert "title: 渡口\n" in read(paper, f"{FOLDER}/01-02.md")
    assert not (paper.folder / FOLDER / "01-03.md").exists()


def test_who_went_back_saves_what_stands_there_and_undoing_brings_the_rest_back(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        old = page.form
        title, byline = old["f.1.title"], old["f.1.byline"]
        page.press("save", f_1_title="甲")
        page.send({**old, "f.1.byline": "江禾", "do": "save"})
        assert "您是从较早的一页存的" in page.text
        assert (page.form["f.1.title"], page.form["f.1.byline"]) == (title, "江禾")
        page.press("undo")
        assert (page.form["f.1.title"], page.form["f.1.byline"]) == (title, byline)
        page.press("undo", f_1_title="乙")
        assert page.form["f.1.title"] == title
        assert page.send({"sheet": "99", "do": "write"}) == page.look()
        return "n\n"

    said = edited(paper, monkeypatch, [work], str(manuscript(paper)))
    assert "没有写任何文件" in said.out


def test_a_file_that_has_come_in_between_costs_no_correction(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("save", f_1_title="甲")
        write(paper.folder, f"{FOLDER}/01-01.md", "---\ntitle: 旧\n---\n旧文。\n")
        page.press("write")
        assert "01-01.md 刚才已经有了，什么也没有写" in page.text
        page.press("write")
        return ""

    assert edited(paper, monkeypatch, [work], str(manuscript(paper))).code == 0
    assert "title: 甲\n" in read(paper, f"{FOLDER}/01-02.md")
    assert "旧文" in read(paper, f"{FOLDER}/01-01.md")


def test_of_fields_that_no_file_may_have_it_says_so_and_what_to_do(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(page: Page) -> str:
        page.press("write", f_1_abstract="字" * 60_000)
        assert "登不出来：把字段里的话移到正文" in page.text
        page.press("save", m_1_abstract="body")
        return "y\n"

    assert edited(paper, monkeypatch, [work], str(manuscript(paper))).code == 0
    assert paper("check").code == 0


def test_ctrl_c_writes_nothing(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(paper.folder)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("banxin.cli.imports.asking.Asking._next", stop)
    said = edited(paper, monkeypatch, [], str(manuscript(paper)))
    assert (said.code, "什么也没有写" in said.err) == (130, True)
    assert tree(paper.folder) == before


ODD = (
    *('"', "'", "a: b", "# x", "---\nx: y\n---", "{a", "| a |", ">", "&amp;", "\\", "\x00", "😀"),
    *("<script>alert(1)</script>", "<!-- x -->", "</textarea>", "字" * 10_000, "null", "*a", "1e5"),
    *("[^1]", "\u2028", "\ufeff", "\ud800", "{{ x }}", "引题", "（标题）", "\x1b[31m"),
)


def test_whatever_is_typed_the_page_shows_it_again_and_what_is_written_builds(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (*NEWS, Typed("picture"), Typed("caption", "图为现场。"))
    files = [str(manuscript(paper, f"稿/{n:02}.docx", rows)) for n in range(3)]
    hands = ("page", "rank", "kind", "signoff-date")

    def work(page: Page) -> str:
        names = [name for name in page.form if name[0] in "fca" and not name.endswith(hands)]
        assert len(names) > len(ODD)  # each of them is typed somewhere
        typed = {name: ODD[n % len(ODD)] for n, name in enumerate(names)}
        typed |= {name: f"题{odd}" for name, odd in typed.items() if name.endswith("title")}
        page.send({**page.form, **typed, "do": "save"})
        shown = page.form
        for name, text in typed.items():
            kept = {c for c in text if c.isprintable() and not c.isspace()}
            assert kept - set(shown[name]) <= set("|引题（标题）"), name
        return "y\n"

    assert edited(paper, monkeypatch, [work], *files).code == 0
    checked = paper("check")
    assert checked.code == 0, checked.err
