"""Who edited the page stands below a text and is none of it; what is set aside is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.formats import opened
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
HEAD = f"# 春耕备耕有序推进\n本报讯（记者 沈微）{TEXT}\n{TEXT}"


def told(found: Story) -> str:
    return "\n".join(text for d in found.doubts for text in dict(d.gaps).values())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：沈小满",
        "（责任编辑：沈小满）",
        "[责任编辑：沈小满]",
        "本版责任编辑：沈小满 版式：王大力 校对：李小可",
        "编辑 | 沈小满",
        "校对丨李小可",
        "编辑/沈小满 审核/王大力",
        "责编 沈小满",
        "一审：王一 二审：王二力 三审：王三",
        "初审 王小一 复审 王二力 终审 王三",
        "美编：李小可",
        "监制：王大力",
        "总值班：王大力",
        "审稿领导：王大力",
        "审核人：李小可",
    ],
)
def test_who_edited_the_page_is_set_aside_and_told(tmp_path: Path, way: str, line: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n{line}")
    assert (body_of(found), found.byline, told(found)) == ([TEXT, TEXT], "记者 沈微", line)
    assert not any(d.asks for d in found.doubts)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("gap", [" ", "　　", "\n"])
def test_of_a_telephone_beside_the_editor_nothing_is_left(
    tmp_path: Path, way: str, gap: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n责任编辑：沈小满{gap}电话：0570-1234567")
    assert body_of(found) == [TEXT, TEXT]
    assert "责任编辑：沈小满" in told(found)
    assert "电话" in told(found)
    assert "1234567" not in told(found)


@pytest.mark.parametrize("way", WAYS)
def test_a_messengers_credits_are_read_line_by_line(tmp_path: Path, way: str) -> None:
    rows = "▼\n来源：江城发布\n编辑：沈小满\n校对：李小可\n一审：王一\n三审：王三"
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n{rows}")
    assert (body_of(found), found.credited) == ([TEXT, TEXT], "江城发布")
    assert told(found) == "编辑：沈小满；校对：李小可；一审：王一；三审：王三"


@pytest.mark.parametrize("way", WAYS)
def test_source_and_reporter_between_the_editors_are_found(tmp_path: Path, way: str) -> None:
    head = f"# 春耕备耕有序推进\n{TEXT}\n{TEXT}"
    rows = "编辑丨沈小满\n来源丨江城发布\n记者：沈微\n校对丨李小可"
    (found,) = typed_rows(tmp_path, way, f"{head}\n{rows}")
    assert (body_of(found), found.credited, found.byline) == (
        [TEXT, TEXT], "江城发布", "记者：沈微",
    )  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mark", ["▼", "END", "- END -", ""])
def test_who_signs_above_the_editors_signs_off(tmp_path: Path, way: str, mark: str) -> None:
    rows = f"> 县水利局\n> 2026年3月1日\n{mark}\n编辑：沈小满".replace("\n\n", "\n")
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n{rows}")
    assert (found.signoff, found.signoff_date) == (("县水利局",), "2026-03-01")
    assert body_of(found) == [TEXT, TEXT]


@pytest.mark.parametrize("way", WAYS)
def test_below_a_headline_it_is_set_aside_too(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 春耕备耕\n编辑：沈小满\n{TEXT}\n{TEXT}")
    assert (found.title, body_of(found), told(found)) == (
        "春耕备耕", [TEXT, TEXT], "编辑：沈小满",
    )  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line", ["编辑：您好，这事怎么办？", "设计之美在于用心", "策划 沈小满 采写 李小可"]
)
def test_other_lines_are_none(tmp_path: Path, way: str, line: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n{line}")
    assert line not in told(found)


@pytest.mark.parametrize(
    "line",
    [
        "联系人：沈小满 联系电话：0570-1234567",
        "（联系人：沈小满 13800000000）",
        "媒体联系人：沈小满 13800000000",
    ],
)
def test_a_contributors_number_is_neither_printed_nor_kept(tmp_path: Path, line: str) -> None:
    rows = f"{HEAD}\n（江城县税务局供稿）\n{line}\n审稿领导：王大力"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert found.credited == "江城县税务局"
    assert body_of(found) == [TEXT, TEXT]
    assert "1234567" not in told(found)
    assert "13800000000" not in told(found)


def test_the_office_that_sent_a_text_is_its_source(tmp_path: Path) -> None:
    (found,) = typed_rows(tmp_path, "word", f"{HEAD}\n供稿单位：江城县税务局")
    assert (found.credited, body_of(found)) == ("江城县税务局", [TEXT, TEXT])


@pytest.mark.parametrize("column", ["梅岭漫议", "读者来信", "江城时评"])
def test_an_empty_line_may_part_a_column_from_its_headline(tmp_path: Path, column: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        f"{column}\n\n下乡要沉得住气，办事要见得到人\n沈微\n\n{TEXT}\n\n{TEXT}\n", encoding="utf-8"
    )
    with opened(file) as (manuscript, _):
        (found,) = stories(manuscript)
    assert (found.column, found.title) == (column, "下乡要沉得住气，办事要见得到人")
    assert "column" in found.guessed


@pytest.mark.parametrize("title", ["讣告", "渔汛"])
def test_a_few_letters_above_an_empty_line_head_what_is_no_text(tmp_path: Path, title: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{title}\n\n海把一年的盐\n晒进冬天\n\n风从远处来\n", encoding="utf-8")
    with opened(file) as (manuscript, _):
        found, *_ = stories(manuscript)
    assert (found.column, found.title) == ("", title)
