"""The plain text of a body's blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from banxin.model.characters import is_wide


def texts(tokens: Sequence[Token]) -> Iterator[str]:
    """The plain text of each block; a table's row is one block."""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " ".join(cells or ())
            cells = None
        elif token.type == "inline" and (text := _text(token.children or ())):
            if cells is None:
                yield text
            else:
                cells.append(text)
        elif token.type == "fence":
            yield token.content.rstrip("\n")


def _text(children: Sequence[Token]) -> str:
    parts = []
    for n, child in enumerate(children):
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append("" if between_wide(children, n) else " ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":  # its title is printed as the caption
            parts.append(str(child.attrs.get("title", "")))
    return "".join(parts)


def between_wide(children: Sequence[Token], n: int) -> bool:
    """Whether a line was broken between Chinese characters, where no space belongs."""
    before = _next_content(children, range(n - 1, -1, -1))
    after = _next_content(children, range(n + 1, len(children)))
    return bool(before and after) and is_wide(before[-1]) and is_wide(after[0])


def _next_content(children: Sequence[Token], order: range) -> str:
    return next((children[k].content for k in order if children[k].content), "")
