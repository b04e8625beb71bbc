"""A headline that stands upright, a letter a paragraph, is one line."""

from __future__ import annotations

from pathlib import Path

from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story, texts

MIDDLE, LARGE = '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="72"/>'
TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"


def letters(text: str, properties: str = MIDDLE, run: str = LARGE) -> str:
    return "".join(paragraph(letter, properties, run) for letter in text)


def test_letters_below_each_other_are_a_headline(tmp_path: Path) -> None:
    found = story(tmp_path, docx(letters("换届竞选方案") + paragraph(TEXT) + paragraph(TEXT)))
    assert (found.title, found.guessed) == ("换届竞选方案", frozenset())


def test_letters_of_two_looks_or_to_the_left_stay_as_they_are(tmp_path: Path) -> None:
    assert texts(tmp_path, letters("春") + letters("耕", run="")) == ["春", "耕"]
    assert texts(tmp_path, letters("春耕", "")) == ["春", "耕"]


def test_a_letter_alone_and_numbers_stay_as_they_are(tmp_path: Path) -> None:
    assert texts(tmp_path, letters("春") + paragraph(TEXT)) == ["春", TEXT]
    assert texts(tmp_path, letters("12")) == ["1", "2"]
