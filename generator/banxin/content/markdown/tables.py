"""Tables: between ``|`` with a line of dashes below the head, or pasted with tabs.

Every cell is shown, those beyond the head's too; a row of another length is noted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec
from markdown_it.rules_block import StateBlock

from banxin.content.markdown.lines import LEADS, push_inline, push_text, text_of

MOST_COLUMNS = 30
MOST_ROWS = 1000
WIDE = 10  # more columns than that are more than a telephone shows
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BARS = re.compile(r"[|｜][^|｜]+[|｜]")  # what begins a row, of either keyboard's bars
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")


class _Row(msgspec.Struct, frozen=True):
    """A line's cells: text and place in the source. ``bar``: what stands between them."""

    line: int
    cells: tuple[tuple[str, int], ...]
    bar: str = ""
    leads: bool = False  # with a bar
    trails: bool = False


def piped(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """``| a | b |`` above ``| --- | ---: |``."""
    text = text_of(state, line)
    if "|" not in text and not text.startswith("｜"):
        return False
    goes_on = line + 1 < end and state.sCount[line + 1] >= state.blkIndent
    rule = text_of(state, line + 1) if goes_on else ""
    if "|" not in rule or "|" not in text or not _RULE.fullmatch(rule):
        if _is_like_table(text, rule) and not _BARS.match(text_of(state, line - 1)):
            _note(state, line, "bare")
        return False
    last = line + 2
    while last < end and _is_row(state, last):
        last += 1
    if silent:
        return True
    head, *rows = (_row(state, n) for n in (line, *range(line + 2, last)))
    if not _is_too_large(state, (line, last), len(head.cells)):
        aligned = [_aligned(cell.strip()) for cell in rule.strip().strip("|").split("|")]
        if len(aligned) != len(head.cells):
            _note(state, line + 1, "ragged")
        _push(state, head, rows, aligned, rule)
    state.line = last
    return True


def _is_like_table(text: str, below: str) -> bool:
    """Whether a line looks like a table's row: one of two such, or closed on both sides."""
    closed = text.rstrip()[-1:] in ("|", "｜") and len(re.findall("[|｜]", text)) > 2
    return bool(_BARS.match(text)) and (closed or bool(_BARS.match(below)))


def _is_row(state: StateBlock, line: int) -> bool:
    if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
        return False
    return bool(_BAR.search(text_of(state, line)))


def _row(state: StateBlock, line: int) -> _Row:
    text = text_of(state, line)
    start = state.eMarks[line] - len(text)
    text = text.rstrip()
    bars = [found.end() - 1 for found in _BAR.finditer(text)]
    leads = bool(bars) and bars[0] == 0
    trails = len(bars) > int(leads) and bars[-1] == len(text) - 1
    inner = bars[int(leads) : len(bars) - int(trails)]
    edges = [0 if leads else -1, *inner, len(text) - 1 if trails else len(text)]
    cells = (_cell(text, start, a + 1, b) for a, b in pairwise(edges))
    return _Row(line, tuple(cells), "|", leads, trails)


def _cell(text: str, start: int, begin: int, end: int) -> tuple[str, int]:
    shown = text[begin:end]
    lead = len(shown) - len(shown.lstrip())
    return shown.strip(), start + begin + lead


def _aligned(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    if left and right:
        return "center"
    return "right" if right else "left" if left else ""


def tabbed(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """At least two lines with the same number of tabs, as Word and Excel paste them.

    Tabs that all of them begin or end with are indents, and what Word puts between a number or
    a label and its paragraph makes no table.
    """
    if line < state.env.get("no_table", 0):
        return False
    tabs = _tabs(state, line)
    last = line + 1
    while tabs and last < end and _tabs(state, last) == tabs:
        last += 1
    if tabs and last < end and _is_ragged(state, line, last):
        _note(state, last, "ragged")
    if last < line + 2:
        return False
    rows = _without_margins([_split(state, n) for n in range(line, last)])
    if not _is_table(rows):
        state.env["no_table"] = last
        return False
    if silent:
        return True
    if not _is_too_large(state, (line, last), len(rows[0].cells)):
        _push(state, rows[0], rows[1:], [], "")
    state.line = last
    return True


def _tabs(state: StateBlock, line: int) -> int:
    if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
        return 0
    return state.src[state.bMarks[line] : state.eMarks[line]].strip(" ").count("\t")


def _is_ragged(state: StateBlock, above: int, line: int) -> bool:
    """Whether both lines have cells, but not of one number."""
    cells = [[text for text, _ in _split(state, n).cells if text] for n in (above, line)]
    return all(len(c) > 1 and not (len(c) == 2 and LEADS.fullmatch(c[0])) for c in cells)


def _without_margins(rows: Sequence[_Row]) -> list[_Row]:
    """Without the columns at either side that are empty in each row."""
    used = [n for row in rows for n, (text, _) in enumerate(row.cells) if text]
    first, last = min(used, default=0), max(used, default=0) + 1
    return [_Row(row.line, row.cells[first:last]) for row in rows]


def _is_table(rows: Sequence[_Row]) -> bool:
    """Whether two cells stand side by side, and the first ones aren't numbers of paragraphs."""
    if not any(sum(bool(text) for text, _ in row.cells) > 1 for row in rows):
        return False
    leads = (row.cells[0][0] for row in rows)
    return len(rows[0].cells) > 2 or not all(not lead or LEADS.fullmatch(lead) for lead in leads)


def _split(state: StateBlock, line: int) -> _Row:
    text = state.src[state.bMarks[line] : state.eMarks[line]]
    start = state.eMarks[line] - len(text.lstrip(" "))
    cells, at = [], 0
    for cell in text.strip(" ").split("\t"):
        cells.append(_cell(cell, start + at, 0, len(cell)))
        at += len(cell) + 1
    return _Row(line, tuple(cells))


def _is_too_large(state: StateBlock, lines: tuple[int, int], columns: int) -> bool:
    """Whether it is; then its lines are shown as text."""
    if columns > MOST_COLUMNS or lines[1] - lines[0] > MOST_ROWS:
        _note(state, lines[0], "large")
        for line in range(*lines):
            push_text(state, "paragraph", "p", (line, line + 1))
        return True
    if columns > WIDE:
        _note(state, lines[0], "wide")
    return False


def _note(state: StateBlock, line: int, kind: str) -> None:
    """Something to be complained of, once for each line."""
    state.env.setdefault("tables", {}).setdefault((kind, line), None)


def _push(
    state: StateBlock, head: _Row, rows: Sequence[_Row], aligned: Sequence[str], rule: str
) -> None:
    state.push("table_open", "table", 1).map = [head.line, state.line]
    state.push("thead_open", "thead", 1)
    _push_row(state, head, "th", aligned)
    state.push("thead_close", "thead", -1).meta["typed"] = rule
    if rows:
        state.push("tbody_open", "tbody", 1)
        for row in rows:
            if len(row.cells) != len(head.cells):
                _note(state, row.line, "ragged")
            _push_row(state, row, "td", aligned, len(head.cells) - len(row.cells))
        state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)


def _push_row(
    state: StateBlock, row: _Row, tag: str, aligned: Sequence[str], missing: int = 0
) -> None:
    begun = state.push("tr_open", "tr", 1)
    begun.map, begun.meta["typed"] = [row.line, row.line + 1], "|" if row.leads else ""
    shown = len(row.cells)
    for n, (text, start) in enumerate((*row.cells, *[("", 0)] * missing)):
        opened = state.push(f"{tag}_open", tag, 1)
        if n < len(aligned) and aligned[n]:
            opened.attrs = {"class": aligned[n]}
        if "\\|" in text:
            state.env.setdefault("cells", set()).add(text)
        push_inline(state, text, (row.line, row.line + 1), [(0, start)])
        closed = state.push(f"{tag}_close", tag, -1)
        closed.meta["typed"] = row.bar if n < shown - 1 else ""
    state.push("tr_close", "tr", -1).meta["typed"] = "|" if row.trails else ""
