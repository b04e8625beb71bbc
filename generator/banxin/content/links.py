"""What a body's link or picture may point at: the web, another source file, a file beside it."""

from __future__ import annotations

import os
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import msgspec

from banxin.content import attachments
from banxin.content.fields.addresses import is_web_address
from banxin.content.fields.nearest import closest
from banxin.content.frontmatter import is_special
from banxin.content.pictures import probe
from banxin.model import Picture
from banxin.problems import Place, Problems

LinkKind = Literal[
    "web", "link", "file", "missing", "refused", "absolute", "outside", "apart", "empty", "runs"
]
_CONTENT = "content/"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# C:\图\a.jpg, \\server\a.jpg, /Users/li/a.jpg, ~/a.jpg: a file of one computer
_ON_A_COMPUTER = re.compile(
    r"(?:[A-Za-z]:(?:[\\/]|%5c)|\\|%5c|~/|/(?:Users|home|Volumes|mnt|media|tmp)/)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9()./;=a-z-]+)", re.IGNORECASE)

# http：//a.com, https:／／a.com, http://a.com/b c
_ODD_ADDRESS = re.compile(
    r"https?(?::/?/?(?=[：／。])|(?=[：／]))(?P<odd>[：／。])|https?://[^\s]*(?P<space>\s)",
    re.IGNORECASE,
)
# ok.jpg 图说在此, 【图】(ok.jpg): a name with something before or behind it
_NAME_AMONG_WORDS = re.compile(
    r"[^\s\[\]【】()（）：:!！]+\.(?i:jpe?g|png|gif|webp|avif|bmp|heic|tiff?)(?![A-Za-z0-9.])"
)
_LIKE_FILE = re.compile(r"[./\\#%]|[A-Za-z]{2}")


class Beside(msgspec.Struct, frozen=True):
    """The files of one folder, as far as an article may use them; probes pictures.

    ``known``: pictures that needn't be looked at again, by their files.
    """

    root: Path
    folder: str
    names: frozenset[str]
    problems: Problems
    known: Mapping[str, Picture] = {}

    def found(self, path: str) -> str:
        """``path`` (from the root, in this folder) as the disk has it, if it is there; else "".

        macOS takes é apart where a keyboard doesn't: names that look the same are the same.
        """
        folder, _, name = path.rpartition("/")
        if name in self.names:
            return path
        looks = unicodedata.normalize("NFC", name)
        same = (n for n in self.names if unicodedata.normalize("NFC", n) == looks)
        return f"{folder}/{found}" if (found := min(same, default="")) else ""

    def picture(self, path: str, place: Place) -> Picture | None:
        """The picture ``path``, or None after reporting at ``place``."""
        if found := self.found(path):
            return self.known.get(found) or probe(self.root, found, place, self.problems)
        # a link that leads elsewhere, or a pipe, was reported when the folder was read
        file = self.root / path
        if not os.path.islink(file) and not is_special(file):  # noqa: PTH114 of any length
            self._complain_of_missing(path, place)
        return None

    def _complain_of_missing(self, path: str, place: Place) -> None:
        name = path.rpartition("/")[2]
        found = _NAME_AMONG_WORDS.search(name)
        if found is None or (found[0] not in self.names and _is_one_name(found)):
            self.problems.add(place, "picture-missing", file=path, present=self.listed(path))
            return
        words = (name[: found.start()] + name[found.end() :]).strip(" \t\u3000[]【】()（）：:!！")
        self.problems.add(
            place, "picture-with-words", typed=name, file=found[0], words=words or "图说"
        )

    def listed(self, path: str) -> str:
        """The likely file if one has a similar name, else those of its kind; "" if none is."""
        suffix = posixpath.splitext(path)[1].lower()
        name = path.rpartition("/")[2]
        near = closest(name, self.names)
        if near:
            return near
        alike = sorted(n for n in self.names if posixpath.splitext(n)[1].lower() == suffix)
        return "、".join(alike[:6])


def _is_one_name(found: re.Match[str]) -> bool:
    """Whether the words before it may be part of the name: 屏幕截图 1.jpg."""
    lead, behind = found.string[: found.start()].rstrip(), found.string[found.end() :]
    return not behind and (not lead or lead[-1] not in "[]【】()（）：:!！")


def classify(href: str, file: str) -> tuple[LinkKind, str, str]:
    """LinkKind, path from the root, and fragment of an address in the body of ``file``."""
    if not href:
        return "empty", "", ""
    if href.startswith("#") or is_web_address(href) or _OTHER.fullmatch(href):
        return "web", "", ""
    if _ON_A_COMPUTER.match(href):
        return "apart", href, ""
    if href.startswith("/"):
        return "absolute", "", ""
    if _SCHEME.match(re.sub(r"[\x00-\x20]", "", href)):  # as a browser would read it
        return "refused", "", ""
    path, hash_, fragment = href.partition("#")
    folder = posixpath.dirname(file)
    target = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if not target.startswith(_CONTENT) or "\\" in target:
        return "outside", target, ""
    if target.endswith(".md"):
        return "link", target, hash_ + fragment
    return ("file" if posixpath.dirname(target) == folder else "apart"), target, ""


def file_name(path: str) -> str:
    """The last part of a path, of any system's kind."""
    return re.split(r"[/\\]", unquote(path).rstrip("/\\"))[-1] or path


def complain(
    kind: LinkKind, href: str, target: str, place: Place, beside: Beside, problems: Problems
) -> None:
    """Report an address that leads nowhere, or where none may lead."""
    if odd := _ODD_ADDRESS.match(href):
        problems.add(place, "link-character", href=href, character=odd["odd"] or odd["space"])
        return
    match kind:
        case "empty":
            problems.add(place, "link-empty")
        case "refused":
            problems.add(place, "link-refused", href=href)
        case "absolute":
            problems.add(place, "link-absolute", href=href)
        case "outside":
            problems.add(place, "link-outside", href=href)
        case "runs":
            problems.add(place, "attachment-kind", file=file_name(href), kinds=attachments.named())
        case "apart":
            problems.add(place, "not-beside", key=href, file=href, name=file_name(href))
        case "missing" if not _LIKE_FILE.search(href):
            problems.add(place, "link-not-meant", href=href)
        case _:
            problems.add(place, "link-missing", href=href, present=beside.listed(target))
