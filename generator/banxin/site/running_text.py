"""What a body says where only its beginning is told: in lists, on cards, to search engines.

A text, not what stands above it or beside it: no subheads at its head, no cells of a table.
"""

from __future__ import annotations

import re
from html import unescape

from banxin.layout.opening import FEWEST, MOST, SENTENCE
from banxin.model import Body

_SUBHEAD = r"<h[1-6][^>]*>.*?</h[1-6]>|<p>(?:<strong>[^<]*</strong>\s*)+</p>"
_FRAMED = r'(?:<div class="table[^>]*>\s*)?<table>(.*?)</table>\s*(?:</div>\s*)?'
_TABLE = re.compile(_FRAMED, re.DOTALL)
_ABOVE = re.compile(rf"(?:\s*(?:{_SUBHEAD}|{_FRAMED}))+\s*", re.DOTALL)
_BELOW_TEXT = re.compile(rf"</p>\s*{_FRAMED}", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TOLD = 6  # heads of columns
_LATIN = re.compile("[!-~]+$")


def running_text(html: str) -> str:
    """The plain text, paragraphs cut by newlines; below which of them a table stands is said.

    Of a body that is nothing but tables, what the first of them is of; of one that is nothing but
    subheads, these.
    """
    table = _TABLE.search(html)
    above = _ABOVE.match(html)
    rest = html[above.end() :] if above else html
    if table:
        rest = _TABLE.sub("", _BELOW_TEXT.sub("（见表）</p>\n", rest))
    text = Body(rest).text
    if text.strip():
        return text
    return _described(table[1]) if table else Body(html).text


def begun(text: str, characters: int) -> str:
    """About so many characters from its beginning, on one line: up to the end of a sentence, or
    with dots, and no number or word in halves."""
    line = " ".join(text.split())
    least, most = characters * FEWEST, characters * MOST
    if len(line) <= most:
        return line
    ends = [end.end() for end in SENTENCE.finditer(line, 0, int(most))]
    if ends and ends[-1] >= least:
        return line[: ends[-1]]
    cut = line[:characters]
    if line[characters].isascii():
        cut = _LATIN.sub("", cut) or cut
    return f"{cut.rstrip()}……"


def running_opening(html: str, characters: int) -> str:
    """The same of a body."""
    return begun(running_text(html), characters)


def _described(table: str) -> str:
    heads = [unescape(_TAG.sub("", head)) for head in _HEAD.findall(table)]
    named = [head for head in heads if head]
    told = "、".join(named[:_TOLD]) + ("等" if len(named) > _TOLD else "")
    rows = table.count("<tr>") - bool(heads)
    return f"表：{told or '没有表头'}（{rows}行）"
