"""The Markdown that a newspaper is written in, put together: docs/markdown.md says what it means.

CommonMark with tables and footnotes, of which much is left out: raw HTML (shown as text), indented
code, headings by underlining, link definitions, ``_`` as a mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import blockquote, fence, hr, list_block
from markdown_it.rules_inline import StateInline, autolink, backtick, entity
from markdown_it.rules_inline import escape as escaped
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from banxin.content.markdown import completeness, lines, tables
from banxin.content.markdown.emphasis import emphasis, pair
from banxin.content.markdown.link_syntax import REFUSED, image, link
from banxin.content.markdown.pasted import LONGEST_WITHIN
from banxin.content.markdown.plain_text import between_wide

_TABLE = '<div class="table" tabindex="0" role="region" aria-label="表格">\n<table>\n'
# What a backslash stands before where it isn't printed: what would be a mark there. \(x\), \[y\],
# A\&B and D:\2022\ keep theirs.
_ESCAPED = re.compile(
    r"\\(?:[*`]|!(?=\\?\[)|\[(?=\^|[^\[\]\n]{0,200}(?<!\\)\][(（])|&(?=#?[A-Za-z0-9]{1,32};))"
)
_PATH = re.compile(r"\\[A-Za-z0-9][!-)+-~]*\Z")  # D:\photos\*.jpg
_ESCAPED_FIRST = re.compile(r"(?:^|(?<=\n))\\[#>+<|-]")
_ESCAPED_NUMBER = re.compile(r"(?:^|\n)[0-9]{1,9}\Z")
_TICKS = re.compile("`+")
_CODE = re.compile(r"[\x00-\x7f]*[A-Za-z<>&*#\[\]{}\\|_=][\x00-\x7f]*")
_NOTE = re.compile(r"\[\^[^\]\s]{1,100}\]")


class _Parser(MarkdownIt):
    """Leaves every address as typed: what may be linked is decided, and reported, in links.py."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def _softbreak(_r: Any, tokens: Sequence[Token], n: int, _o: Any, _e: Any) -> str:
    return "" if between_wide(tokens, n) else "\n"


def _image(_r: RendererHTML, tokens: Sequence[Token], n: int, _o: Any, _e: Any) -> str:
    token = tokens[n]
    alt, title = escape(str(token.attrs["alt"])), str(token.attrs.get("title", ""))
    shown = f'<img {token.meta.get("mark", "")} alt="{alt}"'
    if title and len(tokens) == 1:
        return f"{shown}>\n<figcaption>{escape(title, quote=False)}</figcaption>"
    return f'{shown} title="{escape(title)}">' if title else f"{shown}>"


def _item(_r: Any, tokens: Sequence[Token], n: int, _o: Any, _e: Any) -> str:
    """With its number where that isn't the one that a browser would count."""
    value = tokens[n].meta.get("value", "")
    opened = f'<li value="{value}">' if value else "<li>"
    return opened if tokens[n + 1].hidden or tokens[n + 1].nesting < 0 else f"{opened}\n"


def _autolink(state: StateInline, silent: bool) -> bool:
    """The library's, noting where the address begins."""
    at, before = state.pos + 1, len(state.tokens)
    if not autolink(state, silent):
        return False
    if not silent:
        next(t for t in state.tokens[before:] if t.type == "link_open").meta["at"] = at
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    """The library's, before what would be a mark; else a backslash is a backslash."""
    return _is_escape(state) and escaped(state, silent)


def _is_escape(state: StateInline) -> bool:
    text, at = state.src, state.pos
    if text[at] != "\\":
        return False
    if text.startswith("*", at + 1) and _PATH.search(text, max(0, at - 80), at):
        return False
    if _ESCAPED.match(text, at) or _ESCAPED_FIRST.match(text, at):
        return True
    if text.startswith(".", at + 1):
        return _ESCAPED_NUMBER.search(text, max(0, at - 10), at) is not None
    return text.startswith("|", at + 1) and text in state.env.get("cells", ())


def _code(state: StateInline, silent: bool) -> bool:
    """The library's, around what may be code; else a backtick is a quotation mark or a minute."""
    start = state.pos
    if state.src[start] != "`" or not backtick(state, True):
        return False
    end = state.pos
    marks = _TICKS.match(state.src, start)
    mark = marks[0] if marks else "`"
    if _is_code(state.src, start + len(mark), end - len(mark)):
        state.pos = start
        found = backtick(state, silent)
        if found and not silent:  # the library makes one line of it
            state.tokens[-1].meta["lines"] = state.src[start : state.pos].split("\n")
        return found
    state.pos = start + len(mark)
    if not silent:
        state.append_pending(mark)
    return True


def _is_code(text: str, start: int, end: int) -> bool:
    around = text[start - 2 : start - 1] + text[end + 1 : end + 2]
    return bool(_CODE.fullmatch(text, start, end)) and not re.search("[A-Za-z0-9]", around)


def _entity(state: StateInline, silent: bool) -> bool:
    """The library's, without the characters that would spoil a page."""
    at = state.pos
    if not entity(state, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        kept = REFUSED.sub("", token.content)
        token.meta["read" if kept else "refused"] = (at, token.markup)
        token.content = kept
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    """The plugin's, which looks for the closing bracket up to the end of the text."""
    return bool(_NOTE.match(state.src, state.pos, state.posMax)) and footnote_ref(state, silent)


def _comment(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith("<!--", start):
        return False
    end = state.src.find("-->", start + 4, min(state.posMax, start + LONGEST_WITHIN)) + 3
    if end < 3:
        return False
    if not silent:
        state.push("comment", "", 0).content = state.src[start:end]
    state.pos = end
    return True


def new_parser() -> _Parser:
    parser = _Parser("commonmark", {"html": False, "xhtmlOut": False})
    parser.disable(["code", "html_block", "html_inline", "reference", "lheading"])
    parser.use(footnote_plugin, inline=False)
    _replace_blocks(parser)
    inline: dict[str, Callable[[StateInline, bool], bool]] = {
        "backticks": _code,
        "emphasis": emphasis,
        "link": link,
        "image": image,
        "autolink": _autolink,
        "entity": _entity,
        "escape": _escape,
        "footnote_ref": _footnote,
    }
    for name, rule in inline.items():
        parser.inline.ruler.at(name, rule)
    parser.inline.ruler2.at("balance_pairs", pair)
    parser.inline.ruler.before("autolink", "comment", _comment)
    parser.core.ruler.after("inline", "completeness", completeness.note)
    _set_renderers(parser)
    return parser


def _replace_blocks(parser: _Parser) -> None:
    block = parser.block.ruler
    above: RuleOptionsType = {"alt": ["paragraph", "blockquote"]}
    block.before("table", "too_deep", lines.too_deep)
    block.at("table", tables.piped, {"alt": ["paragraph"]})
    block.after("table", "tabbed", tables.tabbed, {"alt": ["paragraph"]})
    block.at("fence", lines.fences(fence), {"alt": ["paragraph", "blockquote", "list"]})
    block.at(
        "blockquote", lines.quotations(blockquote), {"alt": ["paragraph", "blockquote", "list"]}
    )
    block.at("hr", lines.rules(hr), {"alt": ["paragraph", "blockquote", "list"]})
    block.at("list", lines.lists(list_block), above)
    block.at("heading", lines.heading, above)
    block.at("paragraph", lines.paragraph)
    block.before("list", "list_end", lines.ends_list, {"alt": ["list"]})
    block.before("paragraph", "quotation_end", lines.ends_quotation, {"alt": ["blockquote"]})
    parser.enable("table")


def _set_renderers(parser: _Parser) -> None:
    parser.add_render_rule("table_open", lambda *_: _TABLE)
    parser.add_render_rule("table_close", lambda *_: "</table>\n</div>\n")
    parser.add_render_rule("softbreak", _softbreak)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("list_item_open", _item)
    parser.add_render_rule("comment", lambda *_: "")


PARSER = new_parser()
