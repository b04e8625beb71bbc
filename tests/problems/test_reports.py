"""The errors an editor meets, as they are shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest

from banxin.problems import Place, Problems
from banxin.problems.reports import MOST_TOLD, report
from tests.support.content_folder import ARTICLE, FOLDER, ISSUE, ContentFolder, article


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def lines(content: ContentFolder) -> list[str]:
    content.issue()
    return content.shown().split("\n")


def test_a_misspelt_key(content: ContentFolder) -> None:
    content.write(ARTICLE, article("副提: 一\n"))
    what, why, todo = lines(content)
    assert what == f"{ARTICLE}:4:1: 错误[misspelt-key]: 没有“副提”这个字段。"
    assert why == "    原因：是不是想写“副题”？"
    assert todo.startswith(
        "    怎么办：改成 副题:。可用的字段：title（主题/标题）、kicker（引题/肩题）"
    )


def test_a_wrong_kind_of_value(content: ContentFolder) -> None:
    content.write(ARTICLE, article("event_date: 三月三十一日\n"))
    assert lines(content) == [
        f"{ARTICLE}:4:13: 错误[wants-date]: “event_date”应当是日期，这里是“三月三十一日”。",
        "    原因：日期写成 年-月-日，并且历法上确有这一天。",
        "    怎么办：例如 event_date: 2022-03-31",
    ]


def test_front_matter_that_never_ends(content: ContentFolder) -> None:
    content.write(ARTICLE, "---\ntitle: 标题\n\n正文。\n")
    assert lines(content) == [
        f"{ARTICLE}:1: 错误[unclosed-front-matter]: 字段部分没有结束。",
        "    原因：开头有一行 ---，后面却找不到第二行 ---，分不清哪里是正文。",
        "    怎么办：在最后一个字段下面单独加一行 ---。",
    ]


def test_a_repeated_key(content: ContentFolder) -> None:
    content.write(ARTICLE, article("kicker: 一\nkicker: 二\n"))
    assert lines(content) == [
        f"{ARTICLE}:5:1: 错误[repeated-key]: “kicker”写了两次，第一次在第 4 行。",
        "    原因：同一个键只能有一个值。",
        "    怎么办：留下一个；要写几行标题或几个名字时，用列表 [一, 二]。",
    ]


def test_a_key_given_in_both_languages(content: ContentFolder) -> None:
    content.write(ARTICLE, article("kicker: 一\n引题: 二\n"))
    what, why, _ = lines(content)
    assert what == f"{ARTICLE}:5:1: 错误[repeated-alias]: “引题”和第 4 行的“kicker”是同一个字段。"
    assert why == "    原因：一个字段可以用英文或中文写，但只能写一次。"


def test_a_missing_title(content: ContentFolder) -> None:
    content.write(ARTICLE, "---\nsection: 要闻\n---\n正文。\n")
    assert lines(content) == [
        f"{ARTICLE}:1: 错误[title-missing]: 没有标题。",
        "    原因：每篇稿件、每个页面都要有标题。",
        "    怎么办：加一行：title: 标题",
    ]


def test_a_page_beyond_the_issues(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/05-01-x.md", article())
    assert lines(content) == [
        f"{FOLDER}/05-01-x.md:1: 错误[page-beyond]: 稿件在第 5 版，这一期却只有 2 版。",
        "    原因：issue.md 的 pages 列出了本期各版。",
        "    怎么办：改正版次，或在 issue.md 的 pages 里补上这一版。",
    ]


def test_two_articles_with_one_number(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-01-zebra.md", article())
    what, *_ = lines(content)
    assert what == (
        f"{FOLDER}/01-01-zebra.md: 错误[number-taken]: "
        "同一版有两篇稿件用了同一个稿次，另一篇是 01-01-meeting.md。"
    )


def test_a_missing_picture(content: ContentFolder) -> None:
    content.write(ARTICLE, article("photos:\n  - {file: Road.jpg}\n"))
    what, why, _ = lines(content)
    assert what == f"{ARTICLE}:5:12: 错误[picture-missing]: 找不到图片：{FOLDER}/Road.jpg"
    assert why == "    原因：文件夹里相近的：road.jpg（大小写、空格都要一样）"


def test_a_dead_link_to_a_file(content: ContentFolder) -> None:
    content.write(ARTICLE, article(body="第一段。\n\n详见[附表](form.pdf)。"))
    what, *_ = lines(content)
    assert what == f"{ARTICLE}:7:8: 错误[link-missing]: 链接指向的文件不存在：form.pdf"


def test_a_picture_that_is_none(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/road.jpg", "假的")
    content.write(ARTICLE, article(body="![路](road.jpg)"))
    assert lines(content) == [
        f"{ARTICLE}:5:6: 错误[picture-not-one]: 这个文件不是图片：{FOLDER}/road.jpg",
        "    原因：改扩展名不会把别的文件变成图片。",
        "    怎么办：用看图软件打开原图，另存为 JPEG、PNG 或 WebP。",
    ]


def test_a_file_saved_by_an_old_editor(content: ContentFolder) -> None:
    content.write(ARTICLE, "---\ntitle: x\n---\n正文在这里。\n".encode("gb18030"))
    assert lines(content) == [
        f"{ARTICLE}:4: 错误[not-utf8]: 这个文件不是 UTF-8 编码，从第 4 行起无法辨认。",
        "    原因：它很可能是按 GB18030 编码保存的，网页会显示成乱码。",
        "    怎么办：在编辑器里选“另存为”，编码选 UTF-8，再保存一次。",
    ]


def test_a_tab_in_yaml(content: ContentFolder) -> None:
    content.write(ARTICLE, article("photos:\n\t- {file: road.jpg}\n"))
    assert lines(content) == [
        f"{ARTICLE}:5:1: 错误[yaml-tab]: 这一行用制表符（Tab）缩进。",
        "    原因：YAML 只认空格缩进。",
        "    怎么办：把行首的制表符换成两个空格。",
    ]


def test_an_unquoted_colon(content: ContentFolder) -> None:
    content.write(ARTICLE, article("kicker: 快讯: 会议召开\n"))
    assert lines(content) == [
        f"{ARTICLE}:4:11: 提醒[unquoted-colon]: “kicker”的值里有英文冒号加空格，却没有加引号。",
        "    原因：YAML 会把冒号前面的文字当成另一个键。",
        '    怎么办：给整个值加上引号：kicker: "快讯: 会议召开"',
    ]


def test_a_folder_whose_name_is_no_date(content: ContentFolder) -> None:
    content.write("content/issues/2022/2022-02-30/issue.md", "---\n---\n")
    assert content.issue("content/issues/2022/2022-02-30") is None
    assert content.shown().split("\n")[0] == (
        "content/issues/2022/2022-02-30: 错误[issue-folder-name]: "
        "文件夹的名字“2022-02-30”不是日期。"
    )


def test_a_symbolic_link_out_of_the_content(content: ContentFolder, tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("---\ntitle: x\n---\n", encoding="utf-8")
    (tmp_path / "content" / "about.md").symlink_to(outside)
    assert content.standing("content/about.md") is None
    assert content.shown().startswith(
        "content/about.md: 错误[symlink-outside]: 符号链接指向了 content 之外。"
    )


def test_all_mistakes_are_reported_in_one_run_sorted_by_place(content: ContentFolder) -> None:
    content.write(ISSUE, "---\nnumber: 三千多\npages: [{name: 要闻}]\n---\n")
    content.write(ARTICLE, article("rank: x\ncolumns: y\n", "[a](b.pdf)"))
    content.issue()
    assert content.places() == [
        "wants-choice 01-01-meeting.md:4:7",
        "wants-number 01-01-meeting.md:5:10",
        "link-missing 01-01-meeting.md:7:5",
        "wants-serial issue.md:2:9",
    ]


def test_the_english_form_says_the_same() -> None:
    problems = Problems()
    problems.add(Place("content/a.md", 1), "title-missing")
    assert report(problems, language="en") == (
        "content/a.md:1: error[title-missing]: There is no title.\n"
        "    why: Every article and page needs one.\n"
        "    do: Add a line: title: …"
    )


def test_json_holds_every_part_of_a_problem() -> None:
    problems = Problems()
    place = Place("content/a.md", 4, 7)
    problems.warn(place, "event-after-issue", date="2030-01-01", issue="2022-04-01")
    (row,) = json.loads(report(problems, "json"))
    assert row["file"] == "content/a.md"
    assert (row["line"], row["column"], row["severity"]) == (4, 7, "warning")
    assert row["what"] == "事件日期 2030-01-01 晚于出版日期 2022-04-01。"
    assert row["todo"]


def test_no_problems_are_an_empty_list_and_no_text() -> None:
    assert report(Problems(), "json") == "[]"
    assert report(Problems()) == ""


def test_a_pull_request_gets_an_annotation_on_the_line() -> None:
    problems = Problems()
    problems.add(Place("content/a,b.md", 4, 7), "yaml-tab")
    annotation = report(problems, "github")
    assert annotation.startswith("::error file=content/a%2Cb.md,line=4,col=7,title=yaml-tab::")
    assert "\n" not in annotation


def many(count: int, code: str = "yaml-tab", file: str = "content/a.md") -> Problems:
    problems = Problems()
    for line in range(1, count + 1):
        problems.add(Place(file, line), code)
    return problems


def test_of_many_alike_in_a_file_the_first_five_are_shown_and_how_many_more() -> None:
    problems = many(1203)
    problems.extend(many(5, "no-fields"))
    problems.extend(many(6, file="content/b.md"))
    shown = [line for line in report(problems).split("\n") if not line.startswith("    ")]
    assert [line.partition("]: ")[0] for line in shown] == [
        *(
            f"content/a.md:{n}: 错误[{code}"
            for n in range(1, 5)
            for code in ("no-fields", "yaml-tab")
        ),
        "content/a.md:5: 错误[no-fields",
        "content/a.md:5: 错误[yaml-tab",
        "content/a.md: 还有 1,198 处同样的错误[yaml-tab]，没有一一列出。",
        *(f"content/b.md:{n}: 错误[yaml-tab" for n in range(1, 6)),
        "content/b.md: 还有 1 处同样的错误[yaml-tab]，没有一一列出。",
    ]


def test_in_english_one_more_is_not_many_more() -> None:
    last = [report(many(n), language="en").split("\n")[-1] for n in (6, 7)]
    assert last == [
        "content/a.md: 1 more error[yaml-tab] of this kind.",
        "content/a.md: 2 more errors[yaml-tab] of this kind.",
    ]


def test_programs_are_told_of_every_single_one() -> None:
    assert len(json.loads(report(many(1203), "json"))) == 1203
    assert report(many(1203), "github").count("::error file=") == 1203


@pytest.mark.parametrize("form", ["text", "github"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\x85", "\x0b"])
def test_no_name_of_a_file_begins_a_line_of_its_own(
    form: Literal["text", "github"], end: str
) -> None:
    name = f"a{end}::error title=x::forged{end}::warning::"
    problems = Problems()
    problems.add(Place(f"content/{name}.md"), "picture-missing", file=name, present=name)
    lines = report(problems, form).splitlines()
    assert not any(line.strip().startswith("::") for line in lines[1:])
    assert len(lines) == (3 if form == "text" else 1)


def test_a_terminal_is_not_coloured_by_the_name_of_a_file() -> None:
    problems = Problems()
    problems.add(Place("content/a\x1b[31m\u202e.md", 3), "number-taken", other="\x07\t版\u3000面")
    text = report(problems)
    assert text.startswith(r"content/a\x1b[31m\u202e.md:3: 错误[number-taken]: ")
    assert "\\x07\\t版\u3000面" in text


def test_errors_come_first_whatever_file_they_are_in() -> None:
    problems = Problems()
    problems.warn(Place("a.md", 1), "event-after-issue", date="2030-01-01", issue="2022-04-01")
    problems.add(Place("b.md", 2), "title-missing")
    first, *_ = report(problems).split("\n")
    assert first.startswith("b.md:2: 错误[title-missing]")


def test_a_reminder_that_comes_again_and_again_says_what_to_do_a_few_times_only() -> None:
    problems = Problems()
    for n in range(9):
        place = Place(f"{n}.md", 1)
        problems.warn(place, "event-after-issue", date="2030-01-01", issue="2022-04-01")
    text = report(problems)
    assert text.count("提醒[event-after-issue]") == 9
    assert text.count("怎么办：") == MOST_TOLD
