from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from banxin.content.markdown.fast_path import BodyBlock, blocks
from tests.content.markdown import bodies, fuzz


def read(source: str) -> list[str]:
    """P for a paragraph that needed no parser; else the lines that do, and where they begin."""
    return [p for b in blocks(source) for p in _shown(b)]


def _shown(block: BodyBlock) -> list[str]:
    return ["P"] * len(block.paragraphs) or [f"{block.line}:{block.source}"]


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("一段。", 1),
        ("3月31日上午，会议召开。\n\nGDP增长5.5%（初步核算）。\n", 2),
        ("\u3000\u3000第一段。\n\u3000\u3000第二段。", 2),
        ("“引语”开头。\n\n\n——破折号开头", 2),
        ("**“三件套”**落地，**第二**处。", 1),
        ("一、抓春耕\n二、抓防火", 2),
        ("文/图 记者；2022/4/1 3:2", 1),
    ],
)
def test_paragraphs_of_text_need_no_parser(source: str, paragraphs: int) -> None:
    assert read(source) == ["P"] * paragraphs


@pytest.mark.parametrize(
    "source",
    [
        *("1. 一", "- 一", "# 一", "> 一", "*一二三*", "见[表](a.pdf)", "a&amp;b", "**一"),
        *(
            "一\n---",
            "|一|二|",
            "    四格",
            '"一"',
            "\t一",
            "<b>",
            "一\r\n二",
            "www.example.org",
            "http://example.org",
            "甲@乙",
            "一 ",
            "***一***",
        ),
    ],
)
def test_whatever_may_mean_something_is_left_to_the_parser(source: str) -> None:
    assert read(source) == [f"0:{source}"]


def test_what_needs_the_parser_stays_together_and_knows_its_line() -> None:
    assert read("一。\n\n- 二\n\n- 三\n\n四。") == ["P", "2:- 二\n\n- 三", "P"]


@pytest.mark.parametrize("source", ["一。\n\n```\n\n二\n```", "一[^1]\n\n二"])
def test_what_reaches_far_is_read_as_a_whole(source: str) -> None:
    assert read(source) == [f"0:{source}"]


def test_where_lines_are_joined_only_a_full_width_space_begins_a_paragraph() -> None:
    assert [len(b.paragraphs) for b in blocks("　甲\n　乙", joins_lines=True)] == [2]
    assert [len(b.paragraphs) for b in blocks("甲\n乙", joins_lines=True)] == [0]


@pytest.mark.parametrize("kind", bodies.KINDS, ids=lambda kind: kind.__name__)
def test_what_is_read_without_the_parser_is_what_the_parser_reads(
    kind: Callable[[random.Random], str],
) -> None:
    seed = random.SystemRandom().randrange(10**9)
    rng = random.Random(seed)
    for n in range(250):
        source = kind(rng)
        assert not fuzz.faults(source, joins_lines=n % 4 == 3), f"seed {seed}: {source!r}"


def test_much_of_what_is_made_up_needs_no_parser() -> None:
    rng = random.Random(1)
    made = [bodies.signs(rng) for _ in range(400)]
    assert sum("P" in read(source) for source in made) > 100


@pytest.mark.parametrize(
    "source", ["<javascript:alert(1)a@b.cn>", "<javascript:alert(1)>", "[甲](data:a@b.cn)"]
)
def test_a_body_that_is_refused_holds_no_link_that_was_refused(source: str) -> None:
    body, problems = fuzz.read(source)
    assert [problem.code for problem in problems] == ["link-refused"]
    assert "href" not in body.html
