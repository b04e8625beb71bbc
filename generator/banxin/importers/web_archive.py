"""A page that was saved as one file (.mht, and what Word calls a single file web page)."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from email import message_from_bytes
from email.message import Message

from banxin.importers.web_hidden import without_hidden
from banxin.importers.web_page import page_text, tidied

_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?mime-version\s*:", re.IGNORECASE)
_MOST = 60_000_000
_MOST_PICTURES = 7_000_000  # written out they are a third more, within one part of a .docx


def is_web_archive(head: bytes) -> bool:
    return bool(_START.match(head))


def page_of(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Its first page, as UTF-8 with its encoding said, and what it hid; empty where there is
    none."""
    if len(data) > _MOST:
        return b"", ()
    parts = [one for one in message_from_bytes(data).walk() if not one.is_multipart()]
    pages = [one for one in parts if one.get_content_type() == "text/html"]
    pictures = [one for one in parts if one.get_content_maintype() == "image"]
    if not pages:
        return b"", ()
    text, hidden = without_hidden(_decoded(pages[0]))
    return _with_pictures(tidied(text), pictures), hidden


def _with_pictures(page: bytes, pictures: Sequence[Message]) -> bytes:
    """Each picture written out where the page names it, as long as all are small."""
    held = {_name_of(one): _content(one) for one in pictures}
    if sum(map(len, held.values())) > _MOST_PICTURES:
        return page
    for name, data in held.items():
        if name:
            inline = b"data:image;base64," + base64.b64encode(data)
            source = rb"""(src\s*=\s*["']?)[^"'\s>]*""" + re.escape(name.encode())
            page = re.sub(source, lambda found, to=inline: found[1] + to, page)  # type: ignore[misc]
    return page


def _name_of(part: Message) -> str:
    """The last part of where it lay."""
    return re.split(r"[/\\]", str(part.get("Content-Location", "")))[-1]


def _content(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decoded(part: Message) -> str:
    return page_text(_content(part), part.get_content_charset("utf-8"))
