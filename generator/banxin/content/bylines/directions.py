"""Whether a role belongs to the names before it or to those behind it, where no mark says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from banxin.content.bylines.tokens import Bound, Token

_BREAKS = ("source", "place", "text", "unknown")
_LAST_WORDS = frozenset(("整理", "口述", "讲述", "自述", "记录", "供稿", "供图", "报道", "执笔"))


def directed(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens, every work and title bound to one side.

    张三 文 李四 图 · 文 张三 图 李四 · 记者 李四 摄影 王五 · 张三 记者
    """
    for breaks, found in groupby(tokens, key=lambda token: token.kind in _BREAKS):
        row = tuple(found)
        yield from row if breaks else _segment(row)


def _segment(row: tuple[Token, ...]) -> Iterator[Token]:
    titles_behind = _is_named(row[0]) and row[-1].kind == "title" and row[-1].bound == ""
    named = titled = False
    for n, token in enumerate(row):
        if token.kind == "title" and not token.bound:
            yield replace(token, bound="after" if titles_behind else "before")
        elif token.kind == "work" and not token.bound:
            yield replace(token, bound=_side(row, n, named=named, titled=titled))
        else:
            yield token
        named = named or _is_named(token)
        titled = token.kind == "title" or (titled and token.kind != "work")


def _is_named(token: Token) -> bool:
    return token.kind in ("name", "note")


def _side(row: tuple[Token, ...], n: int, *, named: bool, titled: bool) -> Bound:
    """Of the unbound work ``row[n]``. ``titled``: the names before it have a title already."""
    if not named:
        return "before"
    if n + 1 == len(row):
        return "after"
    if row[0].kind == "work":
        return "before"  # as it began: 文 张三 图 李四
    if row[-1].kind == "work":
        return "after"
    if titled and row[n + 1].kind != "title":
        return "before"
    word = row[n].text
    return "after" if len(word) == 1 or word in _LAST_WORDS else "before"
