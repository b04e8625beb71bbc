"""What a page of a browser has in its source and shows to nobody: taken out, and told.

A part that holds most of the page's words is what a script shows once it has loaded: it stays.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator
from html import unescape

import msgspec

from banxin.importers.web_page import REMARK, TAG, attributes

_VOID = frozenset(
    ("br", "img", "input", "hr", "meta", "link", "area", "base", "col", "embed", "source", "wbr")
)
_RAW = re.compile(r"</(?:script|style|textarea|title)\b", re.IGNORECASE)
_NO_TAGS = frozenset(("script", "style", "textarea", "title"))
_CELLS, _ENTRIES = frozenset(("td", "th", "tr", "tbody")), frozenset(("dt", "dd"))
_BLOCKS = frozenset(
    (
        *("p", "div", "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
        *("section", "article", "blockquote", "pre", "form", "header", "footer", "main", "nav"),
    )
)
_CLOSED_BY = {  # a tag that wasn't closed, by the beginning of these
    "p": _BLOCKS, "li": frozenset(("li",)), "option": frozenset(("option",)), "td": _CELLS,
    "th": _CELLS, "tr": frozenset(("tr", "tbody")), "dt": _ENTRIES, "dd": _ENTRIES,
}  # fmt: skip
_HOLDERS = frozenset(("table", "ul", "ol", "dl", "select"))
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_ALONE = re.compile(r"(?:^|\s)hidden(?=[\s/=]|$)", re.IGNORECASE)
_HIDES = {
    "display": ("none",),
    "visibility": ("hidden", "collapse"),
    "mso-hide": ("all", "screen"),
}
_PICTURE = "图片"
_SHEET = re.compile(r"<style\b[^>]*+>", re.IGNORECASE)
_OF_MEDIA = re.compile(r"/\*.*?\*/|@[^{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}", re.DOTALL)
_RULE = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_SIMPLE = re.compile(r"[a-z0-9]*[.#][\w-]+", re.IGNORECASE)


class _Open(msgspec.Struct, frozen=True):
    """``letters``: how many of the page stand before it."""

    name: str
    start: int
    letters: int
    hidden: bool


class _Region(msgspec.Struct, frozen=True, order=True):
    start: int
    end: int
    letters: int


def without_hidden(text: str) -> tuple[str, tuple[str, ...]]:
    """The page without what it hides, and the words of each part that is gone."""
    text = REMARK.sub("", text)
    reader = _Reader(text)
    made: list[str] = []
    told: list[str] = []
    at = 0
    for one in sorted(reader.regions()):
        if one.start < at or one.letters * 2 > reader.letters:
            continue
        made.append(text[at : one.start])
        at = one.end
        told.append(_words(text[one.start : one.end]))
    return "".join((*made, text[at:])), tuple(dict.fromkeys(filter(None, told)))


def _words(part: str) -> str:
    said = " ".join(unescape(TAG.sub(" ", part)).split())
    return said or (_PICTURE if "<img" in part.lower() else "")


class _Reader:
    """Elements in their order, with those that a browser closes by itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.names: Tally[str] = Tally()
        self.letters = 0
        self.rules = _hiding(text)

    def regions(self) -> Iterator[_Region]:
        """From where to where elements stand that are hidden."""
        at = 0
        while found := TAG.search(self.text, at):
            self._count(at, found.start())
            at, name = found.end(), found[2].lower()
            if found[1]:
                yield from self._end(name, found.start(), at)
            elif name in _NO_TAGS:
                raw = _RAW.search(self.text, at)
                at = raw.start() if raw else len(self.text)
            else:
                yield from self._start(name, found)
        self._count(at, len(self.text))
        yield from self._close(0, len(self.text))

    def _count(self, start: int, end: int) -> None:
        self.letters += sum(map(len, self.text[start:end].split()))

    def _start(self, name: str, found: re.Match[str]) -> Iterator[_Region]:
        yield from self._implied(name, found.start())
        hidden = name == "template" or self._is_hidden(name, found[3])
        if name in _VOID or found[3].endswith("/"):
            if hidden and name == "img":
                yield _Region(found.start(), found.end(), 0)
            return
        self.open.append(_Open(name, found.start(), self.letters, hidden))
        self.names[name] += 1

    def _is_hidden(self, name: str, rest: str) -> bool:
        if "hidden" in rest.lower() and _ALONE.search(_QUOTED.sub('""', rest)):
            return True
        known = attributes(rest) if "style" in rest.lower() or self.rules else {}
        said = _declared(known.get("style", ""))
        names = [f".{one}" for one in known.get("class", "").split()]
        names += [f"#{known['id']}"] if "id" in known else []
        ruled = any(one in self.rules or name + one in self.rules for one in names)
        return _hides(said) or (ruled and not said.keys() & _HIDES.keys())

    def _implied(self, name: str, at: int) -> Iterator[_Region]:
        for n in range(len(self.open) - 1, max(-1, len(self.open) - 20), -1):
            one = self.open[n].name
            if name in _CLOSED_BY.get(one, ()):
                yield from self._close(n, at)
            elif one in _HOLDERS:
                return

    def _end(self, name: str, start: int, end: int) -> Iterator[_Region]:
        if not self.names[name]:
            return
        at = next(n for n in range(len(self.open) - 1, -1, -1) if self.open[n].name == name)
        yield from self._close(at + 1, start)
        yield from self._close(at, end)

    def _close(self, least: int, at: int) -> Iterator[_Region]:
        while len(self.open) > least:
            one = self.open.pop()
            self.names[one.name] -= 1
            if one.hidden:
                yield _Region(one.start, at, self.letters - one.letters)


def _hiding(text: str) -> frozenset[str]:
    """The classes and ids that the page's own sheets hide, and never show: .gone, p.gone, #gone."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for sheet in _sheets(text):
        for rule in _RULE.finditer(_OF_MEDIA.sub("", sheet)):
            said = _declared(rule[2])
            kinds = said.keys() & _HIDES.keys()
            for one in map(str.strip, rule[1].split(",")):
                if _hides(said) and _SIMPLE.fullmatch(one):
                    hidden.add(one)
                elif kinds:
                    shown.update(re.findall(r"[.#][\w-]+", one))
    return frozenset(one for one in hidden if one[re.search("[.#]", one).start() :] not in shown)  # type: ignore[union-attr]


def _sheets(text: str) -> Iterator[str]:
    found = _SHEET.search(text)
    while found and (end := _RAW.search(text, found.end())):
        yield text[found.end() : end.start()]
        found = _SHEET.search(text, end.start())


def _declared(style: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in style.lower().split(";"))
    return {key.strip(): value.partition("!")[0].strip() for key, _, value in pairs}  # the last


def _hides(said: dict[str, str]) -> bool:
    return any(said.get(key) in values for key, values in _HIDES.items())
