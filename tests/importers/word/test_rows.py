"""Rows and cells that nobody sees: gone, and told unless somebody deleted them."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript, Table
from tests.importers.word.test_tables import cell
from tests.support.manuscripts.by_hand import docx
from tests.support.manuscripts.reading import manuscript


def of(folder: Path, *rows: tuple[str, str]) -> Manuscript:
    made = "".join(f"<w:tr><w:trPr>{mark}</w:trPr>{cells}</w:tr>" for mark, cells in rows)
    return manuscript(folder, docx(f"<w:tbl>{made}</w:tbl>"))


def hidden(found: Manuscript) -> list[str]:
    return [dict(one.gaps)["text"] for one in found.doubts if one.key == "hidden"]


SEEN = ("", cell("项目") + cell("数量"))


@pytest.mark.parametrize(
    ("mark", "told"), [('<w:del w:id="1"/>', []), ("<w:hidden/>", ["化肥3000"])]
)
def test_a_row_is_gone(tmp_path: Path, mark: str, told: list[str]) -> None:
    found = of(tmp_path, SEEN, (mark, cell("化肥") + cell("3000")), ("", cell("种子") + cell("1")))
    assert found.blocks == (Table((("项目", "数量"), ("种子", "1"))),)
    assert hidden(found) == told


def test_what_a_merged_cell_covers_is_told(tmp_path: Path) -> None:
    rows = (
        cell("乡镇", '<w:vMerge w:val="restart"/>') + cell("1"),
        cell("旧", "<w:vMerge/>") + cell("2"),
    )
    found = of(tmp_path, *(("", row) for row in rows))
    assert found.blocks == (Table((("乡镇", "1"), ("", "2")), merged=True),)
    assert hidden(found) == ["旧"]


@pytest.mark.parametrize("around", ["{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"])
def test_a_cell_below_none_that_it_goes_on_is_read(tmp_path: Path, around: str) -> None:
    lone = around.format(cell("乡镇", "<w:vMerge/>"))
    found = of(tmp_path, ("", lone + cell("1")), ("", cell("村") + cell("2")))
    assert found.blocks == (Table((("乡镇", "1"), ("村", "2"))),)
    assert hidden(found) == []
