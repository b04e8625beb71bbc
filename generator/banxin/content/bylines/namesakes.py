"""王芳#石室: which of several people of one name is meant. Readers see the name alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from banxin.model.credits import NAMESAKE, Credit

_TOLD = re.compile(r"(?<=\w)[#＃](\w{1,20})")


def may_tell_apart(text: str) -> bool:
    return NAMESAKE in text or "＃" in text


def told_apart(text: str, read: Callable[[str], tuple[Credit, ...]]) -> tuple[Credit, ...]:
    """``read`` of the line without its marks, each given to the person whose name it stands
    behind. If one stands behind nobody's, none is a mark, and all is printed as typed."""
    idents: dict[int, str] = {}  # where the name before it ends in the bare line -> what it says
    bare = ""
    at = 0
    for found in _TOLD.finditer(text):
        bare += text[at : found.start()]
        idents[len(bare)] = found[1]
        at = found.end()
    bare += text[at:]
    credits: list[Credit] = []
    start = 0
    for credit in read(bare):
        place = bare.find(credit.name, start)
        start = place + len(credit.name) if place >= 0 else start
        ident = idents.pop(start, "") if place >= 0 and credit.kind == "person" else ""
        credits.append(replace(credit, ident=ident) if ident else credit)
    return read(text) if idents else tuple(credits)


def parted(name: str) -> tuple[str, str]:
    """The name, and which of several is meant: of an entry {role, name}, or of a list of names."""
    plain, _, ident = name.replace("＃", NAMESAKE).partition(NAMESAKE)
    return (plain, ident) if plain and re.fullmatch(r"\w{1,20}", ident) else (name, "")
