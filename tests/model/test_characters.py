"""Every character is a character: the whole of Unicode is asked."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from banxin.model.characters import HAN, PRIVATE, is_han, is_letter, is_wide

_NAMES = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "CJK RADICAL", "KANGXI RADICAL")


def test_every_character_that_unicode_calls_an_ideograph_is_han() -> None:
    for point in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(point), "")
        if name.startswith(_NAMES):
            assert is_han(chr(point)), f"U+{point:04X} {name}"


def test_nothing_that_unicode_names_otherwise_is_han() -> None:
    for point in range(0x20000):
        name = unicodedata.name(chr(point), "")
        if is_han(chr(point)) and name:
            assert (
                "IDEOGRAPH" in name or "RADICAL" in name or "HANGZHOU" in name or point >= 0x16FE2
            )


@pytest.mark.parametrize("character", "〇々一龥鿿㐀𠀀𫖯𬭎𮯰𰀀𱍐豈丽\U000323b0")
def test_rare_ideographs_are_han_wide_and_letters(character: str) -> None:
    assert is_han(character)
    assert is_wide(character)
    assert is_letter(character)
    assert re.fullmatch(f"[{HAN}]", character)


@pytest.mark.parametrize("character", "Aa1·，。 あ한")
def test_others_are_not(character: str) -> None:
    assert not is_han(character)
    assert not re.fullmatch(f"[{HAN}]", character)


@pytest.mark.parametrize("character", "，（“—…·あ한Ａ")
def test_what_fills_a_square_is_wide(character: str) -> None:
    assert is_wide(character)


def test_a_variation_selector_belongs_to_its_character() -> None:
    assert is_letter("\U000e0100")


def test_the_private_areas_are_those_of_unicode() -> None:
    private = re.compile(f"[{PRIVATE}]")
    for point in range(0xD7FF, sys.maxunicode + 1):
        assert bool(private.match(chr(point))) == (unicodedata.category(chr(point)) == "Co"), hex(
            point
        )
