"""The page that a name or a line says is the one that the paper calls so."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from banxin.importers.naming import named_place
from banxin.importers.pages import jump_note, page_mark
from tests.support.importing_paper import FOLDER, importing_paper, manuscript, read
from tests.support.manuscripts.by_python_docx import styled
from tests.support.manuscripts.laid_out import Typed
from tests.support.terminal import Terminal, write


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


@pytest.mark.parametrize(
    ("name", "page", "place"),
    [
        ("B1版会议.docx", "B1", 0),
        ("A2会议.docx", "A2", 0),
        ("b1-02 会议.docx", "B1", 2),
        ("01-02-meeting.docx", "1", 2),
        ("第十二版 副刊.docx", "12", 0),
        ("12版.docx", "12", 0),
        ("一版头条.docx", "1", 0),
        ("6-7版合版.docx", "6–7", 0),
        ("6、7合版.docx", "6–7", 0),
        ("第六、七版.docx", "6–7", 0),
        ("中缝 启事.docx", "中缝", 0),
        ("1-4中缝.docx", "1–4中缝", 0),
        ("三版/会议.docx", "3", 0),
        ("A3/会议.docx", "A3", 0),
        ("二版转三版.docx", "2", 0),
        ("2022-04-02 会议.docx", "", 0),
        ("A4纸的故事.docx", "", 0),
        ("升级版.docx", "", 0),
    ],
)
def test_a_files_name_says_the_page(name: str, page: str, place: int) -> None:
    found = named_place(Path(name))
    assert (found.page, found.place) == (page, place)


@pytest.mark.parametrize(
    ("line", "label", "name", "rank"),
    [
        ("第一版：要闻", "1", "要闻", ""),
        ("B1版", "B1", "", ""),
        ("【A2版·综合】", "A2", "综合", ""),
        ("A2 要闻", "A2", "要闻", ""),
        ("第十二版 副刊", "12", "副刊", ""),
        ("第二版头条", "2", "", "lead"),
        ("一版 二条", "1", "", "second"),
        ("6-7版 两会特刊", "6–7", "两会特刊", ""),
        ("中缝", "中缝", "", ""),
        ("4月2日 第三版", "3", "", ""),
    ],
)
def test_a_line_says_where_the_following_stands(
    line: str, label: str, name: str, rank: str
) -> None:
    found = page_mark(line)
    assert found is not None
    assert (found.label, found.name, found.rank) == (label, name, rank)


@pytest.mark.parametrize(
    "line", ["A4纸的故事", "B1维生素", "二版转", "2022版", "第二版刊登的文章", "下转第三版", "3"]
)
def test_other_lines_say_none(line: str) -> None:
    assert page_mark(line) is None


@pytest.mark.parametrize(
    "note", ["（下转第三版）", "（下转B2版）", "上接第一版", "(转三版)", "二版转", "【紧接第1版】"]
)
def test_a_note_that_the_text_goes_on_elsewhere_is_one(note: str) -> None:
    assert jump_note(f"正文完。{note}") == note or jump_note(note) == note


def titled(*rows: str) -> list[Typed]:
    return [Typed("title" if n == 0 else "body", row) for n, row in enumerate(rows)]


def test_a_story_goes_to_the_page_that_the_issue_calls_so(paper: Terminal) -> None:
    write(
        paper.folder,
        f"{FOLDER}/issue.md",
        "---\nnumber: 1\npages:\n"
        "  - {label: A1, name: 要闻}\n  - name: 综合\n  - {label: B1, name: 副刊}\n---\n",
    )
    manuscript(paper, "稿/B1版 江边.docx")
    manuscript(paper, "稿/二版.docx")
    said = paper("import", str(paper.folder.parent / "稿"), "--issue", "2022-04-01", "--yes")
    assert (said.code, said.err) == (0, "")
    assert "page: B1\n" in read(paper, f"{FOLDER}/B1-01.md")
    assert "page: A2\n" in read(paper, f"{FOLDER}/A2-01.md")
    assert paper("check").code == 0


def test_a_page_that_the_issue_does_not_have_is_said(paper: Terminal) -> None:
    said = paper("import", str(manuscript(paper, "B3版.docx")), "--yes")
    assert said.code == 2
    assert "2022-04-01 这一期只有 1、2 版，没有 B3 版" in said.err


@pytest.mark.parametrize(
    "pages",
    [
        "pages: [{name: 要闻}, {name: 综合}]  # 两版",
        "pages:\n  - name: 要闻\n    layout: front\n  - name: 综合",
        "版面:\n- name: 要闻\n- name: 综合",
    ],
)
def test_what_it_says_to_write_into_issue_md_is_enough(paper: Terminal, pages: str) -> None:
    path = f"{FOLDER}/issue.md"
    write(paper.folder, path, f"---\nnumber: 1\n{pages}\n---\n")
    files = [str(manuscript(paper, f"{name}版.docx")) for name in ("B2", "C1")]
    said = paper("import", *files, "--yes").err
    told = [line for line in said.splitlines() if "label: B2" in line or "label: C1" in line]
    written = told[0] if "[" in pages else "\n".join((pages, *told))
    write(paper.folder, path, f"---\nnumber: 1\n{written}\n---\n")
    assert paper("import", *files, "--yes").code == 0
    assert "page: B2\n" in read(paper, f"{FOLDER}/B2-01.md")
    assert paper("check").code == 0


def test_where_pages_have_no_letters_a2_is_the_second(paper: Terminal) -> None:
    paper("import", str(manuscript(paper, "A2会议.docx")), "--yes")
    assert "page: 2\n" in read(paper, f"{FOLDER}/02-01.md")


def test_a_new_issue_gets_the_pages_that_its_manuscripts_name(paper: Terminal) -> None:
    folder = paper.folder.parent / "2022-04-08"
    for name in ("A2版", "B1版", "中缝"):
        manuscript(paper, f"2022-04-08/{name}.docx")
    shutil.rmtree(paper.folder / FOLDER)
    said = paper("import", str(folder), "--yes")
    assert (said.code, said.err) == (0, "")
    made = read(paper, "content/issues/2022/2022-04-08/issue.md")
    assert [row.strip(" -") for row in made.splitlines() if "label" in row] == [
        *("label: A1", "label: A2", "label: B1", "label: 中缝")
    ]
    assert paper("check").code == 0


@pytest.mark.parametrize(
    ("before", "names", "labels", "otherwise"),
    [
        ("[{name: 要闻}, {name: 综合}]", ("A1-01", "A2", "B1-01", "B2"), "A1 A2 B1 B2", True),
        ("[{name: 要闻}, {name: 综合}]", ("A01-01", "B01"), "A01 B01", True),
        ("[{name: 要闻}, {name: 综合}]", ("B2",), "A1 B1 B2", True),
        ("[{name: 要闻}, {name: 综合}]", ("A1", "A4"), "1 2 3 4", False),
        ("[{name: 要闻}, {name: 综合}]", ("一版", "六、七版"), "1 2 3 4 5 6-7", False),
        ("[{label: A1}, {}, {label: B1}]", ("一版", "五版"), "A1 A2 B1 B2 B3", False),
        ("[{label: A1}, {}, {label: B1}]", ("六、七版",), "A1 A2 B1 6-7", False),
        ("[{label: A1}, {}, {label: B1}]", ("C2", "中缝"), "A1 A2 B1 C1 C2 中缝", False),
        ("[{label: 1}, {label: 中缝}]", ("A3", "B1"), "A1 A2 A3 B1", True),
        ("[]", ("A1-01", "B1"), "A1 B1", False),
    ],
)
def test_a_new_issue_has_the_pages_that_are_named_whatever_the_last_one_calls_its_own(
    paper: Terminal, before: str, names: tuple[str, ...], labels: str, otherwise: bool
) -> None:
    write(paper.folder, f"{FOLDER}/issue.md", f"---\nnumber: 1\npages: {before}\n---\n")
    for name in names:
        manuscript(paper, f"2022-04-08/{name}.docx")
    said = paper("import", str(paper.folder.parent / "2022-04-08"), "--yes")
    assert (said.code, said.err) == (0, "")
    assert paper("check").code == 0
    listed = said.out.split("它的版：")[1].split("。")[0].split("、")
    assert [one.split()[0] for one in listed] == labels.replace("-", "–").split()
    assert ("不照上一期的" in said.out) == otherwise


@pytest.mark.parametrize(
    ("file", "label", "name"),
    [
        ("B1版 经济/会议.docx", "B1", "经济"),
        ("二版 要闻/会议.docx", "2", "要闻"),
        ("二版（江城副刊）/江边.docx", "2", "江城副刊"),
        ("二版 要闻.docx", "2", "要闻"),
        ("二版-民生.docx", "2", "民生"),
        ("二版 会议.docx", "2", ""),  # a story's
        ("二版头条.docx", "2", ""),
        ("二版 稿件/会议.docx", "2", ""),
    ],
)
def test_a_page_is_called_as_a_folder_or_a_file_says(
    paper: Terminal, file: str, label: str, name: str
) -> None:
    found = named_place(Path(file))
    assert (found.page, found.name) == (label, name)
    write(paper.folder, f"{FOLDER}/issue.md", "---\nnumber: 1\npages: [{name: 时政}]\n---\n")
    manuscript(paper, f"2022-04-08/{file}")
    said = paper("import", str(paper.folder.parent / "2022-04-08"), "--yes")
    made = read(paper, "content/issues/2022/2022-04-08/issue.md")
    assert (f"name: {name}\n" in made) == bool(name)
    assert said.code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("B1版 经济", "issue.md 里第 B1 版还没有名字，稿件叫它“经济”：name: 经济"),
        (
            "A1版：时政",
            "稿件把第 A1 版叫“时政”，",
        ),
    ],
)
def test_a_name_that_issue_md_does_not_have_is_proposed(
    paper: Terminal, line: str, said: str
) -> None:
    pages = "[{label: A1, name: 要闻}, {label: B1}]"
    write(paper.folder, f"{FOLDER}/issue.md", f"---\nnumber: 1\npages: {pages}\n---\n")
    text = f"{line}\n甲县春耕忙\n本报讯 3月1日，全县春耕全面展开，各乡镇抢抓农时。\n"
    file = write(paper.folder.parent, "a.txt", text)
    found = paper("import", str(file), "--yes")
    assert (said in found.out, found.err) == (True, "")
    if "B1" in line:
        assert "section: 经济  # 请核对\n" in read(paper, f"{FOLDER}/B1-01-a.md")


def test_pages_within_a_file_are_followed(paper: Terminal) -> None:
    rows = [*titled("甲县春耕忙", "本报讯 3月1日，全县春耕全面展开，各乡镇抢抓农时。")]
    more = [*titled("乙县修路忙", "本报讯 3月1日，通村公路开始维修，五月可以通车。（下转第二版）")]
    file = paper.folder.parent / "a.docx"
    mark = Typed("body", "第二版：综合")
    file.write_bytes(styled([rows, [mark, *more]], random.Random(1)))
    said = paper("import", str(file), "--yes")
    assert said.code == 0
    assert "下转第二版" in said.out
    second = read(paper, f"{FOLDER}/02-01.md")
    assert "五月可以通车。\n" in second


@pytest.mark.parametrize("name", ["C1驾照新规.docx", "B2B平台上线.docx"])
def test_what_may_be_no_page_refuses_nothing(paper: Terminal, name: str) -> None:
    said = paper("import", str(manuscript(paper, name)), "--yes")
    assert said.code == 0
    assert "没有说登在第几版" in said.out
    assert "page: 1\n" in read(paper, f"{FOLDER}/01-01.md")
