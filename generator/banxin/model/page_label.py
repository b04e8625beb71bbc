"""What a page (版) is called: 3, B1, 6–7 of a plate over two pages (合版), 中缝.

A label is text as it is printed. Its key stands for it in addresses and in the names of files, and
is the same however it was typed: 03, b1, 06-07, zhongfeng.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

FOLD = "中缝"  # the strip between two pages of a sheet
_DASH = "[-‐-―−~～至、/]"
_LABEL = re.compile(
    rf"(?P<letters>[A-Z]{{0,2}})(?P<first>\d{{1,3}})"
    rf"(?:{_DASH}(?P<again>[A-Z]{{0,2}})(?P<last>\d{{1,3}}))?"
)
_FOLD = re.compile(rf"(?P<pages>.*?)(?:{FOLD}|ZHONGFENG)", re.DOTALL)
_AROUND = re.compile(r"^第|合?版$")


def page_label(typed: str) -> str:
    """The label that ``typed`` means, "" if it isn't one.

    第3版, ３, 03 are 3; b1 and Ｂ1版 are B1; A01 keeps its nought, as such papers print it.
    """
    text = unicodedata.normalize("NFKC", "".join(typed.split())).upper()
    if found := _FOLD.fullmatch(text):
        beside = found["pages"].rstrip("-") and _pages(found["pages"].rstrip("-"))
        return "" if beside is None else beside + FOLD
    return _pages(text) or ""


def _pages(text: str) -> str | None:
    found = _LABEL.fullmatch(_AROUND.sub("", _AROUND.sub("", text)))
    if found is None or not int(found["first"]):
        return None
    letters, first, last = found["letters"], found["first"], found["last"]
    if not letters:
        first, last = str(int(first)), last and str(int(last))
    if last is None:
        return letters + first
    if (found["again"] or letters) != letters or int(last) <= int(first):
        return None
    return f"{letters}{first}–{last}"


def page_key(label: str) -> str:
    """Of a label as ``page_label`` gives it: ASCII, lower case, one for each page of an issue."""
    pages, fold, _ = label.partition(FOLD)
    letters = pages.rstrip("0123456789–").lower()
    numbers = [int(n) for n in pages.removeprefix(letters.upper()).split("–") if n]
    parts = [f"{n}" if letters else f"{n:02}" for n in numbers]
    return "-".join((letters + parts[0], *parts[1:]) if parts else ()) + _fold(pages, fold)


def filed_under(label: str) -> str:
    """The label in the names of a page's files: 6 of 6–7, since 06-07 is page and place."""
    return FOLD if FOLD in label else label.partition("–")[0]


def in_file_names(key: str) -> str:
    """A page's key as names of files begin with it: 01, B1, 中缝."""
    return FOLD if key == "zhongfeng" else key.upper() if key[0].isalpha() else key


def _fold(pages: str, fold: str) -> str:
    return ("-zhongfeng" if pages else "zhongfeng") if fold else ""


def in_words(label: str) -> str:
    """第3版, 第B1版, 第6–7版, 中缝, 第1–4版中缝."""
    pages, fold, _ = label.partition(FOLD)
    return (f"第{pages}版" if pages else "") + fold


def covers(label: str, other: str) -> bool:
    """Whether a plate over several pages has the page ``other`` among them: 6–7 has 7."""
    if FOLD in label or FOLD in other or "–" not in label:
        return False
    one, many = _LABEL.fullmatch(other), _LABEL.fullmatch(label.replace("–", "-"))
    if one is None or many is None or one["letters"] != many["letters"]:
        return False
    return int(many["first"]) <= int(one["first"]) <= int(many["last"])


def label_after(label: str) -> str:
    """The page behind it, where nothing else is said: B2 after B1, 8 after 6–7, A09 after A08."""
    found = _LABEL.fullmatch(label.replace("–", "-"))
    if found is None:
        return ""
    last = found["last"] or found["first"]
    return f"{found['letters']}{int(last) + 1:0{len(last) if last[0] == '0' else 1}}"


def pages_of(label: str) -> int:
    """How many pages it stands for: 2 of 6–7, 0 of 中缝."""
    found = _LABEL.fullmatch(label.replace("–", "-"))
    if found is None:
        return 0
    return int(found["last"]) - int(found["first"]) + 1 if found["last"] else 1


def pages_in_all(labels: Iterable[str]) -> int:
    """How many pages an issue has, as it prints: a plate over two counts as two, 中缝 as none."""
    return sum(map(pages_of, labels))
