"""A list of what a file holds is no story: it is set aside and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph, Span
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph, run_of
from tests.support.manuscripts.reading import manuscript

TITLES = ("江城县春耕备耕有序推进", "云岭镇图书漂流受到欢迎", "老渡口的新日子")
TEXT = "3月1日，全县召开现场会，各乡镇负责人参加了会议，会议要求抓好落实。"
BODY = "".join(f"\n\n{title}\n本报讯（记者 沈微）{TEXT}\n{TEXT}" for title in TITLES)


def told(found: tuple[Story, ...]) -> str:
    return "\n".join(text for s in found for d in s.doubts for text in dict(d.gaps).values())


def check(found: tuple[Story, ...]) -> None:
    assert [s.title for s in found] == list(TITLES)
    assert all(title in told(found) for title in TITLES)
    assert all(len(s.body) == 2 for s in found)


@pytest.mark.parametrize(
    "head", ["目录", "目　录", "本期导读", "要目", "【今日要目】", "本期目录："]
)
@pytest.mark.parametrize(
    "entry",
    [
        "{t}",
        "{t}……{n}",
        "{t}...............{n}",
        "{t}\t{n}",
        "{n}. {t}",
        "{t}（第{n}版）",
        "·{t}",
        "{t} 沈微 {n}",
    ],
)
def test_a_list_of_titles_under_its_name_is_set_aside(head: str, entry: str) -> None:
    rows = "\n".join(entry.format(t=t, n=n) for n, t in enumerate(TITLES, 1))
    check(stories(read_text("a.txt", f"{head}\n{rows}{BODY}")))


def test_lines_with_dotted_leaders_need_no_name_above() -> None:
    rows = "\n".join(f"{t}…………{n}" for n, t in enumerate(TITLES, 1))
    check(stories(read_text("a.txt", rows + BODY)))


def test_titles_that_all_come_again_are_a_list() -> None:
    check(stories(read_text("a.txt", "\n".join(TITLES) + BODY)))


def test_titles_of_other_files_are_one_up_to_the_empty_line() -> None:
    found = stories(read_text("a.txt", f"导读\n甲县修路忙\n乙镇开大会\n\n{BODY.strip()}"))
    assert [s.title for s in found] == list(TITLES)
    assert "甲县修路忙" in told(found)


def rows_of(style: str = "", around: str = "{}") -> str:
    made = [
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run_of(t)}<w:r><w:tab/></w:r>'
        f"{run_of('1')}</w:p>"
        for t in TITLES
    ]
    return around.format("".join(made))


SDT = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)
BEGIN = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-1" '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
)
SIMPLE = '<w:p><w:fldSimple w:instr=" TOC \\o ">{}</w:fldSimple></w:p>'
END = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:styles>'
)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (rows_of(around=SDT), ""),
        (rows_of("x"), "toc 1"),
        (rows_of("x"), "目录 1"),
        (rows_of("x"), "Contents 1"),
        (rows_of(around=BEGIN + "{}" + END), ""),
        (SIMPLE.format(run_of("　".join(TITLES))), ""),
    ],
)
def test_what_word_made_of_its_headings_is_set_aside(tmp_path: Path, rows: str, name: str) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    heads = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    body = "".join(
        paragraph(t, '<w:pStyle w:val="h"/>') + paragraph(f"本报讯 {TEXT}") + paragraph(TEXT)
        for t in TITLES
    )
    data = docx(rows + body, parts={"styles.xml": STYLES.format(style + heads)})
    check(stories(manuscript(tmp_path, data)))


@pytest.mark.parametrize(
    "text",
    [
        f"目录学的故事\n作者：沈微\n{TEXT}\n{TEXT}",  # a title that begins with the word
        f"我的导读\n沈微\n{TEXT}\n{TEXT}",
        f"表彰名单\n{TEXT}\n沈微\n周南\n吴好\n{TEXT}",  # a list within a text
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    found = stories(read_text("a.txt", text))
    assert len(found) == 1
    assert not any(d.key == "contents" for d in found[0].doubts)
    assert found[0].title in text.split("\n")[0]


def test_a_files_own_title_above_its_headings_is_none_of_theirs() -> None:
    rows = [("Title", "稿件汇总")]
    for title in TITLES:
        rows += [("heading 1", title), ("", f"本报讯 {TEXT}"), ("", TEXT)]
    blocks = tuple(Paragraph((Span(text),), style) for style, text in rows)
    found = stories(Manuscript("a.docx", blocks))
    assert [s.title for s in found] == list(TITLES)
    assert "稿件汇总" in told(found)


def test_a_table_of_contents_that_is_a_table_is_set_aside(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(title)}</w:tc><w:tc>{paragraph(f'第{n}版')}</w:tc></w:tr>"
        for n, title in enumerate(TITLES, 1)
    )
    large = '<w:b/><w:sz w:val="44"/>'
    body = "".join(paragraph(t, "", large) + paragraph(TEXT) * 2 for t in TITLES)
    data = docx(f"{paragraph('目录')}<w:tbl>{rows}</w:tbl>{body}")
    found = stories(manuscript(tmp_path, data))
    check(found)
    assert f"{TITLES[1]} 第2版" in told(found)


@pytest.mark.parametrize("below", [TEXT, "甲稿子\n乙稿子"])
def test_a_name_of_contents_with_none_below_it_is_a_headline(below: str) -> None:
    found = stories(read_text("a.txt", f"目录\n{below}"))
    assert ([s.title for s in found], told(found).count("目录")) == (["目录"], 0)


def test_the_name_right_above_what_word_made_goes_with_it(tmp_path: Path) -> None:
    middle, large = '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'
    style = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    entries = "".join(
        paragraph(f"{n}、{one}", '<w:pStyle w:val="t"/>')
        for n, one in zip("一二", TITLES, strict=False)
    )
    body = paragraph("工作规章", middle, large) + paragraph("目  录", middle, large) + entries
    parts = {"styles.xml": f"<w:styles {SPACES}>{style}</w:styles>"}
    (found,) = stories(manuscript(tmp_path, docx(body + paragraph(TEXT) * 2, parts=parts)))
    assert (found.title, len(found.body)) == ("工作规章", 2)
    assert "目 录" in told((found,))
