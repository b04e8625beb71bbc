"""What stands in a manuscript stands on the page, sign by sign."""

from __future__ import annotations

import random
import re
from html import unescape

import pytest

from banxin.importers.body import body_text
from banxin.importers.body.trial import plain, shown
from banxin.importers.manuscript import Paragraph, Span, Table
from banxin.importers.stories.story import Story, Text


def written(*texts: str, joins_lines: bool = False) -> str:
    story = Story("a.docx", body=tuple(Text(Paragraph((Span(text),))) for text in texts))
    found = body_text(story, joins_lines=joins_lines)
    assert found.doubts == ()
    return found.text


MARKS = r"""
# 春耕
## 春耕
#话题#
> 引文
>60岁
1. 种子
1) 种子
01. 化肥
- 种子
* 注
+ 86
王**、李**
**粗**体
*不追*
8*8米
`x`
```
~~~
---
====
[甲](b)
![图](a.jpg)
！[图](a.jpg)
[^1]
[^1]: 注
[附件一] [二]
见[此]（表.pdf）
<p>春</p>
<b>x</b>&nbsp;
换行用<br/>，a<b时
f(x)<i>y</i>z
a<b
1<2>0
&nbsp;
&#12;
AT&T
<!-- 注 -->
<<<<<<< HEAD
| 甲 | 乙 |
\*x\*
C:\图\a.jpg
甲\
a_b_c
____
$x^2$
见http：//x
www.example.org
road.jpg
江政发[2026](3)号
[](https://example.org/)
＃ 标
｜甲｜
"""


@pytest.mark.parametrize("text", MARKS.strip().split("\n"))
def test_a_sign_that_may_be_a_mark_is_printed(text: str) -> None:
    made = written("前文。", text, "后文。")
    page = shown(made)
    assert page.text == plain(f"前文。{text}后文。")
    assert page.complaints == ()
    assert page.html.count("<p>") == 3


def test_an_ordinary_text_is_written_as_it_is() -> None:
    texts = ("3月29日晚，区里召开会议。", "一、抓春耕（重点）", "“三件套”——A、B；C？1.5万吨，8%")
    assert written(*texts) == "\n\n".join(texts) + "\n"


SIGNS = "一二春耕，。“”（）《》、 12.9)(-+*#>|`~!！[]^<&;:：/\\_=@$%'\"abcＡ　…—·①"


@pytest.mark.parametrize("joins_lines", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_of_random_texts_no_sign_is_lost(seed: int, joins_lines: bool) -> None:
    random_ = random.Random(seed)
    for _ in range(60):
        texts = ["".join(random_.choices(SIGNS, k=random_.randint(1, 30))) for _ in range(4)]
        texts = [text for text in texts if text.strip()]
        story = Story("a", body=tuple(Text(Paragraph((Span(text),))) for text in texts))
        found = body_text(story, joins_lines=joins_lines)
        page = shown(found.text, joins_lines=joins_lines)
        lost = page.text != plain("".join(texts))
        told = {doubt.key for doubt in found.doubts}
        assert not lost or "text-differs" in told, (texts, found.text)
        assert not lost, (texts, found.text)


def test_what_cannot_be_written_is_told() -> None:
    found = body_text(Story("a", body=(Text(Paragraph((Span("春\x07耕"),))),)))
    assert [doubt.key for doubt in found.doubts] == ["control"]
    assert found.text == "春耕\n"


def test_bold_stays_where_it_does_no_harm() -> None:
    spans = (Span("第一，", bold=True), Span("抓", bold=True), Span("春耕。"))
    assert body_text(Story("a", body=(Text(Paragraph(spans)),))).text == "**第一，抓**春耕。\n"
    odd = (Span("王**、", bold=True), Span("李**获奖。"))
    page = shown(body_text(Story("a", body=(Text(Paragraph(odd)),))).text)
    assert page.text == "王**、李**获奖。"


def test_subheads_lists_notes_and_links_are_those_of_the_dialect() -> None:
    body = (
        Text(Paragraph((Span("把路修到家门口"),)), subhead=True),
        Text(Paragraph((Span("2.", number=True), Span("种子")))),
        Text(Paragraph((Span("3.", number=True), Span("化肥")))),
        Text(Paragraph((Span("•", number=True), Span("农药")))),
        Text(Paragraph((Span("（一）", number=True), Span("抓项目")))),
        Text(Paragraph((Span("通车"), Span("", note="1"), Span("，见")))),
        Text(Paragraph((Span("网站", link="https://example.org/a"),))),
    )
    found = body_text(Story("a", body=body, notes=(("1", "杭州至衢州。"),)))
    assert found.doubts == ()
    assert found.text == (
        "## 把路修到家门口\n\n2. 种子\n3. 化肥\n\n- 农药\n\n（一）抓项目\n\n通车[^1]，见\n\n"
        "[网站](https://example.org/a)\n\n[^1]: 杭州至衢州。\n"
    )


def test_a_link_that_leads_nowhere_good_stays_text() -> None:
    spans = (Span("点我", link="javascript:alert(1)"), Span("表", link="file:///C:/a.xlsx"))
    assert body_text(Story("a", body=(Text(Paragraph(spans)),))).text == "点我表\n"


def test_a_line_break_within_a_paragraph_stays_one() -> None:
    page = shown(written("把船还给岸\n把岸还给草"))
    assert page.html == "<p>把船还给岸<br>\n把岸还给草</p>\n"


def test_powers_and_indices_keep_their_height() -> None:
    spans = (Span("120m"), Span("2", script="super"), Span("，CO"), Span("2", script="sub"))
    assert body_text(Story("a", body=(Text(Paragraph(spans)),))).text == "120m²，CO₂\n"
    odd = (Span("x"), Span("甲", script="super"))
    found = body_text(Story("a", body=(Text(Paragraph(odd)),)))
    assert [doubt.key for doubt in found.doubts] == ["script"]


def test_a_tables_cells_are_shown_whatever_is_in_them() -> None:
    table = Table((("项目", "a|b"), ("**x**", "1. <p>"), ("", "\\")))
    page = shown(body_text(Story("a", body=(table,))).text)
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", page.html)
    assert [unescape(re.sub("<.*?>", "", cell)) for cell in cells] == [
        *("项目", "a|b", "**x**", "1. <p>", "", "\\"),
    ]


def test_lines_set_with_tabs_become_a_table_and_a_single_one_does_not() -> None:
    assert written("姓名\t成绩", "张三\t90") == "| 姓名 | 成绩 |\n| --- | --- |\n| 张三 | 90 |\n"
    assert written("姓名\t成绩", "后文。") == "姓名\u3000成绩\n\n后文。\n"


def numbered(*texts: str) -> tuple[Text, ...]:
    """Items 1., 2. … as a word processor numbers them."""
    spans = ((Span(f"{n}.", number=True), Span(text)) for n, text in enumerate(texts, 1))
    return tuple(Text(Paragraph(both)) for both in spans)


def test_where_a_list_cannot_be_one_its_numbers_stay_as_they_were_printed() -> None:
    found = body_text(Story("a", body=numbered("备足种子", "3月底前修渠", "抓春耕")))
    assert found.doubts == ()
    assert shown(found.text).text == "1.备足种子2.3月底前修渠3.抓春耕"


def test_typed_numbers_before_numbers_are_printed_where_several_follow_each_other() -> None:
    lines = [f"{n}. {age}岁以下的人过少。" for n, age in enumerate((24, 36, 50), 6)]
    texts = tuple(Text(Paragraph((Span(line),))) for line in lines)
    made = body_text(Story("a", body=texts))
    assert not made.doubts
    assert shown(made.text).text == "".join(lines).replace(" ", "")


def test_a_note_that_no_text_refers_to_is_told_with_the_words_that_are_missing() -> None:
    found = body_text(Story("a", body=numbered("备足种子"), notes=(("1", "据县农业局。"),)))
    assert found.text == "1. 备足种子\n\n[^1]: 据县农业局。\n"
    told = {one.key: dict(one.gaps) for one in found.doubts}
    assert told["text-differs"] == {"near": "备足种子据县农业局。"}
    assert told["complaint"] == {"code": "footnote-unused", "note": "1"}


def test_a_subhead_that_no_heading_can_show_stays_a_line() -> None:
    body = (Text(Paragraph((Span("甲 #"),)), subhead=True),)
    assert body_text(Story("a", body=body)).text == "甲 #\n"


def test_merged_cells_and_more_columns_than_a_telephone_shows_are_told() -> None:
    table = Table((tuple("一二三四五六七八九十百"),) * 2, merged=True)
    told = [one.key for one in body_text(Story("a", body=(table,))).doubts]
    assert told == ["merged", "wide", "complaint"]


def test_an_item_without_words_keeps_its_number() -> None:
    empty = Text(Paragraph((Span("1.", number=True),)))
    found = body_text(Story("a", body=(empty, *numbered("备足种子")[:1])))
    assert shown(found.text).html.count("<li") == 2


@pytest.mark.parametrize("end", ["\\", "\\\\", "\\_\\"])
def test_a_backslash_before_a_notes_number_is_printed(end: str) -> None:
    one = Paragraph((Span(f"路径{end}"), Span("", note="1"), Span("后")))
    written = body_text(Story("", body=(Text(one),), notes=(("1", "注。"),)))
    assert shown(written.text).text.startswith(f"路径{end}后")
    assert written.doubts == ()


def test_a_poem_keeps_its_subheads_and_tables_and_may_have_no_line_at_all() -> None:
    lines = (Text(Paragraph((Span("雨落在瓦上"),))), Text(Paragraph((Span("其二"),)), subhead=True))
    table = Table((("年", "月"),))
    assert body_text(Story("a", kind="poem", body=(*lines, lines[0]))).text == (
        "雨落在瓦上\n\n## 其二\n\n雨落在瓦上\n"
    )
    assert "| 年 | 月 |" in body_text(Story("a", kind="poem", body=(*lines, table))).text
    assert body_text(Story("a", kind="poem")).text == ""


def verse(*lines: tuple[str, int]) -> str:
    body = tuple(Text(Paragraph((Span(text),), above=above)) for text, above in lines)
    return body_text(Story("a", kind="poem", body=body)).text


def test_empty_lines_between_all_lines_of_a_poem_make_no_stanzas() -> None:
    apart = [("雨落在瓦上", 0), ("落在水缸里", 1), ("落进梦里", 1), ("天亮了", 2)]
    assert verse(*apart) == "雨落在瓦上\n落在水缸里\n落进梦里\n\n天亮了\n"
    assert verse(*((text, n == 2) for n, (text, _) in enumerate(apart))) == (
        "雨落在瓦上\n落在水缸里\n\n落进梦里\n天亮了\n"
    )
    assert verse(("雨落在瓦上\n落在水缸里", 0), ("落进梦里\n天亮了", 1)) == (
        "雨落在瓦上\n落在水缸里\n\n落进梦里\n天亮了\n"
    )
