"""What is annexed to a notice belongs to it, and is no story of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Table
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "各班要在周五以前把意见收齐，由班长送到教务处，逾期不再受理，有事请打教务处的电话。"
NOTICE = f"# 关于召开学生大会的通知\n各班级：\n{TEXT}\n{TEXT}\n> 江城县第一中学\n> 2026年3月1日"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mark", ["附件", "附件一", "附件1：", "（附件2）"])
@pytest.mark.parametrize("look", ["", "% ", "# "])
def test_a_line_that_says_annex_heads_a_part_of_the_notice(
    tmp_path: Path, way: str, mark: str, look: str
) -> None:
    rows = f"{NOTICE}\n{mark}\n{look}学生大会预提案\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    head = f"{mark.rstrip('：')}　学生大会预提案"
    assert body_of(found) == ["各班级：", TEXT, TEXT, " ".join(head.split()), TEXT, TEXT]
    assert [one.subhead for one in found.body if isinstance(one, Text)][3]
    assert (found.title, found.column) == ("关于召开学生大会的通知", "")
    assert (found.signoff, found.signoff_date) == (("江城县第一中学",), "2026-03-01")


def test_annexed_tables_stay_with_it_in_their_order(tmp_path: Path) -> None:
    cell = f"<w:tc>{paragraph('姓名')}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    looks = ('<w:jc w:val="center"/>', '<w:b/><w:sz w:val="32"/>')
    head = paragraph("关于召开学生大会的通知", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')
    annexes = (paragraph(f"附件{n}") + paragraph(f"登记表{n}", *looks) + table for n in "一二")
    data = docx(head + paragraph(TEXT) * 2 + "".join(annexes))
    (found,) = stories(manuscript(tmp_path, data))
    assert [isinstance(one, Table) for one in found.body] == [False] * 3 + [True, False, True]
    assert body_of(found)[2:] == ["附件一 登记表一", "附件二 登记表二"]


@pytest.mark.parametrize("way", WAYS)
def test_what_somebody_signed_is_a_story_and_a_list_of_annexes_is_text(
    tmp_path: Path, way: str
) -> None:
    listed = NOTICE.replace("> 江", "附件：\n1.预提案\n2.分组表\n> 江")
    (found,) = typed_rows(tmp_path, way, listed)
    assert body_of(found)[-3:] == ["附件：", "1.预提案", "2.分组表"]
    rows = f"{NOTICE}\n附件1\n# 县一中开学生大会\n= 记者 沈微\n本报讯 {TEXT}\n{TEXT}"
    *_, last = typed_rows(tmp_path, way, rows)
    assert (last.title, last.byline) == ("县一中开学生大会", "记者 沈微")
