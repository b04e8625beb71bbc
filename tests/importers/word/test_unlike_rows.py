"""Lines with breaks between them in one paragraph, each with its own look."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
MIDDLE = '<w:pPr><w:jc w:val="center"/></w:pPr>'


def rows(*lines: tuple[str, int]) -> str:
    """A paragraph of these lines, each with its size in half points."""
    runs = (
        f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{text}</w:t>'
        f"{'<w:br/>' * (n < len(lines))}</w:r>"
        for n, (text, size) in enumerate(lines, 1)
    )
    return f"<w:p>{MIDDLE}{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            [("贺知秋在石桥镇调研时强调", 28), ("把藕田管好", 44), ("藕农才有盼头", 44)],
            (("贺知秋在石桥镇调研时强调",), "把藕田管好|藕农才有盼头", ()),
        ),
        (
            [("县委常委会召开会议", 44), ("研究春耕工作", 28), ("陆远舟主持会议", 28)],
            ((), "县委常委会召开会议", ("研究春耕工作", "陆远舟主持会议")),
        ),
        ([("把藕田管好", 44), ("藕农才有盼头", 44)], ((), "把藕田管好|藕农才有盼头", ())),
    ],
)
def test_lines_of_one_paragraph_that_look_unlike_are_lines_of_their_own(
    tmp_path: Path, lines: list[tuple[str, int]], fields: tuple[object, ...]
) -> None:
    body = [paragraph(TEXT), paragraph(TEXT)]
    found = story(tmp_path, docx("".join((rows(*lines), *body))))
    assert (found.kicker, found.title, found.subtitle) == fields
    assert body_of(found) == [TEXT, TEXT]


def test_a_large_figure_above_what_it_counts_is_no_headline(tmp_path: Path) -> None:
    head = rows(("把藕田管好", 44))
    figure = rows(("1200亩", 36), ("全镇莲藕种植面积", 20))
    text = paragraph(TEXT)
    found = story(tmp_path, docx(head + text + figure + text))
    assert body_of(found) == [TEXT, "1200亩 全镇莲藕种植面积", TEXT]


def test_a_text_whose_lines_differ_in_size_stays_as_it_is(tmp_path: Path) -> None:
    text = rows((TEXT, 24), (TEXT, 21))
    head = rows(("把藕田管好", 44), (TEXT, 24))
    found = story(tmp_path, docx(head + text + paragraph(TEXT)))
    assert (found.title, body_of(found)) == ("把藕田管好", [TEXT] * 4)
