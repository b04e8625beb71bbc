from __future__ import annotations

import random
from pathlib import Path

import pytest

from banxin.content.links import Beside
from banxin.content.markdown import reader
from banxin.content.markdown.fast_path import Block, blocks
from banxin.model import Body
from banxin.problems import Problems

# whatever means something in Markdown, between what doesn't
SIGNS = [*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t", *"0179", "1.", "12)", "  ", "\u3000", "\u00a0"]
SIGNS += ["1. ", "12) ", "- ", "+ ", "# ", "> ", "`a`", "*a*", "**", "**好**", "**A**", "***"]
SIGNS += ["---", "***", "```", "&amp;", "<b>", "[^1]", "http://a.cn", "\u2028", "\x0c", "\ufeff"]
WORDS = ["防汛", "演练。", "“好”", "５Ｇ", "A", "GDP", "3月31日", "·", "——", "①", "𠮷"]


def read(source: str) -> list[str]:
    """P for a paragraph that needed no parser; else the lines that do, and where they begin."""
    return [p for b in blocks(source) for p in _shown(b)]


def _shown(block: Block) -> list[str]:
    return ["P"] * len(block.paragraphs) or [f"{block.line}:{block.source}"]


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("一段。", 1),
        ("3月31日上午，会议召开。\n\nGDP增长5.5%（初步核算）。\n", 2),
        ("\u3000\u3000第一段。\n\u3000\u3000第二段。", 2),
        ("“引语”开头。\n\n\n——破折号开头", 2),
        ("**“三件套”**落地，**第二**处。", 1),
    ],
)
def test_paragraphs_of_text_need_no_parser(source, paragraphs):
    assert read(source) == ["P"] * paragraphs


@pytest.mark.parametrize(
    "source",
    [
        *("1. 一", "- 一", "# 一", "> 一", "a*b*", "见[表](a.pdf)", "一\n二", "a&amp;b", "**一"),
        *(
            "一\n---",
            "|一|二|",
            "    四格",
            '"一"',
            "\t一",
            "<b>",
            "一\r\n二",
            "**一 **二",
            "***一***",
        ),
    ],
)
def test_whatever_may_mean_something_is_left_to_the_parser(source):
    assert read(source) == [f"0:{source}"]


def test_what_needs_the_parser_stays_together_and_knows_its_line():
    assert read("一。\n\n- 二\n\n- 三\n\n四。") == ["P", "2:- 二\n\n- 三", "P"]


@pytest.mark.parametrize(
    "source", ["一。\n\n```\n\n二\n```", "见[甲]\n\n[甲]: a.pdf", "一[^1]\n\n二"]
)
def test_what_reaches_far_is_read_as_a_whole(source):
    assert read(source) == [f"0:{source}"]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_read_without_the_parser_is_what_the_parser_reads(seed, tmp_path, monkeypatch):
    rng = random.Random(seed)
    sources = [_source(rng) for _ in range(400)]
    quick = [body(source, tmp_path) for source in sources]
    monkeypatch.setattr(reader, "blocks", lambda source: [Block(0, source)])
    assert quick == [body(source, tmp_path) for source in sources]
    assert sum("P" in read(source) for source in sources) > 100


def body(source: str, root: Path) -> Body:
    problems = Problems()
    beside = Beside(root, "content", frozenset(), problems)
    return reader.render(source, reader.Origin("a.md", 1, "0101", beside), problems)


def _source(rng: random.Random) -> str:
    """Lines of words with now and then a sign between them, at the beginning or at the end."""
    lines = []
    for _ in range(rng.randint(1, 5)):
        parts = rng.choices(WORDS, k=rng.randint(1, 4))
        while rng.random() < 0.35:
            parts.insert(rng.choice((0, len(parts), rng.randint(0, len(parts)))), rng.choice(SIGNS))
        lines.append("".join(parts))
        lines += [""] * rng.choice((0, 1, 1, 1, 2))
    return "\n".join(lines)
