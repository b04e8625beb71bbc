"""Habits of those who write for county papers: what goes into which field."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.body.writer import body_text
from banxin.importers.manuscript import Block, Image, Manuscript, Paragraph, Span
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story

LARGE = '<w:b/><w:sz w:val="44"/>'
LESS = '<w:sz w:val="28"/>'
MIDDLE = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
TITLE = paragraph("小小积分卡 兑出好乡风", MIDDLE, LARGE)
TEXT = "老姚每天一早就上了桥，看水涨到了哪一道，再把昨天过桥的人一个一个记在账本上，从不落下。"


def box(inside: str) -> str:
    """A text box, anchored in a paragraph of its own."""
    return (
        f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def of(folder: Path, *rows: str) -> Story:
    return story(folder, docx("".join(rows)))


def plain(*rows: str) -> Story:
    (found,) = stories(read_text("a.txt", "\n".join(rows)))
    return found


@pytest.mark.parametrize(("place", "look"), [(MIDDLE, LESS), ("", LESS), (MIDDLE, "")])
def test_a_places_name_with_a_colon_above_a_headline_is_its_kicker(
    tmp_path: Path, place: str, look: str
) -> None:
    by = paragraph("白果乡党委 廖松年", MIDDLE)
    found = of(tmp_path, paragraph("白果乡：", place, look), TITLE, by, paragraph(TEXT) * 2)
    assert (found.kicker, found.title) == (("白果乡：",), "小小积分卡 兑出好乡风")
    assert (found.byline, body_of(found)) == ("白果乡党委 廖松年", [TEXT, TEXT])


def test_a_salutation_above_a_headline_is_no_kicker(tmp_path: Path) -> None:
    found = of(tmp_path, paragraph("编辑同志：", MIDDLE), TITLE, paragraph(TEXT) * 2)
    assert found.kicker == ()


@pytest.mark.parametrize(
    "day", ["2022年4月5日于石桥", "2022.4.5 写于石桥", "二〇二二年四月五日夜于石桥"]
)
@pytest.mark.parametrize("place", ["", RIGHT])
def test_when_and_where_a_text_was_written_is_its_signoff(
    tmp_path: Path, day: str, place: str
) -> None:
    found = of(tmp_path, TITLE, paragraph(TEXT) * 2, paragraph(day, place))
    assert (found.signoff, body_of(found)) == ((day,), [TEXT, TEXT])


def test_a_sentence_about_a_year_is_no_signoff(tmp_path: Path) -> None:
    last = "2022年4月5日于他是一生里最长的一天，谁也没有想到。"
    found = of(tmp_path, TITLE, paragraph(TEXT) * 2, paragraph(last))
    assert (found.signoff, body_of(found)[-1]) == ((), last)


def test_points_of_one_letter_head_what_stands_below_them() -> None:
    found = plain("石头缝里种出花海", TEXT, "一、断", TEXT, "二、补", TEXT)
    heads = [t.paragraph.said for t in found.body if isinstance(t, Text) and t.subhead]
    assert heads == ["一、断", "二、补"]


@pytest.mark.parametrize("who", ["县作协会员 苏小葵", "石桥镇村民 季老根", "县一中教师 欧小春"])
def test_whoever_is_something_somewhere_wrote_what_stands_below(tmp_path: Path, who: str) -> None:
    found = of(tmp_path, TITLE, paragraph(who, MIDDLE, LESS), paragraph(TEXT) * 2)
    assert (found.byline, found.subtitle) == (who, ())


def test_a_column_to_the_left_of_a_centred_headline_is_no_part_of_it(tmp_path: Path) -> None:
    rows = [
        paragraph("以案释法"),
        paragraph("借名买车出了事故，谁来赔", MIDDLE),
        paragraph(TEXT) * 2,
    ]
    found = of(tmp_path, *rows)
    assert (found.column, found.title) == ("以案释法", "借名买车出了事故，谁来赔")
    assert "column" in found.guessed


def test_signs_before_headlines_that_have_a_style_are_no_part_of_them() -> None:
    rows = ["栏目：乡镇快递"]
    for place in ("石桥镇", "柳湾镇"):
        rows += [f"# ◆{place}", "", TEXT, ""]
    found = stories(read_text("a.txt", "\n".join(rows)))
    assert [(one.title, one.column) for one in found] == [
        ("石桥镇", "乡镇快递"),
        ("柳湾镇", "乡镇快递"),
    ]


def test_a_poets_name_stands_below_a_title_that_speaks_of_a_list(tmp_path: Path) -> None:
    verses = ["风念着名单", "念到柳树，柳树绿了", "念到桃花，桃花红了", "念到我的时候", "没有听见"]
    title = paragraph("春天的名单", MIDDLE, LARGE)
    found = of(tmp_path, title, paragraph("苏小葵", MIDDLE), *map(paragraph, verses))
    assert (found.byline, body_of(found)) == ("苏小葵", verses)
    assert "byline" in found.guessed


def test_a_headline_in_a_text_box_stands_above_who_wrote(tmp_path: Path) -> None:
    boxed = box(paragraph("茶山上的一天", MIDDLE, LARGE))
    rows = [boxed, paragraph("小小说"), paragraph("文/沈微", MIDDLE), paragraph(TEXT) * 2]
    found = of(tmp_path, *rows)
    assert (found.title, found.column, found.byline) == ("茶山上的一天", "小小说", "文/沈微")
    assert body_of(found) == [TEXT, TEXT]


def test_lines_below_the_last_pictures_of_a_plain_text_may_be_their_words() -> None:
    lines = [TEXT, TEXT]
    blocks: list[Block] = [
        Paragraph((Span("石头缝里种出花海"),)),
        *(Paragraph((Span(t),)) for t in lines),
    ]
    for n, said in enumerate(("芍药开满了山坡。", "罗大成在看树苗。")):
        blocks += [Image(f"{n}.jpg"), Paragraph((Span(said),))]
    (found,) = stories(Manuscript("a.docx", tuple(blocks)))
    assert [p.caption for p in found.pictures] == ["芍药开满了山坡。", "罗大成在看树苗。"]
    assert (body_of(found), "photos" in found.guessed) == (lines, True)


def test_lines_above_a_headline_are_given_to_one_head_only(tmp_path: Path) -> None:
    rows = [
        paragraph("种子的旅行", MIDDLE),
        paragraph("（摘自《自然笔记》）"),
        paragraph("周北山", MIDDLE),
    ]
    found = of(tmp_path, *rows, paragraph(TEXT) * 3)
    assert (found.title, found.byline, found.credited) == ("种子的旅行", "周北山", "自然笔记")
    assert body_of(found) == [TEXT] * 3


@pytest.mark.parametrize("place", ["", MIDDLE])
def test_an_office_alone_below_a_headline_may_have_written_it(tmp_path: Path, place: str) -> None:
    found = of(tmp_path, TITLE, paragraph("县气象台", place), paragraph(TEXT) * 2)
    assert (found.byline, "byline" in found.guessed, len(found.body)) == ("县气象台", True, 2)


def test_offices_that_head_parts_wrote_nothing(tmp_path: Path) -> None:
    parts = [paragraph(one, "", "<w:b/>") + paragraph(TEXT) for one in ("县气象台", "县水利局")]
    found = of(tmp_path, TITLE, *parts)
    assert (found.byline, len(found.body)) == ("", 4)


@pytest.mark.parametrize("line", ["（据新华社电）", "（选自《自然笔记》）"])
def test_the_paper_a_text_was_taken_from_is_no_subtitle(tmp_path: Path, line: str) -> None:
    rows = [TITLE, paragraph(line, MIDDLE), paragraph("周北山", MIDDLE), paragraph(TEXT) * 2]
    found = of(tmp_path, *rows)
    assert (found.subtitle, found.byline, len(found.body)) == ((), "周北山", 2)
    assert found.credited in ("新华社", "自然笔记")


def test_the_last_row_of_a_list_wrote_nothing(tmp_path: Path) -> None:
    rows = ["石桥小学教师 欧小春", "柳湾小学教师 沈微"]
    found = of(tmp_path, TITLE, paragraph(TEXT), *map(paragraph, rows))
    assert (found.byline, body_of(found)) == ("", [TEXT, *rows])


@pytest.mark.parametrize("title", ["童年往事", "乡村见闻"])
def test_a_title_that_a_column_might_have_stands_above_its_author(
    tmp_path: Path, title: str
) -> None:
    rows = [paragraph(title, MIDDLE), paragraph("沈微", MIDDLE), paragraph(TEXT) * 2]
    found = of(tmp_path, *rows)
    assert (found.title, found.byline) == (title, "沈微")


def test_a_column_above_a_name_below_a_short_headline(tmp_path: Path) -> None:
    head = [paragraph("一线见闻", "", "<w:b/>"), paragraph("守桥人", "", "<w:b/>")]
    bold = of(tmp_path, *head, paragraph("□ 谷小满"), paragraph(TEXT) * 2)
    alike = plain("一线见闻", "守桥人", "□ 谷小满", TEXT, TEXT)
    assert (bold.column, bold.title, bold.byline) == ("一线见闻", "守桥人", "谷小满")
    assert (alike.column, alike.title) == ("一线见闻", "守桥人")


def test_centred_titles_with_names_below_them_are_stories_of_one_column(tmp_path: Path) -> None:
    rows = [paragraph("溪畔")]
    for title, name in (("雨水", "麦穗儿"), ("惊蛰", "苏小葵")):
        rows += [paragraph(title, MIDDLE), paragraph(name, MIDDLE), paragraph(TEXT) * 2, "<w:p/>"]
    found = stories(manuscript(tmp_path, docx("".join(rows))))
    assert [(one.title, one.byline) for one in found] == [("雨水", "麦穗儿"), ("惊蛰", "苏小葵")]
    assert found[0].column == "溪畔"


@pytest.mark.parametrize("school", ["县实验小学六（1）班", "县实验小学"])
def test_a_teacher_is_known_by_the_role_whatever_the_name(tmp_path: Path, school: str) -> None:
    by = f"{school} 米果 指导老师 冬雪"
    found = of(tmp_path, TITLE, paragraph(TEXT) * 2, paragraph(f"（{by}）"))
    assert (found.byline, body_of(found)) == (by, [TEXT, TEXT])


def test_titles_of_several_poems_stay_titles(tmp_path: Path) -> None:
    lines = ["太阳把自己", "一粒一粒", "摊在场上", "井绳勒出的沟", "比掌纹还深", "打水的人走了"]
    verses = [paragraph(one) for one in lines]
    heads = [paragraph(one, "", "<w:b/>") for one in ("晒谷坪", "老井")]
    by = paragraph("邬小蝶", MIDDLE)
    found = of(tmp_path, TITLE, by, heads[0], *verses[:3], heads[1], *verses[3:])
    text = body_text(found).text
    assert text.startswith("## 晒谷坪\n\n太阳把自己\n一粒一粒\n摊在场上\n\n## 老井\n\n井绳")


def test_a_poem_all_in_bold_has_no_titles(tmp_path: Path) -> None:
    lines = ["太阳把自己", "一粒一粒", "摊在场上", "井绳勒出的沟", "比掌纹还深", "打水的人走了"]
    verses = [paragraph(one, "", "<w:b/>") for one in lines]
    found = of(tmp_path, TITLE, paragraph("邬小蝶", MIDDLE), *verses)
    assert "##" not in body_text(found).text


@pytest.mark.parametrize("line", ["本报讯", "【本报讯】", "本报石桥4月6日电"])
@pytest.mark.parametrize("place", ["", MIDDLE])
def test_a_dateline_may_stand_alone(tmp_path: Path, line: str, place: str) -> None:
    found = of(tmp_path, TITLE, paragraph(line, place), paragraph(TEXT) * 2)
    assert (found.dateline, found.subtitle) == (line.strip("【】"), ())
    assert body_of(found) == [TEXT, TEXT]


@pytest.mark.parametrize("label", ["供稿人", "撰稿人", "投稿人"])
def test_who_sent_a_text_in_wrote_it(tmp_path: Path, label: str) -> None:
    rows = [paragraph("稿件来源：石桥镇人民政府"), paragraph(f"{label}：宁双")]
    found = of(tmp_path, TITLE, paragraph(TEXT) * 2, *rows)
    assert (found.credited, found.byline) == ("石桥镇人民政府", "宁双")
    assert body_of(found) == [TEXT, TEXT]


def test_the_red_head_of_an_offices_letter_is_set_aside(tmp_path: Path) -> None:
    title = paragraph("关于做好春耕备耕工作的通知", MIDDLE, LESS)
    head = [
        paragraph("梧溪县人民政府办公室文件", MIDDLE, LARGE),
        paragraph("梧政办〔2022〕12号", MIDDLE),
    ]
    found = of(tmp_path, *head, title, paragraph("各乡镇人民政府："), paragraph(TEXT) * 2)
    assert (found.title, found.subtitle) == ("关于做好春耕备耕工作的通知", ())
    assert len([d for d in found.doubts if d.key == "aside"]) == 2


@pytest.mark.parametrize("look", ["<w:b/>", ""])
@pytest.mark.parametrize("place", ["", MIDDLE])
def test_who_speaks_in_turn_heads_parts_and_wrote_nothing(
    tmp_path: Path, look: str, place: str
) -> None:
    posts = ["石桥镇党委书记 曲长河", "柳湾镇党委书记 米小冬", "县水利局局长 沈微"]
    parts = [paragraph(one, place, look) + paragraph(TEXT) for one in posts]
    found = of(tmp_path, TITLE, *parts)
    assert (found.byline, found.subtitle) == ("", ())
    assert [t.paragraph.said for t in found.body if isinstance(t, Text) and t.subhead] == posts
