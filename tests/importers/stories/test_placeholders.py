"""XXX where a name should stand is nobody: it is told as something to be filled in."""

from __future__ import annotations

import pytest

from banxin.importers.manuscript import Image, Manuscript, Paragraph, Span
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from banxin.importers.text.reader import read_text
from tests.importers.stories.test_cutting import TEXT

TITLE = "流动博物馆走进校园"


def told(story: Story) -> list[str]:
    return [dict(one.gaps)["text"] for one in story.doubts if one.key == "placeholder"]


def of_text(*lines: str) -> Story:
    (story,) = stories(read_text("a.txt", "\n".join((TITLE, *lines))))
    return story


LINES = (
    *("图片：XXX", "来源 XXX", "审核：XX"),
    *("文字：ＸＸ 图片：XXX", "（通讯员 XXX）", "编辑 | xxx"),
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_to_be_filled_in_is_told_and_no_part_of_the_story(line: str, above: bool) -> None:
    story = of_text(line, TEXT, TEXT) if above else of_text(TEXT, TEXT, line)
    assert (story.title, story.byline, story.credited) == (TITLE, "", "")
    assert [one.paragraph.said for one in story.body if isinstance(one, Text)] == [TEXT, TEXT]
    assert " ".join(told(story)) == line
    assert all(one.asks for one in story.doubts if one.key == "placeholder")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("记者 沈微 通讯员 XXX", "记者 沈微"),
        ("记者 XXX 通讯员 顾城西", "通讯员 顾城西"),
        ("记者 沈微", "记者 沈微"),
    ],
)
def test_who_is_named_beside_stays(line: str, byline: str) -> None:
    story = of_text(line, TEXT, TEXT)
    assert (story.byline, told(story)) == (byline, [line] if "XXX" in line else [])


def test_of_those_who_edited_the_ones_named_are_told_as_before() -> None:
    story = of_text(TEXT, TEXT, "编辑：沈微", "审核：XX")
    found = {one.key: dict(one.gaps)["text"] for one in story.doubts}
    assert (found["staff"], found["placeholder"]) == ("编辑：沈微", "审核：XX")


def test_a_picture_by_nobody_yet_has_no_credit() -> None:
    blocks = (
        Paragraph((Span(TITLE),), "标题"),
        Paragraph((Span(TEXT),)),
        Image("a.jpg"),
        Paragraph((Span("图为活动现场。 XXX/摄"),), align="center"),
    )
    (story,) = stories(Manuscript("a.docx", blocks))
    assert [(one.caption, one.credit) for one in story.pictures] == [("图为活动现场。", "")]
    assert len(told(story)) == 1


@pytest.mark.parametrize(
    "masked", ["被告人×××", "村民某某", "原告李某某", "型号XXL的上衣", "欠款ＸＸ元"]
)
def test_masks_in_the_text_stay(masked: str) -> None:
    story = of_text(f"{masked}，{TEXT}", TEXT)
    assert told(story) == []
    assert any(masked in one.paragraph.said for one in story.body if isinstance(one, Text))
