"""A part of a paragraph keeps its looks and its notes."""

from __future__ import annotations

from banxin.importers.manuscript import Paragraph, Span
from banxin.importers.stories.spans import lines, split, up_to, without_start

WHOLE = Paragraph((Span("春耕", bold=True), Span("", note="1"), Span("备耕 "), Span("", note="2")))


def spans(paragraph: Paragraph) -> list[tuple[str, str]]:
    return [(span.text, span.note) for span in paragraph.spans]


def test_a_part_of_a_paragraph_keeps_the_notes_within_it() -> None:
    assert spans(up_to(WHOLE, 2)) == [("春耕", ""), ("", "1")]
    assert spans(up_to(WHOLE, 1)) == [("春", "")]
    assert spans(up_to(WHOLE, 5)) == [("春耕", ""), ("", "1"), ("备耕 ", ""), ("", "2")]
    assert spans(without_start(WHOLE, 3)) == [("", "1"), ("耕 ", ""), ("", "2")]


def test_of_nothing_no_part_is_left() -> None:
    assert spans(up_to(WHOLE, 0)) == []
    assert up_to(Paragraph(()), 3).spans == ()


def test_an_empty_line_within_a_paragraph_is_no_paragraph() -> None:
    rows = lines(Paragraph((Span("春耕\n\n备耕"),), above=2))
    assert [(row.text, row.above) for row in rows] == [("春耕", 2), ("备耕", 0)]


def test_an_empty_line_within_a_paragraph_begins_another() -> None:
    found = list(split([Paragraph((Span("春耕\n备耕\n\n防汛\n"),), above=2)]))
    assert [(b.text, b.above) for b in found if isinstance(b, Paragraph)] == [
        ("春耕\n备耕", 2),
        ("防汛", 1),
    ]
