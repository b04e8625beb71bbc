"""A poem is imported as one: its lines, its stanzas, its steps; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.body import body_text
from banxin.importers.manuscript import Paragraph, Span
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from banxin.importers.stories.verse import is_verse
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story

HEAD = "石桥\n沈微\n\n"
POEM = "雨是斜的\n　　斜过石桥\n　　　　斜过外婆的窗\n\n我没有伞\n只有一条河"
MIDDLE, LARGE = '<w:jc w:val="center"/>', '<w:sz w:val="44"/><w:b/>'


def typed(text: str) -> Story:
    (found,) = stories(read_text("a.txt", HEAD + text))
    return found


def test_a_poem_in_a_text_keeps_its_lines_stanzas_and_steps() -> None:
    found = typed(POEM)
    assert (found.title, found.byline, found.kind) == ("石桥", "沈微", "poem")
    assert "kind" in found.guessed
    written = body_text(found)
    assert written.text == f"{POEM}\n"
    assert written.doubts == ()


@pytest.mark.parametrize("soft", [False, True])
def test_a_poem_in_a_document_does_too(soft: bool, tmp_path: Path) -> None:
    stanzas = [stanza.split("\n") for stanza in POEM.split("\n\n")]
    lines = [["\n".join(stanza)] for stanza in stanzas] if soft else stanzas
    body = paragraph("").join("".join(map(paragraph, one)) for one in lines)
    head = paragraph("石桥", MIDDLE, LARGE) + paragraph("沈微", MIDDLE)
    found = story(tmp_path, docx((head + body).replace("\n", "</w:t><w:br/><w:t>")))
    assert found.kind == "poem"
    assert body_text(found).text == f"{POEM}\n"


def test_signs_that_would_be_marks_are_printed_in_a_poem_too() -> None:
    found = typed("*星星*落下来\n- 一个人的井\n>我数着它\n像数着你的名字\n谁在岸上\n谁在水里")
    assert found.kind == "poem"
    assert body_text(found).doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "王慧 李强 张伟\n赵敏 孙丽 周涛\n吴月 郑爽 王可\n冯雨 陈诺 褚欣",
        "上午9点 报到\n上午10点 开会\n下午2点 参观\n下午5点 散会",
        "昨天下了雨。\n河水涨了。\n我们去看桥。\n桥还在。",
        "地点：县体育馆\n时间：周六上午\n主办：县文联\n协办：县图书馆",
        "县水利局\n县林业局\n县教育局\n县交通局",
    ],
)
def test_lists_and_short_sentences_are_no_poem(text: str) -> None:
    assert not is_verse([Text(Paragraph((Span(line),))) for line in text.split("\n")])
