"""Word files as python-docx writes them: by named styles, by Word's own, or by looks alone."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from PIL import Image

from tests.support.manuscripts.laid_out import Typed

NAMES = {
    "kicker": "引题",
    "title": "主题",
    "subtitle": "副题",
    "column": "栏目",
    "byline": "署名",
    "byline_end": "署名",
    "body": "正文",
    "subhead": "小标题",
    "caption": "图说",
    "source": "稿源",
    "signoff": "落款",
    "date": "落款",
}
OF_WORD = {
    "kicker": "Normal",
    "title": "Heading 1",
    "subtitle": "Subtitle",
    "subhead": "Heading 2",
    "caption": "Caption",
}


def picture(random_: random.Random) -> io.BytesIO:
    file = io.BytesIO()
    colour = tuple(random_.randrange(256) for _ in range(3))
    Image.new("RGB", (480, 320), colour).save(file, random_.choice(("JPEG", "PNG")))
    file.seek(0)
    return file


def styled(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """By the names of the template."""
    document = Document()
    for name in set(NAMES.values()):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for n, story in enumerate(stories):
        for one in story:
            if one.role == "picture":
                document.add_picture(picture(random_), width=Cm(8))
                continue
            paragraph = document.add_paragraph(_indented(one, random_), style=NAMES[one.role])
            if n and one is story[0] and random_.random() < 0.3:
                paragraph.paragraph_format.page_break_before = True
    return _saved(document)


def by_word(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """By Word's own styles, where it has one; all else in its Normal."""
    document = Document()
    for story in stories:
        for one in story:
            if one.role == "picture":
                document.add_picture(picture(random_), width=Cm(8))
                continue
            paragraph = document.add_paragraph(
                _indented(one, random_), style=OF_WORD.get(one.role, "Normal")
            )
            if one.role in ("signoff", "date"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return _saved(document)


def by_looks(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """As most manuscripts come: no style, but large, bold and centred where it should be."""
    document = Document()
    size = random_.choice((10.5, 12, 14, 16))
    title = size + random_.choice((4, 6, 8, 10))
    bold = random_.random() < 0.7
    spaced = random_.random() < 0.3
    for n, story in enumerate(stories):
        for one in story:
            if one.role == "picture":
                document.add_picture(picture(random_), width=Cm(8))
                document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
                continue
            paragraph = document.add_paragraph()
            run = paragraph.add_run(_indented(one, random_))
            _set_look(paragraph, run, one.role, size, title, bold)
            if spaced:
                document.add_paragraph()
        if n + 1 < len(stories):
            for _ in range(random_.choice((0, 1, 2))):
                document.add_paragraph()
            if random_.random() < 0.3:
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    return _saved(document)


def _set_look(
    paragraph: object, run: object, role: str, size: float, title: float, bold: bool
) -> None:
    sizes = {"title": title, "kicker": size + 2, "subtitle": size + 2, "caption": size - 1.5}
    run.font.size = Pt(sizes.get(role, size))  # type: ignore[attr-defined]
    run.bold = (role == "title" and bold) or role == "subhead"  # type: ignore[attr-defined]
    if role in ("title", "kicker", "subtitle", "byline", "column", "caption"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER  # type: ignore[attr-defined]
    elif role in ("signoff", "date", "byline_end"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # type: ignore[attr-defined]


def _indented(one: Typed, random_: random.Random) -> str:
    indent = "　　" if one.role == "body" and random_.random() < 0.5 else ""
    return indent + one.text


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()
