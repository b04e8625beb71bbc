"""A body's Markdown to HTML and plain text, with whatever it points at and from where.

CommonMark with tables and footnotes, without raw HTML (shown as text) and without indented code
(an editor who indents a paragraph doesn't mean a program). A line that begins with a full-width
space begins a paragraph. Headings begin at h3: h1 and h2 belong to the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, autolink, emphasis, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from .links import Beside, classify, complain
from .model import Body, Ref
from .plaintext import plain
from .problems import Place, Problems

MARK = "\x1a"
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…·]")
_TABLE = '<div class="table" tabindex="0" role="region" aria-label="表格">\n<table>\n'
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Origin:
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
    paragraphs = plain(source)
    if paragraphs is not None:
        return Body("".join([f"<p>{p}</p>\n" for p in paragraphs]), "\n".join(paragraphs))
    env: dict[str, Any] = {"docId": origin.ident}
    tokens = _PARSER.parse(source, env)
    reader = _Reader(origin, source, problems)
    reader.read(tokens)
    html = _PARSER.renderer.render(tokens, _PARSER.options, env)
    text = "\n".join(_texts(tokens))
    if "[^" in source:
        _check_notes(env, text, reader)
    return Body(html, text, tuple(reader.refs))


class _Parser(MarkdownIt):
    """Leaves every address as typed: what may be linked is decided, and reported, in links.py."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


@dataclass(slots=True)
class _Reader:
    """Goes over the tokens once: settles links and pictures, shifts headings, cuts lines."""

    origin: Origin
    source: str
    problems: Problems
    refs: list[Ref] = field(default_factory=list)
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
        if kind == "file" and not self.origin.beside.exists(target):
            kind = "missing"
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
            ref = Ref("picture", target, "", place.line, place.column, found)
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
            parts.append("" if _between_wide(children, n) else " ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":  # its title is printed as the caption
            parts.append(str(child.attrs.get("title", "")))
    return "".join(parts)


def _between_wide(children: Sequence[Token], n: int) -> bool:
    """Whether a line was broken between Chinese characters, where no space belongs."""
    before = next((c.content for c in reversed(children[:n]) if c.content), "")
    after = next((c.content for c in children[n + 1 :] if c.content), "")
    return bool(before and after and _WIDE.match(before[-1]) and _WIDE.match(after[0]))


def _softbreak(_r: Any, tokens: Sequence[Token], n: int, _o: Any, _e: Any) -> str:
    return "" if _between_wide(tokens, n) else "\n"


def _image(renderer: RendererHTML, tokens: Sequence[Token], n: int, options: Any, env: Any) -> str:
    token = tokens[n]
    alt = escape(renderer.renderInlineAsText(token.children, options, env))
    caption = escape(str(token.attrs.get("title", "")), quote=False)
    below = f"\n<figcaption>{caption}</figcaption>" if caption and len(tokens) == 1 else ""
    return f'<img {token.meta.get("mark", "")} alt="{alt}">{below}'


def _cell(_r: Any, tokens: Sequence[Token], n: int, _o: Any, _e: Any) -> str:
    """A column's alignment as a class: a page's own policy refuses styles within its HTML."""
    token = tokens[n]
    aligned = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} class="{aligned}">' if aligned else f"<{token.tag}>"


def _marked(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """``rule``, noting where in the block's text its token begins."""

    def noting(state: StateInline, silent: bool) -> bool:
        at, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            begun = (t for t in state.tokens[before:] if t.type in ("link_open", "image"))
            next(begun).meta.setdefault("at", at)
        return True

    return noting


def _emphasis(state: StateInline, silent: bool) -> bool:
    """``*`` beside a Chinese character opens or closes whatever the character is.

    CommonMark leaves **“三件套”**落地 with its asterisks: it waits for a space, as between words.
    """
    start, before = state.pos, len(state.delimiters)
    if not emphasis.tokenize(state, silent):
        return False
    last = state.src[start - 1 : start] or " "
    following = state.src[state.pos : state.pos + 1] or " "
    if state.src[start] == "*" and (_WIDE.match(last) or _WIDE.match(following)):
        for delimiter in state.delimiters[before:]:
            delimiter.open = delimiter.open or not following.isspace()
            delimiter.close = delimiter.close or not last.isspace()
    return True


def _indent(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """Ends the paragraph above a line that begins with a full-width space."""
    start = state.bMarks[line] + state.tShift[line]
    return silent and state.src.startswith("\u3000", start)


def _parser() -> _Parser:
    parser = _Parser("commonmark", {"html": False, "xhtmlOut": False})
    parser.enable("table")
    parser.disable(["code", "html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False)
    parser.block.ruler.before("paragraph", "indent", _indent, {"alt": ["paragraph"]})
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        parser.inline.ruler.at(name, _marked(rule))
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.add_render_rule("table_open", lambda *_: _TABLE)
    parser.add_render_rule("table_close", lambda *_: "</table>\n</div>\n")
    for name in ("th_open", "td_open"):
        parser.add_render_rule(name, _cell)
    parser.add_render_rule("softbreak", _softbreak)
    parser.add_render_rule("image", _image)
    return parser


_PARSER = _parser()
