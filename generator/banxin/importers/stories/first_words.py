"""What heads a text that has no headline: its first words, to be replaced."""

from __future__ import annotations

import re

_SAYS, _MOST = 4, 28  # characters
_LONGEST = 40  # so that a quotation within them is whole
_CUE = re.compile(r"^(?:图为|图[一二三\d]为?[:：]?|[▲△▼▽])\s*")
_WHEN_OR_WHERE = re.compile(
    r"(?:近日|日前|连日来|近[期来年]|昨[日天]|今[日天年]|当[日天]|本[周月]|上周|(?:\d{4}年)?\d{1,2}月).{0,5}$"
    r"|随着|为了?|[在据从]|走进|来到"
)
_CLAUSE = re.compile("[^。，：；！？]+")
_QUOTES = dict(zip("“‘（《「『【〈(", "”’）》」』】〉)", strict=True))


def first_words(text: str) -> str:
    """The first that say what happened; no quotation or bracket ends in the middle."""
    text = _CUE.sub("", text)
    every = [(found.start(), found[0].strip()) for found in _CLAUSE.finditer(text)]
    clauses = [one for one in every if len(one[1]) >= _SAYS]
    told = [one for one in clauses[:3] if not _WHEN_OR_WHERE.match(one[1])] or clauses
    start, said = told[0] if told else (0, text)
    rest = text[start:].lstrip()
    return _whole(rest, min(len(said), _MOST)).strip().replace("|", "丨")


def _whole(text: str, end: int) -> str:
    """``text[:end]``; or up to the clause's end behind what is quoted there, else up to before it.
    A mark whose partner stands before the text, or far behind, is left out."""
    opened, loose = _unpaired(text[:end])
    if opened is None:
        return "".join(c for n, c in enumerate(text[:end]) if n not in loose)
    closes = text.find(_QUOTES[text[opened]], end)
    if 0 < closes < _LONGEST and not re.search("[。！？]", text[end:closes]):
        rest = _CLAUSE.match(text, closes + 1)
        clause = rest.end() if rest and rest.end() <= _LONGEST else closes + 1
        return _whole(text, clause)
    if opened >= _SAYS:
        return _whole(text, opened)
    return _whole(text[:opened] + text[opened + 1 :], end - 1)


def _unpaired(text: str) -> tuple[int | None, set[int]]:
    """Where the first mark stands that isn't closed; where those that nothing opened."""
    held: list[int] = []
    loose: set[int] = set()
    for n, sign in enumerate(text):
        if sign in _QUOTES:
            held.append(n)
        elif sign in _QUOTES.values():
            if held and _QUOTES[text[held[-1]]] == sign:
                held.pop()
            else:
                loose.add(n)
    return (held[0] if held else None), loose
