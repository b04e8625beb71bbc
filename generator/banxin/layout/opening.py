"""What a telephone shows of a long text: whole sentences, as far as there is one to end with."""

from __future__ import annotations

import re

from markupsafe import Markup

_TAG = re.compile(r"(<[^>]*>)")
_SENTENCE = re.compile("[。！？!?]+[”’」』）》]*")
_FEWEST, _MOST = 0.5, 1.2  # of the characters that were asked for
_MARK, _END = '<span class="rest">', "</span>"


def opening(html: Markup | str, characters: int) -> Markup:
    """``html`` with what comes after its opening marked: ``<span class="rest">`` in the paragraph
    where it ends. Nothing is marked where no sentence ends near ``characters``, or none is left."""
    text = str(html)
    at = _end(text, characters)
    if at is None:
        return Markup(text)
    closing = text.index("</p>", at)
    if not _TAG.sub("", text[at:]).strip():
        return Markup(text)
    rest = text[at:closing]
    return Markup(f"{text[:at]}{_MARK}{rest}{_END}{text[closing:]}")


def _end(html: str, characters: int) -> int | None:
    """Where the last sentence that is short enough ends, in a paragraph and in no tag of it."""
    count, place, found = 0, 0, None
    inside: list[str] = []
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            _step(inside, piece)
        else:
            for mark in _SENTENCE.finditer(piece) if inside == ["p"] else ():
                length = count + mark.end()
                if characters * _FEWEST <= length <= characters * _MOST:
                    found = place + mark.end()
            count += len(piece.strip())
        place += len(piece)
        if count > characters * _MOST:
            break
    return found


def _step(inside: list[str], tag: str) -> None:
    """Into a tag or out of it."""
    name = tag.strip("</>").split()[0]
    if tag.startswith("</"):
        while inside and inside.pop() != name:
            pass
    elif name not in ("br", "img", "wbr", "hr"):
        inside.append(name)
