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
from markdown_it.rules_inline import StateInline, autolink, entity
from markdown_it.rules_inline import escape as escaped
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from banxin.content.markdown import completeness, lines, tables
from banxin.content.markdown.emphasis import emphasis
from banxin.content.markdown.link_syntax import REFUSED, image, link
from banxin.content.markdown.pasted import LONGEST_WITHIN
from banxin.content.markdown.plain_text import between_wide

_TABLE = '<div class="table" tabindex="0" role="region" aria-label="表格">\n<table>\n'
_ESCAPED = frozenset("*#>-+.)[]!|`<&\n")
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
    """The library's, before signs that may be marks: a face \\(^o^)/ and \\\\server keep theirs."""
    if state.src[state.pos + 1 : state.pos + 2] not in _ESCAPED or not escaped(state, silent):
        return False
    if not silent and state.tokens and state.tokens[-1].type == "hardbreak":
        state.tokens[-1].markup = "\\"  # the library's token doesn't tell it from spaces
    return True


def _entity(state: StateInline, silent: bool) -> bool:
    """The library's, without the characters that would spoil a page."""
    at = state.pos
    if not entity(state, silent):
        return False
    if not silent and REFUSED.search(state.tokens[-1].content):
        state.tokens[-1].content = ""
        state.tokens[-1].meta["refused"] = (at, state.tokens[-1].markup)
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
