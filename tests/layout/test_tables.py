"""Tables are measured cell by cell: no name or number is cut, a wide one scrolls in a frame."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from banxin.layout import arrange
from banxin.layout.tables import framed, measured_table
from banxin.layout.typography import prose
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import item

FRAME = '<div class="table" tabindex="0" role="region" aria-label="表格">\n'
WORDY = "县农业农村局组织人员逐户走访"


def table(*rows: tuple[str, ...]) -> str:
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{''.join(lines)}</table>"


def test_a_short_cell_needs_one_line_and_a_long_one_may_have_several() -> None:
    found = measured_table(table(("王小明", "13:17:08.45", WORDY * 2)))
    assert found.least[0] == found.most[0] == 3
    assert found.least[2] < found.most[2] == 28
    assert found.lines(found.width) == [5]
    assert found.lines(100) == [1]


def test_only_a_table_wider_than_a_telephone_stands_in_a_frame_that_scrolls() -> None:
    narrow, wide = table(("名次", "姓名")), table(("QJ-2026-0118",) * 3)
    assert 'class="table"' in framed(FRAME + narrow + "\n</div>")
    assert 'class="table wide"' in framed(FRAME + wide + "\n</div>")


def called(*heads: str) -> str:
    """The frame's first tag of a table with these columns."""
    html = table(heads, *[("12", "王小明", *["QJ-2026-0118"] * (len(heads) - 2))] * 3)
    return str(prose(f"{FRAME}{html}\n</div>")).partition("\n")[0]


def test_a_frame_is_called_by_the_heads_of_its_first_columns() -> None:
    assert 'aria-label="表格：姓名、单位、&quot;成绩&quot;"' in called(
        "姓名", "单位", '"成绩"', "备注"
    )
    assert 'aria-label="表格：单位"' in called("", "单位")
    assert 'aria-label="表格"' in called("", "")


def test_what_a_row_is_of_stays_in_sight_and_not_its_number() -> None:
    assert 'class="table wide k1"' in called("姓名", "单位", "成绩", "备注")
    for numbering in ("序号", "排名", "名次", "编号", "No."):
        assert 'class="table wide k2"' in called(numbering, "姓名", "成绩", "备注")


def test_a_column_that_would_leave_no_room_for_others_is_moved_with_them() -> None:
    assert " k1" not in called("申请人所在单位", "单位", "成绩", "备注")


def test_what_is_wider_than_paper_is_marked() -> None:
    assert 'class="table wide k1 far vast"' in called("姓名", *["成绩"] * 9)


def test_what_is_wider_than_any_telephone_is_marked() -> None:
    assert " far" in called("姓名", *["成绩"] * 5)
    assert " far" not in called("姓名", "成绩", "成绩", "备注")


def test_a_long_cell_is_marked_and_keeps_its_alignment() -> None:
    html = FRAME + f'<table><tr><td class="right">{WORDY}</td><td>1</td></tr></table>\n</div>'
    assert f'<td class="right words">{WORDY}</td><td>1</td>' in prose(html)


def test_a_table_too_wide_for_a_column_stands_across_all_of_them() -> None:
    rows = table(*[("QJ-2026-0118",) * 5] * 8)
    long = item(1, "运动会成绩", 900, rank="lead")
    with_table = replace(long, body=long.body + prose(rows))
    found = [
        p
        for one in (with_table, long)
        for row in arrange((one,), "front", BROADSHEET)
        for block in row.blocks
        for p in block.items
    ]
    assert [p.across for p in found] == [True, False]


@pytest.mark.parametrize(("characters", "across"), [(30, True), (300, False)])
def test_a_table_beside_which_a_column_would_be_empty_stands_across_all(
    characters: int, across: bool
) -> None:
    rows = prose(table(*[("QJ-2026-0118", "84.5%")] * 8))
    short = item(1, "运动会成绩", characters, rank="lead")
    (row,) = arrange((replace(short, body=short.body + rows),), "front", BROADSHEET)
    assert [p.across for block in row.blocks for p in block.items] == [across]


def test_a_long_narrow_table_goes_on_in_the_next_column_and_no_other() -> None:
    names = [("1", "王小明")] * 40
    assert measured_table(table(*names)).flows
    assert not measured_table(table(*names[:9])).flows
    assert not measured_table(table(*[("QJ-2026-0118",) * 6] * 40)).flows
