"""Signs that Markdown takes for its own and editors for characters."""

from __future__ import annotations

import random
from html import escape

import pytest

from tests.content.markdown.fuzz import read


def html(source: str) -> str:
    return read(source)[0].html.strip()


def told(source: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read(source)[1]]


def lines(source: str) -> str:
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in source.split("\n"))


@pytest.mark.parametrize(
    "source",
    [
        *(r"\(x\) \[y\]", r"A\&B", r"C\#1", r"D:\2022\稿件", r"\\server\甲", r"甲\|x\|", r"\_甲\_"),
        r"\\server\share\*.doc",
        *("`春耕`和`备耕`", "``引语''", "北纬30`15`", "`5`"),
        *(
            "02. 李四",
            "0. 5元",
            "3. 15晚会",
            "# 5号楼",
            "# 3栋",
            "＃ 5号",
            "# 12",
            "# # #",
            "## ★★★",
        ),
        *("等级<A>、<S>、<U>", "<I>型号", "a<b>c", "认证<UL>", "<H1>级"),
    ],
)
def test_it_is_printed_as_typed(source: str) -> None:
    assert html(source) == lines(source)
    assert told(source) == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\*甲\*", "*甲*"),
        (r"\# 甲", "# 甲"),
        (r"\- 甲", "- 甲"),
        (r"1\. 甲", "1. 甲"),
        (r"\> 甲", "&gt; 甲"),
        (r"\[甲](a.md)", "[甲](a.md)"),
        (r"\&copy;", "&amp;copy;"),
        (r"\`a\`", "`a`"),
    ],
)
def test_a_backslash_before_a_mark_prints_the_mark(source: str, shown: str) -> None:
    assert html(source) == f"<p>{shown}</p>"
    assert told(source) == []


def test_a_backslash_at_a_lines_end_is_printed_and_breaks_no_line() -> None:
    assert html("把船还给岸\\\n把岸还给草") == lines("把船还给岸\\\n把岸还给草")
    assert told("甲。\n把船还给岸\\\n把岸还给草") == ["2:6 backslash-at-end"]
    assert told("D:\\paper\\\n完") == []
    assert told("甲\\") == []


def test_a_backslash_beside_anything_stays() -> None:
    seed = random.SystemRandom().randrange(10**9)
    rng = random.Random(seed)
    for _ in range(500):
        after = rng.choice("甲乙ａA1()]{}&@$%^~_=+-.,:;?/!'")
        source = f"甲{rng.choice(('', '乙', 'C:'))}\\{after}丙"
        assert html(source).count("\\") == 1, f"seed {seed}: {source!r}"


def test_a_list_ends_where_a_number_would_be_lost() -> None:
    assert html("1. 张三\n02. 李四") == "<ol>\n<li>张三</li>\n</ol>\n<p>02. 李四</p>"
    assert html("- 甲\n- 5℃") == "<ul>\n<li>甲</li>\n</ul>\n<p>- 5℃</p>"
    assert html("1. 甲\n1949. 乙").endswith("<p>1949. 乙</p>")
    assert html("1. 2022年\n2. 2023年").count("<li>") == 2
    assert html("1. 5名干部\n   - 甲\n\n2. 3个方面").count("<li>") == 3


def test_numbers_of_lists_are_shown_or_typed() -> None:
    seed = random.SystemRandom().randrange(10**9)
    rng = random.Random(seed)
    for _ in range(500):
        numbers = [rng.choice(("0", "1", "2", "02", "007", "15", "2022")) for _ in range(4)]
        source = "\n".join(f"{n}. {rng.choice(('甲', '5元', '15晚会'))}" for n in numbers)
        shown = html(source)
        for number in numbers:
            if number.startswith("0") or len(number) > 3:
                assert f"<p>{number}. " in shown, f"seed {seed}: {source!r}"


def test_a_single_hash_makes_a_heading_and_is_reminded_of_once() -> None:
    assert html("# 江州发布") == "<h3>江州发布</h3>"
    assert told("甲\n# 江州发布\n乙\n# 江州文旅") == ["2:1 single-hash"]
    assert told("## 江州发布") == []


@pytest.mark.parametrize("typed", ["&copy;", "&nbsp;", "&#169;", "&ldquo;", "&amp;"])
def test_a_code_of_a_character_is_read_and_reminded_of_once(typed: str) -> None:
    assert told(f"甲{typed}乙{typed}\n\n丙{typed}") == ["1:2 entity-read"]
    assert typed not in html(f"甲{typed}乙") or typed == "&amp;"
    assert told(f"`{typed}`") == []


@pytest.mark.parametrize("typed", ["R&D", "AT&T;", "&notaword;", "a&copy=b"])
def test_an_ampersand_is_an_ampersand(typed: str) -> None:
    assert html(typed) == f"<p>{escape(typed)}</p>"
    assert told(typed) == []


@pytest.mark.parametrize(
    "typed",
    ["<b>甲</b>", '<p class="a">甲', "甲</p>", "<SPAN>甲", "甲<br>", "<B>甲</b>", "<td>甲</td>"],
)
def test_a_tag_that_is_surely_one_is_an_error(typed: str) -> None:
    assert [code.split()[1] for code in told(typed)] == ["html-in-body"]


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("！［图］（ok.jpg）", "![图](ok.jpg)"),
        ("图：ok.jpg", "![图](ok.jpg)"),
        ("【图】(ok.jpg)", "![图](ok.jpg)"),
        ("图片：ok.jpg 图说在此", "![图说在此](ok.jpg)"),
        ("（插图2：春耕.PNG）", "![插图2](春耕.PNG)"),
        ("[图](ok.jpg", "![图](ok.jpg)"),
        ("照片 ok（1）.jpg", "![照片](ok（1）.jpg)"),
        ("![图](ok.jpg 图说)", "![图说](ok.jpg)"),
        ('![图](ok.jpg "图说)', "![图说](ok.jpg)"),
        ("▲图：ok.jpg。", "![图](ok.jpg)"),
        ("（此处插图）", "![此处插图](文件名)"),
        ("[图片]", "![图片](文件名)"),
        ("【图片1】", "![图片1](文件名)"),
        ("[图](ok.jpg)", "![图](ok.jpg)"),
    ],
)
def test_a_picture_in_an_odd_form_is_named_with_the_line_as_it_should_be(
    source: str, right: str
) -> None:
    first = read(f"甲。\n{source}\n乙。")[1][0]
    assert (first.code, first.place.line) == ("picture-as-text", 2)
    assert dict(first.details)["right"] == right


@pytest.mark.parametrize(
    "source",
    ["请保存为a.jpg格式", "见http://a.cn/a.jpg。", "（图）", "见[图1]", "《雪.jpg》", "`a.jpg`"],
)
def test_a_name_that_is_only_spoken_of_is_no_picture(source: str) -> None:
    assert told(source) == []


def test_the_kind_of_a_cited_source_is_no_part_of_its_address() -> None:
    assert 'href="http://a.cn/b.html"' in html("[3] http://a.cn/b.html[EB/OL].")
    assert 'href="http://a.cn/?a%5B%5D=1"' in html("http://a.cn/?a[]=1。")


def test_brackets_of_two_keyboards_in_a_pictures_name_belong_to_it() -> None:
    (problem,) = read("![图（左）](ok（1).jpg)")[1]
    assert (problem.code, dict(problem.details)["file"].rpartition("/")[2]) == (
        "picture-missing",
        "ok（1).jpg",
    )


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("甲<！-- 勿发 -->", "comment-odd"),
        ("甲<!——责编注：勿发——>", "comment-odd"),
        ("甲《!-- 勿发 --》", "comment-odd"),
        ("甲<！—勿发—＞", "comment-odd"),
        (r"PAGE \* MERGEFORMAT 1", "word-field"),
        ('甲HYPERLINK "mailto:x"', "word-field"),
        ("错误！未找到引用源。", "word-field"),
        ("甲\n---\n标题：另一篇\n---\n乙", "fields-in-body"),
        ("，＊＊重点＊＊", "asterisks-printed"),
        ("点击上方“蓝字”关注我们", "wechat-words"),
        ("甲\n图片\n乙", "picture-as-text"),
        ("见［名单］（b.pdf）", "link-as-text"),
        ("见[名单] (b.pdf)", "link-as-text"),
        ("见(名单)[b.docx]", "link-as-text"),
        ("见[[01-02-x.md]]", "link-as-text"),
        ("见https：//a.cn/x", "link-as-text"),
        ("见http:／／a.cn/x", "link-as-text"),
        *((f"甲{c}乙", "invisible-in-body") for c in "\u200c\u2028\u3164\u2800\u034f"),
    ],
)
def test_what_other_programs_and_keyboards_leave_is_said(source: str, code: str) -> None:
    assert code in [p.code for p in read(source)[1]]


@pytest.mark.parametrize(
    "source",
    [
        *(
            "王＊＊、李＊＊",
            "＊＊＊＊",
            "《名单》（见附件）",
            "【名单】",
            "<!>",
            "引用源错误",
            "甲\n---\n乙：丙",
        ),
        *("👨\u200d👩\u200d👧", "见b.pdf", "[甲](a.md)", "https://a.cn/x"),
    ],
)
def test_what_only_looks_like_a_leftover_is_left_alone(source: str) -> None:
    assert told(source) == []
