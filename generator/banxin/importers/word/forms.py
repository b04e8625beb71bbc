"""A contributor's form: a table of labels, with the story in one of its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from banxin.importers.stories import imprint, patterns

_TITLE = re.compile("(?:稿件|文章|新闻|作品)?(?:标题|题目)")
_AUTHOR = re.compile("(?:作者|撰稿人?|供稿人?|通讯员)(?:姓名)?")
_TEXT = re.compile("(?:稿件|文章|新闻|主要)?(?:正文|内容|全文)")


class Form(msgspec.Struct, frozen=True):
    """``said``: lines as a manuscript would have them, 标题：… first. ``text``: the cell that holds
    the story. ``aside``: entries that are the office's."""

    said: tuple[str, ...]
    text: Any
    aside: tuple[str, ...]


def form_of(rows: Sequence[Sequence[Any]], plain: Callable[[Any], str]) -> Form | None:
    """The form that rows of cells are; None for any other table. ``plain``: a cell's words."""
    entries = [(_label(plain(label)), value) for label, value in _pairs(rows, plain)]
    title = next((plain(v) for label, v in entries if _TITLE.fullmatch(label)), "")
    text = next((v for label, v in entries if _TEXT.fullmatch(label)), None)
    if not title.strip() or text is None:
        return None
    said, aside = [f"标题：{patterns.one_line(title)}"], list[str]()
    for label, value in entries:
        words = patterns.one_line(plain(value))
        if _TITLE.fullmatch(label) or value is text:
            continue
        if words and _AUTHOR.fullmatch(label):
            said.append(f"署名：{words}")
        elif words and patterns.label_of(f"{label}：{words}")[1]:
            said.append(f"{label}：{words}")
        elif label or words:
            aside.append(_told(label, words))
    return Form(tuple(said), text, tuple(aside))


def _pairs(rows: Sequence[Sequence[Any]], plain: Callable[[Any], str]) -> list[tuple[Any, Any]]:
    """Labels and what stands beside them; or below, where a label has a row of its own."""
    found: list[tuple[Any, Any]] = []
    for n, row in enumerate(rows):
        below = rows[n + 1] if n + 1 < len(rows) else ()
        if len(row) == 1 and len(below) == 1 and _TEXT.fullmatch(_label(plain(row[0]))):
            found.append((row[0], below[0]))
        found += zip(row[::2], row[1::2], strict=False)
    return found


def _label(text: str) -> str:
    return "".join(text.split()).rstrip("：:")


def _told(label: str, value: str) -> str:
    """A telephone is nobody's business but the office's: only that it stood there is told."""
    said = f"{label}：{value}"
    return label if imprint.contact_of(said) not in ("", "单位") else said
