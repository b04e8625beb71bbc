"""The Markdown that a newspaper is written in: CommonMark with tables and footnotes, for Chinese.

No raw HTML (it is shown as text), no indented code (an editor who indents a paragraph doesn't mean
a program), emphasis beside Chinese characters, paragraphs begun by a full-width space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, autolink, emphasis, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from banxin.content.markdown.fast_path import WIDE

_WIDE = re.compile(f"[{WIDE}]")
_TABLE = '<div class="table" tabindex="0" role="region" aria-label="表格">\n<table>\n'


class _Parser(MarkdownIt):
    """Leaves every address as typed: what may be linked is decided, and reported, in links.py."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


def between_wide(children: Sequence[Token], n: int) -> bool:
    """Whether a line was broken between Chinese characters, where no space belongs."""
    before = next((c.content for c in reversed(children[:n]) if c.content), "")
    after = next((c.content for c in children[n + 1 :] if c.content), "")
    return bool(before and after and _WIDE.match(before[-1]) and _WIDE.match(after[0]))


def _softbreak(_r: Any, tokens: Sequence[Token], n: int, _o: Any, _e: Any) -> str:
    return "" if between_wide(tokens, n) else "\n"


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


PARSER = _parser()
