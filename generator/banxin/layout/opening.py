"""What a telephone shows of a long text: whole sentences, as far as there is one to end with, and
whole rows of a table or of names.

Lengths are told in characters, with what a last line leaves empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from markupsafe import Markup

from banxin.layout.lengths import lines_of_name
from banxin.layout.tables import measured_table

_PIECE = re.compile(r'(<table>.*?</table>|<p class="names">.*?</p>|<[^>]*>)', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile("[。！？!?]+[”’」』）》]*")
FEWEST, MOST = 0.5, 1.2  # of the characters that were asked for
_BELOW_GREETING = 3.0  # the same, where a line of greeting would stand alone
_MARK, _END = '<span class="rest">', "</span>"
_ROW, _HIDDEN_ROW = "<tr>", '<tr class="rest">'
_LINE = 20  # characters, on a telephone
_SCREEN = 22.0  # ems that are shown there of a table
_ROW_S_LINE, _ROW_S_GAPS = 0.76 * _LINE, 0.34 * _LINE
_ROWS = 2  # at least, with the head
_NAME = 4  # characters that a cell of a grid of names takes
_CELL = re.compile('<span(?: class="(n2|wide)")?>(.*?)</span>')
_INDENT = 2
_ENDS_LINE = re.compile("</(?:p|li|h[2-6]|pre)>|<br>")


def opening(html: Markup | str, characters: int) -> Markup:
    """``html`` with what comes after its opening marked: ``<span class="rest">`` in the paragraph
    where it ends, ``<tr class="rest">`` from the row on where it ends in a table. Nothing is marked
    where all of it fits, or where no sentence ends near ``characters``."""
    text = str(html)
    at = _end(text, characters)
    if at is None or at == len(text):
        return Markup(text)
    if text.startswith(_ROW, at):
        closing = text.index("</table>", at)
        return Markup(text[:at] + text[at:closing].replace(_ROW, _HIDDEN_ROW) + text[closing:])
    closing = text.index("</p>", at)
    return Markup(f"{text[:at]}{_MARK}{text[at:closing]}{_END}{text[closing:]}")


def fits(html: Markup | str, characters: int) -> bool:
    """Whether all of it is an opening of about so many characters."""
    return _end(str(html), characters) == len(html)


def _end(html: str, characters: int) -> int | None:
    """Where the opening ends; None where there is no such place."""
    found = None
    for place, length in _ends(html):
        if length > characters * MOST:
            if found is None:  # rows may be high
                near = place < len(html) and length <= characters * _BELOW_GREETING
                alone = near and _greets(html)
                return place if alone or html.startswith(_ROW, place) else None
            return found if _TAG.sub("", html[found:]).strip() else len(html)
        if length >= characters * FEWEST:
            found = place
    return len(html)


def _greets(html: str) -> bool:
    """Whether the first paragraph is no more than to whom the text speaks: 各村、各单位：."""
    first, closed, _ = html.partition("</p>")
    said = _TAG.sub("", first).strip()
    return bool(closed) and len(said) <= _LINE and said.endswith(("：", ":"))


def _ends(html: str) -> Iterator[tuple[int, float]]:
    """Where an opening may end, and how long it is then: behind a sentence of a paragraph, before
    a row of a table or a grid; last of all the end of the text."""
    length, place = 0.0, 0
    inside: list[str] = []
    for piece in _PIECE.split(html):
        if piece.startswith("<table>"):
            for at, high in _rows(piece):
                if at:
                    yield place + at, length
                length += high
        elif piece.startswith('<p class="names">'):
            for cell in _CELL.finditer(piece):
                if length and length % _LINE == 0:
                    yield place + cell.start(), length
                length += _NAME * (2 if cell[1] == "wide" else 1)
                length += _LINE * (lines_of_name(cell[2]) - 1)
            length = _whole_lines(length)
        elif piece.startswith("<"):
            _step(inside, piece)
            length += _INDENT if piece == "<p>" else 0
            length = _whole_lines(length) if _ENDS_LINE.fullmatch(piece) else length
        else:
            for mark in SENTENCE.finditer(piece) if inside == ["p"] else ():
                yield place + mark.end(), length + mark.end()
            length += len(piece.strip())
        place += len(piece)
    yield place, length


def _rows(table: str) -> Iterator[tuple[int, float]]:
    """Of each row how long it is, and where it begins if an opening may end before it."""
    lines = measured_table(table).lines(_SCREEN)
    for n, (row, count) in enumerate(zip(re.finditer(_ROW, table), lines, strict=True)):
        yield row.start() if n >= _ROWS else 0, _ROW_S_LINE * count + _ROW_S_GAPS


def _whole_lines(length: float) -> float:
    return ceil(length / _LINE) * _LINE


def _step(inside: list[str], tag: str) -> None:
    """Into a tag or out of it."""
    name = tag.strip("</>").split()[0]
    if tag.startswith("</"):
        while inside and inside.pop() != name:
            pass
    elif name not in ("br", "img", "wbr", "hr"):
        inside.append(name)
