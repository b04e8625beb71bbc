"""A body's Markdown to HTML and plain text, with whatever it points at and from where.

docs/markdown.md says what each mark means. Headings begin at h3: h1 and h2 belong to the page.
Each visible character of the source is in the HTML, in its order, unless it is a mark that did
its work; where one isn't, that is reported by line and column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from markdown_it.token import Token
from msgspec.structs import replace

from banxin.content.markdown import pasted, slips
from banxin.content.markdown.completeness import lost
from banxin.content.markdown.dialect import PARSER
from banxin.content.markdown.fast_path import BodyBlock, blocks
from banxin.content.markdown.leftovers import report_leftovers
from banxin.content.markdown.plain_text import texts
from banxin.content.markdown.targets import MARK, Origin, Reader
from banxin.model import Body, Ref
from banxin.problems import Place, Problems

__all__ = ["MARK", "Origin", "render"]

LONGEST = 50_000  # characters that the parser reads at once: five full pages of a broadsheet
_NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_WARNINGS = (
    *("private-character", "invisible-in-body", "garbled-text", "half-width-punctuation"),
    *("comment-left-out", "picture-as-text", "table-cell-broken"),
    *("entity-read", "single-hash", "backslash-at-end"),
    *("asterisks-printed", "fields-in-body", "link-as-text", "word-field", "wechat-words"),
    "address-cut",
)
_TABLES = {
    "ragged": "table-ragged",
    "wide": "table-wide",
    "large": "table-too-large",
    "bare": "table-without-rule",
}


def render(source: str, origin: Origin, problems: Problems) -> Body:
    """The rendered body; whatever it points at wrongly is reported by line and column."""
    if not source.strip():
        return Body()
    source = _cleaned(source, origin, problems)
    html: list[str] = []
    said: list[str] = []
    refs: list[Ref] = []
    once: dict[str, list[Place]] = {}
    whole = (BodyBlock(0, source),) if origin.verse else None
    for block in whole or blocks(source, joins_lines=origin.joins_lines):
        if block.paragraphs:
            html += [shown for shown, _ in block.paragraphs]
            said += [text for _, text in block.paragraphs]
        else:
            here = replace(origin, line=origin.line + block.line)
            reader = Reader(here, block.source, problems, refs, once)
            html.append(_parsed(block.source, reader, said))
    _report_once(once, problems)
    return Body.of("".join(html), "\n".join(said), tuple(refs))


def _report_once(once: dict[str, list[Place]], problems: Problems) -> None:
    if "html-in-body" in once:
        once.pop("entity-read", None)  # comes with it, and goes with it
    for code, places in once.items():
        lines = len({place.line for place in places})
        (problems.warn if code in _WARNINGS else problems.add)(min(places), code, count=lines)


def _cleaned(source: str, origin: Origin, problems: Problems) -> str:
    """Without comments and conflict marks; reports them, and lines that look wrapped by hand."""

    def report(code: str, line: int, column: int, details: dict[str, str]) -> None:
        place = Place(origin.file, origin.line + line, column + 1)
        (problems.warn if code in _WARNINGS else problems.add)(place, code, **details)

    source = slips.with_marks(pasted.cleaned(source, report))
    if "```" not in source:  # what is shown as it is
        slips.report_slips(source, origin.beside.names, report)
        report_leftovers(source, report)
    by_hand = origin.joins_lines or origin.verse
    if not by_hand and (line := pasted.wrapped(source)) >= 0:
        problems.warn(Place(origin.file, origin.line + line), "lines-wrapped")
    return source


def _parsed(source: str, reader: Reader, said: list[str]) -> str:
    """The HTML of what needs the parser; the text of each of its blocks is added to ``said``."""
    if len(source) > LONGEST:
        place = reader.position(0)
        reader.problems.add(place, "body-too-long", length=len(source), most=LONGEST)
        said += (lines := [line.strip() for line in source.split("\n") if line.strip()])
        return "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in lines)
    origin = reader.origin
    env: dict[str, Any] = {"docId": origin.ident, "join": origin.joins_lines, "verse": origin.verse}
    tokens = PARSER.parse(source, env)
    if origin.verse:
        _keep_lines(tokens)
    _set_lists(tokens)
    reader.read(tokens)
    html: str = PARSER.renderer.render(tokens, PARSER.options, env)
    found = list(texts(tokens))
    _report(env, reader)
    if "[^" in source:
        _check_notes(env, "\n".join(found), reader)
    _check_completeness(html, env, reader)
    said += found
    return html


def _keep_lines(tokens: Sequence[Token]) -> None:
    """A line of verse ends where it was ended."""
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == "softbreak":
            child.type, child.tag = "hardbreak", "br"


def _set_lists(tokens: Sequence[Token]) -> None:
    """Numbers as typed; an item with two paragraphs shows them as such."""
    numbers: list[int] = []
    hidden: list[list[int]] = []
    for n, token in enumerate(tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            numbers.append(int(token.attrs.get("start", 1)))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            if token.info and int(token.info) != numbers[-1]:
                token.meta["value"] = numbers[-1] = int(token.info)
            numbers[-1] += 1
            hidden.append([])
        elif token.type == "list_item_close":
            _show_paragraphs(tokens, hidden.pop())
        elif token.type == "paragraph_open" and token.hidden and hidden:
            hidden[-1].append(n)


def _show_paragraphs(tokens: Sequence[Token], opened: list[int]) -> None:
    if len(opened) > 1:
        for n in opened:
            tokens[n].hidden = tokens[n + 2].hidden = False


def _report(env: dict[str, Any], reader: Reader) -> None:
    """What the rules noted in passing."""
    file, first = reader.origin.file, reader.origin.line
    for kind, line in env.get("tables", ()):
        reader.problems.warn(Place(file, first + line), _TABLES[kind])
    for line in env.get("unclosed", ()):
        reader.problems.warn(Place(file, first + line), "code-unclosed")
    for block, at, entity in env["refused"]:
        reader.problems.add(reader.place(block, at), "entity-refused", entity=entity)
    for block, at, _ in env["read"]:
        reader.note("entity-read", reader.place(block, at))
    for line in env.get("hashes", ()):
        reader.note("single-hash", Place(file, first + line, 1))
    for block, at in env["doubts"]:
        reader.problems.warn(reader.place(block, at), "asterisks-printed")
    if "deep" in env:
        reader.problems.add(Place(file, first + env["deep"]), "body-too-deep")


def _check_completeness(html: str, env: dict[str, Any], reader: Reader) -> None:
    if (missing := lost(reader.source, html, env)) is not None:
        line, column = missing
        text = reader.source.split("\n")[line][column : column + 20]
        place = Place(reader.origin.file, reader.origin.line + line, column + 1)
        reader.problems.add(place, "text-lost", text=text)


def _check_notes(env: dict[str, Any], text: str, reader: Reader) -> None:
    """Notes that would vanish: those that nothing refers to, and all but the last of a number;
    and numbers without a note."""
    last = dict(env["labels"])
    for label, line in env["labels"]:
        if line != last[label]:
            place = Place(reader.origin.file, reader.origin.line + line)
            reader.problems.add(place, "footnote-twice", note=label)
    for label, used in env.get("footnotes", {}).get("refs", {}).items():
        if used < 0:
            note = label.removeprefix(":")
            reader.problems.warn(reader.find(f"[^{note}]:"), "footnote-unused", note=note)
    for found in _NOTE.finditer(text):
        reader.problems.warn(reader.find(found[0]), "footnote-missing", note=found[1])
