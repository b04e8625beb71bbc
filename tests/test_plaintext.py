from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator import markdown
from generator.links import Beside
from generator.model import Body
from generator.plaintext import plain
from generator.problems import Problems

# whatever means something in Markdown, between what doesn't
SIGNS = [*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t", *"0179", "1.", "12)", "  ", "\u3000", "\u00a0"]
SIGNS += ["---", "***", "```", "&amp;", "<b>", "[^1]", "http://a.cn", "\u2028", "\x0c", "\ufeff"]
WORDS = ["防汛", "演练。", "“好”", "５Ｇ", "A", "GDP", "3月31日", "·", "——", "①", "𠮷"]


@pytest.mark.parametrize(
    "source",
    [
        "一段。",
        "3月31日上午，会议召开。\n\nGDP增长5.5%（初步核算）。\n",
        "\u3000\u3000第一段。\n\u3000\u3000第二段。",
        "“引语”开头。\n\n\n——破折号开头",
    ],
)
def test_paragraphs_of_text_need_no_parser(source):
    assert plain(source) is not None


@pytest.mark.parametrize(
    "source",
    [
        *("1. 一", "- 一", "# 一", "> 一", "a*b*", "见[表](a.pdf)", "一\n二", "一  \n", "a&amp;b"),
        *("一\n---", "|一|二|", "    四格", '"一"', "一 \n\n二", "\t一", "<b>", "一\r\n二"),
    ],
)
def test_whatever_may_mean_something_is_left_to_the_parser(source):
    assert plain(source) is None


@pytest.mark.parametrize("seed", range(20))
def test_what_is_read_without_the_parser_is_what_the_parser_reads(seed, tmp_path, monkeypatch):
    rng = random.Random(seed)
    sources = [_source(rng) for _ in range(400)]
    quick = [body(source, tmp_path) for source in sources]
    monkeypatch.setattr(markdown, "plain", lambda source: None)
    assert quick == [body(source, tmp_path) for source in sources]
    assert sum(plain(source) is not None for source in sources) > 40


def body(source: str, root: Path) -> Body:
    problems = Problems()
    beside = Beside(root, "content", frozenset(), problems)
    return markdown.render(source, markdown.Origin("a.md", 1, "0101", beside), problems)


def _source(rng: random.Random) -> str:
    """Lines of words with now and then a sign between them, at the beginning or at the end."""
    lines = []
    for _ in range(rng.randint(1, 4)):
        parts = rng.choices(WORDS, k=rng.randint(1, 4))
        if rng.random() < 0.35:
            parts.insert(rng.choice((0, len(parts), rng.randint(0, len(parts)))), rng.choice(SIGNS))
        lines.append("".join(parts))
        lines += [""] * rng.choice((0, 1, 1, 1, 2))
    return "\n".join(lines)
