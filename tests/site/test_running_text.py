"""A list, a card or a description begins with a text and not with cells of a table."""

from __future__ import annotations

import pytest

from banxin.site.running_text import begun, running_text

HEAD = '<tr><th>排名</th><th class="right">姓名</th><th>成绩</th></tr>'
ROWS = "<tr><td>1</td><td>王慧</td><td>12.26秒</td></tr>" * 12
TABLE = (
    '<div class="table wide k2" tabindex="0" role="region" aria-label="表格：排名">\n<table>\n'
    f"<thead>{HEAD}</thead>\n<tbody>{ROWS}</tbody>\n</table>\n</div>\n"
)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>通车了。</p>\n<p>第二段。</p>\n", "通车了。\n第二段。"),
        (f"<p>成绩如下。</p>\n{TABLE}<p>特此公布。</p>\n", "成绩如下。（见表）\n特此公布。"),
        (f"{TABLE}<p>A&amp;B公布。</p>\n", "A&B公布。"),
        (f"<h3>男子</h3>\n{TABLE}<h3>女子</h3>\n<p>未赛。</p>\n", "未赛。"),
        (f"<p>甲。</p>\n<table>{HEAD}{ROWS}</table>\n<p>乙。</p>\n", "甲。（见表）\n乙。"),
        (f"{TABLE}<h3>女子</h3>\n<p>甲。</p>\n{TABLE}", "甲。（见表）"),
        (f"<ul><li>甲</li></ul>\n{TABLE}<p>乙。</p>\n", "甲\n乙。"),
        ("<h3>一、开工</h3>\n<p>开工了。</p>\n", "开工了。"),
        ("<p><strong>特此公告</strong></p>\n", "特此公告"),
        ("", ""),
    ],
)
def test_what_is_said_in_sentences_is_told(html: str, said: str) -> None:
    assert running_text(html) == said


@pytest.mark.parametrize("html", [TABLE, f"<h3>男子</h3>\n{TABLE}<h3>女子</h3>\n{TABLE}"])
def test_of_nothing_but_tables_it_is_told_what_the_first_is_of(html: str) -> None:
    assert running_text(html) == "表：排名、姓名、成绩（12行）"


def test_of_many_columns_the_first_are_told() -> None:
    heads = "".join(f"<th>{n}月</th>" for n in range(1, 13))
    assert running_text(f"<table><tr>{heads}</tr></table>") == (
        "表：1月、2月、3月、4月、5月、6月等（0行）"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("通车了。", "通车了。"),
        (f"{'桥' * 60}。{'船' * 60}。", f"{'桥' * 60}。"),
        (f"{'桥' * 60}。”{'船' * 60}。", f"{'桥' * 60}。”"),
        ("桥" * 200, "桥" * 80 + "……"),
        (f"{'桥' * 78}1933年{'桥' * 99}", "桥" * 78 + "……"),
        (f"{'桥' * 76}1933年{'桥' * 99}", "桥" * 76 + "1933……"),
        ("a" * 200, "a" * 80 + "……"),
        ("第一段。\n第二段。", "第一段。 第二段。"),
    ],
)
def test_a_beginning_ends_with_a_sentence_and_halves_no_number(text: str, told: str) -> None:
    assert begun(text, 80) == told
