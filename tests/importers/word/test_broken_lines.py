"""Lines that were broken at a width and pasted into Word: joined as those of a plain text are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph
from banxin.importers.stories.reader import stories
from tests.importers.text.test_wrapping import (
    HEADLINES,
    POEM,
    TEXT,
    TITLE,
    rows,
    said,
    told,
    wrapped,
)
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph, run_of
from tests.support.manuscripts.reading import body_of, manuscript

MIDDLE, LARGE = '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'
HEAD = paragraph(TITLE, MIDDLE, LARGE)
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    f'<w:footnotes {SPACES}><w:footnote w:id="2">{paragraph("据县志。")}</w:footnote></w:footnotes>'
)


def of(folder: Path, lines: Sequence[str], head: str = HEAD, **parts: str) -> Manuscript:
    body = head + "".join(paragraph(line) if line else paragraph("") for line in lines)
    return manuscript(folder, docx(body, parts={f"{n}.xml": text for n, text in parts.items()}))


def broken(lines: Sequence[str]) -> str:
    """One paragraph with a line break behind every line."""
    return paragraph("\n".join(lines)).replace("\n", "</w:t><w:br/><w:t>")


@pytest.mark.parametrize("width", [40, 56, 80])
@pytest.mark.parametrize("head", [HEAD, paragraph(TITLE)])
def test_each_line_a_paragraph(tmp_path: Path, width: int, head: str) -> None:
    lines = rows([f"\u3000\u3000{one}" for one in TEXT], width)
    found = of(tmp_path, lines, head)
    assert [one.strip() for one in said(found)] == [TITLE, *TEXT]
    assert told(found) == ["wrapped"]
    (story,) = stories(found)
    assert (story.title, story.byline) == (TITLE, "记者 江一帆")


def test_each_line_a_paragraph_and_an_empty_one_between(tmp_path: Path) -> None:
    blocks = [line for one in TEXT for line in (*wrapped(one, 56), "")]
    assert said(of(tmp_path, blocks)) == [TITLE, *TEXT]


@pytest.mark.parametrize("width", [40, 56])
def test_lines_that_a_page_of_the_web_broke(tmp_path: Path, width: int) -> None:
    body = HEAD + "".join(broken(wrapped(one, width)) for one in TEXT)
    found = manuscript(tmp_path, docx(body))
    assert said(found) == [TITLE, *TEXT]


def test_where_a_paragraph_may_have_ended_somebody_has_to_look(tmp_path: Path) -> None:
    lines = [
        "那天下着很大的雨，父亲撑着一把旧伞站在渡口等",
        "我。他的裤脚全湿了，鞋上沾满了泥巴和水草叶。",
        "我没有说话，只是接过了他手里的那把旧伞，慢慢",
        "地往家里走。",
    ]
    found = of(tmp_path, lines)
    assert said(found) == [TITLE, "".join(lines)]
    assert told(found) == ["wrapped", "wrapped-unsure"]


def test_numbers_of_sheets_are_set_aside_and_told(tmp_path: Path) -> None:
    lines = rows([f"\u3000\u3000{one}" for one in TEXT], 56)
    found = of(tmp_path, [*lines[:2], "", "- 1 -", "", *lines[2:]])
    assert [one.strip() for one in said(found)] == [TITLE, *TEXT]
    assert told(found) == ["wrapped", "sheets"]


def test_bold_words_and_footnotes_stay_where_they_stand(tmp_path: Path) -> None:
    lines = rows([f"\u3000\u3000{one}" for one in TEXT], 56)
    at = len(lines) - 2
    noted = paragraph(lines[at]).replace("</w:p>", f"{REFERENCE}</w:p>")
    body = HEAD + "".join(paragraph(one) for one in lines[:at]) + noted
    body += paragraph(lines[at + 1][:4], "", "<w:b/>").replace(
        "</w:p>", f"{run_of(lines[at + 1][4:])}</w:p>"
    )
    found = manuscript(tmp_path, docx(body, parts={"footnotes.xml": NOTES}))
    last = found.blocks[-1]
    assert isinstance(last, Paragraph)
    assert [s.text for s in last.spans if s.bold] == [lines[at + 1][:4]]
    assert [s.note for s in last.spans if s.note] == ["1"]
    assert last.said == TEXT[-1]


def test_lists_and_who_signs_are_not_joined(tmp_path: Path) -> None:
    notice = [
        *wrapped("为方便群众办事，现将云溪县冬季供暖收费有关事项公告如下，请相互转告：", 48),
        *wrapped("一、收费时间为2026年12月1日至2027年1月31日，逾期将按规定收取滞纳金。", 48),
        *wrapped("二、收费地点为城关镇滨河路8号供热公司营业厅，也可以在网上缴纳费用。", 48),
        "云溪县供热有限责任公司",
        "2026年11月25日",
    ]
    (story,) = stories(of(tmp_path, notice, paragraph("供暖收费公告", MIDDLE, LARGE)))
    assert [text[:2] for text in body_of(story)] == ["为方", "一、", "二、"]
    assert (story.signoff, story.signoff_date) == (("云溪县供热有限责任公司",), "2026-11-25")


SHORT = """\
会场里坐满了人，大家都在等着这一刻的到来。
掌声响了起来，持续了很久很久都没有停下。
老人走上台去，接过那面写着大字的锦旗。
他说不出话来，只是一个劲儿地点头致谢。
散会以后人们还不肯走，围着他问这问那。"""
NAMES = """\
沈微 江一帆 柏小雨 程立冬 顾城西 范如玉
何城西 江小舟 尹晓棠 柯小舟 陆平平 郑立冬
钟晓棠 温微微 苏小舟 卞子衿 范子衿 钟明远"""


@pytest.mark.parametrize("text", [POEM, HEADLINES, SHORT, NAMES])
def test_verse_headlines_names_and_short_paragraphs_stay_as_they_are(
    tmp_path: Path, text: str
) -> None:
    lines = text.strip().split("\n")
    assert said(of(tmp_path, lines))[1:] == [" ".join(line.split()) for line in lines]
    (block,) = manuscript(tmp_path, docx(broken(lines))).blocks
    assert isinstance(block, Paragraph)
    assert block.text.split("\n") == lines


def test_a_poem_among_broken_lines_stays_one(tmp_path: Path) -> None:
    poem = POEM.split("\n")
    body = HEAD + "".join(broken(wrapped(one, 56)) for one in TEXT) + broken(poem)
    found = manuscript(tmp_path, docx(body))
    last = found.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.split("\n") == poem


def test_lines_of_another_look_are_joined_with_none(tmp_path: Path) -> None:
    lines = rows([f"\u3000\u3000{one}" for one in TEXT], 56)
    subhead = paragraph("改到群众的心坎上", "", "<w:b/>")
    body = HEAD + "".join(map(paragraph, lines[:3])) + subhead
    found = manuscript(tmp_path, docx(body + "".join(map(paragraph, lines[3:]))))
    assert "改到群众的心坎上" in said(found)


def test_where_line_breaks_broke_them_a_new_paragraph_is_one(tmp_path: Path) -> None:
    first = [
        "那天下着很大的雨，父亲撑着一把旧伞站在渡口等",
        "我。他的裤脚全湿了，鞋上沾满了泥巴和水草叶，",
        "我没有说话，只是接过了他手里的旧伞，慢慢地往",
        "回走，雨还下着，桥下的水已经涨到第三级石阶。",
    ]
    found = manuscript(tmp_path, docx(HEAD + broken(first) * 2))
    assert said(found) == [TITLE, "".join(first), "".join(first)]
    assert told(found) == ["wrapped"]
