"""Lines that are worded as one of several are 小标题 together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Story, Text
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph, run_of
from tests.support.manuscripts.reading import story
from tests.support.manuscripts.typed_rows import typed_rows

TEXT = "青禾镇的渡口修好以后，过河的人多了起来，岸边的小店也热闹了，傍晚常有人坐着看船。"
TITLE = "# 渡口边的几点体会\n" + TEXT


def heads_of(found: Story) -> list[str]:
    return [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("* 入门篇：多走走，多看看", "* 进阶篇：找个师傅", "高级篇：自己：撑一回船"), 1),
        (("* 第一条体会，早起的人看得清。", "* 第二条体会，慢的船走得远。"), 0),
        (("第一档：天天来渡口的人", "第二档：隔天来一回的人", "第三档：一年来一回的人。"), 0),
        (("Part-1：为什么写渡口", "Part-2 渡口有什么好看的", "Part-3：后记"), 0),
        (("* 一方面，我们要把船管好", "* 另一方面，要把路修好。"), 0),
        (("* 准备什么：", "* 渡口开放的时间和要带的东西："), 0),
    ],
)
def test_all_are_where_some_are(tmp_path: Path, lines: tuple[str, ...], told: int) -> None:
    rows = "\n".join(f"{line}\n{TEXT}" for line in lines)
    (found,) = typed_rows(tmp_path, "word", f"{TITLE}\n{rows}")
    assert heads_of(found) == [line.removeprefix("* ") for line in lines]
    assert sum(one.key == "siblings" for one in found.doubts) == told


@pytest.mark.parametrize(
    "lines",
    [
        ("* 一方面，我们要把船管好", f"另一方面，{TEXT}"),
        ("* 第一条，路要走稳。", f"* 第二条，{TEXT}"),
        ("第一条 渡口早晚各开一次。", "第二条 过河的人要排队。"),
    ],
)
def test_none_is_where_one_cannot_be(tmp_path: Path, lines: tuple[str, ...]) -> None:
    rows = "\n".join(f"{line}\n{TEXT}" for line in lines)
    (found,) = typed_rows(tmp_path, "word", f"{TITLE}\n{rows}")
    assert heads_of(found) == []


@pytest.mark.parametrize(("form", "sign"), [("bullet", ""), ("chineseCounting", "一、")])
def test_a_subhead_and_a_title_keep_their_number_and_no_bullet(
    tmp_path: Path, form: str, sign: str
) -> None:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    bold = run_of("渡口的早晨").replace("<w:rPr>", "<w:rPr><w:b/>")
    body = paragraph("渡口边的几点体会", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')
    body += paragraph(TEXT) + f"<w:p><w:pPr>{listed}</w:pPr>{bold}</w:p>" + paragraph(TEXT)
    found = story(tmp_path, docx(body, parts={"numbering.xml": numbering}))
    assert heads_of(found) == [f"{sign}渡口的早晨"]


@pytest.mark.parametrize("line", ["* （春天）", "# （春天）"])
def test_a_few_words_in_brackets_head_a_part_and_no_story(tmp_path: Path, line: str) -> None:
    rows = "\n".join(f"{line.replace('春', s)}\n{TEXT}" for s in "春夏秋冬")
    (found,) = typed_rows(tmp_path, "word", f"{TEXT}\n{TEXT}\n{rows}")
    assert heads_of(found) == ["（春天）", "（夏天）", "（秋天）", "（冬天）"]


@pytest.mark.parametrize("line", ["p.s.", "PS：", "P.S. 船票两元", "又及："])
def test_a_postscript_is_the_texts(tmp_path: Path, line: str) -> None:
    (found,) = typed_rows(tmp_path, "text", f"渡口边的几点体会\n\n{TEXT}\n\n\n{line}\n{TEXT}")
    said = [one.paragraph.said for one in found.body if isinstance(one, Text)]
    assert (said, heads_of(found)) == ([TEXT, line, TEXT], [])
