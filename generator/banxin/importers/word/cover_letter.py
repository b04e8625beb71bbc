"""What a contributor wrote to the office above and below a manuscript, as in a mail; pasted into
the document with it."""

from __future__ import annotations

from collections.abc import Sequence

from banxin.importers.manuscript import Block, Doubt, Paragraph, doubt
from banxin.importers.stories.spans import lines
from banxin.importers.text.mail import without_mail
from banxin.importers.text.wrapping import Line


def without_letter(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    """The blocks that are left, and what is told of the others."""
    rows = list(_opened(blocks))
    at = [n for n, one in enumerate(rows) if isinstance(one, Paragraph)]
    said = [_line(n, one) for n in at if isinstance(one := rows[n], Paragraph)]
    kept, told = without_mail(said)
    if not told:
        return tuple(blocks), ()
    gone = set(at) - {line.of[0] for line in kept}
    left = tuple(one for n, one in enumerate(rows) if n not in gone)
    return left, tuple(doubt("aside", text=text) for text in told)


def _opened(blocks: Sequence[Block]) -> list[Block]:
    """With the first paragraph's lines, if it has several, each by itself."""
    first = blocks[0] if blocks else None
    parted = isinstance(first, Paragraph) and "\n" in first.text
    opening = lines(first) if parted and isinstance(first, Paragraph) else tuple(blocks[:1])
    return [*opening, *blocks[1:]]


def _line(n: int, p: Paragraph) -> Line:
    return Line(p.text, p.above, (n,))
