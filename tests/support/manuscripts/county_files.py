"""Manuscripts as county papers get them, typed row by row with the answers beside them.

``county/*.txt``: ``@ name.docx size=12`` begins a file, ``%`` another story of it. A row is a role,
a look and the text: ``T c22b 标题`` is a title, centred, 22 points, bold. ``= field text`` is what
the row above has to become where that isn't its own text; ``= p text``: a paragraph.

Roles: C column, K kicker, T title, S subtitle, B byline, P paragraph, H subhead, O caption,
W source, N sign-off, D its date, R a row of several; X may only stand at the end of a text, Z
nowhere.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.support.manuscripts.by_hand import SPACES
from tests.support.manuscripts.by_python_docx import picture

HERE = Path(__file__).parent / "county"
_ROW = re.compile(r"([A-Z])\d? +(\S+)(?: (.*))?")
_LOOK = re.compile(r"([lcr])?(\d+)?(b)?")
_FIELDS = {
    "C": "column", "K": "kicker", "T": "title", "S": "subtitle", "B": "byline", "P": "p",
    "H": "h", "O": "caption", "W": "source", "N": "signoff", "D": "date",
}  # fmt: skip
_ALIGNED = {"c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}


@dataclass(slots=True)
class Answer:
    """Values by field, in their order; ``p`` and ``h`` together are the text."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[tuple[str, bool]] = field(default_factory=list)
    after: set[str] = field(default_factory=set)  # may stand behind the text

    def take(self, name: str, text: str) -> None:
        said = " ".join(text.replace("⏎", " ").split())
        if name == "title":
            self.fields.pop(name, None)  # of several lines: the last says all of it
        if name in ("p", "h"):
            self.body.append((said, name == "h"))
        else:
            self.fields.setdefault(name, []).append(said)


@dataclass(slots=True)
class Row:
    role: str
    look: str
    text: str


@dataclass(slots=True)
class CountyFile:
    name: str
    option: str
    rows: list[Row] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def data(self) -> bytes:
        if not self.name.endswith(".txt"):
            return _docx(self)
        rows = [row.text for row in self.rows if row.text or row.role == "[empty]"]
        return "\r\n".join(rows).encode(self.option)


def files(which: str = "*") -> list[CountyFile]:
    return [one for path in sorted(HERE.glob(f"{which}.txt")) for one in _read(path)]


def _read(path: Path) -> Iterator[CountyFile]:
    found: CountyFile | None = None
    held: Row | None = None
    for line in (*path.read_text("utf-8").splitlines(), "@"):
        if not line.startswith("= ") and held is not None and found is not None:
            _answer(found.answers[-1], held)
            held = None
        if line.startswith("@"):
            if found:
                yield found
            name, _, option = line[2:].partition(" ")
            found = CountyFile(name, option, answers=[Answer()])
        elif found is None or not line:
            continue
        elif line.startswith("= "):
            name, _, text = line[2:].partition(" ")
            found.answers[-1].take(name, text)
            held = None
        elif line.startswith("%"):
            found.answers.append(Answer())
        elif line.startswith("["):
            found.rows.append(Row(line, "", ""))
        else:
            held = _row(line)
            found.rows.append(held)


def _row(line: str) -> Row:
    parts = _ROW.fullmatch(line)
    if parts is None:
        raise ValueError(line)
    return Row(parts[1], parts[2], parts[3] or "")


def _answer(answer: Answer, row: Row) -> None:
    """What a row becomes where nothing is said below it."""
    if row.role == "X":
        answer.after.add(" ".join(row.text.split()))
    elif row.role in _FIELDS and row.text:
        answer.take(_FIELDS[row.role], row.text)


def _docx(file: CountyFile) -> bytes:
    document = Document()
    size = int(file.option.removeprefix("size=") or 12)
    document.styles["Normal"].font.size = Pt(size)
    random_ = random.Random(file.name)
    holder: Any = document
    table: Any = None
    for row in file.rows:
        if row.role == "[table]":
            table = document.add_table(rows=1, cols=2)
            holder = table.cell(0, 0)
        elif row.role == "[cell]":
            holder = table.cell(0, 1)
        elif row.role in ("[/table]", "[/box]"):
            _boxed(document, holder, row.role)
            holder = document
        elif row.role == "[box]":
            holder = Document()
        elif row.role == "[page]":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif row.role == "[picture]":
            holder.add_paragraph().add_run().add_picture(picture(random_))
        elif row.text or row.role == "[empty]":
            _typed(holder, row)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _boxed(document: Any, holder: Any, role: str) -> None:
    """A text box as Word anchors it: a shape, and the same once more for older programs."""
    if role != "[/box]":
        return
    inside = "".join(
        re.sub(r' xmlns:\w+="[^"]*"', "", p._p.xml.partition("?>")[2] or p._p.xml)
        for p in holder.paragraphs
    )
    xml = (
        f"<w:p {SPACES}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def _typed(holder: Any, row: Row) -> None:
    made = holder.add_paragraph()
    align, size, bold = _LOOK.fullmatch(row.look.replace("-", "")).groups()  # type: ignore[union-attr]
    if align in _ALIGNED:
        made.alignment = _ALIGNED[align]
    run = made.add_run(row.text.replace("⏎", "\n").replace("⇥", "\t"))
    run.bold = True if bold or "b" in row.look else None
    if size:
        run.font.size = Pt(int(size))
