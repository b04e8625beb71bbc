"""An article's file under another number: its text, the files beside it, links that lead to it.

It imports the content, and never writes a file: the command line does.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable

import msgspec

from banxin.content.fields import VOCABULARY, Field
from banxin.content.fields.article import ArticleKeys
from banxin.content.frontmatter import Document, List, Pair, Text, split
from banxin.model.page_label import FOLD, page_label
from banxin.problems import Problems

_LINK = re.compile(r"(\]\(<?)((?!\w+:|/)[^()<>\s#]+\.md)(?=[#>)\s])")


class Numbering(msgspec.Struct, frozen=True):
    """Where an article lies: 2022-04-01, page 01 or b1, number 5."""

    issue: str
    page: str
    place: int

    @property
    def key(self) -> str:
        """As a jump names it: 2022-04-01/01/05."""
        return f"{self.issue}/{self.page}/{self.place:02}"

    @property
    def file_name(self) -> str:
        """How the name of its file begins: 01-05, B1-05."""
        return f"{self.page.upper() if self.page[0].isalpha() else self.page}-{self.place:02}"

    @property
    def address(self) -> str:
        return f"/{self.key}/"


class CannotEdit(Exception):
    """The front matter is written in a way that leaves no safe place for a change."""


def renumbered(file: str, text: str, old: Numbering, new: Numbering, *, alias: bool) -> str:
    """The article's own text: its ``page`` field, and its old address among the aliases.

    Raises CannotEdit.
    """
    document = _document(file, text)
    page = _pair(document, ArticleKeys.PAGE)
    if page and old.page != new.page:
        text = _replaced(text, page.value, page_label(new.page))
    changed = _with_alias(text, document, old.address) if alias else text
    if alias and not _says(file, changed, old.address):
        raise CannotEdit(file)
    return changed


def has_region(file: str, text: str) -> bool:
    """Whether the story has a hot area on its page's image."""
    return _pair(_document(file, text), ArticleKeys.REGION) is not None


def is_draft(file: str, text: str) -> bool:
    pair = _pair(_document(file, text), ArticleKeys.STATUS)
    return pair is not None and isinstance(pair.value, Text) and pair.value.value in _DRAFT


_DRAFT = ("draft", "草稿")


def _document(file: str, text: str) -> Document:
    problems = Problems()
    document = split(file, text, problems, VOCABULARY)
    if document is None or problems:
        raise CannotEdit(file)
    return document


def _pair(document: Document, wanted: Field[object]) -> Pair | None:
    names = (wanted.key, *wanted.aliases)
    return next((pair for pair in document.fields.pairs if pair.key.value in names), None)


def _replaced(text: str, node: object, typed: str) -> str:
    """``node`` of one line with something else in its place."""
    if not isinstance(node, Text):
        raise CannotEdit(typed)
    lines = text.split("\n")
    line = lines[node.line - 1]
    before, after = line[: node.column - 1], line[node.column - 1 :]
    if not after.startswith(node.value):
        raise CannotEdit(typed)
    if before.endswith(":"):
        before += " "
    lines[node.line - 1] = before + typed + after[len(node.value) :]
    return "\n".join(lines)


def _with_alias(text: str, document: Document, address: str) -> str:
    pair = _pair(document, ArticleKeys.ALIASES)
    lines = text.split("\n")
    if pair is None:
        title = _pair(document, ArticleKeys.TITLE)
        chinese = title is not None and not title.key.value.isascii()
        name = ArticleKeys.ALIASES.aliases[0] if chinese else ArticleKeys.ALIASES.key
        end = "\r" if lines[0].endswith("\r") else ""
        lines.insert(document.body_line - 2, f"{name}: [{address}]{end}")
        return "\n".join(lines)
    value = pair.value
    if isinstance(value, Text):
        return _replaced(text, value, f"[{value.value}, {address}]" if value.value else address)
    if not isinstance(value, List) or not value.items:
        raise CannotEdit(address)
    first = value.items[0]
    if not isinstance(first, Text):
        raise CannotEdit(address)
    line = lines[first.line - 1]
    if line[: first.column - 1].rstrip().endswith("["):
        return _replaced(text, first, f"{first.value}, {address}")
    lines.insert(first.line, line[: first.column - 1] + address)
    return "\n".join(lines)


def _says(file: str, text: str, address: str) -> bool:
    """Whether a reader of ``text`` finds the address among the aliases."""
    pair = _pair(_document(file, text), ArticleKeys.ALIASES)
    value = pair.value if pair else None
    items = value.items if isinstance(value, List) else (value,)
    return address in [item.value for item in items if isinstance(item, Text)]


def relinked(text: str, folder: str, moved: Callable[[str], str], new_folder: str = "") -> str:
    """Links to Markdown files as they are to be read from ``new_folder``, by paths from the root.

    ``folder``: where the text lies, or lay. ``moved``: where a file lies now, by where it lay.
    """
    here = new_folder or folder

    def link(match: re.Match[str]) -> str:
        target = posixpath.normpath(f"{folder}/{match[2]}")
        now = moved(target)
        if now == target and here == folder:
            return match[0]
        return match[1] + posixpath.relpath(now, here)

    return _LINK.sub(link, text)


def jumps_renamed(text: str, old: str, new: str) -> str:
    """2022-04-01/01/05 of a jump; the same with a slash before it is an address, and stays."""
    typed = "|".join(map(re.escape, ways_to_type(old)))
    return re.sub(rf"(?<![/\w])(?:{typed})(?![\w/]*\d)", new, text)


def ways_to_type(key: str) -> tuple[str, ...]:
    """2022-04-01/b1/05 as it may stand in a jump: with the page as it is printed, too."""
    return tuple(dict.fromkeys((key, key.upper(), key.replace("zhongfeng", FOLD))))


def files_named(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Of ``names``, files beside the article, those that its text names."""
    return tuple(name for name in names if _whole(name).search(text))


def file_renamed(text: str, old: str, new: str) -> str:
    return _whole(old).sub(lambda _: new, text)


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-]){re.escape(name)}(?![\w-])")
