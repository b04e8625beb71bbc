"""Names of files that were meant as an issue's: what each should be called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from banxin.content.fields.value_types import YEARS, date_of
from banxin.model.page_label import page_key, page_label

ISSUE_FILE = "issue.md"
# an article saved under an ending that nothing would read
_DOCUMENTS = r"[.。](?:md|markdown|mkd|mdown|txt|text|docx?|wps|rtf|odt|pages|html?|mht(?:ml)?)"
_MANUSCRIPT = re.compile(r"[.。](?:docx?|wps|rtf|odt|pages|html?|mht(?:ml)?)\s*$", re.IGNORECASE)
_ENDINGS = re.compile(rf"(?:\s*{_DOCUMENTS})+\s*$", re.IGNORECASE)
_MARKDOWN = re.compile(r"[.。]md\s*$", re.IGNORECASE)
# what systems, browsers and drives add to the name of a copy
_COPY = re.compile(
    r"(?:(?:[\s_-]+|的)(?:副本|拷贝|复件)(?:[\s_-]*\(?\d+\)?)?|[\s_-]+冲突\S*"
    r"|(?:\s|\s-\s)copy(?:\s*\(?\d+\)?)?|\s*\(\d+\))+$",
    re.IGNORECASE,
)
_COPY_AHEAD = re.compile(r"^(?:(?:副本|复件|copy of|copy)[\s_-]*(?:\(\d+\))?\s*)+", re.IGNORECASE)
_HYPHENS = "-_. ‐-―−"
_ARTICLE = re.compile(
    rf"第?\s*(?P<page>[A-Za-z]{{0,2}}\d{{1,3}}|中缝)\s*(?:版|[{_HYPHENS}])[{_HYPHENS}]*"
    r"第?\s*(?P<place>\d{1,3})(?!\d)\s*[篇条]?(?P<rest>.*)"
)
# a page, and no place on it: 第2版 会议, 02-会议
_PAGE_ALONE = re.compile(
    rf"(?:第\s*(?P<said>[A-Za-z]{{0,2}}\d{{1,3}})\s*版|(?P<padded>0\d)(?=[{_HYPHENS}]))(?P<rest>(?!\d).*)"
)
_GLUED = re.compile(r"(?P<page>0\d)(?P<place>\d{2})(?P<rest>(?:[-_\s].*)?)")
_DAY = re.compile(
    r"(?P<year>\d{4})[-./_年]?(?P<month>\d\d?(?=[-./_月])|\d\d)[-./_月]?(?P<day>\d\d?)日?"
    r"(?:[-_]*(?P<extra>号外|增刊|特刊)|[-_(]+(?P<edition>\d\d?)\)?)?"
)
_MOST = 999


def is_text(name: str) -> bool:
    """Whether a file is meant to be read: Markdown, or an article or issue.md in other guise."""
    if name.endswith(".md"):
        return True
    plain = unicodedata.normalize("NFKC", name)
    if _MARKDOWN.search(plain):
        return True
    stem = bare(name)
    if not _ENDINGS.search(plain):
        return "." not in plain and is_numbered(name)  # 01-02-会议: an ending was never typed
    return stem.lower() == "issue" or bool(_ARTICLE.fullmatch(stem))


def is_manuscript(name: str) -> bool:
    """Whether a file is no plain text, so that another name wouldn't make it an article."""
    return bool(_MANUSCRIPT.search(unicodedata.normalize("NFKC", name)))


def is_numbered(name: str) -> bool:
    """Whether a name begins with the numbers of a page and a place on it, as an article's does."""
    return bool(_numbers(bare(name)))


def is_copy(name: str) -> bool:
    """Whether a name says that its file is a copy of another."""
    if name.isascii() and " " not in name and "(" not in name:
        return False
    stem = _without_ending(name)
    return bool(_COPY.search(stem) or _COPY_AHEAD.search(stem))


def bare(name: str) -> str:
    """The name in plain letters and digits, without endings and without what marks a copy."""
    return _COPY.sub("", _COPY_AHEAD.sub("", _without_ending(name))).strip()


def right_name(name: str, others: Iterable[str]) -> str:
    """What a file should be called: issue.md, 01-02-meeting.md. ``others``: the folder's names.

    A number that is taken or that no page has becomes the page's next free one.
    """
    names = frozenset(others) - {name}
    stem = bare(name)
    if stem.lower() == "issue":
        return ISSUE_FILE
    page, place, words = _parts(stem)
    start = page_key(page_label(page) or "1")
    words = re.sub(rf"^[{_HYPHENS}]+", "", words)
    words = re.sub(r"\s+", "-", words.strip())
    taken = _taken(names, start)
    if not 0 < place <= _MOST or place in taken:
        place = next((n for n in range(1, _MOST + 1) if n not in taken), _MOST)
    start = start.upper() if start[0].isalpha() else start
    return f"{start}-{place:02}" + (f"-{words}" if words else "") + ".md"


def right_folder(name: str, year: str) -> str:
    """What an issue's folder should be called, as far as its name tells; else an example.

    ``year``: the name of the folder above, which a name without a year goes by.
    """
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    found = _DAY.fullmatch(plain) or _DAY.fullmatch(f"{year}年{plain}")
    day = date_of("-".join(found.group("year", "month", "day"))) if found else None
    if found is None or day is None or day.year not in YEARS:
        return "2022-04-01"
    edition = 2 if found["extra"] else int(found["edition"] or 1)
    return day.isoformat() + (f"-{edition}" if edition > 1 else "")


def _without_ending(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKC", name) if c.isprintable())
    return _ENDINGS.sub("", plain).strip()


def _parts(stem: str) -> tuple[str, int, str]:
    """A name's page, its place there (0: it says none) and its words."""
    if found := _numbers(stem):
        return found["page"], int(found["place"]), found["rest"]
    if found := _PAGE_ALONE.fullmatch(stem):
        return found["said"] or found["padded"], 0, found["rest"]
    return "1", 0, stem


def _numbers(stem: str) -> re.Match[str] | None:
    return _ARTICLE.fullmatch(stem) or _GLUED.fullmatch(stem)


def _taken(names: Iterable[str], page: str) -> frozenset[int]:
    start = re.compile(rf"{page}-(\d{{2,3}})(?!\d).*\.md$", re.IGNORECASE)
    numbers = (start.match(name) for name in names)
    return frozenset(int(found[1]) for found in numbers if found)
