"""Headlines break between words, marks stay where they may stand, numbers stand upright."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markupsafe import Markup

from banxin.layout.typography import (
    WORD_JOINER,
    headline,
    own_words,
    prose,
    protect,
    tied,
    vertical,
    words,
)
from banxin.model import Headline


def pieces(text: str, words: tuple[str, ...] = ()) -> list[str]:
    """What a browser may put on lines of their own."""
    html = str(headline(Headline(tuple(text.split("|"))), words))
    cut = re.sub(r"<wbr>|</?span[^>]*>|[ \u3000]", "\n", html)
    return [piece for piece in cut.replace(WORD_JOINER, "").split("\n") if piece]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("第四届中国国际进口博览会在上海开幕", ["博览会", "中国"]),
        ("南京长江大桥通车五十周年", ["南京长江大桥", "五十周年"]),
        ("江城铁路大桥今日通车", ["大桥", "今日"]),
    ],
)
def test_a_headline_is_never_cut_within_a_word(text: str, words: list[str]) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert all(any(word in piece for piece in found) for word in words)


def test_the_papers_own_words_are_never_cut() -> None:
    assert "樟潭古埠" in pieces("樟潭古埠未来社区开工", ("樟潭古埠",))
    assert "樟潭古埠" not in pieces("樟潭古埠未来社区开工")


@pytest.mark.parametrize(
    "title",
    ["全市“冬修水利”十日完成七成", "3月31日起G8701次停运", "A & B <c>", "", "·", "公　告", " 甲 "],
)
def test_a_headline_says_what_the_editor_typed(title: str) -> None:
    shown = re.sub(r"<[^>]*>|\u2060", "", str(headline(title)))
    assert unescape(shown) == title.strip()


def test_only_the_words_that_occur_are_needed() -> None:
    assert own_words("樟潭古埠开工", ("樟潭古埠", "上埠头", "开")) == ("樟潭古埠",)


def test_the_editors_marks_come_first() -> None:
    html = headline(Headline(("老街七十二家", "铺面重张")))
    assert html.count('<span class="part">') == 2
    assert '</span><wbr><span class="part">' in html


def test_phrases_set_apart_by_spaces_stay_whole() -> None:
    html = str(headline(Headline(("从严从紧 打赢疫情防控攻坚战",))))
    assert re.findall(r"</span>( )<span>", html) == [" "]
    assert re.sub(r"<[^>]+>", "", html) == "从严从紧 打赢疫情防控攻坚战"


@pytest.mark.parametrize("mark", list("，。！？：；、）》”’…·～％℃"))
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    assert not any(piece.startswith(mark) for piece in pieces(f"江城{mark}大桥今日通车"))


@pytest.mark.parametrize("mark", list("（《“‘"))
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    assert not any(piece.endswith(mark) for piece in pieces(f"江城铁路{mark}大桥今日通车"))


@pytest.mark.parametrize("word", ["“冬修水利”", "《江城志》", "G8701次", "3.5", "GB/T7714", "1+N"])
def test_a_quoted_term_or_a_run_of_letters_stays_whole(word: str) -> None:
    assert any(word in piece for piece in pieces(f"全市{word}今日完成"))


def test_a_particle_leans_on_the_word_it_belongs_to() -> None:
    found = pieces("把群众的冷暖放在心上")
    assert found[0].startswith("把群众")
    assert not any(piece in ("的", "把", "在") for piece in found)


def test_text_in_a_headline_is_escaped() -> None:
    html = headline(Headline(("<b>甲&乙",)))
    assert re.sub("<wbr>", "", html) == "&lt;b&gt;甲&amp;乙"


def test_an_empty_headline_is_empty() -> None:
    assert headline(Headline(("",))) == ""


def test_marks_that_browsers_let_begin_a_line_are_tied_to_the_character_before() -> None:
    assert protect("阿不都·卡里木 3～12℃") == "阿不都\u2060·卡里木 3\u2060～12℃"
    assert protect(protect("甲·乙")) == protect("甲·乙")


def test_running_text_is_protected_but_no_attribute_is() -> None:
    html = prose(Markup('<p><a href="/a·b/">阿不都</a>·卡里木</p>'))
    assert html == Markup('<p><a href="/a·b/">阿不都</a>\u2060·卡里木</p>')


def test_a_page_has_names_as_they_were_typed() -> None:
    page = '<a title="甲·乙">' + str(prose("<p>阿不都·卡里木，3～12℃，甲&amp;·乙</p>"))
    shown = tied(page)
    assert WORD_JOINER not in shown
    assert re.sub("<[^>]*>", "", shown) == "阿不都·卡里木，3～12℃，甲&amp;·乙"
    assert '阿不<span class="tied">都·</span>卡里木' in shown
    assert '<span class="tied">&amp;·</span>' in shown
    assert '<a title="甲·乙">' in shown


def test_behind_a_tag_the_joiner_ties() -> None:
    html = str(prose("<p><b>阿不都</b>·卡里木</p>"))
    assert tied(html) == html
    assert WORD_JOINER in html


def test_a_long_word_may_be_cut_and_a_short_one_may_not() -> None:
    url = "https://example.org/a/very/long/address"
    assert prose(f"<p>见{url}，</p>") == f'<p>见<span class="long">{url}</span>，</p>'
    assert "span" not in prose("<p>见 Pagefind，2026年。</p>")
    assert '<span lang="en">OpenStreetMap</span>' in prose("<p>见OpenStreetMap。</p>")


@pytest.mark.parametrize(
    "code",
    [
        "0570-3838114",
        "GB/T20093-2022",
        "A7K52",
        "1,250.6",
        "12.75%",
        "3308**********1234",
        "138****1234",
    ],
)
def test_a_number_or_a_code_stays_whole(code: str) -> None:
    assert prose(f"<p>编号{code}，</p>") == f'<p>编号<span class="code">{code}</span>，</p>'
    assert words(f"编号{code}") == f'编号<span class="code">{code}</span>'


def test_plain_text_is_escaped() -> None:
    assert words("<b>QJ-01-7</b>") == '&lt;b&gt;<span class="code">QJ-01-7</span>&lt;/b&gt;'


def test_text_stays_as_it_was_typed() -> None:
    html = "<p>阿不都·卡里木 &amp; <b>Supercalifragilisticexpialidocious</b>～</p>"
    assert re.sub(r"<[^>]*>|\u2060", "", prose(html)) == re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("text", "upright"),
    [("历时26个月", ["26"]), ("8月1日", ["8", "1"]), ("2026年", []), ("G8701次", []), ("3.5%", [])],
)
def test_numbers_of_one_or_two_digits_stand_upright(text: str, upright: list[str]) -> None:
    assert re.findall(r'<span class="tcy">(\d+)</span>', vertical(Headline((text,)))) == upright


def test_vertical_text_keeps_escapes_whole() -> None:
    assert "&amp;" in vertical("甲&乙 12")
