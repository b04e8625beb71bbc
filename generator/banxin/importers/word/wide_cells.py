"""Rows of a form whose cell, (almost) as wide as the table, holds a text of paragraphs: minutes, a
report. What stands in it are no table's cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from mammoth import documents

from banxin.importers.word.tables import has_picture, plain

_COLUMNS = 2  # of a table at least
_PARAGRAPHS, _WORDS = 2, 60  # of a text
_LONG = 120  # characters of a paragraph that is one by itself
_LABEL = 12  # characters of what is said above or beside a text


class Part(msgspec.Struct, frozen=True):
    """Rows that stay a table; or ``text``, a cell's, which ``label`` says what it is."""

    rows: tuple[Any, ...] = ()
    label: str = ""
    text: Any = None


def parts_of(rows: Sequence[Any]) -> tuple[Part, ...]:
    """The texts and the tables between them; nothing for a table without such a text."""
    width = max((_width(row) for row in rows), default=0)
    found = {n: cell for n, row in enumerate(rows) if (cell := _text_cell(row, width)) is not None}
    if not found:
        return ()
    above = {n - 1 for n in found if n > 1 and len(rows[n].children) == 1}
    above = {n for n in above - found.keys() if _is_label(rows[n])}
    return tuple(_parts(rows, found, above))


def _parts(rows: Sequence[Any], found: dict[int, Any], above: set[int]) -> Iterator[Part]:
    def kind(n: int) -> int:
        return n if n in found else -1

    left = [n for n in range(len(rows)) if n not in above]
    for at, group in groupby(left, kind):
        if at < 0:
            yield Part(tuple(rows[n] for n in group))
            continue
        labels = [*(rows[n].children for n in above if n == at - 1), rows[at].children[:-1]]
        said = (_said(cell) for cells in labels for cell in cells)
        yield Part(label=next(said, ""), text=found[at])


def _text_cell(row: Any, width: int) -> Any | None:
    """A row's cell over all columns, or all but those of a short label before it, that holds
    several paragraphs or a long one."""
    *labels, last = row.children or [None]
    if last is None or width < _COLUMNS or _width(row) != width or last.colspan < _COLUMNS:
        return None
    if len(labels) > 1 or any(c.rowspan > 1 or len(_said(c)) > _LABEL for c in row.children[:-1]):
        return None
    return last if last.colspan >= width - 1 and _is_text(last) else None


def _is_text(cell: Any) -> bool:
    if any(isinstance(one, documents.Table) for one in cell.children):
        return False
    texts = [said for one in cell.children if (said := plain([one]).strip())]
    several = len(texts) >= _PARAGRAPHS and sum(map(len, texts)) >= _WORDS
    return several or any(len(text) >= _LONG and "。" in text for text in texts)


def _is_label(row: Any) -> bool:
    """Whether a row is one cell of a few words, which say what stands below."""
    cells = row.children
    return len(cells) == 1 and 0 < len(_said(cells[0])) <= _LABEL and not has_picture(cells[0])


def _said(cell: Any) -> str:
    return " ".join(plain(cell.children).split())


def _width(row: Any) -> int:
    return sum(cell.colspan for cell in row.children)
