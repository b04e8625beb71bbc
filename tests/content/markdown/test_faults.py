"""What editors typed and Markdown would swallow or change: each comes out as it was meant."""

from __future__ import annotations

import pytest

from tests.content.markdown.fuzz import read


def html(source: str) -> str:
    return read(source)[0].html.strip()


def told(source: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read(source)[1]]


@pytest.mark.parametrize(
    "source",
    [
        "[记者]:请介绍春耕备耕情况。\n[张三]:形势很好。",
        "王**、李**、张**、赵**。",
        "张*先生、李*女士",
        "身份证号330802********1234、330803********5678。",
        "8*8米的彩钢棚和10*20米",
        "一、抓春耕\n二、抓防火\n三、抓防汛",
        "问：形势怎样？\n答：形势很好。",
        "城关镇人民政府\n2022年4月1日",
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
        "1949. 新中国成立\n2023. 七十四年",
        "- 5℃",
        "+86",
        "+ 86",
        "#话题#",
        "~~~\n=====",
        "姓名：____ 性别：____",
        "（__）和（__）",
        "-项",
        "1.扫码",
    ],
)
def test_it_stays_as_typed_a_paragraph_a_line(source: str) -> None:
    assert html(source) == "\n".join(f"<p>{line}</p>" for line in source.split("\n"))
    assert told(source) == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (">60岁老人免费", "<p>&gt;60岁老人免费</p>"),
        (
            "2. 扫码入场\n二、目标\n3. 扫码乘车",
            '<ol start="2">\n<li>扫码入场</li>\n</ol>\n<p>二、目标</p>\n'
            '<ol start="3">\n<li>扫码乘车</li>\n</ol>',
        ),
        ("1. 一\n3. 三\n4. 四", '<ol>\n<li>一</li>\n<li value="3">三</li>\n<li>四</li>\n</ol>'),
        ("- 甲\n乙", "<ul>\n<li>甲</li>\n</ul>\n<p>乙</p>"),
        ("> 甲\n乙", "<blockquote>\n<p>甲</p>\n</blockquote>\n<p>乙</p>"),
        ("- 甲\n  乙", "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n</ul>"),
        ("##小标题", "<h3>小标题</h3>"),
        ("##　小标题", "<h3>小标题</h3>"),
        ("-　项", "<ul>\n<li>项</li>\n</ul>"),
        ("1.\u00a0项", "<ol>\n<li>项</li>\n</ol>"),
        ("[详见]（a.md）", '<p><a href="\x1a0\x1a">详见</a></p>'),
        ("**　第一，抓春耕。**各地", "<p><strong>　第一，抓春耕。</strong>各地</p>"),
        ("**　第一，抓春耕。**各地&", "<p><strong>　第一，抓春耕。</strong>各地&amp;</p>"),
        ("王𫖯\n说话", "<p>王𫖯</p>\n<p>说话</p>"),
        ("𠮷**(重点)**𠮷", "<p>𠮷<strong>(重点)</strong>𠮷</p>"),
        ("春耕\n---\n备耕", "<p>春耕</p>\n<hr>\n<p>备耕</p>"),
        (
            "http://www.example.org。",
            '<p><a href="http://www.example.org" rel="noopener">http://www.example.org</a>。</p>',
        ),
        ("    四格", "<p>四格</p>"),
    ],
)
def test_it_is_printed_as_it_was_meant(source: str, shown: str) -> None:
    assert html(source) == shown
    assert told(source) == []


@pytest.mark.parametrize(
    ("source", "shown", "problems"),
    [
        (
            "| 姓名 | 分 |\n| --- | --- |\n| 张三 | 90 | 优秀 |",
            "<td>优秀</td>",
            ["3:0 table-ragged"],
        ),
        ("| 姓名 | 分 |\n| --- | --- |\n| 张三 |", "<td></td>", ["3:0 table-ragged"]),
        ("甲\n<!-- 责编注：此段待核实，勿发 -->", "<p>甲</p>", ["2:1 comment-left-out"]),
        ("甲<!-- 一\n二 -->乙", "<p>甲</p>\n<p>乙</p>", ["1:2 comment-left-out"]),
        (
            "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> x",
            "<p>甲</p>\n<p>乙</p>",
            ["1:1 merge-conflict"],
        ),
        (
            "a&#12;b&#26;0\n`&#12;`&#12;",
            "<p>ab0</p>",
            ["1:2 entity-refused", "1:8 entity-refused", "2:8 entity-refused"],
        ),
        (
            '[甲](http://a.cn "乙&#12;")',
            'title="乙"',
            ["1:19 entity-refused"],
        ),
        ("![甲&#12;](b.pdf)", 'alt="甲"', ["1:4 entity-refused", "1:11 picture-missing"]),
        ("|甲|乙|\n|-|\n|丙|丁|", "<td>丁</td>", ["2:0 table-ragged"]),
        ("甲\n<span>乙</span>", "&lt;span&gt;", ["2:1 html-in-body"]),
        ("<o:p></o:p>甲", "&lt;o:p&gt;", ["1:1 html-in-body"]),
        ("甲&nbsp;乙", "甲\u00a0乙", ["1:2 entity-read"]),
        (
            "甲\ue000乙\ue000\U000f0000",
            "甲\ue000",
            ["1:2 private-character", "1:5 private-character"],
        ),
        ("![图](屏幕截图 1.jpg)", "图", ["1:6 picture-missing"]),
        ("![[x.png]]", "figure", ["1:4 picture-missing"]),
        ("[^1]: 甲\n[^1]: 乙\n\n丙[^1]", "乙", ["1:0 footnote-twice"]),
        ("甲**乙", "甲**乙", ["1:2 asterisks-printed"]),
    ],
)
def test_it_is_complained_of_at_its_place(source: str, shown: str, problems: list[str]) -> None:
    assert shown in html(source)
    assert told(source) == problems


def test_tab_separated_lines_become_a_table_whose_first_is_the_head() -> None:
    shown = html("姓名\t成绩\n张三\t90\n李四\t85\n完")
    assert shown.count("<tr>") == 3
    assert "<th>姓名</th>\n<th>成绩</th>" in shown
    assert shown.endswith("</div>\n<p>完</p>")
    assert shown == read("姓名\t成绩\n张三\t90\n李四\t85\n\n完", joins_lines=True)[0].html.strip()
    assert html("只有\t一行") == "<p>只有\t一行</p>"


def test_lines_of_one_width_that_end_within_sentences_are_reminded_of_once() -> None:
    wrapped = (
        "四月一日上午全区春耕备耕工作会议在区\n行政中心召开各乡镇街道和有关部门的人\n员参加会议。\n"
    )
    assert told(wrapped + "\n" + wrapped) == ["1:0 lines-wrapped"]
    assert told("四月一日上午全区春耕备耕工作会议召开。\n" * 5) == []
    assert read(wrapped, joins_lines=True)[1] == []


def test_html_is_named_once_a_file_with_its_first_line() -> None:
    (problem,) = read("甲\n\n<p>乙</p>\n\n丙\n\n<b>丁</b>&nbsp;")[1]
    assert (problem.code, problem.place.line) == ("html-in-body", 3)
    assert dict(problem.details) == {"count": "2"}


def test_html_between_backticks_is_what_the_article_is_about() -> None:
    assert html("用 `<b>` 标签") == "<p>用 <code>&lt;b&gt;</code> 标签</p>"
    assert told("用 `<b>` 标签") == []


def test_places_of_half_width_marks_are_quoted_so_that_they_are_found() -> None:
    (problem,) = read("春耕,防火。\n\n旱地,水田;草场。")[1]
    assert dict(problem.details)["others"] == "（“地,水”“田;草”）"
    (alone,) = read("春耕,防火。")[1]
    assert dict(alone.details)["others"] == ""
