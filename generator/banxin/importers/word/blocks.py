"""mammoth's model of a document to paragraphs, tables and pictures in their order."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from mammoth import documents
from msgspec.structs import replace

from banxin.importers.manuscript import (
    Alignment,
    Block,
    Comment,
    Image,
    Paragraph,
    Script,
    Span,
    Table,
)
from banxin.importers.stories.roles import HEAD_OF_PART
from banxin.importers.word.forms import Form, form_of
from banxin.importers.word.prepared import BOX_STYLE, BULLET_STYLE, NUMBER_STYLE
from banxin.importers.word.tables import (
    PAGE,
    grid,
    has_picture,
    in_reading_order,
    is_columns,
    is_filled_in,
    is_title_row,
    pictures_of,
    plain,
    text_of,
)
from banxin.importers.word.unlike_rows import Sized, unlike_rows
from banxin.importers.word.wide_cells import Part, parts_of

_ALIGNED: dict[str, Alignment] = {"center": "center", "right": "right", "end": "right"}
_RAISED: dict[str, Script] = {"superscript": "super", "subscript": "sub"}
_DRAWN = re.compile(r"\.(?:wmf|emf|wmz|emz)$", re.IGNORECASE)  # formulas of older programs are
_STOPS = "。！？；：.!?;:"
_NEAR, _FEWEST = 24, 4  # characters of what a gap stands behind
_CLAUSE = re.compile("[^，。！？；：,;]+[，。！？；：,;”’）)》]*")
_QUOTES = "”’）)》，。！？；："
_FAR = re.compile(r"^(?:[\u3000\t]{8,}|[ \u3000\t\u00a0]{16,})\S")  # pushed to the right by hand


class DocumentReader:
    """Reads one document. ``comments`` and ``notes`` fill as their references are met."""

    def __init__(self, document: Any, tally: Tally[str]) -> None:
        self.document = document
        self.tally = tally
        self.comments: list[Comment] = []
        self.notes: list[tuple[str, str]] = []
        self.by_id = {comment.comment_id: comment for comment in document.comments}
        self.aside: list[str] = []  # of a contributor's form
        self.loose: list[tuple[str, str]] = []  # notes of cells, and which cell
        self.gaps: list[tuple[str, str]] = []  # words before pictures within sentences, their names
        self.met: set[str] = set()  # comments
        self.noted: set[tuple[str, str]] = set()
        self.empty = 0
        self.page = False
        self.begun = False  # some text was read

    def blocks(self) -> Iterator[Block]:
        yield from self._blocks(self.document.children)
        for comment in self.by_id.values():  # at words that were deleted or are hidden
            if comment.comment_id not in self.met:
                said = " ".join(plain(comment.body).split())
                self.comments.append(Comment(comment.author_name or "", said, ""))
        for key, note in getattr(self.document.notes, "_notes", {}).items():
            said = " ".join(plain(note.body).split())
            self.loose += [(said, "")] if said and key not in self.noted else []

    def _blocks(self, children: Iterable[Any]) -> Iterator[Block]:
        for child in children:
            if isinstance(child, documents.Paragraph):
                yield from self._paragraph(child)
            elif isinstance(child, documents.Table):
                yield from self._table(child)
            elif isinstance(child, documents.Image):  # of an older drawing: it stands by itself
                yield self._image(child)
            elif isinstance(child, (documents.Run, documents.Hyperlink)):
                yield from self._paragraph(documents.paragraph([child]))
            else:  # of a broken document: a row or a cell without a table
                yield from self._blocks(getattr(child, "children", ()))

    def _image(self, image: Any) -> Image:
        self.empty = 0
        return Image(_name_of(image, self.tally), image.alt_text or "")

    def _paragraph(self, given: Any) -> Iterator[Block]:
        """A paragraph; several where a page ends or a picture stands within it."""
        boxed = False
        spans: list[Sized] = []
        within: list[Image] = []
        held: list[str] = []
        for part, size in self._parts(given.children, False, "", held):
            if isinstance(part, Image) and self._leaves_gap(part, spans):
                within.append(part)
            elif isinstance(part, Image) or part.text == PAGE:
                yield from self._finished(given, spans)
                yield from within
                spans, within = [], []
                self.page = self.page or not isinstance(part, Image)
                if isinstance(part, Image):
                    yield part
                    self.empty = -1  # the line that holds a picture isn't an empty one
            elif part.link == BOX_STYLE:
                boxed = True
            else:
                spans.append((part, size))
        for block in self._finished(given, spans):
            yield replace(block, boxed=boxed)
        yield from within
        self._remark(given, held)

    def _leaves_gap(self, part: Image, spans: Sequence[Sized]) -> bool:
        """A drawn picture, as a formula is, within a sentence, which goes on behind it."""
        said = "".join(span.text for span, _ in spans).strip()
        if not _DRAWN.search(part.name) or said[-1:] in (*_STOPS, ""):
            return False
        clauses = _CLAUSE.findall(said)
        near = clauses.pop()
        while clauses and len(near) < _FEWEST:
            near = clauses.pop() + near
        self.gaps.append((near[-_NEAR:].lstrip(_QUOTES), part.name))
        return True

    def _finished(self, given: Any, spans: list[Sized]) -> Iterator[Paragraph]:
        for part in unlike_rows(spans):
            sizes: Tally[float] = Tally()
            for span, size in part:
                sizes[size] += len(span.text.strip())
            yield from self._made(given, [span for span, _ in part], sizes)

    def _made(self, given: Any, spans: list[Span], sizes: Tally[float]) -> Iterator[Paragraph]:
        text = "".join(span.text for span in spans)
        if not text.strip() and not any(span.note for span in spans):
            self.empty += 1
            return
        solid = [span for span in spans if span.text.strip() and not span.number]
        align = _ALIGNED.get(given.alignment or "", "")
        level = given.indent.start
        yield Paragraph(
            tuple(spans),
            style=given.style_name or "",
            align="right" if not align and _FAR.match(text) else align,
            size=sizes.most_common(1)[0][0] if sizes else 0,
            bold=bool(solid) and all(span.bold for span in solid),
            above=self.empty,
            breaks_page=self.page,
            level=int(level) if level else -1,
        )
        self.empty, self.page, self.begun = 0, False, True

    def _parts(
        self, children: Iterable[Any], bold: bool, link: str, held: list[str]
    ) -> Iterator[tuple[Span | Image, float]]:
        for child in children:
            if isinstance(child, documents.Run):
                yield from self._run(child, link, held)
            elif isinstance(child, documents.Hyperlink):
                yield from self._parts(child.children, bold, child.href or "", held)
            elif isinstance(child, documents.Image):
                yield self._image(child), 0
            elif isinstance(child, documents.CommentReference):
                held.append(child.comment_id)
            elif isinstance(child, documents.NoteReference):
                yield Span("", note=self._note(child)), 0
            elif isinstance(child, documents.HasChildren):
                yield from self._parts(child.children, bold, link, held)
            else:
                yield Span(text_of(child), bold=bold, link=link), 0

    def _run(self, run: Any, link: str, held: list[str]) -> Iterator[tuple[Span | Image, float]]:
        if run.style_id == BOX_STYLE:
            yield Span("", link=BOX_STYLE), 0
            return
        size = run.font_size or 0
        script = _RAISED.get(run.vertical_alignment, "")
        number = run.style_id in (NUMBER_STYLE, BULLET_STYLE)
        for part, _ in self._parts(run.children, run.is_bold, link, held):
            if isinstance(part, Span) and part.text and part.text != PAGE:
                yield replace(part, bold=run.is_bold, script=script, number=number), size
            else:
                yield part, size

    def _note(self, reference: Any) -> str:
        """The label of a footnote, whose text is kept under it."""
        label = str(len(self.notes) + 1)
        try:
            body = self.document.notes.resolve(reference).body
        except KeyError:
            return ""
        self.notes.append((label, " ".join(plain(body).split())))
        self.noted.add((reference.note_type, reference.note_id))
        return label

    def _remark(self, given: Any, held: list[str]) -> None:
        near = " ".join(plain([given]).split())[:16]
        for identity in held:
            comment = self.by_id.get(identity)
            if comment is not None:
                self.met.add(identity)
                said = " ".join(plain(comment.body).split())
                self.comments.append(Comment(comment.author_name or "", said, near))

    def _table(self, given: Any) -> Iterator[Block]:
        """A table; one that only holds an article together is read through."""
        rows = [row for row in given.children if isinstance(row, documents.TableRow)]
        if not self.begun and len(rows) > 1 and is_title_row(rows[0]):
            yield from self._blocks(rows.pop(0).children[0].children)
        form = form_of([row.children for row in rows], lambda cell: plain(cell.children))
        if form is not None:
            yield from self._form(form)
            return
        yield from self._rows(rows)

    def _rows(self, rows: list[Any]) -> Iterator[Block]:
        cells = [cell for row in rows for cell in row.children]
        alone = all(len(row.children) == 1 for row in rows)
        if alone or is_columns(rows):
            for cell in in_reading_order(rows):
                yield from self._blocks(cell.children)
        elif parts := parts_of(rows):
            for part in parts:
                yield from self._text_of(part) if part.text else self._rows(list(part.rows))
        elif any(map(has_picture, cells)) and not is_filled_in(rows):
            for cell in in_reading_order(rows):
                yield from self._blocks(cell.children)
        else:
            yield from self._cells(rows)

    def _text_of(self, part: Part) -> Iterator[Block]:
        """A text that stands in a form's cell, with what it is called above it."""
        text = list(self._blocks(part.text.children))
        first = text[0].said if text and isinstance(text[0], Paragraph) else ""
        if part.label and not first.endswith(part.label):
            yield Paragraph((Span(part.label),), style=HEAD_OF_PART, within=True)
        yield from (replace(b, within=True) if isinstance(b, Paragraph) else b for b in text)

    def _cells(self, rows: list[Any]) -> Iterator[Block]:
        cells = [cell for row in rows for cell in row.children]
        merged = any(cell.colspan > 1 or cell.rowspan > 1 for cell in cells)
        for cell in cells:
            for paragraph in cell.children:
                self._remark_in_cell(paragraph)
        if any(plain(cell.children).strip() for cell in cells):
            self.empty = 0
            yield Table(tuple(grid(rows)), merged)
        for picture in chain.from_iterable(map(pictures_of, cells)):
            yield self._image(picture)

    def _remark_in_cell(self, given: Any) -> None:
        """A cell is printed without its notes' numbers and its comments."""
        held: list[str] = []
        noted = len(self.notes)
        list(self._parts(getattr(given, "children", ()), False, "", held))
        self._remark(given, held)
        near = " ".join(plain([given]).split())[:16]
        self.loose += [(text, near) for _, text in self.notes[noted:]]

    def _form(self, form: Form) -> Iterator[Block]:
        self.aside += form.aside
        for said in form.said:
            yield Paragraph((Span(said),))
        yield from self._blocks(form.text.children)


def _name_of(image: Any, tally: Tally[str]) -> str:
    """The picture's name in the archive: the prepared one holds names in place of pictures."""
    try:
        with image.open() as opened:
            return str(opened.read().decode())
    except (KeyError, ValueError, OSError):  # it isn't there, or lies on the author's computer
        tally["picture-elsewhere"] += 1
        return ""
