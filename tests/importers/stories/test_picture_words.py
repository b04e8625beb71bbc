"""Which words belong to which picture: below, above, beside in a table."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from banxin.importers.stories.pictures import credit_of
from banxin.importers.stories.story import Story, Text
from tests.support.manuscripts.by_hand import Maker, docx, paragraph
from tests.support.manuscripts.reading import body_of, story

MIDDLE = '<w:jc w:val="center"/>'
TITLE = paragraph("春耕备耕有序推进", MIDDLE, '<w:b/><w:sz w:val="44"/>')
TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"


def of(folder: Path, maker: Maker, *rows: str) -> Story:
    return story(folder, docx("".join(rows), files=maker.files, relations=maker.relations()))


@pytest.fixture
def maker() -> Maker:
    return Maker(random.Random(1))


@pytest.mark.parametrize("sign", ["▼", "↓", ""])
def test_captions_above_their_pictures_stay_with_them(
    tmp_path: Path, maker: Maker, sign: str
) -> None:
    words = ["制作书签", "朗读诗歌", "展示作品"]
    rows = [part for w in words for part in (paragraph(sign + w, MIDDLE), maker.picture())]
    found = of(tmp_path, maker, TITLE, paragraph(TEXT), *rows, paragraph(TEXT))
    assert [p.caption for p in found.pictures] == words
    assert body_of(found) == [TEXT, TEXT]


def test_a_reporter_below_the_last_caption_wrote_the_whole(tmp_path: Path, maker: Maker) -> None:
    rows = [part for w in ("采茶", "炒茶") for part in (maker.picture(), paragraph(w, MIDDLE))]
    end = paragraph("（记者　沈微　摄影报道）", '<w:jc w:val="right"/>')
    found = of(tmp_path, maker, TITLE, paragraph(TEXT), *rows, end)
    assert [(p.caption, p.credit) for p in found.pictures] == [("采茶", ""), ("炒茶", "")]
    assert found.byline == "记者 沈微 摄影报道"


def test_captions_to_the_very_end_are_captions(tmp_path: Path, maker: Maker) -> None:
    rows = [part for w in ("采茶", "炒茶") for part in (maker.picture(), paragraph(w, MIDDLE))]
    found = of(tmp_path, maker, TITLE, paragraph(TEXT), *rows)
    assert [p.caption for p in found.pictures] == ["采茶", "炒茶"]


def test_each_picture_has_a_caption_and_below_it_who_took_it(tmp_path: Path, maker: Maker) -> None:
    rows: list[str] = []
    for caption, who in (("采茶", "沈微 摄"), ("炒茶", "吴荻 摄")):
        right = paragraph(who, '<w:jc w:val="right"/>')
        rows += [maker.picture(), paragraph(caption, MIDDLE), right]
    found = of(tmp_path, maker, TITLE, paragraph(TEXT), *rows)
    assert [(p.caption, p.credit) for p in found.pictures] == [
        ("采茶", "沈微 摄"), ("炒茶", "吴荻 摄"),
    ]  # fmt: skip
    assert (found.byline, body_of(found)) == ("", [TEXT])


@pytest.mark.parametrize("above", [False, True])
def test_pictures_in_a_table_have_the_words_of_their_column(
    tmp_path: Path, maker: Maker, above: bool
) -> None:
    shown = "".join(f"<w:tc>{maker.picture()}</w:tc>" for _ in range(2))
    said = "".join(
        f"<w:tc>{paragraph(t, MIDDLE)}</w:tc>" for t in ("旧路　沈微　摄", "新路　吴荻　摄")
    )
    rows = (said, shown) if above else (shown, said)
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    found = of(tmp_path, maker, TITLE, paragraph(TEXT), table, paragraph(TEXT))
    assert [(p.caption, p.credit) for p in found.pictures] == [
        ("旧路", "沈微 摄"), ("新路", "吴荻 摄"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("图①：整修后的渡口公路　沈微　摄", "图①：整修后的渡口公路", "沈微 摄"),
        ("江边 老渡口 沈微 吴荻 摄", "江边 老渡口", "沈微 吴荻 摄"),
        ("整修后的渡口公路", "整修后的渡口公路", ""),
        ("插图：沈微", "", "插图：沈微"),
        ("图为演出现场。 沈 微 摄", "图为演出现场。", "沈 微 摄"),
        ("图为演出现场（记者 沈 微 吴荻/摄）", "图为演出现场", "记者 沈 微 吴荻/摄"),
        ("整修后的渡口公路。摄影：沈微", "整修后的渡口公路。", "摄影：沈微"),
        ("整修后的渡口公路 摄影/沈微 吴荻", "整修后的渡口公路", "摄影/沈微 吴荻"),
        ("配图 沈微", "", "配图 沈微"),
        ("制图：江城发布", "制图：江城发布", ""),
        ("摄影：初学者的第一课", "摄影：初学者的第一课", ""),
    ],
)
def test_a_credit_begins_where_names_begin(line: str, caption: str, credit: str) -> None:
    assert credit_of(line) == (caption, credit)


@pytest.mark.parametrize("sign", ["（何城西 摄影报道）", "(何城西 摄影报道)"])
def test_words_above_a_picture_are_its_caption_where_a_signed_text_stands_below(
    tmp_path: Path, maker: Maker, sign: str
) -> None:
    rows = paragraph("图为果园修剪现场。"), maker.picture(), paragraph(f"近日，{TEXT}{sign}")
    found = of(tmp_path, maker, TITLE, *rows)
    assert [one.caption for one in found.pictures] == ["图为果园修剪现场。"]
    assert (body_of(found), found.byline) == ([f"近日，{TEXT}"], "何城西 摄影报道")


def test_a_short_line_below_a_picture_and_its_words_is_a_subhead(
    tmp_path: Path, maker: Maker
) -> None:
    words = paragraph("图为果园修剪现场。 沈微 摄")
    title, line = paragraph("春耕备耕有序推进"), paragraph("一张清单管到底")
    rows = paragraph("本报讯 " + TEXT), maker.picture(), words, line, paragraph(TEXT * 2)
    found = of(tmp_path, maker, title, *rows)
    assert [(one.paragraph.said, one.subhead) for one in found.body if isinstance(one, Text)] == [
        (TEXT, False), ("一张清单管到底", True), (TEXT * 2, False),
    ]  # fmt: skip
