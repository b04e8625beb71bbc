"""Habits of county papers' contributors, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories import imprint
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story

TEXT = "3月1日，全县召开现场会，各乡镇负责人参加了会议，会议要求抓好落实。"
LARGE = '<w:sz w:val="44"/><w:b/>'
BOLD = "<w:b/>"
MIDDLE = '<w:jc w:val="center"/>'
TITLE = paragraph("春耕备耕有序推进", MIDDLE, LARGE)


def of(folder: Path, *rows: str) -> Story:
    return story(folder, docx("".join(rows)))


def told(found: Story) -> str:
    return "\n".join(text for d in found.doubts for text in dict(d.gaps).values())


def test_a_headline_in_a_text_box_heads_the_text_that_has_none(tmp_path: Path) -> None:
    lines = TITLE + paragraph("——江城县备耕见闻", MIDDLE) + paragraph("本报记者 沈微", MIDDLE)
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{lines}</w:txbxContent>"
    long = paragraph(TEXT * 2)
    found = of(tmp_path, long, long, f"<w:p>{box}</v:textbox></v:shape></w:pict></w:r></w:p>")
    assert (found.title, found.subtitle, found.byline) == (
        "春耕备耕有序推进", ("——江城县备耕见闻",), "本报记者 沈微",
    )  # fmt: skip
    assert len(found.body) == 2


def test_a_box_beside_a_text_with_a_headline_stays_at_its_end(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('链接', '', LARGE)}"
    end = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    found = of(tmp_path, TITLE, paragraph(TEXT * 2), f"<w:p>{box}{end}")
    assert found.title == "春耕备耕有序推进"
    assert body_of(found)[-1] == "链接"


def test_a_contributors_cover_is_no_story(tmp_path: Path) -> None:
    rows = ("来稿登记", "投稿单位：县水利局办公室", "作者：沈微", "稿费请汇：农业银行 6228 4800")
    cover = "".join(paragraph(row) for row in rows)
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    found = of(tmp_path, cover, page, TITLE, paragraph(TEXT), paragraph(f"{TEXT}（沈微）"))
    assert (found.title, found.byline, body_of(found)) == (
        "春耕备耕有序推进", "沈微", [TEXT, TEXT],
    )  # fmt: skip
    assert "来稿登记" in told(found)
    assert "县水利局办公室" in told(found)
    assert "6228" not in told(found)


@pytest.mark.parametrize("style", ["", '<w:pStyle w:val="n"/>'])  # many name the usual one
def test_short_numbered_items_under_one_name_are_stories(tmp_path: Path, style: str) -> None:
    rows = paragraph("乡镇快讯", style + MIDDLE, BOLD)
    for n, name in enumerate(("沈微", "吴荻", "周南"), 1):
        title = paragraph(f"{n}、第{'一二三'[n - 1]}件好事", style)
        rows += title + paragraph(f"{TEXT}（{name}）", style)
    names = '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = f'<w:styles xmlns:w="{space}">{names}</w:styles>'
    found = stories(manuscript(tmp_path, docx(rows, parts={"styles.xml": styles})))
    assert [(s.title, s.column, s.byline) for s in found] == [
        ("第一件好事", "乡镇快讯", "沈微"),
        ("第二件好事", "乡镇快讯", "吴荻"),
        ("第三件好事", "乡镇快讯", "周南"),
    ]


def test_numbered_points_of_a_notice_are_one_story(tmp_path: Path) -> None:
    rows = [paragraph(f"{n}、请过往车辆绕行") + paragraph(TEXT) for n in (1, 2, 3)]
    found = of(tmp_path, TITLE, paragraph(TEXT), *rows)
    assert len(found.body) == 7


def test_questions_of_an_interview_are_no_subheads(tmp_path: Path) -> None:
    asked = paragraph("记者：抛荒地怎么治理？", "", BOLD)
    found = of(tmp_path, TITLE, paragraph(TEXT), asked, paragraph(f"沈微：{TEXT}"))
    assert not any(one.subhead for one in found.body if isinstance(one, Text))


@pytest.mark.parametrize("line", ["图片新闻", "【图片新闻】", "头条"])
def test_a_place_on_a_line_of_its_own_is_no_headline(tmp_path: Path, line: str) -> None:
    found = of(tmp_path, paragraph(line, MIDDLE, BOLD), TITLE, paragraph(TEXT))
    assert (found.title, found.kicker, found.column) == ("春耕备耕有序推进", (), "")
    assert found.rank == ("lead" if line == "头条" else "photo")


def test_what_follows_an_article_of_a_messenger_is_no_text(tmp_path: Path) -> None:
    rows = ("来源：江城融媒", "编辑：沈微", "终审：吴荻", "点个“在看”，让更多人知道")
    found = of(tmp_path, TITLE, paragraph(TEXT), *(paragraph(row) for row in rows))
    assert found.credited == "江城融媒"
    assert body_of(found)[0] == TEXT
    assert "在看" not in "".join(body_of(found))


def test_names_with_spaces_between_do_not_make_a_scan_of_a_text() -> None:
    one = f"县里召开会议\n本报讯（记者 沈微 通讯员 吴荻）{TEXT}\n{TEXT}\n——————\n"
    found = stories(read_text("a.txt", one * 3))
    assert [(s.title, len(s.body)) for s in found] == [("县里召开会议", 2)] * 3


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("稿费请汇：农业银行", "稿费"),
        ("供稿单位：县水利局", "单位"),
        ("户名：沈微", "户名"),
        ("稿费标准：另定", ""),
    ],
)
def test_a_line_of_the_offices_own_is_known(line: str, label: str) -> None:
    assert imprint.contact_of(line) == label


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("讣告", "联系电话：0999-7777777"),
        ("云岭镇便民服务中心招聘启事", "联系人电话：0999-7777777"),
        ("磐溪老街农家菜开张", "地址：磐溪镇东街8号 订餐电话：0999-1112223"),
    ],
)
def test_where_readers_are_to_call_stays(tmp_path: Path, title: str, line: str) -> None:
    rows = (TEXT, TEXT, "云岭镇便民服务中心", "2026年11月23日", line)
    found = of(tmp_path, paragraph(title, MIDDLE, LARGE), *map(paragraph, rows))
    assert line in body_of(found)


@pytest.mark.parametrize("name", ["我的村庄征文选登", "走进重点项目·③", "乡村见闻系列报道之二"])
def test_what_goes_on_from_issue_to_issue_is_a_column(tmp_path: Path, name: str) -> None:
    found = of(tmp_path, paragraph(name, MIDDLE), TITLE, paragraph(TEXT), paragraph(TEXT))
    assert (found.column, found.kicker) == (name, ())


def test_a_kicker_that_calls_something_one_of_several_stays_one(tmp_path: Path) -> None:
    found = of(tmp_path, paragraph("全国百强古镇之一", MIDDLE), TITLE, paragraph(TEXT))
    assert (found.column, found.kicker) == ("", ("全国百强古镇之一",))


def test_the_number_of_a_part_is_no_headline() -> None:
    (found,) = stories(read_text("a.txt", f"（一）\n{TEXT}\n{TEXT}\n"))
    assert "title" in found.guessed
    assert found.title != "（一）"


def test_a_table_that_only_sets_text_in_columns_is_text(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(TEXT)}</w:tc>" for _ in range(2))
    found = of(tmp_path, TITLE, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert body_of(found) == [TEXT, TEXT]


def test_a_headline_that_praises_is_no_messengers_word(tmp_path: Path) -> None:
    title = paragraph("点赞江城好人", MIDDLE, LARGE)
    assert of(tmp_path, title, paragraph(TEXT)).title == "点赞江城好人"
