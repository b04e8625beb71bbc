"""A telephone shows whole sentences of a long text, and whole rows of a table."""

from __future__ import annotations

import re

import pytest

from banxin.layout.opening import fits, opening

FIRST = "<p>昨日，大桥通车。</p>\n"
LONG = f"<p>{'桥' * 30}。{'船' * 30}。</p>\n<p>{'车' * 30}。</p>\n"


def shown(html: str) -> str:
    """Without what a stylesheet hides."""
    kept = re.sub(r'<span class="rest">.*', "", str(html), flags=re.DOTALL)
    return re.sub("<[^>]*>", "", kept).strip()


@pytest.mark.parametrize("characters", [30, 45, 60, 80])
def test_an_opening_ends_where_a_sentence_does(characters: int) -> None:
    text = shown(opening(LONG, characters))
    assert text.endswith("。")
    assert characters * 0.5 <= len(text.replace("\n", "")) <= characters * 1.2


def test_a_quotation_s_end_belongs_to_its_sentence() -> None:
    html = f"<p>{'桥' * 20}，他说：“通车了！”{'船' * 60}。</p>\n"
    assert shown(opening(html, 30)).endswith("通车了！”")


def test_nothing_is_lost() -> None:
    marked = str(opening(LONG, 40))
    assert marked.replace('<span class="rest">', "").replace("</span>", "") == LONG


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{'桥' * 300}。</p>\n",  # no sentence ends near
        FIRST,  # nothing is left over
        f"<p><strong>{'桥' * 20}。{'船' * 60}</strong></p>\n",
    ],
)
def test_what_has_no_such_end_is_left_as_it_is(html: str) -> None:
    assert str(opening(html, 30)) == html


def test_an_opening_may_end_with_its_paragraph() -> None:
    html = f"<p>{'桥' * 25}。</p>\n<p>{'船' * 90}。</p>\n"
    assert '。<span class="rest"></span></p>' in str(opening(html, 30))


def table(rows: int, cell: str = "江边街道办事处") -> str:
    row = f"<tr><td>王秀英</td><td>{cell}</td></tr>"
    head = "<tr><th>姓名</th><th>单位</th></tr>"
    return f'<div class="table">\n<table><thead>{head}</thead>{row * rows}</table>\n</div>\n'


def rows_shown(html: str, characters: int) -> int:
    """The head's not counted."""
    return str(opening(html, characters)).count("<tr><td>")


def test_a_greeting_does_not_stand_alone() -> None:
    text = f"<p>{'桥' * 70}。</p>\n<p>{'船' * 90}。</p>\n"
    assert shown(opening(f"<p>各村、各单位：</p>\n{text}", 40)).endswith("桥。")
    assert "rest" not in opening(f"<p>{'车' * 10}，</p>\n{text}", 40)
    assert not fits(f"<p>各村、各单位：</p>\n<p>{'桥' * 70}。</p>\n", 40)


def test_a_table_is_cut_between_rows() -> None:
    assert 3 <= rows_shown(table(12), 100) <= 5
    assert rows_shown(table(12), 40) < rows_shown(table(12), 100) < rows_shown(table(12), 200)
    assert rows_shown(table(3), 200) == 3


def test_what_stands_above_a_table_is_part_of_its_opening() -> None:
    above = "<p>全部成绩如下。</p>\n"
    assert 2 <= rows_shown(above + table(12), 100) < rows_shown(table(12), 100)
    assert rows_shown(f"<p>{'桥' * 90}。</p>\n{table(12)}", 100) == 12  # hidden as a whole
    assert '。<span class="rest">' in opening(f"<p>{'桥' * 90}。</p>\n{table(12)}", 100)


def test_of_a_table_with_high_rows_at_least_one_is_shown() -> None:
    assert rows_shown(table(3, "年满16周岁的城乡居民" * 12), 40) == 1


def test_a_grid_of_names_is_cut_between_its_rows() -> None:
    names = f'<p class="names-of">一等奖：</p>\n<p class="names">{"<span>王慧</span> " * 60}</p>\n'
    kept, _, _ = str(opening(names, 100)).partition('<span class="rest">')
    assert kept.count("<span>") in (15, 20, 25)  # five in a row
    assert str(opening(names, 400)) == names
    higher = names.replace("王慧", "阿不都热西提·<wbr>买买提")
    assert str(opening(higher, 400)) != higher


def test_a_text_fits_that_is_hardly_longer_than_what_was_asked_for() -> None:
    assert fits(f"<p>{'桥' * 100}。</p>\n", 100)
    assert not fits(f"<p>{'桥' * 130}。</p>\n", 100)
    assert fits(table(3), 100)
    assert not fits(table(12), 100)


def test_short_lines_take_as_much_room_as_long_ones() -> None:
    assert not fits("<p>问：几点？</p>\n" * 10, 100)
    assert not fits(f"<p>{'桥<br>' * 10}</p>\n", 100)
    assert not fits(f'<p class="names">{"<span>王慧</span> " * 40}</p>\n', 100)


def test_nothing_that_fits_is_marked() -> None:
    html = f"<p>{'桥' * 60}。{'船' * 40}</p>\n"
    assert str(opening(html, 100)) == html
