"""Lines that were broken at a width before they came into a document, joined as those of a plain
text are: each a paragraph of its own, or with line breaks within one."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Doubt, Paragraph, Span
from banxin.importers.stories.roles import heading_level, role_of
from banxin.importers.stories.spans import lines as lines_of
from banxin.importers.stories.spans import up_to, without_start
from banxin.importers.text.wrapping import Line, ends_with_stop, glue, told, unwrapped

_APART = 1  # as many empty lines stand, as far as the rules see, where the look changes


def joined(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    """The blocks, and what is told; as they are where nothing broke their lines."""
    rows = list(_rows(blocks))
    at = [n for n, (_, one) in enumerate(rows) if isinstance(one, Paragraph)]
    found = unwrapped(list(_lines(rows, _usual(blocks))))
    if found is None:
        return tuple(blocks), ()
    parts = {at[line.of[0]]: [at[n] for n in line.of] for line in found.lines}
    made: list[tuple[int, Block]] = []
    for n, (source, one) in enumerate(rows):
        if not isinstance(one, Paragraph):
            made.append((source, one))
        elif n in parts:  # or it is a line of one, or the number of a sheet
            _add(made, [rows[m] for m in parts[n]])
    return tuple(block for _, block in made), told(found)


def _rows(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Each line, and which block it is of."""
    for n, block in enumerate(blocks):
        parted = isinstance(block, Paragraph) and "\n" in block.text
        parts = lines_of(block) if parted and isinstance(block, Paragraph) else (block,)
        yield from ((n, one) for one in parts)


def _usual(blocks: Sequence[Block]) -> tuple[float, bool]:
    """The look of most of the text."""
    looks: Tally[tuple[float, bool]] = Tally()
    for block in blocks:
        if isinstance(block, Paragraph):
            looks[block.size, block.bold] += len(block.said)
    return looks.most_common(1)[0][0] if looks else (0, False)


def _lines(rows: Sequence[tuple[int, Block]], usual: tuple[float, bool]) -> Iterator[Line]:
    before: tuple[int, Block] | None = None
    parts = Tally(source for source, _ in rows)
    count = 0
    for source, block in rows:
        if isinstance(block, Paragraph):
            last = before[1] if before else None
            new = not (_is_prose(block, usual) and _is_like(block, last, usual))
            if before and source != before[0] and isinstance(last, Paragraph):
                broken = max(parts[source], parts[before[0]]) > 1  # by line breaks: then this ends
                new = new or (broken and ends_with_stop(last.text))
            yield Line(block.text.rstrip(), max(block.above, _APART * new), (count,))
            count += 1
        before = source, block


def _is_prose(p: Paragraph, usual: tuple[float, bool]) -> bool:
    styled = heading_level(p.style) or role_of(p.style)
    return not (styled or p.boxed or p.align in ("center", "right")) and p.size == usual[0]


def _is_like(p: Paragraph, before: Block | None, usual: tuple[float, bool]) -> bool:
    """Whether a paragraph may go on from the one before: it looks as that does, and nothing says
    that it is the first of something."""
    alike = isinstance(before, Paragraph) and _is_prose(before, usual) and p.style == before.style
    numbered = p.level >= 0 or any(span.number for span in p.spans)
    return alike and not (p.breaks_page or numbered)


def _add(made: list[tuple[int, Block]], rows: Sequence[tuple[int, Block]]) -> None:
    """Adds what these lines are together: to the paragraph whose next line they are, if it is."""
    source, _ = rows[0]
    whole = _whole([one for _, one in rows if isinstance(one, Paragraph)])
    last = made[-1] if made else None
    if last and last[0] == source and isinstance(last[1], Paragraph):
        whole = replace(last[1], spans=(*last[1].spans, Span("\n"), *whole.spans))
        made.pop()
    made.append((rows[-1][0], whole))


def _whole(parts: Sequence[Paragraph]) -> Paragraph:
    made, *others = parts
    for more in others:
        left = up_to(made, len(made.text.rstrip()))
        right = without_start(more, len(more.text) - len(more.text.lstrip()))
        between = glue(left.text, right.text)
        spans = (*left.spans, *((Span(between),) if between else ()), *right.spans)
        made = replace(made, spans=_merged(spans), bold=made.bold and more.bold)
    return made


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    made: list[Span] = []
    for span in spans:
        last = made[-1] if made else None
        if last and not (last.note or span.note) and _look(last) == _look(span):
            made[-1] = replace(last, text=last.text + span.text)
        else:
            made.append(span)
    return tuple(made)


def _look(span: Span) -> Span:
    return replace(span, text="")
