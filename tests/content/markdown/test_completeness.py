"""Nothing that was typed is swallowed, whatever becomes of the Markdown library."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from markdown_it.rules_block import reference, table
from markdown_it.rules_inline import link

from banxin.content.markdown import dialect, reader
from tests.content.markdown.fuzz import read


def with_definitions(parser: MarkdownIt) -> None:
    parser.block.ruler.at("reference", reference)
    parser.enable("reference")


def with_tables_of_the_library(parser: MarkdownIt) -> None:
    parser.block.ruler.at("table", table)


def with_links_of_the_library(parser: MarkdownIt) -> None:
    parser.inline.ruler.at("link", link)


def without_a_level_below(parser: MarkdownIt) -> None:
    parser.options["maxNesting"] = 2


def without_code(parser: MarkdownIt) -> None:
    parser.add_render_rule("code_inline", lambda *_: "")


def with_numbers_of_its_own(parser: MarkdownIt) -> None:
    def counted(*_: object) -> str:
        return "乙"

    parser.add_render_rule("text", counted)


@pytest.mark.parametrize(
    ("change", "source", "place"),
    [
        (with_definitions, "正文 & 文\n\n[记者]: a.md\n", "3:1"),
        (with_tables_of_the_library, "| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 | 戊 |", "1:1"),
        (with_links_of_the_library, "见[甲](a.md)", "1:2"),
        (without_a_level_below, "1. 甲\n   - 乙", "1:4"),
        (without_code, "甲`b`丙", "1:1"),
        (with_numbers_of_its_own, "甲 & 丙", "1:1"),
    ],
)
def test_a_rule_that_swallows_something_is_caught(
    change: Callable[[MarkdownIt], None], source: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "text-lost" not in [problem.code for problem in read(source)[1]]
    changed = dialect.new_parser()
    change(changed)
    monkeypatch.setattr(reader, "PARSER", changed)
    found = [p.place for p in read(source)[1] if p.code == "text-lost"]
    assert [f"{p.line}:{p.column}" for p in found] == [place]


@pytest.mark.parametrize(
    "source",
    [
        "````\n```\n甲\n```\n````",
        "```\n甲",
        "> - 甲\n>   乙\n>\n> 丙",
        "> - [^1]:\n\n\n甲",
        "1. 甲\n\n   乙\n2) 丙",
        "- - - 甲",
        "* * *",
        "甲\\\n乙\\*丙&lt;丁&#20013;",
        "`` 甲 ` 乙 ``",
        "<http://a.cn>、<a@b.cn>",
        "甲[^1]、[^1]\n\n[^1]: 乙\n\n    丙",
        "|甲|`乙`|\n|:-|-:|\n丙 | 丁\\|戊\n\n己",
        "## 甲 ##\n##乙##",
        '![甲](a.jpg "乙")\n- ![甲](a.jpg "乙")\n\n丙![甲](a.jpg \'乙\')',
        "\t甲\t乙\n丙\t\t丁",
        ">甲`a\n>b`乙",
        "> `a\\\n> `甲",
    ],
)
def test_every_mark_is_accounted_for(source: str) -> None:
    for joins_lines in (False, True):
        codes = [p.code for p in read(source, joins_lines=joins_lines)[1]]
        assert "text-lost" not in codes
