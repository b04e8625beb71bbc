"""Where one story ends and the next one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.evidence import ENOUGH, ends_story, evidence, main_line
from banxin.importers.stories.kinds import ASKS
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.loose_lines import lines_above, lines_below
from banxin.importers.stories.parts import lines_of_head
from banxin.importers.stories.plain_heads import labels, plain_head
from banxin.importers.stories.series import is_signed, others_promised
from banxin.importers.stories.signatures import named_alone, signed_anew
from banxin.importers.stories.verse import end_of_poem

_SENTENCE = 20
_EDITORS_WORD = 3  # paragraphs
_BRACKETED = re.compile(r"[（(〔][^（）()〔〕]{1,8}[)）〕]")  # （大一）
_ENDS = 2  # what a line says that ends a story
_MOST_LINES = 30  # of a head: so many look alike where nothing tells a headline from the text


class Cut(msgspec.Struct, frozen=True):
    """``blocks[start:end]`` is a story; its headlines are those with these indices, from start.

    ``sure``: how much spoke for it; 99 for the first story and for cuts at named styles.
    """

    start: int
    end: int
    head: tuple[int, ...]
    sure: float


def cuts(blocks: Sequence[Block], looks: Looks) -> tuple[Cut, ...]:
    """All stories in their order; at least one, unless there is no text."""
    found: list[tuple[int, tuple[int, ...], float]] = []
    for start, head, first_text in heads(blocks, looks):
        main = main_line(blocks, head)
        if not found:
            first = main
            if not has_text(blocks, start):
                found.append((start, head, 99))
                continue
            found.append((0, (), 99))
        if looks.plain and not looks.scanned and not _has_text_from(blocks, first_text):
            continue
        if _BRACKETED.fullmatch(main.said) and not looks.role(main):
            continue  # it heads a part
        said = evidence(blocks, looks, start, head, first_text, first)
        said -= _ENDS if found[-1][1] and _is_under(blocks, found[-1][1][-1], start) else 0
        said += signed_anew(blocks, looks, found[-1][0], start, first_text)
        said += named_alone(blocks, looks, head, first_text)
        if looks.styled or said >= ENOUGH:
            found.append((start, head, 99 if looks.styled else said))
    found = _with_headless(blocks, list(_with_promised(blocks, found)), looks)
    found += _titles_alone(blocks, looks, found[-1][0] + 1 if found else 0)
    if not found and any(not isinstance(b, Image) for b in blocks):
        found = [(0, (), 99)]
    if not found:
        return ()
    found[0] = (0, found[0][1], found[0][2])
    ends = [start for start, _, _ in found[1:]] + [len(blocks)]
    return tuple(
        Cut(start, _before_separators(blocks, start, end), head, sure)
        for (start, head, sure), end in zip(found, ends, strict=True)
    )


def _with_promised(
    blocks: Sequence[Block], found: Sequence[tuple[int, tuple[int, ...], float]]
) -> Iterator[tuple[int, tuple[int, ...], float]]:
    """Without those that a headline before promises as parts of its story: 外一首."""
    promised = 0
    for start, head, sure in found:
        if promised and head and not is_signed(blocks[start : head[-1] + 2]):
            promised -= 1
            continue
        promised = others_promised([blocks[n] for n in head])
        yield start, head, sure


def _before_separators(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where a story ends without the line of signs that parts it from the next."""
    while end > start + 1 and _is_separator(blocks[end - 1]):
        end -= 1
    return end


def _is_formula(block: Block) -> bool:
    return isinstance(block, Paragraph) and patterns.is_formula(block.said)


def _is_under(blocks: Sequence[Block], above: int, start: int) -> bool:
    """Whether nothing but one line that says who wrote stands between two heads: it ends none."""
    line = blocks[start - 1]
    return start - above == 2 and isinstance(line, Paragraph) and ends_story(line)


def _is_separator(block: Block) -> bool:
    return isinstance(block, Paragraph) and patterns.is_separator(block.text)


def _is_somebody(block: Block) -> bool:
    said = block.said if isinstance(block, Paragraph) else ""
    return len(said) <= 16 and (patterns.is_name(said) or patterns.is_byline(said))


def _is_as_small_as_text(block: Block, looks: Looks) -> bool:
    return isinstance(block, Paragraph) and block.size <= looks.body and not block.bold


def _is_as_small(block: Block, looks: Looks) -> bool:
    """Below who wrote, whether a line is no larger than the text, however bold it is, and has no
    dash."""
    if looks.plain or not isinstance(block, Paragraph):
        return _is_as_small_as_text(block, looks)
    return block.size <= looks.body and not block.said.startswith("——")


def has_text(blocks: Sequence[Block], end: int) -> bool:
    """Whether text stands before a head: then the file's first story has none."""
    for n, block in enumerate(blocks[:end]):
        beside = blocks[max(0, n - 1) : n + 2]
        is_text = isinstance(block, Paragraph) and len(block.said) > _SENTENCE
        if isinstance(block, Paragraph) and imprint.contact_of(block.said):
            continue
        if is_text and not any(isinstance(b, Image) for b in beside):
            return True
    return False


def _has_text_from(blocks: Sequence[Block], start: int) -> bool:
    """Whether anything stands there that a headline may head."""
    return any(
        not isinstance(b, Paragraph) or not (imprint.contact_of(b.said) or imprint.is_staff(b.said))
        for b in blocks[start:]
    )


def heads(blocks: Sequence[Block], looks: Looks) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """Runs of lines that may be a story's head: where it starts, its headlines, its first text."""
    at = least = 0
    while at < len(blocks):
        opening = blocks[at]
        is_opening = isinstance(opening, Paragraph) and _opens(opening, looks)
        signed = _signs(blocks, at) or (at and _is_formula(blocks[at - 1]))
        if not is_opening or signed or _is_below_picture(blocks, at, looks):
            at += 1
            continue
        start, head = at, list[int]()
        signed = False
        while at < min(len(blocks), start + _MOST_LINES) and _continues(blocks[at], looks, head):
            if signed and _is_as_small(blocks[at], looks):
                break  # a poem's lines are centred as its headline is, its first 小标题 is bold
            if _is_head(blocks[at], looks):
                head.append(at)
            below = bool(head) and (len(head) > 1 or (at > head[0] and not looks.plain))
            signed = signed or (below and _is_somebody(blocks[at]))
            at += 1
        if (keep := lines_of_head(blocks, head, looks)) < len(head):
            at, signed = head[keep], True
        del head[keep:]
        at = plain_head(blocks, head, at, looks)
        over = lines_above(blocks, start, looks, least=least)
        under = lines_below(blocks, at, looks)
        start, head, at = start - len(over), [*over, *head, *under], at + len(under)
        if head and (not looks.styled or _has_title(blocks, head, looks)):
            yield start, tuple(head), at
            least = at
        at = max(at, start + 1)
        while signed and at < len(blocks) and _is_verse(blocks[at], looks):
            at += 1
        at = max(at, end_of_poem(blocks, at)) if looks.plain else at


def _is_verse(block: Block, looks: Looks) -> bool:
    """Whether a line below an author's name is centred and no larger than text."""
    centred = isinstance(block, Paragraph) and block.align == "center"
    return centred and not looks.styled and _is_as_small_as_text(block, looks)


def _signs(blocks: Sequence[Block], at: int) -> bool:
    """Whether a date stands right below: then a line signs, and heads nothing; but for the very
    first."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    dated = isinstance(below, Paragraph) and bool(day_of(below.said))
    return dated and _has_words(blocks[:at])


def _is_below_picture(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line as small as the text stands below a picture within a story: its caption."""
    set_off = looks.styled or looks.plain or not _is_as_small_as_text(blocks[at], looks)
    block = blocks[at]
    close = isinstance(block, Paragraph) and block.above <= looks.spaced
    return close and not set_off and at > 1 and isinstance(blocks[at - 1], Image)


def _has_words(blocks: Sequence[Block]) -> bool:
    return any(isinstance(b, Paragraph) and len(b.said) > _SENTENCE for b in blocks)


def _is_head(block: Block, looks: Looks) -> bool:
    return isinstance(block, Paragraph) and looks.is_head(block)


def _opens(p: Paragraph, looks: Looks) -> bool:
    return looks.is_head(p) or labels(p, looks)


def _continues(block: Block, looks: Looks, head: list[int]) -> bool:
    """Whether a head goes on: with another line, a byline, a column's name."""
    if not isinstance(block, Paragraph):
        return False
    if head and block.breaks_page and looks.is_head(block):
        return False
    said = block.said
    if looks.styled and looks.role(block) == "byline":
        return True
    if head and (patterns.is_listed(said) or ASKS.match(said)):
        return False  # its first 小标题, its first question
    if looks.is_head(block):
        return True
    if labels(block, looks) or patterns.is_separator(said):
        return not head
    return bool(head) and len(said) <= 40 and patterns.is_byline(said)


def _has_title(blocks: Sequence[Block], head: list[int], looks: Looks) -> bool:
    return any(
        isinstance(block := blocks[n], Paragraph) and looks.role(block) == "title" for n in head
    )


def _with_headless(
    blocks: Sequence[Block], found: list[tuple[int, tuple[int, ...], float]], looks: Looks
) -> list[tuple[int, tuple[int, ...], float]]:
    """本报讯 within a story begins another one, whose headline is missing: where there was one
    already, or so much text that an editor's word before it is none."""
    starts = {start: set(head) for start, head, _ in found}
    made = list(found)
    dated, texts, head = False, 0, set[int]()
    for n, block in enumerate(blocks):
        if n in starts:
            dated, texts, head = False, 0, starts[n]
        if not isinstance(block, Paragraph) or n in head:
            continue
        if patterns.has_dateline(block.said):
            before = blocks[n - 1] if n else None
            ended = isinstance(before, Paragraph) and ends_story(before)
            if dated or (texts and (ended or looks.scanned or texts > _EDITORS_WORD)):
                made.append((n, (), 3.0))
                texts = 0
            dated = True
        beside = blocks[max(0, n - 1) : n + 2]
        texts += len(block.said) > _SENTENCE and not any(isinstance(b, Image) for b in beside)
    return sorted(made)


def _titles_alone(
    blocks: Sequence[Block], looks: Looks, least: int
) -> list[tuple[int, tuple[int, ...], float]]:
    """Headlines at the end of a recognised page, without a text: they lead to other pages."""
    at = len(blocks)
    while looks.scanned and at > least and _is_head(blocks[at - 1], looks):
        at -= 1
    return [(n, (n,), 3.0) for n in range(at, len(blocks))]
