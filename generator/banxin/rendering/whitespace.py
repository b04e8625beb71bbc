"""Line breaks of templates that a browser doesn't show, left out when a template is compiled.

A template is written a line for each element, to be read; a site repeats those lines in every page.
What goes is a break at the edge of an element that stands as a block wherever it stands. Between
list items it stays, because a theme may set those in a row; so it does in and round all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_BLOCKS = (
    "address|article|aside|base|blockquote|body|caption|details|dialog|div|dl|fieldset|figcaption|"
    "figure|footer|form|h[1-6]|head|header|hgroup|hr|legend|link|main|meta|nav|ol|optgroup|p|"
    "section|summary|table|tbody|tfoot|thead|title|tr|ul"
)
_ITEMS = "dd|dt|li|option|td|th"
_REST = r"(?:\s[^<>]*)?>"
_AFTER = re.compile(rf"(<(?:/?(?:{_BLOCKS})|{_ITEMS}){_REST}|</script>)\s*\n\s*")
_BEFORE = re.compile(rf"\s*\n\s*(</?(?:{_BLOCKS})\b|</(?:{_ITEMS})>)")
_UNCLOSED = re.compile(r"</?[a-z][^<>]*$")


class StripLineBreaks(Extension):
    """For HTML alone: whoever reads a feed or a style sheet may mind."""

    def filter_stream(self, stream: TokenStream) -> TokenStream | Iterator[Token]:
        return _stripped(stream) if (stream.name or "").endswith(".html") else stream


def _stripped(stream: TokenStream) -> Iterator[Token]:
    """A tag may begin in one piece of text and end in another, with a value between."""
    begun = ""
    for token in stream:
        if token.type != "data":
            yield token
            continue
        whole = begun + token.value
        drawn = strip_line_breaks(whole)
        text = drawn[len(begun) :] if drawn.startswith(begun) else token.value
        yield Token(token.lineno, token.type, text)
        found = _UNCLOSED.search(whole)
        begun = found[0] if found else ""


def strip_line_breaks(text: str) -> str:
    """A piece of a template without the line breaks that nobody sees."""
    return _BEFORE.sub(r"\1", _AFTER.sub(r"\1", text))
