"""The same stories as sources that other programs make Word files of: HTML, ODT, RTF, Markdown.

``styled``: each thing carries the name of a style; else it only looks as it does.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from tests.support.manuscripts.by_python_docx import NAMES, picture
from tests.support.manuscripts.laid_out import Typed

Stories = Sequence[Sequence[Typed]]
Write = Callable[[Stories, random.Random], str]
Look = tuple[float, bool, str]  # size above the text's, bold, alignment

_LOOKS: dict[str, Look] = {
    "title": (8, True, "center"),
    "kicker": (2, False, "center"),
    "subtitle": (2, False, "center"),
    "column": (0, False, "center"),
    "byline": (0, False, "center"),
    "caption": (-2, False, "center"),
    "subhead": (0, True, "left"),
    "byline_end": (0, False, "right"),
    "signoff": (0, False, "right"),
    "date": (0, False, "right"),
}
_TEXT: Look = (0, False, "left")


def html_by_looks(stories: Stories, random_: random.Random) -> str:
    """As WPS and mail programs write it: a style in each paragraph."""
    size = random_.choice((12, 14, 16))

    def row(one: Typed) -> str:
        more, bold, align = _LOOKS.get(one.role, _TEXT)
        text = f"<b>{escape(one.text)}</b>" if bold else escape(one.text)
        run = f'<span style="font-size:{size + more}pt">{text}</span>'
        return f'<p style="text-align:{align}">{run}</p>'

    return _html(_rows(stories, random_, row, "<p><br></p>"))


def html_by_headings(stories: Stories, random_: random.Random) -> str:
    """As sites write it: h1 for a headline, h2 for a subhead, all else a paragraph."""
    tags = {"title": "h1", "subhead": "h2"}

    def row(one: Typed) -> str:
        tag = tags.get(one.role, "p")
        _, _, align = _LOOKS.get(one.role, _TEXT)
        return f'<{tag} align="{align}">{escape(one.text)}</{tag}>'

    return _html(_rows(stories, random_, row, ""))


def _html(rows: Iterable[str]) -> str:
    body = "\n".join(rows)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _rows(
    stories: Stories, random_: random.Random, row: Callable[[Typed], str], between: str
) -> Iterator[str]:
    for n, story in enumerate(stories):
        if n and between:
            yield from [between] * random_.choice((1, 2))
        for one in story:
            if one.role == "picture":
                data = base64.b64encode(picture(random_).getvalue()).decode()
                yield f'<p><img src="data:image;base64,{data}" width="120" height="80"></p>'
            else:
                yield row(one)


_FODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.text" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
)


def odt_by_looks(stories: Stories, random_: random.Random) -> str:
    return _odt(stories, random_, {role: f"P{n}" for n, role in enumerate(_LOOKS)}, named=False)


def odt_by_styles(stories: Stories, random_: random.Random) -> str:
    return _odt(stories, random_, NAMES, named=True)


def _odt(stories: Stories, random_: random.Random, names: dict[str, str], *, named: bool) -> str:
    size = random_.choice((12, 14, 16))
    made = {}
    for role, name in names.items():
        made[name] = _odt_style(name, size, _LOOKS.get(role, _TEXT), parent=not named)
    styles = "".join(made.values())
    base = _odt_style("Standard", size, _TEXT, parent=False)
    common, own = (styles, "") if named else ("", styles)
    rows = []
    for n, story in enumerate(stories):
        rows += ['<text:p text:style-name="Standard"/>'] * (random_.choice((0, 1, 2)) if n else 0)
        for one in story:
            if one.role == "picture":
                data = base64.b64encode(picture(random_).getvalue()).decode()
                rows.append(
                    '<text:p text:style-name="Standard"><draw:frame text:anchor-type="as-char" '
                    'svg:width="6cm" svg:height="4cm"><draw:image><office:binary-data>'
                    f"{data}</office:binary-data></draw:image></draw:frame></text:p>"
                )
            else:
                name = names.get(one.role, "Standard")
                rows.append(f'<text:p text:style-name="{name}">{escape(one.text)}</text:p>')
    return (
        f"{_FODT}<office:styles>{base}{common}</office:styles><office:automatic-styles>{own}"
        f"</office:automatic-styles><office:body><office:text>{''.join(rows)}</office:text>"
        "</office:body></office:document>"
    )


def _odt_style(name: str, size: int, look: Look, *, parent: bool) -> str:
    more, bold, align = look
    weight = "bold" if bold else "normal"
    place = {"left": "start", "right": "end"}.get(align, align)
    based = ' style:parent-style-name="Standard"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{based}>'
        f'<style:paragraph-properties fo:text-align="{place}"/><style:text-properties '
        f'style:font-size-asian="{size + more}pt" fo:font-size="{size + more}pt" '
        f'style:font-weight-asian="{weight}" fo:font-weight="{weight}"/></style:style>'
    )


def rtf_by_looks(stories: Stories, random_: random.Random) -> str:
    size = random_.choice((21, 24, 28))
    places = {"center": "\\qc", "right": "\\qr", "left": "\\ql"}

    def row(one: Typed) -> str:
        more, bold, align = _LOOKS.get(one.role, _TEXT)
        run = f"\\fs{int(size + 2 * more)}" + ("\\b" if bold else "")
        return f"{{\\pard{places[align]}{run} {_rtf(one.text)}\\par}}"

    rows = []
    for n, story in enumerate(stories):
        rows += ["{\\pard\\par}"] * (random_.choice((0, 1, 2)) if n else 0)
        for one in story:
            rows.append(_rtf_picture(random_) if one.role == "picture" else row(one))
    return "{\\rtf1\\ansi\\uc1{\\fonttbl{\\f0 SimSun;}}\n" + "\n".join(rows) + "}"


def _rtf(text: str) -> str:
    signed = ((ord(c) + 0x8000) % 0x10000 - 0x8000 for c in text)
    return "".join(f"\\u{n}?" for n in signed)  # pandoc drops a digit that follows one


def _rtf_picture(random_: random.Random) -> str:
    data = picture(random_).getvalue()
    kind = "pngblip" if data.startswith(b"\x89PNG") else "jpegblip"
    sizes = "\\picw120\\pich80\\picwgoal1800\\pichgoal1200"
    return f"{{\\pard\\qc{{\\pict\\{kind}{sizes}\n{data.hex()}}}\\par}}"


def markdown_by_styles(stories: Stories, random_: random.Random) -> str:
    """With pandoc's own way to name a style."""

    def row(one: Typed) -> str:
        name = NAMES.get(one.role, "正文")
        return f'::: {{custom-style="{name}"}}\n{_marked(one.text)}\n:::\n'

    return _markdown(stories, random_, row)


def markdown_by_headings(stories: Stories, random_: random.Random) -> str:
    marks = {"title": "# ", "subhead": "## "}
    return _markdown(
        stories, random_, lambda one: f"{marks.get(one.role, '')}{_marked(one.text)}\n"
    )


def markdown_by_bold(stories: Stories, random_: random.Random) -> str:
    """Nothing but bold: pandoc knows no sizes."""

    def row(one: Typed) -> str:
        bold = one.role in ("title", "subhead")
        return f"**{_marked(one.text)}**\n" if bold else f"{_marked(one.text)}\n"

    return _markdown(stories, random_, row)


def _markdown(stories: Stories, random_: random.Random, row: Callable[[Typed], str]) -> str:
    return (
        "\n".join(_rows(stories, random_, row, "\n"))
        .replace('<p><img src="', "![](")
        .replace('" width="120" height="80"></p>', ")\n")
    )


def _marked(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#+-.!|~^$@\"'" else c for c in text)
