"""A page of a browser as LibreOffice reads it best: parts that its HTML doesn't know become plain
blocks, pictures that lie beside the page stand in it, links in a row stand in one line."""

from __future__ import annotations

import base64
import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from banxin.importers.refusal import Refused
from banxin.importers.text.decoding import decoded

MOST = 60_000_000
MOST_PICTURES = 7_000_000  # written out they are a third more, within one part of a .docx
_NAMED = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030"}  # what such pages hold beyond their name
_BLOCKS = frozenset(
    (
        *("section", "article", "main", "header", "footer", "aside", "nav", "figure"),
        *("figcaption", "hgroup", "details", "summary", "address", "mp-common-profile"),
    )
)
_INLINE = frozenset(("span", "a", "em", "strong", "b", "i", "font", "label"))
# possessive: whatever a page holds is read once
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
REMARK = re.compile(r"<!--(?:[^-]++|-(?!->))*+-->")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp")
_ELSEWHERE = "elsewhere.jpg"  # no such file: that it is missing is told


def page_text(data: bytes, charset: str = "") -> str:
    """A page's HTML, in the encoding that it names, or else the one that gives Chinese."""
    named = _NAMED.search(data[:4000])
    name = (charset or (named[1].decode("ascii") if named else "")).lower()
    if data[:3] == b"\xef\xbb\xbf":
        name = "utf-8-sig"
    try:
        return data.decode(_WIDER.get(name, name) or "utf-8")
    except (LookupError, UnicodeDecodeError):
        pass
    try:
        return decoded(data)[0]
    except Refused:
        return data.decode("gb18030", errors="replace")


def tidied(text: str, folder: Path | None = None) -> bytes:
    """The page as UTF-8. ``folder``: where it lies; pictures below it are put into it."""
    made = TAG.sub(_Tidier(folder).tag, REMARK.sub("", text))
    return b'<meta charset="utf-8">' + made.encode("utf-8", errors="replace")


class _Tidier:
    """What stands in place of each tag of a page, in their order."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.room = MOST_PICTURES
        self.inline: list[tuple[str, bool]] = []  # open ones, and whether each is a block

    def tag(self, found: re.Match[str]) -> str:
        ends, name, rest = found[1], found[2].lower(), found[3]
        if name in _BLOCKS:
            return f"<{ends}div{rest}>"
        if name == "meta":
            return ""  # what LibreOffice doesn't know of it becomes a remark
        if name == "img" and not ends:
            return self._picture(found[0], attributes(rest))
        if name not in _INLINE or rest.endswith("/"):
            return found[0]
        return self._end(found[0], name) if ends else self._start(found[0], name, rest)

    def _start(self, raw: str, name: str, rest: str) -> str:
        style = attributes(rest).get("style", "") if "display" in rest else ""
        block = bool(_AS_BLOCK.search(style))
        self.inline.append((name, block))
        return f"<div>{raw}" if block else raw

    def _end(self, raw: str, name: str) -> str:
        if not self.inline or self.inline[-1][0] != name:
            return raw
        _, block = self.inline.pop()
        return f"{raw}</div>" if block else raw

    def _picture(self, raw: str, known: dict[str, str]) -> str:
        """With its bytes, where it lies beside the page; else as it is."""
        source = known.get("src", "")
        if source.startswith("data:image/") and "svg" not in source[:30] and len(source) > 400:
            return raw
        if data := self._beside(source):
            inline = f"data:image;base64,{base64.b64encode(data).decode()}"
            return f'<img src="{inline}" alt="{escape(known.get("alt", ""))}">'
        return raw if source and source[:5] != "data:" else f'<img src="{_ELSEWHERE}">'

    def _beside(self, source: str) -> bytes:
        """A picture in the folder that a browser saved with the page; empty where there is none."""
        if self.folder is None or not source or re.match(r"[a-z]+:|/|\\", source, re.IGNORECASE):
            return b""
        try:
            file = (self.folder / unquote(source.partition("?")[0])).resolve()
            within = file.is_relative_to(self.folder.resolve()) and file.is_file()
            if not within or file.stat().st_size > self.room:
                return b""
            data = file.read_bytes()
        except (OSError, ValueError):
            return b""
        self.room -= len(data)
        return data


def attributes(text: str) -> dict[str, str]:
    found = reversed([*_ATTRIBUTE.finditer(text)])  # of two the first counts
    return {one[1].lower(): unescape(one[2] or one[3] or one[4] or "") for one in found}
