"""黑体 is as good as bold for a line, where the text isn't set in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Text
from tests.importers.stories.test_cutting import MIDDLE, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story

HEADS = ["聚焦作业管理", "聚焦课后服务"]


def fonts(name: str, attribute: str = "eastAsia") -> str:
    return f'<w:rFonts w:hint="eastAsia" w:{attribute}="{name}"/><w:sz w:val="32"/>'


def subheads(folder: Path, head: str, text: str) -> list[str]:
    rows = [paragraph("县教体局开展专项督导", MIDDLE, '<w:sz w:val="44"/>')]
    for one in HEADS:
        rows += [paragraph(one, "", head), paragraph(TEXT, "", text), paragraph(TEXT, "", text)]
    found = story(folder, docx("".join(rows)))
    return [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]


@pytest.mark.parametrize("name", ["黑体", "方正黑体_GBK", "SimHei", "华文黑体"])
@pytest.mark.parametrize("attribute", ["eastAsia", "ascii"])
def test_a_line_in_heiti_is_a_subhead(tmp_path: Path, name: str, attribute: str) -> None:
    assert subheads(tmp_path, fonts(name, attribute), fonts("仿宋_GB2312")) == HEADS


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (fonts("楷体_GB2312"), fonts("仿宋_GB2312")),
        (fonts("黑体"), fonts("黑体")),
        ('<w:b w:val="0"/>' + fonts("黑体"), fonts("仿宋")),
    ],
)
def test_other_lines_are_none(tmp_path: Path, head: str, text: str) -> None:
    assert subheads(tmp_path, head, text) == []


def test_where_every_run_says_that_it_is_not_bold_that_says_nothing(tmp_path: Path) -> None:
    off = '<w:b w:val="0"/>'
    assert subheads(tmp_path, off + fonts("黑体"), off + fonts("仿宋")) == HEADS


def test_a_poem_has_lines_in_heiti_too(tmp_path: Path) -> None:
    by = paragraph("（阿岚）", '<w:jc w:val="right"/>', fonts("宋体"))
    rows = [paragraph("冬日三题", "", fonts("黑体")), by]
    for head in ("炭火", "霜降"):
        verse = ("把一生的冷都埋在炭里", "用手慢慢拨亮", "天亮就走了")
        rows += [paragraph(head, "", fonts("黑体"))]
        rows += [paragraph(one, "", fonts("宋体")) for one in verse]
    found = story(tmp_path, docx("".join(rows)))
    assert found.title == "冬日三题"
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert heads == ["炭火", "霜降"]
