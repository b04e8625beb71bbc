"""A short headline under the name of its column, where all lines look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "老街是在雨里醒来的，天刚蒙蒙亮，卖豆腐的梆子声就从巷口传来，一声长一声短，叫醒了整条街。"
STYLE = '<w:pStyle w:val="1"/>'
HEADING = {
    "styles.xml": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>'
}
PLAIN = ("text", "word without looks")


@pytest.mark.parametrize("way", PLAIN)
@pytest.mark.parametrize("column", ["溪畔", "文化", "老照片", "百姓故事"])
@pytest.mark.parametrize("name", ["沈小满", "□ 沈小满", "县一中 沈小满"])
def test_above_who_wrote_an_essay_it_is_the_column(
    tmp_path: Path, way: str, column: str, name: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"{column}\n雨中的老街\n{name}\n{TEXT}\n{TEXT}")
    assert (found.column, found.title, found.byline) == (column, "雨中的老街", name.strip("□ "))
    assert (found.kicker, found.subtitle, body_of(found)) == ((), (), [TEXT, TEXT])
    assert {"column", "title"} <= found.guessed


@pytest.mark.parametrize("below", ["沈小满\n", "记者 沈小满\n", "本报讯 ", "——忆旧\n沈小满\n", ""])
@pytest.mark.parametrize("column", ["溪畔", "乡镇快讯"])
def test_an_empty_line_below_it_says_so_too(column: str, below: str) -> None:
    text = f"{column}\n\n雨中的老街\n{below}{TEXT}\n{TEXT}\n"
    (found,) = stories(read_text("a.txt", text))
    assert (found.column, found.title) == (column, "雨中的老街")
    assert found.subtitle == (("——忆旧",) if "——" in below else ())


@pytest.mark.parametrize("way", PLAIN)
@pytest.mark.parametrize("below", ["记者 沈微\n", "本报讯 "])
def test_over_news_the_shortest_are_columns_and_others_kickers(
    tmp_path: Path, way: str, below: str
) -> None:
    rows = f"\n秋茶采摘正忙\n{below}{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, "镜头" + rows)
    assert (found.column, found.kicker, found.title) == ("镜头", (), "秋茶采摘正忙")
    (found,) = typed_rows(tmp_path, way, "天气转凉" + rows)
    assert (found.column, found.kicker, found.title) == ("", ("天气转凉",), "秋茶采摘正忙")
    assert {"kicker", "title"} <= found.guessed


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        ("渡口\n——给母亲\n沈小满", "渡口", ("——给母亲",)),
        ("渡口\n沈小满", "渡口", ()),
        ("诗三首\n\n渡口的船\n沈微", "诗三首", ("渡口的船",)),
        ("春到人间\n花满江城\n沈微", "春到人间", ("花满江城",)),
        ("停电通知\n\n云岭镇各用户", "停电通知", ()),
    ],
)
def test_what_names_no_column_stays_the_headline(
    head: str, title: str, subtitle: tuple[str, ...]
) -> None:
    found, *_ = stories(read_text("a.txt", f"{head}\n{TEXT}\n{TEXT}\n"))
    assert (found.column, found.title, found.subtitle) == ("", title, subtitle)


@pytest.mark.parametrize("column", ["短平快", "雏鹰", "连载", "教育周刊"])
def test_between_two_stories_it_belongs_to_the_one_below(tmp_path: Path, column: str) -> None:
    rows = f"# 老街醒来的时候\n{TEXT}\n{TEXT}\n{column}\n# 灶台边的整个冬天\n{TEXT}"
    one, other = typed_rows(tmp_path, "word", rows)
    assert (one.column, body_of(one)) == ("", [TEXT, TEXT])
    assert (other.column, other.title) == (column, "灶台边的整个冬天")
    assert "column" in other.guessed


def test_between_two_stories_a_name_signs_the_one_above(tmp_path: Path) -> None:
    rows = f"# 老街醒来的时候\n{TEXT}\n{TEXT}\n沈小满\n# 灶台边的整个冬天\n{TEXT}"
    one, other = typed_rows(tmp_path, "word", rows)
    assert (one.byline, other.column) == ("沈小满", "")


@pytest.mark.parametrize("kicker", ["", "= 一把锉刀三十年不离手\n"])
def test_it_stands_aside_of_the_headline_or_over_its_kicker(tmp_path: Path, kicker: str) -> None:
    rows = f"* 匠人故事\n{kicker}# 修表匠的慢时光\n= 记者 沈小满\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.column, found.title) == ("匠人故事", "修表匠的慢时光")
    assert found.kicker == tuple(kicker.strip("= \n").split())
    assert "column" in found.guessed


@pytest.mark.parametrize("column", ["匠人故事", "连载"])
def test_above_a_named_headline_it_is_a_column_and_a_longer_line_a_kicker(
    tmp_path: Path, column: str
) -> None:
    rows = paragraph(column) + paragraph("一把锉刀，三十年不离手") + paragraph("修表匠", STYLE)
    found = story(tmp_path, docx(rows + paragraph(TEXT), parts=HEADING))
    assert (found.column, found.kicker) == (column, ("一把锉刀，三十年不离手",))
    assert "column" in found.guessed


@pytest.mark.parametrize("last", ["你说，这只猫好玩不好玩？", "（未完待续）", "谁说不是呢！"])
def test_a_texts_last_line_is_no_kicker_of_a_named_headline(tmp_path: Path, last: str) -> None:
    rows = paragraph("我家的猫", STYLE) + paragraph(TEXT) + paragraph(last) + paragraph("")
    rows += paragraph("停水公告", STYLE) + paragraph(TEXT)
    one, other = stories(manuscript(tmp_path, docx(rows, parts=HEADING)))
    assert (body_of(one), other.kicker) == ([TEXT, last], ())


@pytest.mark.parametrize("genre", ["小小说", "散文", "诗歌"])
@pytest.mark.parametrize("way", WAYS)
def test_a_genre_above_a_short_title_is_one(tmp_path: Path, way: str, genre: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"= {genre}\n= 修鞋\n= 沈小满\n{TEXT}\n{TEXT}")
    assert (found.column, found.title, found.byline) == (genre, "修鞋", "沈小满")


@pytest.mark.parametrize("way", ["styled", "by looks"])
def test_what_stands_nearer_to_the_text_above_belongs_to_it(tmp_path: Path, way: str) -> None:
    verse = ["一圈一圈", "把那片天", "提上来"]
    title = (STYLE,) if way == "styled" else ('<w:jc w:val="center"/>', '<w:sz w:val="44"/>')
    rows = paragraph("老井打水记", *title) + paragraph(TEXT) + "".join(map(paragraph, verse))
    rows += paragraph("") + paragraph("修鞋匠的一天", *title) + paragraph(TEXT)
    one, other = stories(manuscript(tmp_path, docx(rows, parts=HEADING)))
    assert (body_of(one), other.column, other.kicker) == ([TEXT, *verse], "", ())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("column", ["一线见闻", "乡村新事", "民生实事榜"])
def test_over_a_reporters_story_a_few_letters_that_set_no_scene_are_the_column(
    tmp_path: Path, way: str, column: str
) -> None:
    rows = f"= {column}\n# 秋茶采摘正忙\n记者 沈微\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.column, found.kicker, found.title) == (column, (), "秋茶采摘正忙")
    assert "column" in found.guessed


def test_a_headline_that_looks_as_the_parts_do_below_a_few_letters_is_a_guess(
    tmp_path: Path,
) -> None:
    rows = f"= 茶余饭后\n% 一碗面的讲究\n{TEXT}\n{TEXT}\n% 两个人的茶馆\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.column, found.title) == ("茶余饭后", "一碗面的讲究")
    assert {"column", "title"} <= found.guessed
