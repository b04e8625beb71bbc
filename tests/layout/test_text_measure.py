"""How long a text is: what can't be cut takes the room that it leaves empty."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.layout import arrange, text_measure
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import item


def test_stanzas_stand_whole_in_as_many_columns_as_their_lines_have_room_in() -> None:
    poem = replace(item(1, "冬夜", 0), body=Markup("<p>雪落在江上，<br>灯亮在桥头。</p>\n" * 3))
    rows = arrange((poem, item(2, "夜校", 900)), "inside", BROADSHEET)
    (placed,) = [p for row in rows for block in row.blocks for p in block.items if p.index == 0]
    assert placed.columns in (1, 3)
    text = text_measure.measured(str(poem.body), BROADSHEET)
    two = text_measure.highest_column(text, 20, 2, BROADSHEET.em, BROADSHEET)
    assert 4 + BROADSHEET.stanza_gap <= two < 5


def test_prose_with_a_line_cut_by_hand_is_no_verse() -> None:
    text = text_measure.measured(f"<p>{'字' * 90}<br>{'字' * 20}</p>\n", BROADSHEET)
    assert text.stanzas == ()


def test_a_code_takes_what_it_leaves_empty_at_the_end_of_a_line() -> None:
    code = '<p>执行<span class="code">GB/T20093-2022</span>标准</p>\n'
    plain = code.replace('<span class="code">', "").replace("</span>", "")
    kept, cut = (text_measure.measured(html, BROADSHEET).paragraphs[0] for html in (code, plain))
    assert kept > cut


@pytest.mark.parametrize(("measure", "rows"), [(10.9, 20), (11, 14), (13.7, 14), (15, 10)])
def test_a_grid_of_names_has_rows_of_as_many_as_have_room_side_by_side(
    measure: float, rows: int
) -> None:
    text = text_measure.measured(f'<p class="names">{"<span>王慧</span> " * 40}</p>', BROADSHEET)
    assert text_measure.lines(text, measure, 17, BROADSHEET) == rows
