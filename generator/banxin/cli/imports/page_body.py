"""The text of a story on the page: a line to each paragraph, and where it goes beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from banxin.cli.imports import controls
from banxin.cli.imports.controls import Control
from banxin.cli.imports.forms import name
from banxin.importers.corrections.paragraphs import HEADS, TEXTS, role_of
from banxin.importers.corrections.wording import wording
from banxin.importers.manuscript import Paragraph, Table
from banxin.importers.stories.story import Story, Text
from banxin.problems.texts import Words

_SAID = 12  # characters of a paragraph that name it
_ENDS = re.compile(r"[。！？…；：][”’）」』]?$")
_LEAST, _AROUND = 20, 3  # a paragraph of sentences; how many stay to be seen at both ends of a text
_FEW = 3  # that aren't worth folding away
_Numbered = tuple[int, Text | Table]


def body(key: int, story: Story, pictures: Sequence[int], words: Words) -> Iterator[str]:
    """``pictures``: the places of those that paragraphs may be the captions of."""
    if not story.body:
        return
    yield f'<h3 class="unseen">{escape(words("importing.field.body"))}</h3><ol class="text">'
    roles = list(_roles(pictures, words))
    last = len(story.body) - _AROUND
    marks = [*(text for one in story.doubts for text in _places(dict(one.gaps)))]
    marks += [one.near for one in story.comments]

    def is_folded(one: _Numbered) -> bool:
        return _AROUND <= one[0] < last and _is_plain(one[1], marks)

    for folded, run in groupby(enumerate(story.body), key=is_folded):
        own = list(run)
        rows = "".join(_row(key, n, block, roles, words) for n, block in own)
        if folded and len(own) > _FEW:
            said = words("correcting.rest", n=len(own), begins=_said(own[0][1], words))
            rows = f"<li><details><summary>{escape(said)}</summary><ol>{rows}</ol></details></li>"
        yield rows
    yield "</ol>"
    for number, text in story.notes:
        yield f'<p class="notes"><sup>{escape(number)}</sup> {escape(text)}</p>'


def _places(gaps: dict[str, str]) -> list[str]:
    return [text for gap in ("begins", "near", "text") if (text := gaps.get(gap, "").strip())]


def _is_plain(block: Text | Table, marks: Sequence[str]) -> bool:
    """Whether it is nothing but text: whole sentences, of which nobody asks anything."""
    if not isinstance(block, Text) or block.subhead:
        return False
    said = block.paragraph.said
    whole = len(said) >= _LEAST and _ENDS.search(said)
    return bool(whole) and not any(mark in said for mark in marks)


def _said(block: Text | Table, words: Words) -> str:
    said = block.paragraph.said if isinstance(block, Text) else words("correcting.table")
    return said[:_SAID]


def _row(
    key: int, n: int, block: Text | Table, roles: Sequence[tuple[str, str]], words: Words
) -> str:
    label = words("correcting.paragraph", n=n + 1, begins=_said(block, words))
    mine = roles
    if not isinstance(block, Text):
        mine = [role for role in roles if role[0] in ("body", "drop")]
    one = Control(name("p", key, n), label, role_of(block))
    look = ' class="subhead"' if role_of(block) == "subhead" else ""
    parts = (controls.bare_choice(one, mine), _words(key, n, block, words), _block(block))
    return f"<li{look}>{''.join(parts)}</li>"


def _words(key: int, n: int, block: Text | Table, words: Words) -> str:
    """A place to type over those of a paragraph, where that can be."""
    text = wording(block)
    if text is None:
        return ""
    said = words("correcting.reword", n=n + 1)
    label = f'{escape(words("correcting.reword.short"))}<span class="unseen"> {n + 1}</span>'
    area = controls.bare_lines(Control(name("t", key, n), said, text))
    return f'<details class="words"><summary>{label}</summary>{area}</details>'


def _roles(pictures: Sequence[int], words: Words) -> Iterator[tuple[str, str]]:
    for key in ("body", "subhead", "split"):
        yield key, words(f"correcting.role.{key}")
    for key in (*HEADS, *TEXTS, "signoff"):
        yield key, words("correcting.role.field", field=words(f"importing.field.{key}"))
    for n in pictures:
        label = words("correcting.field.caption") + (f" {n + 1}" if len(pictures) > 1 else "")
        yield f"caption-{n}", words("correcting.role.field", field=label)
    yield "drop", words("correcting.role.drop")


def _block(block: Text | Table) -> str:
    if isinstance(block, Text):
        return f"<p>{''.join(_spans(block.paragraph)).lstrip()}</p>"
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows)
    return f'<div tabindex="0"><table>{"".join(f"<tr>{row}</tr>" for row in rows)}</table></div>'


def _spans(paragraph: Paragraph) -> Iterator[str]:
    for span in paragraph.spans:
        text = escape(span.text).replace("\n", "<br>")
        if span.note:
            yield f"<sup>{escape(span.note)}</sup>"
        elif span.script:
            tag = "sup" if span.script == "super" else "sub"
            yield f"<{tag}>{text}</{tag}>"
        else:
            yield f"<b>{text}</b>" if span.bold and text.strip() else text
