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
from banxin.content.frontmatter import Document, Pair, Text, split
from banxin.content.writing import edited, with_item
from banxin.model.page_label import FOLD, in_file_names, page_label
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
        """How the name of its file begins: 01-05, B1-05, 中缝-05."""
        return f"{in_file_names(self.page)}-{self.place:02}"

    @property
    def address(self) -> str:
        return f"/{self.key}/"


class CannotEdit(Exception):
    """The front matter is written in a way that leaves no safe place for a change."""


def renumbered(file: str, data: bytes, old: Numbering, new: Numbering, *, alias: bool) -> bytes:
    """The article's own file: its ``page`` field, and its old address among the aliases.

    Raises CannotEdit.
    """
    document, problems = _document(file, data.decode()), Problems()
    made: bytes | None = data
    if _pair(document, ArticleKeys.PAGE) and old.page != new.page:
        made = edited(file, data, {ArticleKeys.PAGE: page_label(new.page)}, problems)
    if made is not None and alias:
        made = with_item(file, made, ArticleKeys.ALIASES, old.address, problems)
    if made is None:
        raise CannotEdit(file)
    return made


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
