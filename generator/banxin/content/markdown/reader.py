"""A body's Markdown to HTML and plain text, with whatever it points at and from where.

CommonMark with tables and footnotes, without raw HTML (shown as text) and without indented code
(an editor who indents a paragraph doesn't mean a program). A line that begins with a full-width
space begins a paragraph. Headings begin at h3: h1 and h2 belong to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token
from msgspec.structs import replace

from banxin.content.links import Beside, classify, complain
from banxin.content.markdown.dialect import PARSER, between_wide
from banxin.content.markdown.fast_path import blocks
from banxin.model import Body, Ref
from banxin.problems import Place, Problems

MARK = "\x1a"
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


class Origin(msgspec.Struct, frozen=True):
    """Where a body comes from: its file, the line it begins on, and what lies beside it.

    ``ident`` keeps footnotes apart where several articles stand on one page.
    """

    file: str
    line: int
    ident: str
    beside: Beside


def render(source: str, origin: Origin, problems: Problems) -> Body:
    """The rendered body; whatever it points at wrongly is reported by line and column."""
    if not source.strip():
        return Body()
    html: list[str] = []
    texts: list[str] = []
    refs: list[Ref] = []
    for block in blocks(source):
        if block.paragraphs:
            html += [shown for shown, _ in block.paragraphs]
            texts += [text for _, text in block.paragraphs]
        else:
            here = replace(origin, line=origin.line + block.line)
            html.append(_parsed(block.source, _Reader(here, block.source, problems, refs), texts))
    return Body.of("".join(html), "\n".join(texts), tuple(refs))


def _parsed(source: str, reader: _Reader, texts: list[str]) -> str:
    """The HTML of what needs the parser; the text of each of its blocks is added to ``texts``."""
    env: dict[str, Any] = {"docId": reader.origin.ident}
    tokens = PARSER.parse(source, env)
    reader.read(tokens)
    html: str = PARSER.renderer.render(tokens, PARSER.options, env)
    found = list(_texts(tokens))
    if "[^" in source:
        _check_notes(env, "\n".join(found), reader)
    texts += found
    return html


@dataclass(slots=True)
class _Reader:
    """Goes over the tokens once: settles links and pictures, shifts headings, cuts lines."""

    origin: Origin
    source: str
    problems: Problems
    refs: list[Ref]  # of the whole body so far
    lines: list[str] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> None:
        for n, token in enumerate(tokens):
            if token.type == "inline":
                self.inline(token)
                if _is_lone_picture(tokens, n):
                    tokens[n - 1].tag = tokens[n + 1].tag = "figure"
            elif token.tag in ("h1", "h2", "h3", "h4", "h5"):
                token.tag = f"h{max(3, int(token.tag[1]) + 1)}"

    def inline(self, token: Token) -> None:
        for child in token.children or ():
            if child.type == "link_open":
                self.link(child, token)
            elif child.type == "image":
                self.picture(child, token)

    def link(self, child: Token, block: Token) -> None:
        href = str(child.attrs["href"])
        kind, target, fragment = classify(href, self.origin.file)
        if kind == "web":
            child.attrs["href"] = normalizeLink(href)
            if href[:4].lower() == "http":
                child.attrs["rel"] = "noopener"
            return
        place = self.place(child, block, href)
        if kind == "file":
            found = self.origin.beside.found(target)
            kind, target = ("file", found) if found else ("missing", target)
        if kind in ("link", "file"):
            child.attrs["href"] = self.refer(Ref(kind, target, fragment, place.line, place.column))
        else:
            complain(kind, href, target, place, self.origin.beside, self.problems)

    def picture(self, child: Token, block: Token) -> None:
        src = str(child.attrs["src"])
        kind, target, _ = classify(src, self.origin.file)
        place = self.place(child, block, src)
        if kind == "web":
            self.problems.add(place, "picture-elsewhere", href=src)
        elif kind != "file":
            complain(kind, src, target, place, self.origin.beside, self.problems)
        elif found := self.origin.beside.picture(target, place):
            ref = Ref("picture", found.file, "", place.line, place.column, found)
            child.meta["mark"] = self.refer(ref)

    def refer(self, ref: Ref) -> str:
        self.refs.append(ref)
        return f"{MARK}{len(self.refs) - 1}{MARK}"

    def place(self, child: Token, block: Token, href: str) -> Place:
        """Line and column of ``href``; of its bracket if it is defined elsewhere."""
        start = block.map[0] if block.map else 0
        position = child.meta.get("at", -1)
        if position < 0:
            return Place(self.origin.file, self.origin.line + start)
        content = block.content
        found = content.find(href, position)
        position = found if found >= 0 else position
        above = content.count("\n", 0, position)
        first = content.rfind("\n", 0, position) + 1
        text = content[first:].split("\n", 1)[0]
        column = position - first + max(0, self.line(start + above).find(text.strip()))
        column -= len(text) - len(text.lstrip())
        return Place(self.origin.file, self.origin.line + start + above, column + 1)

    def find(self, text: str) -> Place:
        """Where ``text`` first stands in the source."""
        above = self.source[: max(0, self.source.find(text))]
        column = len(above) - above.rfind("\n")
        return Place(self.origin.file, self.origin.line + above.count("\n"), column)

    def line(self, number: int) -> str:
        self.lines = self.lines or self.source.split("\n")
        return self.lines[number] if number < len(self.lines) else ""


def _check_notes(env: dict[str, Any], text: str, reader: _Reader) -> None:
    """Warn of notes that nothing refers to (they would vanish), and of numbers without a note."""
    for label, used in env.get("footnotes", {}).get("refs", {}).items():
        if used < 0:
            note = label.removeprefix(":")
            reader.problems.warn(reader.find(f"[^{note}]:"), "footnote-unused", note=note)
    for found in _NOTE.finditer(text):
        reader.problems.warn(reader.find(found[0]), "footnote-missing", note=found[1])


def _is_lone_picture(tokens: Sequence[Token], n: int) -> bool:
    children = tokens[n].children or ()
    above = tokens[n - 1]
    return (
        len(children) == 1
        and children[0].type == "image"
        and above.type == "paragraph_open"
        and not above.hidden
    )


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
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
