"""Habits of people outside a newsroom: a bank, a hospital, a school, a reader."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from banxin.importers.stories import patterns
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import Maker, docx, paragraph
from tests.support.manuscripts.reading import body_of, story

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
TITLE = "春耕备耕有序推进"


def of(*rows: str) -> Story:
    (found,) = stories(read_text("a.txt", "\n".join(rows) + "\n"))
    return found


@pytest.mark.parametrize(
    "opening",
    [
        "西街社区的楼房没有地方安装电梯，老人上下楼很不方便，走几步就要歇一歇。",
        "东湖社区网格员挨家挨户宣传安全用电常识，检查了三十多户人家的线路和插座。",
        "本报热线接到市民来电反映路灯不亮，记者当天就到现场看了看，又找到了城管局。",
        "云岭合作社社员的手机上都有一条消息“明早开秤”，大家一早就挑着茶叶来了。",
    ],
)
def test_a_sentence_that_goes_on_behind_an_electric_word_has_no_dateline(opening: str) -> None:
    found = of(TITLE, opening, TEXT)
    assert (found.dateline, body_of(found)) == ("", [opening, TEXT])


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("新华社北京3月2日电记者从会上获悉，春耕开始了。", "新华社北京3月2日电"),
        ("山城日报云岭讯（记者 沈微）春耕开始了。", "山城日报云岭讯"),
        ("本报云岭3月2日电　春耕开始了。", "本报云岭3月2日电"),
        ("本报消息连日来，春耕开始了。", "本报消息"),
        ("本报讯连日来，春耕开始了。", "本报讯"),
        ("新华社北京电记者获悉，春耕开始了。", "新华社北京电"),
        ("据新华社北京电 春耕开始了。", "据新华社北京电"),
    ],
)
def test_where_and_when_a_story_was_sent_is_its_dateline(opening: str, dateline: str) -> None:
    lead = patterns.lead(opening)
    assert lead is not None
    assert lead.dateline == dateline


@pytest.mark.parametrize("by", ["沈微", "县水利局 沈微", "沈微 吴荻"])
def test_a_name_in_brackets_behind_a_dateline_wrote(by: str) -> None:
    found = of(TITLE, f"本报讯（{by}）“{TEXT}”会上有人说。", TEXT)
    assert (found.dateline, found.byline) == ("本报讯", by)
    assert body_of(found)[0].startswith("“")
    assert "byline" in found.guessed


def test_what_else_stands_in_brackets_behind_a_dateline_is_text() -> None:
    assert body_of(of(TITLE, f"本报讯（图文）{TEXT}", TEXT))[0].startswith("（图文）")


def test_a_name_in_brackets_behind_the_headline_wrote() -> None:
    found = of(f"{TITLE}（吴桂香）", TEXT, TEXT)
    assert (found.title, found.byline) == (TITLE, "吴桂香")
    assert "byline" in found.guessed


@pytest.mark.parametrize("note", ["连载", "三", "外一首", "组图", "全文"])
def test_what_else_stands_in_brackets_behind_a_headline_is_its_own(note: str) -> None:
    found = of(f"{TITLE}（{note}）", TEXT, TEXT)
    assert (found.title, found.byline) == (f"{TITLE}（{note}）", "")


@pytest.mark.parametrize("by", ["（县农技站 钟海）", "（镇卫生院 钟海）"])
def test_a_county_s_own_office_may_have_any_name(by: str) -> None:
    found = of(TITLE, TEXT, TEXT, by)
    assert (found.byline, body_of(found)) == (by.strip("（）"), [TEXT, TEXT])


RIGHT = '<w:jc w:val="right"/>'
LARGE = '<w:b/><w:sz w:val="44"/>'


@pytest.mark.parametrize(("title", "field"), [(TITLE, "source"), ("停水通知", "signoff")])
def test_an_office_alone_below_a_text_sent_it_or_signs_it(
    tmp_path: Path, title: str, field: str
) -> None:
    rows = paragraph(title, '<w:jc w:val="center"/>', LARGE) + paragraph(TEXT) + paragraph(TEXT)
    found = story(tmp_path, docx(rows + paragraph("县消防救援大队", RIGHT)))
    for made in (found, of(title, TEXT, TEXT, "县消防救援大队")):
        assert body_of(made) == [TEXT, TEXT]
        assert made.credited == ("县消防救援大队" if field == "source" else "")
        assert made.signoff == (() if field == "source" else ("县消防救援大队",))
        assert field in made.guessed


def test_the_last_of_several_offices_in_a_list_is_none() -> None:
    rows = ["一等奖", "县消防救援大队", "二等奖", "县人民医院"]
    assert body_of(of(TITLE, TEXT, *rows))[-1] == "县人民医院"


def test_a_short_line_above_a_date_signs_whoever_it_is() -> None:
    found = of("鸣谢", TEXT, TEXT, "汪根土家属", "2026年11月29日")
    assert (found.signoff, found.signoff_date) == (("汪根土家属",), "2026-11-29")
    assert (body_of(found), "signoff" in found.guessed) == ([TEXT, TEXT], True)


@pytest.mark.parametrize("line", ["特此通知", "此致敬礼"])
def test_how_a_notice_ends_signs_nothing(line: str) -> None:
    found = of("停水的事", TEXT, TEXT, line, "2026年11月29日")
    assert line in body_of(found)


@pytest.mark.parametrize(
    "title", ["全县织密基层治理一张网", "三天蹲守终收网", "山里人家通了互联网"]
)
def test_a_headline_may_end_as_the_name_of_a_site_does(title: str) -> None:
    assert of(title, TEXT, TEXT).title == title


@pytest.mark.parametrize(
    "name", ["江城网", "江城新闻网", "中国江城网", "江城县政府网", "江城在线网"]
)
def test_the_name_of_a_site_is_one(name: str) -> None:
    assert patterns.is_medium(name)


@pytest.mark.parametrize("line", ["“这表哪来的？”", "“我来！”", "“不要动。”"])
def test_what_somebody_says_heads_no_part(line: str) -> None:
    found = of(TITLE, TEXT, line, TEXT, TEXT)
    assert not any(one.subhead for one in found.body if isinstance(one, Text))


def test_what_somebody_says_may_head_a_part_where_others_are_headed() -> None:
    heads = ["“我不撑，谁撑？”", "桥要修好了"]
    found = of(TITLE, TEXT, heads[0], TEXT, TEXT, heads[1], TEXT)
    assert [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead] == (
        heads
    )


@pytest.mark.parametrize("at", [2, 4])
def test_who_answers_shows_that_the_words_were_said(at: int) -> None:
    rows = [TITLE, TEXT, "桥要修好了", "“这表哪来的”", TEXT, "桥要修好了", TEXT]
    rows[at] = f"“{TEXT}”"
    found = of(*rows)
    assert "“这表哪来的”" not in [
        one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead
    ]


def test_a_question_below_a_headline_is_text() -> None:
    asked = "问：油菜的叶子发红是什么缘故？"
    found = of("油菜苗为什么发红", asked, f"答：{TEXT}", "问：怎么办？", f"答：{TEXT}")
    assert (found.title, found.subtitle) == ("油菜苗为什么发红", ())
    assert body_of(found)[0] == asked


def test_a_line_between_dashes_stands_above_the_headline() -> None:
    found = of("——全县老区座谈会召开——", TITLE, f"本报讯 {TEXT}", TEXT)
    assert (found.kicker, found.title, found.subtitle) == (("——全县老区座谈会召开——",), TITLE, ())
    assert {"title", "kicker"} <= found.guessed


def test_a_dash_stands_below_the_headline_and_above_that_is_its_kicker() -> None:
    found = of("文明风采人物录选登", "二十年如一日照顾婆婆", "——记江秋妹", "记者 沈微", TEXT, TEXT)
    assert found.title == "二十年如一日照顾婆婆"
    assert found.subtitle == ("——记江秋妹",)


@pytest.mark.parametrize("line", ["（图片说明：水厂的中控室。）", "图片说明：水厂的中控室。"])
def test_what_calls_a_line_a_caption_is_none_of_it(tmp_path: Path, line: str) -> None:
    maker = Maker(random.Random(1))
    rows = paragraph(TITLE, '<w:jc w:val="center"/>', LARGE) + paragraph(TEXT) + maker.picture()
    data = docx(rows + paragraph(line), files=maker.files, relations=maker.relations())
    (shown,) = story(tmp_path, data).pictures
    assert shown.caption == "水厂的中控室。"


def test_short_lines_that_take_turns_with_pictures_are_their_captions(tmp_path: Path) -> None:
    maker = Maker(random.Random(1))
    words = ["晨雾里出船。", "起网。", "满载而归。"]
    rows = "".join(maker.picture() + paragraph(one) for one in words)
    body = paragraph(TITLE) + paragraph(TEXT) + rows
    found = story(tmp_path, docx(body, files=maker.files, relations=maker.relations()))
    assert ([one.caption for one in found.pictures], body_of(found)) == (words, [TEXT])
    assert "photos" in found.guessed


def test_where_readers_are_to_go_stays_beside_whom_they_are_to_call() -> None:
    rows = ("咨询电话：5551234", "地址：县城文昌路88号")
    assert body_of(of(TITLE, TEXT, TEXT, *rows)) == [TEXT, TEXT, *rows]


def test_how_to_reach_the_author_is_set_aside_all_the_same() -> None:
    found = of(TITLE, TEXT, TEXT, "电话：13900000000", "地址：县城文昌路88号")
    assert body_of(found) == [TEXT, TEXT]


@pytest.mark.parametrize(
    ("opening", "by"),
    [
        ("本报讯 记者 沈微3月2日，春耕备耕开始了，农民忙着下田。", "记者 沈微"),
        ("本报讯　记者沈微 通讯员吴桂香　3月2日，春耕备耕开始了。", "记者沈微 通讯员吴桂香"),
    ],
)
def test_who_wrote_may_stand_between_the_dateline_and_a_day(opening: str, by: str) -> None:
    found = of(TITLE, opening, TEXT)
    assert (found.dateline, found.byline) == ("本报讯", by)
    assert body_of(found)[0].startswith("3月2日，")


def test_a_reporter_who_does_something_behind_the_dateline_is_text() -> None:
    opening = "本报讯 记者近日在县里看到，春耕备耕开始了。"
    found = of(TITLE, opening, TEXT)
    assert (found.byline, body_of(found)[0]) == ("", opening.removeprefix("本报讯 "))


NAMES = ("助人为乐类", "姚水根 陈小霞", "孝老爱亲类", "江秋妹 许芳", "见义勇为类", "方国平 李壮")


@pytest.mark.parametrize("look", ["", "<w:b/>"])
def test_names_below_the_title_of_a_list_wrote_nothing(tmp_path: Path, look: str) -> None:
    middle = '<w:jc w:val="center"/>'
    rows = paragraph("第三季度江城好人名单", middle, "<w:b/>" if look else LARGE)
    rows += "".join(paragraph(one, "", "" if n % 2 else look) for n, one in enumerate(NAMES))
    signed = paragraph("县文明办", RIGHT) + paragraph("2026年11月15日", RIGHT)
    found = story(tmp_path, docx(rows + signed))
    for made in (found, of("第三季度江城好人名单", *NAMES, "县文明办", "2026年11月15日")):
        assert (made.title, made.subtitle, made.byline) == ("第三季度江城好人名单", (), "")
        assert (body_of(made), made.signoff) == (list(NAMES), ("县文明办",))
        assert made.kind == "names"


VERSE = ("把一生的冷", "都埋在炭里", "用手慢慢拨亮", "夜里有人", "在瓦上写信", "天亮就走了")


def test_below_what_a_text_is_stands_its_title_and_below_that_a_pen_name() -> None:
    found = of("诗歌", "冬日三题", "（阿岚）", *VERSE, "留给鸟", "也留给枝头")
    assert (found.column, found.title, found.byline) == ("诗歌", "冬日三题", "阿岚")
    assert (body_of(found)[0], found.kind) == (VERSE[0], "poem")
    assert "byline" in found.guessed


def test_a_day_below_who_wrote_is_no_text() -> None:
    found = of(TITLE, "记者 沈微", "2026年11月25日", TEXT, TEXT)
    assert (found.subtitle, body_of(found)) == (("2026年11月25日",), [TEXT, TEXT])
    assert "subtitle" in found.guessed


def test_the_first_row_of_a_table_heads_no_part() -> None:
    rows = ("日期\t时间\t停电范围", "12月3日\t8:00—17:00\t龙潭乡下洋村、上洋村")
    found = of("计划停电公告", TEXT, *rows, "12月4日\t8:30—16:00\t城关镇文昌路、县前街和东门口")
    assert not any(one.subhead for one in found.body if isinstance(one, Text))
