"""``banxin move``: a story under another number keeps every reader that it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.cli import all_or_nothing
from banxin.cli.moving import Move
from banxin.scaffold.moving import Numbering
from tests.support.content_folder import picture
from tests.support.paper_tool import git
from tests.support.terminal import Terminal, tree, write

FIRST = "content/issues/2022/2022-04-01"
NEXT = "content/issues/2022/2022-04-02"
ISSUE = "---\npages: [{name: 要闻}, {name: 综合}]\n---\n"


def story(title: str, body: str = "正文。", fields: str = "") -> str:
    return f"---\ntitle: {title}\nsection: 要闻\n{fields}---\n{body}\n"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    write(tmp_path, "content/paper.yml", "name: 江城日报\nbase_url: https://example.org/\n")
    for folder in (FIRST, NEXT):
        write(tmp_path, f"{folder}/issue.md", ISSUE)
    write(tmp_path, f"{FIRST}/01-01-lead.md", story("头条"))
    write(tmp_path, f"{FIRST}/01-02-road.md", story("修路", "![路](road.jpg)", "page: 1\n"))
    write(tmp_path, f"{FIRST}/road.jpg", "old")
    write(tmp_path, f"{FIRST}/02-01-other.md", story("综合", "[见](01-02-road.md#x)"))
    jump = "jump: {to: 2022-04-01/01/02}\n"
    write(
        tmp_path, f"{NEXT}/01-01-next.md", story("次日", "[见](../2022-04-01/01-02-road.md)", jump)
    )
    return Terminal(tmp_path, capsys)


def text(paper: Terminal, path: str) -> str:
    return (paper.folder / path).read_text("utf-8")


def test_a_story_gets_a_number_of_another_page_and_keeps_its_address(paper: Terminal) -> None:
    said = paper("move", "2022-04-01/01/02", "--to", "2022-04-01/02")
    assert (said.code, said.err) == (0, "")
    assert "老网址 /2022-04-01/01/02/ 会转到 /2022-04-01/02/02/" in said.out
    moved = text(paper, f"{FIRST}/02-02-road.md")
    assert "aliases: [/2022-04-01/01/02/]\n---\n" in moved
    assert "page: 2\n" in moved
    assert not (paper.folder / FIRST / "01-02-road.md").exists()


def test_links_and_jumps_of_others_follow(paper: Terminal) -> None:
    paper("move", f"{FIRST}/01-02-road.md", "--to", "2022-04-01/02")
    assert "[见](02-02-road.md#x)" in text(paper, f"{FIRST}/02-01-other.md")
    following = text(paper, f"{NEXT}/01-01-next.md")
    assert "[见](../2022-04-01/02-02-road.md)" in following
    assert "jump: {to: 2022-04-01/02/02}" in following


def test_pictures_go_along_to_another_issue_under_a_name_that_is_free(paper: Terminal) -> None:
    write(paper.folder, f"{NEXT}/road.jpg", "another")
    paper("move", "2022-04-01/01/02", "--to", "2022-04-02/01/07")
    assert "![路](road-2.jpg)" in text(paper, f"{NEXT}/01-07-road.md")
    assert text(paper, f"{NEXT}/road-2.jpg") == "old"
    assert text(paper, f"{NEXT}/road.jpg") == "another"
    assert not (paper.folder / FIRST / "road.jpg").exists()


def test_a_picture_that_another_story_shows_stays_there_too(paper: Terminal) -> None:
    write(paper.folder, f"{FIRST}/01-01-lead.md", story("头条", "![路](road.jpg)"))
    paper("move", "2022-04-01/01/02", "--to", "2022-04-02/01")
    assert text(paper, f"{FIRST}/road.jpg") == text(paper, f"{NEXT}/road.jpg") == "old"


def test_a_whole_page_moves_in_its_order(paper: Terminal) -> None:
    paper("move", "2022-04-01/01", "--to", "2022-04-02/02")
    names = sorted(file.name for file in (paper.folder / NEXT).iterdir())
    assert names == ["01-01-next.md", "02-01-lead.md", "02-02-road.md", "issue.md", "road.jpg"]
    assert "[见](../2022-04-02/02-02-road.md#x)" in text(paper, f"{FIRST}/02-01-other.md")


def test_old_addresses_are_added_to_those_that_are_there(paper: Terminal) -> None:
    for fields in ("aliases: [/a.htm]\n", "aliases: /a.htm\n", "aliases:\n  - /a.htm\n"):
        write(paper.folder, f"{FIRST}/01-03-old.md", story("旧", fields=fields))
        assert paper("move", "2022-04-01/01/03", "--to", "2022-04-01/02").code == 0
        (found,) = (paper.folder / FIRST).glob("02-*-old.md")
        shown = found.read_text("utf-8")
        assert "/a.htm" in shown
        assert "/2022-04-01/01/03/" in shown
        found.unlink()


def test_nothing_else_of_a_file_changes(paper: Terminal) -> None:
    """Comments, order, quotes, spaces and line ends stay: one writer sets fields."""
    before = (
        "---\r\n# 责编：沈微\r\ntitle: '旧 稿'   # 一\r\n"
        "aliases: # 老站\r\n    -   '/a.htm' # 二\r\n"
        'section: "要闻"\r\npage:  第一版  # 三\r\n---\r\n'
        "\r\n正文  \r\n\r\npage: 1\r\n"
    )
    file = paper.folder / FIRST / "01-03-old.md"
    file.write_bytes(before.encode())
    assert paper("move", "2022-04-01/01/03", "--to", "2022-04-01/02/09").code == 0
    after = before.replace("page:  第一版", "page:  2").replace(
        "# 二\r\n", "# 二\r\n    -   /2022-04-01/01/03/\r\n"
    )
    assert (paper.folder / FIRST / "02-09-old.md").read_bytes() == after.encode()


def test_a_plate_and_the_fold_are_places_too(paper: Terminal) -> None:
    pages = "[{name: 要闻}, {label: 6-7, name: 综合}, {label: 中缝, name: 启事}]"
    write(paper.folder, f"{FIRST}/issue.md", f"---\npages: {pages}\n---\n")
    assert paper("move", "2022-04-01/01/01", "--to", "2022-04-01/6-7/05").code == 0
    assert (paper.folder / FIRST / "06-05-lead.md").exists()
    assert paper("move", "2022-04-01/01/02", "--to", "2022-04-01/中缝").code == 0
    assert (paper.folder / FIRST / "中缝-01-road.md").exists()


def test_a_draft_has_no_address_to_keep(paper: Terminal) -> None:
    write(paper.folder, f"{FIRST}/01-03-draft.md", story("草稿", fields="status: draft\n"))
    paper("move", "2022-04-01/01/03", "--to", "2022-04-01/02")
    assert "aliases" not in text(paper, f"{FIRST}/02-02-draft.md")


def test_what_was_never_published_keeps_no_address(paper: Terminal) -> None:
    write(paper.folder, f"{FIRST}/road.jpg", "")
    write(paper.folder, f"{FIRST}/01-02-road.md", story("修路"))
    assert paper("build", "--no-search").code == 0
    write(paper.folder, f"{FIRST}/01-03-new.md", story("新稿"))
    paper("move", "2022-04-01/01/03", "2022-04-01/01/01", "--to", "2022-04-01/02")
    assert "aliases" not in text(paper, f"{FIRST}/02-02-new.md")
    assert "aliases: [/2022-04-01/01/01/]" in text(paper, f"{FIRST}/02-03-lead.md")
    assert paper("build", "--no-search").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2022-04-01/01/09", "--to", "2022-04-01/02"), "没有找到稿件"),
        (("2022-04-01/01/01", "--to", "第二版"), "不是一个位置"),
        (("2022-04-01/01/01", "--to", "2022-04-01/09"), "只有 2 个版"),
        (("2022-04-01/01/01", "--to", "2023-04-01/01"), "没有 2023-04-01 这一期"),
        (("2022-04-01/01/01", "--to", "2022-04-01/02/01"), "有稿，或者登过别的稿"),
        (("2022-04-01/01", "--to", "2022-04-01/02/05"), "只能放一篇"),
        (("2022-04-01/01/03", "--to", "2022-04-01/02"), "没有把握改好"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    paper: Terminal, words: tuple[str, ...], said: str
) -> None:
    write(paper.folder, f"{FIRST}/01-03-odd.md", "没有字段\n")
    before = tree(paper.folder)
    found = paper("move", *words)
    assert found.code == 2
    assert said in found.err
    assert tree(paper.folder) == before


def test_a_disk_that_refuses_half_way_leaves_all_as_it_was(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(paper.folder)
    replace = all_or_nothing._replace

    def refusing(file: Path, data: bytes) -> None:
        if file.name == "01-01-next.md" and data != before[f"{NEXT}/01-01-next.md"]:
            raise OSError(28, "No space left on device")
        replace(file, data)

    monkeypatch.setattr(all_or_nothing, "_replace", refusing)
    said = paper("move", "2022-04-01/01/02", "--to", "2022-04-01/02")
    assert said.code == 2
    assert "什么也没有动" in said.err
    assert tree(paper.folder) == before


def test_a_number_that_was_published_is_never_given_again(paper: Terminal) -> None:
    write(paper.folder, f"{FIRST}/road.jpg", "")
    write(paper.folder, f"{FIRST}/01-02-road.md", story("修路"))
    assert paper("build", "--no-search").code == 0
    (paper.folder / FIRST / "02-01-other.md").unlink()
    assert "/02-02.md" in paper("new", "article", "--issue", "2022-04-01", "--page", "2").out
    assert paper("move", "2022-04-01/01/01", "--to", "2022-04-01/02/01").code == 2


@pytest.mark.parametrize(
    "region",
    ["region: [[2, 18], [64, 18], [64, 66]]", "热区:\n  - [2, 18]\n  - [64, 18]\n  - [64, 66]"],
)
@pytest.mark.parametrize("to", ["2022-04-01/02", "2022-04-02/01/07"])
def test_a_hot_area_goes_with_its_story_and_is_named(paper: Terminal, region: str, to: str) -> None:
    write(paper.folder, f"{FIRST}/01-02-road.md", story("修路", fields=f"{region}\n"))
    said = paper("move", "2022-04-01/01/02", "--to", to)
    assert said.code == 0
    moved = next((paper.folder / "content").rglob("*-road.md"))
    assert f"{region}\n" in moved.read_text("utf-8")
    assert "照 2022-04-01/01 的版面图画的" in said.out
    assert f"banxin regions {to.partition('/')[0]} 重画" in said.out


def test_on_the_same_page_a_hot_area_needs_no_word(paper: Terminal) -> None:
    fields = "region: [[2, 18], [64, 18], [64, 66]]\n"
    write(paper.folder, f"{FIRST}/01-02-road.md", story("修路", fields=fields))
    said = paper("move", "2022-04-01/01/02", "--to", "2022-04-01/01/09")
    assert said.code == 0
    assert "热区" not in said.out
    assert fields in text(paper, f"{FIRST}/01-09-road.md")


def test_a_story_moves_to_a_page_by_its_label_and_jumps_follow_as_they_were_typed(
    paper: Terminal,
) -> None:
    write(
        paper.folder,
        f"{FIRST}/issue.md",
        "---\nnumber: 1\npages: [{label: A1}, {label: B1}]\n---\n",
    )
    write(paper.folder, f"{FIRST}/A1-07-road.md", story("修路"))
    jump = story("转", fields="jump: {to: 2022-04-01/A1/07}\n")
    write(paper.folder, f"{FIRST}/B1-01-turn.md", jump)
    said = paper("move", "2022-04-01/a1/07", "--to", "2022-04-01/B1/03")
    assert said.code == 0
    assert "aliases: [/2022-04-01/a1/07/]" in text(paper, f"{FIRST}/B1-03-road.md")
    assert "jump: {to: 2022-04-01/b1/03}" in text(paper, f"{FIRST}/B1-01-turn.md")


def test_a_page_that_the_issue_hasn_t_is_refused(paper: Terminal) -> None:
    write(
        paper.folder,
        f"{FIRST}/issue.md",
        "---\nnumber: 1\npages: [{label: A1}, {label: B1}]\n---\n",
    )
    write(paper.folder, f"{FIRST}/A1-07-road.md", story("修路"))
    said = paper("move", "2022-04-01/A1/07", "--to", "2022-04-01/C1")
    assert said.code == 2
    assert "C1" in said.err


def built(paper: Terminal) -> None:
    (paper.folder / FIRST / "road.jpg").write_bytes(picture())
    assert paper("build", "--no-search").code == 0


def test_a_story_that_somebody_else_may_have_published_keeps_its_address(paper: Terminal) -> None:
    built(paper)  # what was published from here is known, and is not all
    write(paper.folder, f"{FIRST}/01-03-new.md", story("另一台电脑上写的"))
    git(paper.folder, "init")
    git(paper.folder, "add", "content")
    git(paper.folder, "commit", "-m", "an evening")

    paper("move", "2022-04-01/01/03", "--to", "2022-04-01/02")
    assert "aliases: [/2022-04-01/01/03/]" in text(paper, f"{FIRST}/02-02-new.md")


def test_a_story_that_nobody_can_have_seen_leaves_no_old_address(paper: Terminal) -> None:
    built(paper)
    write(paper.folder, f"{FIRST}/01-03-new.md", story("刚写的"))
    paper("move", "2022-04-01/01/03", "--to", "2022-04-01/02")
    assert "aliases" not in text(paper, f"{FIRST}/02-02-new.md")


def test_a_file_that_is_no_story_is_not_moved(paper: Terminal) -> None:
    for name in (f"{FIRST}/issue.md", "content/paper.yml", "2021-04-01/01/01", "2022-04-01/一/01"):
        said = paper("move", name, "--to", "2022-04-01/02")
        assert said.code == 2
        assert "没有找到稿件" in said.err
    with pytest.raises(ValueError, match=r"issue\.md"):
        Move.of(f"{FIRST}/issue.md", Numbering("2022-04-01", "02", 1))


def test_a_page_whose_last_number_is_given_takes_no_more(paper: Terminal) -> None:
    write(paper.folder, f"{FIRST}/02-999-last.md", story("末"))
    before = tree(paper.folder)
    said = paper("move", "2022-04-01/01/01", "--to", "2022-04-01/02")
    assert said.code == 2
    assert "999" in said.err
    assert tree(paper.folder) == before


def test_a_story_that_is_not_utf_8_stays_as_it_is(paper: Terminal) -> None:
    file = paper.folder / FIRST / "01-02-road.md"
    file.write_bytes(story("修路").encode("gb18030"))
    before = tree(paper.folder)
    said = paper("move", "2022-04-01/01/02", "--to", "2022-04-01/02")
    assert said.code == 2
    assert "01-02-road.md" in said.err
    assert tree(paper.folder) == before


def test_a_text_that_only_speaks_of_the_file_stays_as_it_is(paper: Terminal) -> None:
    path = write(paper.folder, f"{FIRST}/02-03-word.md", story("说明", "文件叫 01-02-road.md。"))
    before = path.read_bytes()
    said = paper("move", "2022-04-01/01/02", "--to", "2022-04-01/02")
    assert said.code == 0
    assert path.name not in said.out
    assert path.read_bytes() == before
