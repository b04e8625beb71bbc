"""``banxin import``: shown first, written when somebody says so, nothing overwritten."""

from __future__ import annotations

import io
import random
import re
import sys
import urllib.request
from pathlib import Path

import pytest

from banxin.importers import formats
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, manuscript, read
from tests.support.manuscripts import by_hand, by_python_docx
from tests.support.manuscripts.laid_out import Typed, typed
from tests.support.manuscripts.stories import story
from tests.support.terminal import Terminal, tree, write


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def test_nothing_is_written_before_somebody_says_so(paper: Terminal) -> None:
    before = tree(paper.folder)
    said = paper("import", str(manuscript(paper)))
    assert said.code == 0
    assert "主题  江城县春耕备耕有序推进" in said.out
    assert "署名  记者 沈微" in said.out
    assert "加 --yes 再运行一遍就写入" in said.out
    assert tree(paper.folder) == before


def test_a_manuscript_becomes_an_article_that_builds(paper: Terminal) -> None:
    said = paper("import", str(manuscript(paper)), "--page", "1", "--yes")
    assert (said.code, said.err) == (0, "")
    assert read(paper, f"{FOLDER}/01-01.md") == (
        "---\npage: 1\ntitle: 江城县春耕备耕有序推进\nbyline: 记者 沈微\ndateline: 本报讯\n---\n\n"
        "3月31日，县里召开春耕备耕现场会。会议听取了各乡镇的汇报。\n\n"
        "会议指出，要把种子、化肥备足备好，确保不误农时。\n"
    )
    checked = paper("check", "--strict")
    assert (checked.code, checked.err) == (0, "")


def test_a_manuscript_goes_into_an_extra_only_where_that_is_named(paper: Terminal) -> None:
    key = FOLDER.rpartition("/")[2]
    paper("new", "issue", f"{key}-2")
    paper("import", str(manuscript(paper)), "--page", "1", "--yes")
    assert read(paper, f"{FOLDER}/01-01.md")
    paper("import", str(manuscript(paper)), "--page", "1", "--issue", f"{key}-2", "--yes")
    assert read(paper, f"{FOLDER}-2/01-01.md")


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_imported_builds_with_reminders_of_guesses_alone(
    paper: Terminal, seed: int
) -> None:
    random_ = random.Random(seed)
    files = []
    for n, make in enumerate((by_python_docx.by_looks, by_hand.by_wps, by_python_docx.styled)):
        file = paper.folder.parent / f"{n}.docx"
        file.write_bytes(make([typed(story(random_), random_) for _ in range(3)], random_))
        files.append(str(file))
    assert paper("import", *files, "--page", "2", "--yes").code == 0
    checked = paper("check")
    assert checked.code == 0
    assert set(re.findall(r"\[([a-z-]+)\]:", checked.err)) <= {"guess-unchecked"}


def test_a_guess_is_marked_reminded_of_and_refused_by_strict(paper: Terminal) -> None:
    paper("import", str(manuscript(paper)), "--yes")
    assert "\n# 请核对：没有说登在第几版，先放在第一版\n" in read(paper, f"{FOLDER}/01-01.md")
    assert "guess-unchecked" in paper("check").err
    assert paper("check").code == 0
    assert paper("check", "--strict").code == 1


def test_what_is_there_is_never_overwritten_and_no_number_is_used_twice(paper: Terminal) -> None:
    old = write(paper.folder, f"{FOLDER}/01-04-old.md", "---\ntitle: 旧\n---\n旧文。\n")
    for _ in range(2):
        paper("import", str(manuscript(paper, "01-04-new.docx")), "--yes")
    names = sorted(file.name for file in (paper.folder / FOLDER).glob("*.md"))
    assert names == ["01-04-old.md", "01-05-new.md", "01-06-new.md", "issue.md"]
    assert old.read_text(encoding="utf-8") == "---\ntitle: 旧\n---\n旧文。\n"


def test_a_number_in_a_files_name_is_the_storys(paper: Terminal) -> None:
    paper("import", str(manuscript(paper, "02-03-spring.docx")), "--yes")
    assert (paper.folder / FOLDER / "02-03-spring.md").is_file()


def test_files_without_a_number_take_none_that_another_file_names(paper: Terminal) -> None:
    folder = paper.folder.parent / "一版"
    for name in ("01-01 头", "01-03 会", "安全", "报到"):
        write(folder, f"{name}.txt", f"{name}的题\n记者 沈微\n\n{'会议听取了各乡镇的汇报。' * 4}\n")
    assert paper("import", str(folder), "--yes").code == 0
    titles = [
        re.search("title: (.*)的题", read(paper, f"{FOLDER}/01-0{n}.md")) for n in range(1, 5)
    ]
    assert [title and title[1][-2:] for title in titles] == [" 头", "安全", " 会", "报到"]


def test_a_folder_is_an_issue_and_is_made_with_its_pages(paper: Terminal) -> None:
    manuscript(paper, "2022年4月2日稿件/01-02.docx")
    manuscript(paper, "2022年4月2日稿件/03-01.docx")
    manuscript(paper, "2022年4月2日稿件/二版/会议.docx")
    (paper.folder.parent / "2022年4月2日稿件/~$-02.docx").write_bytes(b"lock")
    said = paper("import", str(paper.folder.parent / "2022年4月2日稿件"), "--yes")
    assert (said.code, said.err) == (0, "")
    folder = "content/issues/2022/2022-04-02"
    names = sorted(file.name for file in (paper.folder / folder).iterdir())
    assert names == ["01-02.md", "02-01.md", "03-01.md", "issue.md"]
    assert "number: 3548\n" in read(paper, f"{folder}/issue.md")
    assert f"{folder}/issue.md 里有的版名是猜的" in said.out
    assert read(paper, f"{folder}/issue.md").count("\n  - ") == 3
    assert "\n  - name: 综合  # 请核对\n" in read(paper, f"{folder}/issue.md")
    assert "请核对" not in read(paper, f"{folder}/03-01.md")  # one question a page, none a story
    checked = paper("check")
    assert checked.code == 0
    assert checked.err.count("guess-unchecked") == 1


def test_of_a_page_without_a_name_each_story_says_its_section(paper: Terminal) -> None:
    write(paper.folder, f"{FOLDER}/issue.md", "---\nnumber: 1\npages: [{}, {}]\n---\n")
    paper("import", str(manuscript(paper, "02-01.docx")), "--yes")
    assert "section: 要闻  # 请核对\n" in read(paper, f"{FOLDER}/02-01.md")


def test_several_stories_in_one_file_are_cut_and_the_cuts_are_shown(paper: Terminal) -> None:
    other = (Typed("title", "云岭镇图书漂流受到欢迎"), *NEWS[1:])
    said = paper("import", str(manuscript(paper, "一版.docx", NEWS, other)), "--yes")
    assert "从“云岭镇图书漂流受到欢迎……”处切开" in said.out
    assert "title: 云岭镇图书漂流受到欢迎\n" in read(paper, f"{FOLDER}/01-02.md")


def test_files_that_cannot_be_read_are_told_and_the_others_imported(paper: Terminal) -> None:
    bad = paper.folder.parent / "坏.docx"
    bad.write_bytes(b"PK\x03\x04")
    said = paper("import", str(bad), str(manuscript(paper)), "--yes")
    assert said.code == 1
    assert "坏.docx：文件坏了" in said.err
    assert (paper.folder / FOLDER / "01-01.md").is_file()


def test_a_disk_that_fails_leaves_nothing_half_written(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(paper.folder)
    manuscript(paper, "稿件/01-01.docx", NEWS, NEWS)
    real = Path.open

    def full(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "01-02.md":
            raise OSError(28, "No space left on device", str(self))
        return real(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    assert paper("import", str(paper.folder.parent / "稿件/01-01.docx"), "--yes").code == 1
    monkeypatch.undo()
    assert tree(paper.folder) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "少写了文件"),
        (("none.docx",), "没有 none.docx 这个文件"),
        (("@", "--page", "3"), "2022-04-01 这一期只有 1、2 版，没有 3 版"),
        (("@", "--issue", "昨天"), "不是日期"),
        (("@", "--issue", "1234-01-01"), "年份从 1600"),
    ],
)
def test_what_makes_no_sense_is_said(
    paper: Terminal, arguments: tuple[str, ...], message: str
) -> None:
    file = str(manuscript(paper))
    said = paper("import", *(file if a == "@" else a for a in arguments))
    assert said.code == 2
    assert message in said.err


def test_somebody_at_a_terminal_is_asked(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    file = str(manuscript(paper))
    monkeypatch.setattr(sys, "stdin", Keyboard("n\n"))
    said = paper("import", file)
    assert "写入吗？" in said.out
    assert "没有写任何文件" in said.out
    monkeypatch.setattr(sys, "stdin", Keyboard("是\n"))
    assert "写好了 1 个文件" in paper("import", file).out


def test_with_open_it_is_looked_at_in_a_browser_before_the_question_is_answered(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    rows = (*NEWS, Typed("body", "<b>&</b>"), Typed("picture"), Typed("caption", "图为现场。"))
    monkeypatch.setattr("webbrowser.open", lambda _: None)

    class Looking:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", paper.capture.readouterr().out)
            assert address
            with urllib.request.urlopen(address[0]) as page:
                seen.append(page.read().decode())
            with urllib.request.urlopen(f"{address[0]}0-0") as image:
                seen.append(image.headers["Content-Type"])
            seen.append(address[0])
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Looking())
    assert paper("import", str(manuscript(paper, "01-01.docx", rows)), "--open").code == 0
    assert "江城县春耕备耕有序推进" in seen[0]
    assert "好像已经有了" not in seen[0]
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in seen[0]
    assert seen[1].startswith("image/")
    assert (paper.folder / FOLDER / "01-01.md").is_file()
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(seen[2])


def test_columns_and_people_that_recur_are_proposed(paper: Terminal) -> None:
    rows = (Typed("column", "一线见闻"), *NEWS)
    write(paper.folder, "content/paper.yml", "name: 江城日报\ncolumns: {gu: 古镇}\n")
    said = paper("import", str(manuscript(paper, "01-01.docx", rows, rows)), "--yes")
    assert "paper.yml 里没有的栏目：一线见闻（2 篇）" in said.out
    assert "出现不止一次的人：沈微（2 篇）" in said.out
    assert "栏目“一线见闻”不在 paper.yml 里" in read(paper, f"{FOLDER}/01-01.md")
    assert paper("check").code == 0


def test_where_libreoffice_is_not_it_says_what_to_do(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.cli.imports.sources.office", lambda: "")
    file = paper.folder.parent / "01-01.doc"
    file.write_bytes(formats._OLE + b"\0" * 600)
    said = paper("import", str(file))
    assert said.code == 1
    assert "这是旧的 Word 格式（.doc）。请用 Word 或 WPS 打开，另存为 .docx" in said.err


def test_a_build_loads_nothing_of_it(paper: Terminal) -> None:
    import subprocess

    code = (
        "import sys; from banxin.cli import main; main(['build', '--no-search']); "
        "print([m for m in sys.modules if 'importers' in m or m.startswith('mammoth')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=paper.folder, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"


def test_of_too_many_files_some_are_read_and_that_is_said(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.cli.imports.sources.MOST_FILES", 2)
    for n in range(3):
        write(paper.folder.parent, f"稿/深/0{n + 1}-01.txt", f"春耕备耕{n}\n本报讯 开会。\n")
    said = paper("import", str(paper.folder.parent / "稿"), "--issue", "2022-05-01", "--yes")
    assert "文件太多，只读了前 2 个" in said.err
    folder = paper.folder / "content/issues/2022/2022-05-01"
    assert sorted(file.name for file in folder.glob("0*.md")) == ["01-01.md", "02-01.md"]


def test_files_that_say_no_page_come_behind_those_that_do(paper: Terminal) -> None:
    folder = paper.folder.parent / "稿件"
    for name in ("冬泳", "一版头条", "二条 渡轮", "01-03 书屋", "雪"):
        write(folder, f"{name}.txt", f"{name}的题\n记者 沈微\n\n{'会议听取了各乡镇的汇报。' * 4}\n")
    assert paper("import", str(folder), "--yes").code == 0
    heads = [read(paper, f"{FOLDER}/01-0{n}.md").split("---")[1] for n in range(1, 6)]
    names = ("一版头条", "二条", "书屋", "冬泳", "雪")
    assert [name in head for name, head in zip(names, heads, strict=True)] == [True] * 5


def test_a_place_in_a_files_name_is_its_rank_and_its_order(paper: Terminal) -> None:
    folder = paper.folder.parent / "一版"
    for name in ("二条 渡轮", "倒头条", "头条 春耕", "冬泳"):
        write(folder, f"{name}.txt", f"{name}的题\n记者 沈微\n\n{'会议听取了各乡镇的汇报。' * 4}\n")
    said = paper("import", str(folder), "--yes")
    assert (said.code, "稿级  头条" in said.out) == (0, True)
    heads = [read(paper, f"{FOLDER}/01-0{n}.md").split("---")[1] for n in range(1, 5)]
    assert [("的题" in head, "rank: lead" in head) for head in heads] == [
        (True, True), (True, False), (True, False), (True, False),
    ]  # fmt: skip
    assert "rank: second" in heads[1]
    assert "rank: bottom" in heads[3]
