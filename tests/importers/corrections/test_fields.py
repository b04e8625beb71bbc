"""An editor's words in a story's fields."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from banxin.importers.corrections.fields import FIELDS, on_page, with_fields, with_picture
from banxin.importers.corrections.moves import with_moved

from .stories import BRIDGE, MARKET, remembered, said, wanted


def test_what_nobody_changed_stays_as_it_is_its_guesses_too() -> None:
    typed = {key: field.shown(BRIDGE) for key, field in FIELDS.items()}
    assert with_fields(BRIDGE, typed) is BRIDGE
    typed = {key: text.replace("\n", " \r\n\r\n") + " " for key, text in typed.items()}
    assert with_fields(BRIDGE, {**typed, "rank": "", "kind": ""}) is BRIDGE


def test_several_lines_are_several_and_those_of_a_title_break_it() -> None:
    typed = {"kicker": "城南旧事\r\n\r\n三月 ", "title": "老桥\n修好|了", "byline": "记者\n沈微"}
    made = with_fields(BRIDGE, typed)
    assert (made.kicker, made.title, made.byline) == (
        ("城南旧事", "三月"),
        "老桥|修好|了",
        "记者 沈微",
    )
    assert FIELDS["title"].shown(made) == "老桥\n修好\n了"


def test_a_field_that_was_edited_is_no_guess_any_more_and_the_others_are() -> None:
    assert with_fields(BRIDGE, {"title": "桥"}).guessed == {"byline", "photos"}
    assert with_picture(BRIDGE, 1, caption="图为桥洞。").guessed == {"title", "byline"}


def test_words_that_are_printed_nowhere_any_more_are_remembered() -> None:
    made = with_fields(BRIDGE, {"kicker": "", "byline": ""})
    assert remembered(made) == ["城南旧事", "记者 沈微"]
    assert remembered(with_fields(made, {"subtitle": "城南旧事"})) == ["记者 沈微"]
    made = with_picture(BRIDGE, 0, caption="", credit="")
    assert remembered(made) == ["图为老桥。", "林桐 摄"]


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "\ufeff", "\u2028", "\ufdd0", "（标题）", "|"])
def test_what_no_file_may_have_is_as_if_it_wasnt_typed(odd: str) -> None:
    assert with_fields(BRIDGE, {"title": odd}).title == ""
    assert with_fields(BRIDGE, {"byline": f"沈微\n{odd}"}).byline.strip("| ") == "沈微"


def test_words_change_places_with_those_of_a_headline() -> None:
    made = with_moved(BRIDGE, "kicker", "title")
    assert (made.kicker, made.title) == (("老桥修好了",), "城南旧事")
    assert with_moved(made, "title", "kicker").title == "老桥修好了"


def test_words_are_added_to_any_other_field_and_leave_their_own() -> None:
    made = with_moved(MARKET, "subtitle", "kicker")
    assert (made.subtitle, made.kicker) == ((), ("半小时",))
    made = with_moved(MARKET, "source", "byline")
    assert (made.credited, made.byline) == ("", "通讯员 江禾 西街社区")


def test_a_sentence_that_was_taken_for_a_headline_opens_the_text_again() -> None:
    made = with_moved(replace(MARKET, title="早市提前了，大家都说好"), "title", "body")
    assert said(made)[0] == "早市提前了，大家都说好"
    assert made.title  # its first words, to be replaced
    assert "title" in made.guessed
    assert said(with_moved(BRIDGE, "signoff", "body"))[-2:] == ["南门街道", "2022-03-31"]


def test_on_another_page_a_number_of_a_files_name_is_not_asked_for() -> None:
    own = wanted(BRIDGE)
    assert on_page(own, "1") is own
    assert (on_page(own, "2").page, on_page(own, "2").place) == ("2", 0)
