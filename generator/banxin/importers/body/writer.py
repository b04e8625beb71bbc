"""All of a story's text as Markdown, held against what a page shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from banxin.importers.body.lines import clean, line, raised
from banxin.importers.body.trial import Shown, plain, shown
from banxin.importers.manuscript import Doubt, Paragraph, Span, Table, doubt
from banxin.importers.stories.story import Story, Text

_NUMBER = re.compile(r"(\d{1,3})\.")
_TYPED = re.compile(r"^(\d{1,9})\.(?=\s)")
_LAST = "\u3000 \t\u00a0\n"
_MOST_COLUMNS = 10  # that a phone shows; docs/markdown.md
_CELL = 24  # characters; longer ones are sentences, and their lines no table


class Written(msgspec.Struct, frozen=True):
    """``text`` is Markdown, a line break at its end. ``doubts``: where a page can't show all."""

    text: str
    doubts: tuple[Doubt, ...]


class _Part(msgspec.Struct, frozen=True):
    """A block of Markdown and what a page has to show of it. ``item``: of a list, whose number as
    it was printed is ``label``."""

    markdown: str
    said: str
    item: str = ""  # "-" or "1."; "verse" of a line that follows another of its stanza
    label: str = ""


class _Made(msgspec.Struct, frozen=True):
    """``wanted``: what a page has to show, ``found``: what it does."""

    text: str
    wanted: str
    found: Shown


def body_text(story: Story, *, joins_lines: bool = False) -> Written:
    body = _tabbed(story.body)
    parts = [part for block in body for part in _parts(block, joins_lines)]
    if story.kind == "poem" and not any(isinstance(one, Table) for one in story.body):
        parts = list(_verse(story.body, joins_lines))
    notes = [_note(label, text, joins_lines) for label, text in story.notes]
    doubts = list(_doubts(story))
    made = _made(parts, notes, joins_lines)
    if made.found.text != made.wanted or made.found.complaints:
        plainer = _made([_plainer(part) for part in parts], notes, joins_lines)
        fewer = len(plainer.found.complaints) <= len(made.found.complaints)
        made = plainer if plainer.found.text == plainer.wanted and fewer else made
    if made.found.text != made.wanted:
        doubts.append(doubt("text-differs", near=_first_difference(made.wanted, made.found.text)))
    for problem in made.found.complaints:
        doubts.append(doubt("complaint", code=problem.code, **dict(problem.details)))
    return Written(made.text, tuple(doubts))


def _made(parts: Sequence[_Part], notes: Sequence[_Part], joins_lines: bool) -> _Made:
    text = _together(parts, notes)
    wanted = plain("".join(part.said for part in (*parts, *notes)))
    return _Made(text, wanted, shown(text, joins_lines=joins_lines))


def _first_difference(wanted: str, found: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
    return wanted[max(0, at - 6) : at + 10]


def _together(parts: Sequence[_Part], notes: Sequence[_Part]) -> str:
    """Items of one list on lines that follow each other, all else an empty line apart."""
    text, before = "", ""
    for part in (*parts, *notes):
        if text:
            follows = part.item == "verse" or (part.item and part.item == before)
            text += "\n" if follows else "\n\n"
        text += part.markdown
        before = part.item
    return text + "\n" if text else ""


def _plainer(part: _Part) -> _Part:
    """A list's item as a paragraph: what stands around it was taken for a part of the list. And a
    number that was typed before a paragraph, which is one of a list beside others only."""
    if part.item == "":
        return replace(part, markdown=_TYPED.sub(r"\1\\.", part.markdown, count=1))
    if part.item == "verse":
        return part
    said = f"{part.label} {part.said}"
    return _Part(line([Span(said)]), said)


def _parts(block: Text | Table, joins_lines: bool) -> Iterator[_Part]:
    if isinstance(block, Table):
        yield _table(block, joins_lines)
        return
    paragraph = block.paragraph
    if block.subhead:
        spans = [replace(s, bold=False, text=s.text.replace("\n", " ")) for s in paragraph.spans]
        yield _subhead(spans, joins_lines)
    else:
        yield _paragraph(paragraph, joins_lines)


def _verse(body: Sequence[Text | Table], joins_lines: bool) -> Iterator[_Part]:
    """Lines as they stand: an empty one before a stanza, steps beyond what all are indented by. The
    titles of several poems are 小标题."""
    texts = [block for block in body if isinstance(block, Text)]
    single = all("\n" not in one.paragraph.text for one in texts)  # else each is a stanza
    usual = min((one.paragraph.above for one in texts[1:]), default=0) if single else 0
    lines = [
        (text, not n and block.paragraph.above > usual, block.subhead)
        for block in texts
        for n, text in enumerate(_lines(block.paragraph))
    ]
    common = min((_indent(text) for text, _, _ in lines if text.strip()), default=0)
    opens = False
    for text, apart, head in lines:
        opens |= apart or not text.strip()
        said = text.strip()
        if said and head:
            yield _subhead([Span(said)], joins_lines)
            opens = True
        elif said:
            steps = "\u3000" * round((_indent(text) - common) / 2)
            yield _Part(steps + line([Span(said)], bold=False), said, "" if opens else "verse")
            opens = False


def _lines(paragraph: Paragraph) -> list[str]:
    return (paragraph.indent + paragraph.text).expandtabs(4).split("\n")


def _indent(text: str) -> int:
    """How far a line is indented, in halves of a character."""
    begins = text[: len(text) - len(text.lstrip())]
    return len(begins) + begins.count("\u3000")


def _said(spans: Sequence[Span]) -> str:
    return clean("".join(raised(s) for s in spans))


def _subhead(spans: list[Span], joins_lines: bool) -> _Part:
    said = _said(spans)
    made = f"## {line(spans, bold=False, joins_lines=joins_lines)}"
    if shown(re.sub(r"\[\^\d+\]", "", made)).text != plain(said):
        made = line(spans, bold=False, joins_lines=joins_lines)
    return _Part(made, said)


def _paragraph(paragraph: Paragraph, joins_lines: bool) -> _Part:
    spans = paragraph.spans
    said = _said(spans)
    if spans and spans[0].number:
        item = _item(spans, joins_lines)
        if item is not None:
            return item
        gap = "" if re.search(r"[、．)）]$", spans[0].text) else " "
        spans = (replace(spans[0], text=spans[0].text + gap), *spans[1:])
    return _Part(line(spans, joins_lines=joins_lines), said)


def _item(spans: Sequence[Span], joins_lines: bool) -> _Part | None:
    """A paragraph that the word processor numbered as Markdown does; None for other numbers."""
    label = spans[0].text.strip()
    found = _NUMBER.fullmatch(label)
    if not found and label != "•":
        return None
    rest = [replace(s, text=s.text.replace("\n", " ")) for s in spans[1:]]
    body = line(rest, joins_lines=joins_lines).lstrip(_LAST)
    mark, kind = (f"{label} ", "1.") if found else ("- ", "-")
    made = f"{mark}{body}"
    html = shown(re.sub(r"\[\^\d+\]", "", made), joins_lines=joins_lines)
    listed = html.html.startswith("<ol" if found else "<ul") and html.text == plain(_said(rest))
    return _Part(made, _said(rest), kind, label) if listed and not html.complaints else None


def _table(table: Table, joins_lines: bool) -> _Part:
    width = max(len(row) for row in table.rows)
    rows = [(*row, *[""] * (width - len(row))) for row in table.rows]
    cells = [[line([Span(cell)], joins_lines=joins_lines) for cell in row] for row in rows]
    lines = [f"| {' | '.join(_cell(c) for c in row)} |" for row in cells]
    lines.insert(1, f"|{' --- |' * width}")
    said = clean("".join(cell for row in rows for cell in row))
    return _Part("\n".join(lines), said)


def _cell(text: str) -> str:
    """A bar within a cell would end it."""
    return re.sub(r"(?<!\\)\|", r"\\|", text.replace("  \n", " ")) or " "


def _note(label: str, text: str, joins_lines: bool) -> _Part:
    return _Part(f"[^{label}]: {line([Span(text)], joins_lines=joins_lines)}", clean(text))


def _doubts(story: Story) -> Iterator[Doubt]:
    texts = [block.paragraph for block in story.body if isinstance(block, Text)]
    every = "".join(p.text for p in texts)
    if every != clean(every):
        yield doubt("control")
    if any(s.script and s.text.strip() and raised(s) == s.text for p in texts for s in p.spans):
        yield doubt("script")
    for table in story.body:
        if isinstance(table, Table) and table.merged:
            yield doubt("merged", near="　".join(c for c in table.rows[0] if c)[:20])
        if isinstance(table, Table) and max(map(len, table.rows)) > _MOST_COLUMNS:
            yield doubt("wide")


def _tabbed(body: Sequence[Text | Table]) -> Iterator[Text | Table]:
    """Lines that follow each other with as many short columns, set with tabs, are a table."""
    held: list[Paragraph] = []
    for block in body:
        columns = _columns(block)
        if held and columns != _tabs(held[0]):
            yield from _as_table(held)
            held = []
        if columns and isinstance(block, Text):
            held.append(block.paragraph)
        else:
            yield block
    yield from _as_table(held)


def _as_table(held: list[Paragraph]) -> Iterator[Text | Table]:
    if len(held) > 1:
        yield Table(tuple(tuple(c.strip() for c in p.text.strip(_LAST).split("\t")) for p in held))
    else:
        yield from (Text(p) for p in held)


def _columns(block: Text | Table) -> int:
    """How many tabs part the columns of a paragraph; 0 if it is no row of a table."""
    if not isinstance(block, Text) or block.subhead or any(s.note for s in block.paragraph.spans):
        return 0
    cells = block.paragraph.text.strip(_LAST).split("\t")
    short = all(len(c) <= _CELL and "。" not in c and "\n" not in c for c in cells)
    first = block.paragraph.spans[0].number if block.paragraph.spans else False
    return len(cells) - 1 if short and all(c.strip() for c in cells) and not first else 0


def _tabs(paragraph: Paragraph) -> int:
    return len(paragraph.text.strip(_LAST).split("\t")) - 1
