"""``banxin new``: the next issue, another article."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, tree, write

LAST = """\
---
number: 3547
weather: 晴
pages:
  - name: 要闻
    layout: front
    image: page-01.png
    credits: {责任编辑: 张三, 校对: 李四}
  - {版名: "经济: 民生", 版式: inside}
  - {}
---

编者按：这一期的话。
"""


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A paper whose last issue is that of 2022-04-01; now it is noon of 2022-04-02."""
    write(tmp_path, "content/paper.yml", "name: 江城日报\n")
    write(tmp_path, "content/issues/2022/2022-04-01/issue.md", LAST)
    return Terminal(tmp_path, capsys)


def read(paper: Terminal, path: str) -> str:
    return (paper.folder / path).read_text(encoding="utf-8")


# an issue


def test_the_next_issue_follows_the_last_one(paper: Terminal) -> None:
    said = paper("new", "issue")
    assert (said.code, said.err) == (0, "")
    path = "content/issues/2022/2022-04-02/issue.md"
    assert said.out.startswith(f"已建 {path}\n")
    assert "banxin new article --issue 2022-04-02 --page 1" in said.out
    assert read(paper, path) == (
        "---\n"
        "# 2022年4月2日，星期六\n"
        "number: 3548\n"
        "# weather: 多云 12～18℃\n"
        "pages:               # 按版次排；还没有稿件的版也会登出来，注明“未收录”\n"
        "  - name: 要闻\n"
        "    layout: front\n"
        "    # credits: {责任编辑: 张三, 校对: 李四}\n"
        '  - name: "经济: 民生"\n'
        "    layout: inside\n"
        "  - {}\n"
        "---\n"
    )


@pytest.mark.parametrize(
    ("typed", "copied"),
    [
        ("{责任编辑: 钮文卿 仇小满, 校对: 区家声}", "{责任编辑: 钮文卿 仇小满, 校对: 区家声}"),
        ("{翻译: [John Smith, 张三]}", "{翻译: John Smith、张三}"),
        ("[责编 张三, 校对 李四, 责编 王五]", "{责编: 张三 王五, 校对: 李四}"),
    ],
)
def test_whoever_shares_a_role_is_copied_in_one_line_that_can_be_used(
    paper: Terminal, typed: str, copied: str
) -> None:
    issue = f"---\nnumber: 1\npages:\n  - name: 要闻\n    credits: {typed}\n---\n"
    write(paper.folder, "content/issues/2022/2022-04-01/issue.md", issue)
    paper("new", "issue")
    file = "content/issues/2022/2022-04-02/issue.md"
    assert f"    # credits: {copied}\n" in read(paper, file)
    write(paper.folder, file, read(paper, file).replace("# credits", "credits"))
    paper("new", "article", "--page", "1")
    assert file not in paper("check").err


def test_a_new_issue_touches_nothing_else(paper: Terminal) -> None:
    before = tree(paper.folder)
    paper("new", "issue")
    after = tree(paper.folder)
    assert after.keys() - before.keys() == {"content/issues/2022/2022-04-02/issue.md"}
    assert {path: after[path] for path in before} == before


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2022, 4, 1, 1, tzinfo=UTC), "2022-04-02"),  # today has appeared
        (datetime(2022, 3, 20, 1, tzinfo=UTC), "2022-04-02"),  # the last one is still to come
        (datetime(2022, 4, 9, 1, tzinfo=UTC), "2022-04-09"),
        (datetime(2022, 4, 9, 17, tzinfo=UTC), "2022-04-10"),  # it is past midnight in Beijing
    ],
)
def test_without_a_date_it_is_today_or_the_day_after_the_last(
    paper: Terminal, now: datetime, day: str
) -> None:
    paper.now = now
    assert f"{day}/issue.md" in paper("new", "issue").out


def test_today_is_where_the_paper_appears(paper: Terminal) -> None:
    write(paper.folder, "content/paper.yml", "报名: 侨报\n时区: America/Vancouver\n")
    paper.now = datetime(2022, 4, 10, 3, tzinfo=UTC)
    assert "2022-04-09/issue.md" in paper("new", "issue").out


@pytest.mark.parametrize(
    "typed", ["2023-01-03", "2023/1/3", "20230103", "2023年1月3日", "2023.1.3"]
)
def test_a_date_is_understood_as_people_type_it(paper: Terminal, typed: str) -> None:
    assert "content/issues/2023/2023-01-03/issue.md" in paper("new", "issue", typed).out


def test_an_issue_that_exists_is_never_overwritten(paper: Terminal) -> None:
    before = tree(paper.folder)
    said = paper("new", "issue", "2022-04-01")
    assert (said.code, said.out) == (2, "")
    assert "content/issues/2022/2022-04-01/issue.md 已经有了，没有动它" in said.err
    assert tree(paper.folder) == before


def test_a_folder_that_lacks_its_issue_file_gets_one(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-04-02/01-01-a.md", "---\ntitle: 甲\n---\n")
    assert "2022-04-02/issue.md" in paper("new", "issue", "2022-04-02").out
    assert "number: 3548\n" in read(paper, "content/issues/2022/2022-04-02/issue.md")


def test_an_extra_of_the_same_day_has_no_number(paper: Terminal) -> None:
    said = paper("new", "issue", "2022-04-01-2")
    assert "已建 content/issues/2022/2022-04-01-2/issue.md\n" in said.out
    text = read(paper, "content/issues/2022/2022-04-01-2/issue.md")
    assert "\nnumber: " not in text
    assert "号外" in text
    paper("new", "issue")
    assert "number: 3548\n" in read(paper, "content/issues/2022/2022-04-02/issue.md")


def test_an_issue_in_between_follows_the_one_before_it(paper: Terminal) -> None:
    form = "---\nnumber: 3600\npages: [{name: 副刊}]\n---\n"
    write(paper.folder, "content/issues/2022/2022-06-01/issue.md", form)
    paper("new", "issue", "2022-05-01")
    text = read(paper, "content/issues/2022/2022-05-01/issue.md")
    assert "number: 3548\n" in text
    assert "副刊" not in text


def test_the_first_issue_of_all_is_number_one(paper: Terminal) -> None:
    (paper.folder / "content/issues/2022/2022-04-01/issue.md").unlink()
    (paper.folder / "content/issues/2022/2022-04-01").rmdir()
    paper("new", "issue")
    text = read(paper, "content/issues/2022/2022-04-02/issue.md")
    assert "\nnumber: 1\n" in text
    assert "  - name: 要闻\n    layout: front\n" in text


def test_an_issue_before_all_others_gets_no_made_up_number(paper: Terminal) -> None:
    paper("new", "issue", "2022-03-31")
    text = read(paper, "content/issues/2022/2022-03-31/issue.md")
    assert "\n# number: " in text
    assert "\nnumber: " not in text


def test_an_issue_after_one_without_its_file_gets_no_made_up_number(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-04-02/01-01-a.md", "---\ntitle: 甲\n---\n")
    assert paper("new", "issue", "2022-04-03").code == 0
    assert "\nnumber: " not in read(paper, "content/issues/2022/2022-04-03/issue.md")


def test_a_folder_of_a_day_that_there_never_was_is_no_issue(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-04-31/issue.md", "---\nnumber: 9\n---\n")
    paper("new", "issue", "2022-05-01")
    assert "\nnumber: 3548\n" in read(paper, "content/issues/2022/2022-05-01/issue.md")


def test_a_broken_last_issue_is_reported_and_nothing_is_made(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-04-01/issue.md", "---\nnumbr: 3547\n---\n")
    before = tree(paper.folder)
    said = paper("new", "issue")
    assert (said.code, said.out) == (1, "")
    assert "content/issues/2022/2022-04-01/issue.md:2:1: 错误" in said.err
    assert tree(paper.folder) == before


# an article


def test_a_new_article_takes_the_next_number_of_its_page(paper: Terminal) -> None:
    folder = "content/issues/2022/2022-04-01"
    write(paper.folder, f"{folder}/01-01-a.md", "---\ntitle: 甲\n---\n")
    write(paper.folder, f"{folder}/01-07.md", "---\ntitle: 乙\n---\n")
    write(paper.folder, f"{folder}/02-03-b.md", "---\ntitle: 丙\n---\n")
    assert f"已建 {folder}/01-08.md\n" in paper("new", "article", "--page", "1").out
    assert f"已建 {folder}/01-09.md\n" in paper("new", "article", "--page", "1").out
    assert f"已建 {folder}/02-04.md\n" in paper("new", "article", "--page", "2").out
    assert f"已建 {folder}/03-01.md\n" in paper("new", "article", "--page", "3").out


def test_an_article_of_a_plate_or_of_the_fold_gets_a_name_that_is_read(paper: Terminal) -> None:
    write(paper.folder, "content/paper.yml", "name: 江城日报\nbase_url: https://example.org/\n")
    folder = "content/issues/2022/2022-04-01"
    pages = "[{name: 要闻}, {label: 6-7, name: 综合}, {label: 中缝, name: 启事}]"
    write(paper.folder, f"{folder}/issue.md", f"---\nnumber: 1\npages: {pages}\n---\n")
    assert f"已建 {folder}/06-01.md\n" in paper("new", "article", "--page", "6-7").out
    assert f"已建 {folder}/06-02.md\n" in paper("new", "article", "--page", "6-7").out
    assert f"已建 {folder}/中缝-01.md\n" in paper("new", "article", "--page", "中缝").out
    assert paper("check").code == 0


def test_a_new_article_is_a_commented_draft(paper: Terminal) -> None:
    said = paper("new", "article", "--page", "2", "--title", "春耕: 正当时", "--name", "spring")
    assert said.code == 0
    assert "先算草稿" in said.out
    text = read(paper, "content/issues/2022/2022-04-01/02-01-spring.md")
    assert text.startswith('---\ntitle: "春耕: 正当时"\npage: 2\nstatus: draft ')
    assert "\n# byline: " in text


def test_every_line_that_the_form_suggests_is_right(paper: Terminal) -> None:
    """Uncommenting a suggestion must not be the editor's first mistake."""
    paper("new", "article", "--page", "1")
    file = paper.folder / "content/issues/2022/2022-04-01/01-01.md"
    form, photos = file.read_text(encoding="utf-8").split("# photos:\n", 1)  # those want a picture
    bare = re.sub(r"^# (?=[a-z_]+:)", "", form, flags=re.MULTILINE)
    assert bare.count("\n") - bare.count("\n#") > 8
    file.write_text(bare + photos, encoding="utf-8")
    write(paper.folder, "content/paper.yml", "name: 江城日报\nbase_url: https://example.org/\n")
    write(paper.folder, "content/issues/2022/2022-04-01/issue.md", "---\nnumber: 1\n---\n")
    said = paper("check", "--strict")
    assert (said.code, said.err) == (0, "")


def test_an_article_of_a_page_without_a_name_says_its_section(paper: Terminal) -> None:
    write(paper.folder, "content/paper.yml", "name: 江城日报\nsections: {jingji: 经济}\n")
    paper("new", "article", "--page", "3")
    paper("new", "article", "--page", "1")
    folder = "content/issues/2022/2022-04-01"
    assert "\nsection: 经济 " in read(paper, f"{folder}/03-01.md")
    assert "\n# section: " in read(paper, f"{folder}/01-01.md")


def test_a_new_article_goes_into_the_latest_issue_or_the_one_named(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-03-31/issue.md", LAST)
    assert "2022-04-01/01-01.md" in paper("new", "article", "--page", "1").out
    named = paper("new", "article", "--page", "1", "--issue", "2022-03-31")
    assert "2022-03-31/01-01.md" in named.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--page 4", "2022-04-01 这一期只有 3 个版，没有第 4 版"),
        ("--page 1 --issue 2022-05-01", "没有 2022-05-01 这一期。最近的是：2022-04-01"),
        ("--page 1 --name a/b", "“a/b”不能用在文件名里"),
        ("--page 1 --name ../x", "“../x”不能用在文件名里"),
    ],
)
def test_an_article_that_has_no_place_is_refused(
    paper: Terminal, arguments: str, message: str
) -> None:
    before = tree(paper.folder)
    said = paper("new", "article", *arguments.split())
    assert (said.code, said.out) == (2, "")
    assert message in said.err
    assert tree(paper.folder) == before


def test_a_full_page_takes_no_more(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-04-01/01-999-z.md", "---\ntitle: 末\n---\n")
    said = paper("new", "article", "--page", "1")
    assert said.code == 2
    assert "第 1 版已经排到 999 号" in said.err


def test_without_any_issue_it_says_to_open_one(paper: Terminal) -> None:
    (paper.folder / "content/issues/2022/2022-04-01/issue.md").unlink()
    (paper.folder / "content/issues/2022/2022-04-01").rmdir()
    said = paper("new", "article", "--page", "1")
    assert said.code == 2
    assert "banxin new issue" in said.err


def test_a_title_in_two_lines_is_no_title(paper: Terminal) -> None:
    said = paper("new", "article", "--page", "1", "--title", "一\n二")
    assert said.code == 2
    assert [file.name for file in paper.folder.rglob("*.md")] == ["issue.md"]
