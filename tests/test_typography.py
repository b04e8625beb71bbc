from __future__ import annotations

import re

import pytest

from generator.model import Headline
from generator.typography import headline, prose, protect, vertical


def shown(html: str) -> str:
    return re.sub(r"<[^>]*>|\u2060", "", html).replace("&amp;", "&")


def pieces(html: str) -> list[str]:
    """What of a headline can't be cut."""
    return re.sub(r"</?span[^>]*>", "", html).split("<wbr>")


@pytest.mark.parametrize("mark", ["·", "～"])
def test_a_mark_that_may_not_begin_a_line_is_tied_to_what_stands_before_it(mark):
    assert protect(f"一{mark}二") == f"一\u2060{mark}二"
    assert protect(protect(f"一{mark}二")) == protect(f"一{mark}二")


def test_nothing_inside_a_tag_is_touched():
    html = '<a href="/～a·b/">三～五天</a>'
    assert prose(html) == '<a href="/～a·b/">三\u2060～五天</a>'


def test_a_long_word_may_be_cut_and_a_short_one_may_not():
    url = "https://example.org/a/very/long/address"
    assert prose(f"<p>见{url}，</p>") == f'<p>见<span class="long">{url}</span>，</p>'
    assert "span" not in prose("<p>见 Pagefind 与 OpenStreetMap。</p>")


def test_text_stays_as_it_was_typed():
    html = "<p>阿不都·卡里木 &amp; <b>Supercalifragilisticexpialidocious</b>～</p>"
    assert shown(prose(html)) == shown(html)


@pytest.mark.parametrize(
    "title",
    [
        "江城铁路大桥今日通车",
        "全市“冬修水利”十日完成七成",
        "3月31日起G8701次停运",
        "A & B <c>",
        "",
        "·",
    ],
)
def test_a_headline_says_what_the_editor_typed(title):
    assert shown(headline(Headline((title,)))).replace("&lt;", "<").replace("&gt;", ">") == title


def test_a_headline_breaks_between_words_not_within():
    found = pieces(headline("江城铁路大桥今日通车"))
    assert len(found) > 2
    assert {"大桥今", "路大"}.isdisjoint(found)
    assert all(not piece.startswith(("，", "。", "”", "》", "）")) for piece in found)


def test_the_papers_own_words_are_never_cut():
    words = ("衢江传媒集团",)
    assert any("衢江传媒集团" in piece for piece in pieces(headline("走进衢江传媒集团大楼", words)))


def test_the_editors_bar_comes_before_the_programs_choice():
    html = headline(Headline(("区十六届人大", "第一次会议召开")))
    assert html.count('class="part"') == 2


def test_upright_numbers_of_one_or_two_digits_stand_side_by_side():
    assert '<span class="tcy">26</span>' in vertical("历时26个月")
    assert "tcy" not in vertical("2026年")
