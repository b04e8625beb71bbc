"""A body's HTML for an editor that keeps elements and their own style, and nothing else.

No classes, no ids, no links, no style sheet: what an editor drops silently isn't handed to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser

_NOTE = "font-size:14px;color:#666"
STYLES: Mapping[str, str] = {
    "p": "margin:0 0 16px;font-size:16px;line-height:1.75;text-align:justify",
    "h3": "margin:24px 0 12px;font-size:18px;line-height:1.5;font-weight:bold",
    "h4": "margin:20px 0 8px;font-size:16px;line-height:1.5;font-weight:bold",
    "blockquote": "margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #ccc",
    "ul": "margin:0 0 16px;padding:0 0 0 24px",
    "ol": "margin:0 0 16px;padding:0 0 0 24px",
    "li": "font-size:16px;line-height:1.75",
    "table": "margin:0 0 16px;width:100%;border-collapse:collapse;font-size:14px",
    "th": "padding:4px 8px;border:1px solid #ccc;font-weight:bold",
    "td": "padding:4px 8px;border:1px solid #ccc",
    "img": "display:block;margin:0 auto 8px;max-width:100%;height:auto",
    "section": _NOTE,
}
# what a body says by a class, which goes: a letter's last lines, what somebody asks, a cell's side
_SHAPED: Mapping[str, str] = {
    "signed": ";text-align:right",
    "question": ";font-weight:bold",
    "names-of": ";font-weight:bold",
    **{side: f";text-align:{side}" for side in ("left", "center", "right")},  # a table's cells
}
_PLAIN = {"strong", "b", "em", "i", "s", "del", "sub", "sup", "code", "thead", "tbody", "tr"}
_KEPT = {"colspan", "rowspan", "start", "alt"}
_EMPTY = {"br", "hr", "img"}


def inlined(html: str, absolute: Callable[[str], str]) -> str:
    """``absolute``: the address elsewhere of a picture that the body shows.

    Of a link stays its text; behind one that leads out of the paper, its address, unless that is
    the text: whoever reads it can copy it.
    """
    writer = _Inliner(absolute)
    writer.feed(html)
    writer.close()
    return "".join(writer.parts)


class _Inliner(HTMLParser):
    def __init__(self, absolute: Callable[[str], str]) -> None:
        super().__init__()
        self.absolute = absolute
        self.parts: list[str] = []
        self._link = ""  # where the open link leads
        self._back = False  # within a footnote's way back, which leads nowhere elsewhere
        self._text = ""  # of the open link

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._link, self._text = given.get("href", ""), ""
            self._back = "footnote-backref" in given.get("class", "")
        elif tag in STYLES or tag in _PLAIN or tag in _EMPTY:
            self.parts.append(f"<{tag}{self._attributes(tag, given)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            outside = self._link.startswith(("http://", "https://"))
            if outside and self._text.strip() != self._link:
                self.parts.append(f"（{escape(self._link)}）")
            self._link, self._back = "", False
        elif (tag in STYLES or tag in _PLAIN) and tag not in _EMPTY:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text += data
        if not self._back:
            self.parts.append(escape(data, quote=False))

    def _attributes(self, tag: str, given: Mapping[str, str]) -> str:
        found = {name: value for name, value in given.items() if name in _KEPT}
        if tag == "img":
            found["src"] = self.absolute(given.get("src", ""))
        style = STYLES.get(tag, "") + _SHAPED.get(given.get("class", ""), "")
        if style:
            found["style"] = style
        return "".join(f' {name}="{escape(value)}"' for name, value in found.items())
