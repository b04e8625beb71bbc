"""Word's own headings that head the sections of one text, and those that are headlines."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph, Span
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from tests.importers.stories.test_cutting import LARGE, MIDDLE, TEXT
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph
from tests.support.manuscripts.reading import manuscript

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/>'
    f'<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    for n in (1, 2)
)
PARTS = {"styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>"}
TITLE = paragraph("流动博物馆走进校园", MIDDLE, LARGE)


def found(folder: Path, level: int, *heads: str, above: str = "") -> tuple[Story, ...]:
    sections = (
        paragraph(head, f'<w:pStyle w:val="h{level}"/>') + paragraph(TEXT) * 2 for head in heads
    )
    return stories(manuscript(folder, docx(above + "".join(sections), parts=PARTS)))


def subheads(story: Story) -> list[str]:
    return [one.paragraph.said for one in story.body if isinstance(one, Text) and one.subhead]


COUNTED = [
    ("一、活动背景", "二、活动流程"),
    ("第一章 总则", "第二章 例会制度"),
    ("（一）背景", "（二）流程"),
]


@pytest.mark.parametrize("heads", COUNTED)
@pytest.mark.parametrize("lead", ["", paragraph(TEXT)])
def test_headings_that_count_head_sections_of_what_stands_above(
    tmp_path: Path, heads: tuple[str, ...], lead: str
) -> None:
    (story,) = found(tmp_path, 1, *heads, above=TITLE + lead)
    assert (story.title, subheads(story)) == ("流动博物馆走进校园", list(heads))


def test_headings_of_the_second_level_alone_do_so_too(tmp_path: Path) -> None:
    heads = ("历史铭记：从故事到画卷", "科学启蒙：从微光到回响")
    (story,) = found(tmp_path, 2, *heads, above=TITLE + paragraph(TEXT))
    assert (story.title, subheads(story)) == ("流动博物馆走进校园", list(heads))


@pytest.mark.parametrize("heads", [("春耕备耕有序推进", "防汛备汛有序推进"), *COUNTED])
def test_without_a_larger_line_above_they_are_headlines(
    tmp_path: Path, heads: tuple[str, ...]
) -> None:
    titles = [story.title for story in found(tmp_path, 1, *heads)]
    assert [title[-2:] for title in titles] == [head[-2:] for head in heads]


def test_below_a_masthead_headlines_that_do_not_count_are_stories(tmp_path: Path) -> None:
    heads = ("春耕备耕有序推进", "防汛备汛有序推进")
    titles = [story.title for story in found(tmp_path, 1, *heads, above=TITLE)]
    assert titles[-2:] == list(heads)


def styled(*rows: tuple[str, str]) -> tuple[Story, ...]:
    blocks = tuple(Paragraph((Span(text),), style) for style, text in rows)
    return stories(Manuscript("小河十景.docx", blocks))


def sections(count: int, *, missed: int = 0) -> list[tuple[str, str]]:
    rows = []
    for n in range(1, count + 1):
        style = "" if n == missed else "heading 2"
        rows += [(style, f"{n}. {'清泉石桥沟渠花谷古井'[2 * n - 2 : 2 * n]}"), ("", TEXT)]
    return rows


CONTENTS = [("toc 1", f"{n}. 清泉 {n}") for n in range(1, 5)]


@pytest.mark.parametrize("first", ["小河十景：", "小河两岸的风景", "小河十景"])
@pytest.mark.parametrize("contents", [[], CONTENTS])
def test_a_short_first_line_of_any_look_is_the_headline_above_them(
    first: str, contents: list[tuple[str, str]]
) -> None:
    (story,) = styled(("", first), *contents, *sections(4))
    assert story.title == first.rstrip("：")
    assert len(subheads(story)) == 4


def test_a_heading_that_has_no_style_is_known_by_its_number(tmp_path: Path) -> None:
    (story,) = styled(("", "小河十景"), *sections(5, missed=3))
    assert [said[0] for said in subheads(story)] == list("12345")


def test_a_title_of_words_own_style_is_the_headline_above_them() -> None:
    (story,) = styled(("Title", "小河十景"), *CONTENTS, *sections(4))
    assert (story.title, len(subheads(story))) == ("小河十景", 4)


def test_headings_with_who_wrote_below_them_are_headlines() -> None:
    rows: list[tuple[str, str]] = [("", "本周来稿")]
    for title in ("春耕备耕有序推进", "防汛备汛有序推进"):
        rows += [("heading 2", title), ("", f"本报讯（记者 沈微）{TEXT}"), ("", TEXT)]
    assert [one.title for one in styled(*rows)][-2:] == ["春耕备耕有序推进", "防汛备汛有序推进"]
