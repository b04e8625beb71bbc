"""Manuscripts of other habits than the usual ones: what goes into which field."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story

LARGE = '<w:b/><w:sz w:val="44"/>'
MIDDLE = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
TITLE = paragraph("春耕备耕有序推进", MIDDLE, LARGE)
TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"


def of(folder: Path, *rows: str) -> Story:
    return story(folder, docx("".join(rows)))


def text_story(text: str) -> Story:
    (found,) = stories(read_text("a.txt", text))
    return found


@pytest.mark.parametrize(
    "line", ["县水利局　沈微", "江城县人民政府县长　沈微", "县水利局 沈微 吴荻"]
)
@pytest.mark.parametrize("place", [MIDDLE, RIGHT])
def test_an_office_and_its_people_below_a_headline_wrote_the_story(
    tmp_path: Path, line: str, place: str
) -> None:
    found = of(tmp_path, TITLE, paragraph(line, place), paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, found.subtitle) == (" ".join(line.split()), ())
    assert "byline" in found.guessed


def test_the_first_numbered_subhead_is_no_part_of_the_head(tmp_path: Path) -> None:
    bold = "<w:b/>"
    found = of(
        tmp_path, TITLE, paragraph("一、把底数摸清", "", bold), paragraph(TEXT),
        paragraph("二、把责任压实", "", bold), paragraph(TEXT),
    )  # fmt: skip
    assert found.subtitle == ()
    assert [one.subhead for one in found.body] == [True, False, True, False]  # type: ignore[union-attr]


def test_a_line_of_particulars_below_a_headline_is_taken_apart(tmp_path: Path) -> None:
    line = "来源：江城融媒体中心　　作者：沈微　　发布时间：2026-03-01 08:30"
    found = of(tmp_path, TITLE, paragraph(line, MIDDLE), paragraph(TEXT), paragraph(TEXT))
    assert (found.credited, found.byline) == ("江城融媒体中心", "沈微")
    assert body_of(found) == [TEXT, TEXT]
    assert any("发布时间：2026-03-01 08:30" in dict(d.gaps).values() for d in found.doubts)


def test_a_sentence_with_a_source_in_it_stays_one(tmp_path: Path) -> None:
    said = "来源：县志　作者所见，未必可靠。"
    found = of(tmp_path, TITLE, paragraph(TEXT), paragraph(said))
    assert body_of(found) == [TEXT, "来源：县志 作者所见，未必可靠。"]


def test_a_head_within_one_paragraph_is_taken_apart(tmp_path: Path) -> None:
    break_ = "<w:r><w:br/></w:r>"
    runs = break_.join(
        f'<w:r><w:rPr>{LARGE}</w:rPr><w:t xml:space="preserve">{line}</w:t></w:r>'
        for line in ("春耕备耕", "有序推进", "——江城县备耕见闻", "本报记者 沈微 通讯员 吴荻")
    )
    head = f"<w:p><w:pPr>{MIDDLE}</w:pPr>{runs}</w:p>"
    found = of(tmp_path, head, paragraph(TEXT), paragraph(TEXT))
    assert found.title == "春耕备耕|有序推进"
    assert found.subtitle == ("——江城县备耕见闻",)
    assert found.byline == "本报记者 沈微 通讯员 吴荻"


def test_a_reporter_between_the_editors_word_and_the_text_is_found(tmp_path: Path) -> None:
    word = paragraph(f"编者按：{TEXT}")
    line = paragraph("本报记者　沈微", MIDDLE)
    found = of(tmp_path, TITLE, word, line, paragraph(TEXT))
    assert (found.byline, body_of(found)) == ("本报记者 沈微", [f"编者按：{TEXT}", TEXT])
    assert "byline" in found.guessed


def test_whom_to_call_is_no_author(tmp_path: Path) -> None:
    found = of(tmp_path, TITLE, paragraph(TEXT), paragraph("联系人：吴老师"))
    assert (found.byline, body_of(found)) == ("", [TEXT, "联系人：吴老师"])


def test_each_item_of_a_round_up_keeps_its_author(tmp_path: Path) -> None:
    items = [f"▲{TEXT}（{name}）" for name in ("沈微", "吴荻", "顾城西")]
    found = of(tmp_path, TITLE, *map(paragraph, items))
    assert (found.byline, body_of(found)) == ("", items)


def test_the_editors_office_signs_a_correction(tmp_path: Path) -> None:
    found = of(tmp_path, TITLE, paragraph(TEXT), paragraph("本报编辑部", RIGHT))
    assert (found.byline, found.signoff) == ("", ("本报编辑部",))


@pytest.mark.parametrize("label", ["主标题", "大标题", "主标"])
def test_labels_name_the_headline_in_other_words(label: str) -> None:
    found = text_story(f"肩标：早谋划\n{label}：春耕备耕有序推进\n副标：首批物资到村\n{TEXT}\n")
    assert (found.title, found.kicker, found.subtitle) == (
        "春耕备耕有序推进", ("早谋划",), ("首批物资到村",),
    )  # fmt: skip


def test_lines_of_signs_part_the_stories_of_a_plain_text() -> None:
    one = "{}\n　　{}（{}）\n"
    text = "＊＊＊＊＊\n".join(
        one.format(title, TEXT * 2, who)
        for title, who in (("春耕备耕", "沈微"), ("渡轮停航", "吴荻"), ("冬泳", "顾城西"))
    )
    found = stories(read_text("a.txt", text))
    assert [(s.title, s.byline) for s in found] == [
        ("春耕备耕", "沈微"), ("渡轮停航", "吴荻"), ("冬泳", "顾城西"),
    ]  # fmt: skip


def test_signs_within_a_poem_part_no_stories() -> None:
    poem = "春茶谣\n林小满\n雾从山脚升起来\n把绿抱在怀里\n＊＊＊\n母亲的竹篓\n装得下春天\n"
    assert [s.title for s in stories(read_text("a.txt", poem))] == ["春茶谣"]


def test_the_place_before_a_headline_is_its_rank_not_its_words() -> None:
    found = stories(
        read_text(
            "a.txt",
            f"一版：\n头条：春耕备耕有序推进\n本报讯 {TEXT}\n二条：渡轮停航\n本报讯 {TEXT}\n",
        )
    )
    assert [(s.page, s.rank, s.title) for s in found] == [
        ("1", "lead", "春耕备耕有序推进"), ("1", "second", "渡轮停航"),
    ]  # fmt: skip


def test_what_a_site_prints_around_an_article_is_set_aside_and_told() -> None:
    found = text_story(
        "春耕备耕有序推进\n原创 江城发布 江城发布 2026-03-01 08:30 发表于浙江\n"
        f"点击上方蓝字关注我们\n\n{TEXT}\n\nEND\n来源：县水利局\n记者：沈微\n往期推荐\n"
    )
    assert (found.credited, found.byline) == ("县水利局", "记者：沈微")
    assert found.title == "春耕备耕有序推进"
    assert body_of(found) == [TEXT]
    told = "".join(value for d in found.doubts for value in dict(d.gaps).values())
    for line in ("原创 江城发布", "点击上方蓝字关注我们", "END", "往期推荐"):
        assert line in told


@pytest.mark.parametrize("name", ["江城时评", "市井随笔", "读者来信"])
def test_a_small_label_above_a_headline_that_says_so_is_a_column(tmp_path: Path, name: str) -> None:
    found = of(tmp_path, paragraph(name, "", "<w:b/>"), TITLE, paragraph(TEXT))
    assert (found.column, found.kicker) == (name, ())
    assert "column" in found.guessed


def test_a_class_a_pupil_and_a_teacher_below_a_headline_wrote_the_story(tmp_path: Path) -> None:
    line = "县一中高二（3）班　沈微　指导教师　吴荻"
    found = of(tmp_path, TITLE, paragraph(line, MIDDLE), paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, found.subtitle) == (line.replace("　", " "), ())


def test_a_telephone_behind_a_name_is_left_out_and_not_written_down(tmp_path: Path) -> None:
    line = paragraph("县水利局　沈微　13800000000", MIDDLE)
    found = of(tmp_path, TITLE, line, paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, body_of(found)) == ("县水利局 沈微", [TEXT, TEXT])
    told = [value for d in found.doubts for value in dict(d.gaps).values()]
    assert "电话" in told
    assert not any("138" in value for value in told)


def test_a_date_below_a_headline_makes_it_no_signature(tmp_path: Path) -> None:
    found = of(
        tmp_path, TITLE, paragraph("（2026年3月1日）", MIDDLE), paragraph("沈微", MIDDLE),
        paragraph(TEXT), paragraph(TEXT),
    )  # fmt: skip
    assert (found.title, found.subtitle, found.byline) == (
        "春耕备耕有序推进", ("（2026年3月1日）",), "沈微",
    )  # fmt: skip


@pytest.mark.parametrize("line", ["　　　　老渡口　　　□沈微", "老渡口　　沈微", "老渡口 ◎ 沈微"])
def test_an_author_behind_a_headline_stands_alone(tmp_path: Path, line: str) -> None:
    found = of(tmp_path, paragraph(line, "", "<w:b/>"), paragraph(TEXT), paragraph(TEXT))
    assert (found.title, found.byline) == ("老渡口", "沈微")


def test_names_in_a_row_are_no_headline_with_an_author(tmp_path: Path) -> None:
    rows = ["沈微　　吴荻", "顾城西　　周平"]
    found = of(tmp_path, TITLE, paragraph(TEXT), *map(paragraph, rows), paragraph(TEXT))
    assert body_of(found) == [TEXT, *(" ".join(row.split()) for row in rows), TEXT]


@pytest.mark.parametrize(
    ("lead", "dateline", "byline"),
    [
        ("江城融媒讯（记者 沈微）", "江城融媒讯", "记者 沈微"),
        ("（本报记者 沈微）", "", "本报记者 沈微"),
    ],
)
def test_a_text_begins_with_other_datelines_too(
    tmp_path: Path, lead: str, dateline: str, byline: str
) -> None:
    found = of(tmp_path, TITLE, paragraph(lead + TEXT), paragraph(TEXT))
    assert (found.dateline, found.byline, body_of(found)) == (dateline, byline, [TEXT, TEXT])


def test_a_reporter_behind_the_last_full_stop_wrote_the_story(tmp_path: Path) -> None:
    found = of(tmp_path, TITLE, paragraph(TEXT), paragraph(f"{TEXT}记者 沈微 摄影报道"))
    assert (found.byline, body_of(found)) == ("记者 沈微 摄影报道", [TEXT, TEXT])


def test_numbers_before_headlines_part_stories_where_each_has_a_dateline() -> None:
    text = "".join(f"{n}、{t}\n本报讯 {TEXT}\n" for n, t in enumerate(("春耕备耕", "渡轮停航"), 1))
    found = stories(read_text("a.txt", text))
    assert [(s.title, body_of(s)) for s in found] == [("春耕备耕", [TEXT]), ("渡轮停航", [TEXT])]


def test_a_place_in_brackets_is_a_rank_too(tmp_path: Path) -> None:
    found = of(tmp_path, paragraph("【头条】春耕备耕", "", "<w:b/>"), paragraph(f"本报讯 {TEXT}"))
    assert (found.rank, found.title) == ("lead", "春耕备耕")


def test_a_headline_may_be_long_where_it_is_set_large(tmp_path: Path) -> None:
    title = "县人民政府办公室关于印发《江城县农村公路高质量发展三年行动方案（2026—2028年）》的通知"
    title += "（征求意见稿）"
    short = paragraph("请认真组织实施。")
    found = of(tmp_path, paragraph(title, MIDDLE, LARGE), short, short)
    assert found.title == title


def test_an_office_and_a_date_in_one_line_sign(tmp_path: Path) -> None:
    line = paragraph("县水利局　　　2026年3月28日", RIGHT)
    found = of(tmp_path, TITLE, paragraph(TEXT), line)
    assert (found.signoff, found.signoff_date) == (("县水利局",), "2026-03-28")


@pytest.mark.parametrize("day", ["2026年4月1日", "2026 年 4 月 1 日", "二〇二六年四月一日"])
def test_a_date_that_was_pushed_right_with_spaces_signs_as_a_whole(
    tmp_path: Path, day: str
) -> None:
    rows = ["　" * 16 + "石门镇人民政府", "　" * 16 + day]
    found = of(tmp_path, TITLE, paragraph(TEXT), *map(paragraph, rows))
    assert (found.signoff, found.signoff_date) == (("石门镇人民政府",), "2026-04-01")


def test_pages_and_headlines_may_have_headings_of_two_levels(tmp_path: Path) -> None:
    text = f"# 第一版\n## 春耕备耕\n本报讯 {TEXT}\n# 第二版\n## 渡轮停航\n本报讯 {TEXT}\n"
    found = stories(read_text("a.txt", text))
    assert [(s.page, s.title) for s in found] == [("1", "春耕备耕"), ("2", "渡轮停航")]


def test_what_signs_above_an_appendix_signs_the_story(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(said)}</w:tc>" for said in ("石门村", "全村"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    found = of(
        tmp_path, TITLE, paragraph(TEXT), paragraph("县自来水公司", RIGHT),
        paragraph("2026.4.1", RIGHT), paragraph("停水范围"), table,
    )  # fmt: skip
    assert (found.signoff, found.signoff_date) == (("县自来水公司",), "2026-04-01")
    assert body_of(found) == [TEXT, "停水范围"]
    assert "signoff" in found.guessed


def test_who_edited_stays_text_where_nothing_else_is_said(tmp_path: Path) -> None:
    found = of(tmp_path, TITLE, paragraph(TEXT), paragraph("编辑：沈微　审核：吴荻"))
    assert body_of(found) == [TEXT]


@pytest.mark.parametrize("title", ["公告：4月3日停水", "延伸阅读", "原创 歌曲大赛举行"])
def test_a_headline_is_not_mistaken_for_what_stands_around_one(tmp_path: Path, title: str) -> None:
    found = of(tmp_path, paragraph(title, MIDDLE, LARGE), paragraph(TEXT), paragraph(TEXT))
    assert found.title == title


def test_the_verses_of_one_poem_are_no_kicker_of_the_next(tmp_path: Path) -> None:
    rows: list[str] = []
    for title, who, verses in (
        ("春茶谣", "沈微", ("雾从山脚升起来", "把绿抱在怀里")),
        ("槐花", "吴荻", ("风一吹", "整条巷子都是甜的")),
    ):
        rows += [paragraph(title, MIDDLE, LARGE), paragraph(who, MIDDLE)]
        rows += [*(paragraph(verse, MIDDLE) for verse in verses), "<w:p/>"]
    found = stories(manuscript(tmp_path, docx("".join(rows))))
    assert [(s.title, s.byline, s.kicker, body_of(s)) for s in found] == [
        ("春茶谣", "沈微", (), ["雾从山脚升起来", "把绿抱在怀里"]),
        ("槐花", "吴荻", (), ["风一吹", "整条巷子都是甜的"]),
    ]


def test_a_source_ends_a_story_of_a_plain_text() -> None:
    text = f"春耕备耕有序推进\n\n{TEXT}\n\n来源：县水利局\n\n\n渡轮停航\n\n{TEXT}\n\n{TEXT}\n"
    found = stories(read_text("a.txt", text))
    assert [(s.title, s.credited) for s in found] == [
        ("春耕备耕有序推进", "县水利局"), ("渡轮停航", ""),
    ]  # fmt: skip
