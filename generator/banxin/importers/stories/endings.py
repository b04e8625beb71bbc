"""What stands at a story's end: who wrote it, where it is from, who signs and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from banxin.content.bylines import credits
from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.spans import up_to

_FROM = re.compile(r"(?:据|转自|摘自|原载|转载自|载于?|来源于?)\s*(?P<name>[^，。；]{2,24})")
_TAIL = re.compile(
    r"(?P<text>.*[。！？”…』」])[\s\u3000]*[（(](?P<by>[^（）()]{2,40})[)）]\s*", re.DOTALL
)
_BARE_TAIL = re.compile(
    r"(?P<text>.*[。！？”])[\s\u3000]*(?P<by>[^，。！？“”（）]{4,30})\s*", re.DOTALL
)
_EDITORS = re.compile("本报(?:编辑部|编委会)|编辑部")
_MOST_SIGNERS = 5


class Ending(msgspec.Struct, frozen=True):
    """``kept``: the paragraphs that are left. ``unsure``: the fields that were guessed."""

    kept: tuple[Paragraph, ...]
    byline: str = ""
    source: str = ""
    signoff: tuple[str, ...] = ()
    date: str = ""
    unsure: frozenset[str] = frozenset()
    again: str = ""  # the author's name, once more
    bare: bool = False  # the byline is a name alone, where an author's stands


def ending(paragraphs: Sequence[Paragraph], looks: Looks, *, byline: str) -> Ending:
    """Takes off a story's last paragraphs what isn't text. ``byline``: its author, if known."""
    found = Ending(tuple(paragraphs))
    for _ in range(4):
        before = len(found.kept), found.byline
        found = _step(found, looks, byline=byline)
        if (len(found.kept), found.byline) == before:
            break
    return found


def _step(found: Ending, looks: Looks, *, byline: str) -> Ending:
    if not found.kept:
        return found
    last = found.kept[-1]
    role, said = looks.role(last), last.said
    if not found.source and (name := _source(last, looks)):
        unsure = found.unsure | (set() if patterns.source_of(said) else {"source"})
        return replace(found, kept=found.kept[:-1], source=name, unsure=frozenset(unsure))
    if not found.signoff and (role == "signoff" or patterns.day_of(said)):
        return _signed_off(found, looks)
    if byline:
        return _named_again(found, last, byline)
    return found if found.byline else _author(found, last, role)


def _named_again(found: Ending, last: Paragraph, byline: str) -> Ending:
    """（沈微） behind the text of somebody who is named above it already."""
    tail = _TAIL.fullmatch(last.text)
    if tail is None or _names(tail["by"]) != _names(byline):
        return found
    kept = (*found.kept[:-1], up_to(last, len(tail["text"])))
    return replace(found, kept=kept, again=tail["by"])


def _names(text: str) -> set[str]:
    return {c.name for c in credits(text) if c.kind == "person"}


def _source(p: Paragraph, looks: Looks) -> str:
    """鄞州新闻网, 来源：县教育局, （据新华社）; "" for anything else."""
    said = p.said
    inside = patterns.bare_byline(said)
    bracketed = inside != said
    if (labelled := patterns.source_of(said)) or looks.role(p) == "source":
        return labelled or inside
    if bracketed and (cited := _FROM.fullmatch(inside)):
        return cited["name"].strip()
    alone = p.align == "right" or bracketed or p.above > 0 or looks.plain
    return inside if alone and len(inside) <= 14 and patterns.is_medium(inside) else ""


def _signed_off(found: Ending, looks: Looks) -> Ending:
    """Offices and a date: what stands right, or short lines above a date."""
    kept = list(found.kept)
    day = patterns.day_of(kept[-1].said)
    dated = kept.pop() if day else None
    signers: list[str] = []
    while kept and len(signers) < _MOST_SIGNERS and _signs(kept[-1], looks, dated):
        signers.insert(0, kept.pop().said)
    if not signers or not kept:
        return found
    styled = looks.role(found.kept[-1]) == "signoff"
    unsure = found.unsure | (frozenset() if styled or dated else frozenset({"signoff"}))
    return replace(found, kept=tuple(kept), signoff=tuple(signers), date=day, unsure=unsure)


class Signature(msgspec.Struct, frozen=True):
    """``paragraphs[start:end]`` are it."""

    start: int
    end: int
    by: tuple[str, ...]
    date: str


def signature(paragraphs: Sequence[Paragraph], looks: Looks) -> Signature | None:
    """The only offices and date that stand right within a text."""
    days = [n for n, p in enumerate(paragraphs) if p.align == "right" and patterns.day_of(p.said)]
    if len(days) != 1:
        return None
    (at,) = days
    start = at
    while start and at - start < _MOST_SIGNERS and paragraphs[start - 1].align == "right":
        if not _signs(paragraphs[start - 1], looks, paragraphs[at]):
            break
        start -= 1
    by = tuple(p.said for p in paragraphs[start:at])
    day = patterns.day_of(paragraphs[at].said)
    return Signature(start, at + 1, by, day) if by and start else None


def _signs(p: Paragraph, looks: Looks, dated: Paragraph | None) -> bool:
    role, said = looks.role(p), p.said
    if role:
        return role == "signoff"
    if len(said) > 40 or re.search("[。；，：:？！]", said) or patterns.is_listed(said):
        return False
    office = bool(may_be_organisation(said.rstrip("）)（( "))) or "（" in said
    return p.align == "right" or (dated is not None and dated.align != "right" and office)


def _author(found: Ending, last: Paragraph, role: str) -> Ending:
    said = last.said
    inside = patterns.bare_byline(said)
    bracketed = inside != said
    if _EDITORS.fullmatch(said) and not found.signoff and len(found.kept) > 1:
        unsure = found.unsure | {"signoff"}
        return replace(found, kept=found.kept[:-1], signoff=(said,), unsure=unsure)
    named = patterns.is_name(said) and (bracketed or last.align == "right")
    if role == "byline" or patterns.signs(said) or named:
        kept = found.kept[:-1]
        return _by(found, kept, inside) if not role else replace(found, kept=kept, byline=inside)
    tail = _TAIL.fullmatch(last.text)
    if tail is None:
        tail = _BARE_TAIL.fullmatch(last.text)
        tail = tail if tail and patterns.is_byline(tail["by"]) else None
    if any(_TAIL.fullmatch(p.text) for p in found.kept[:-1]):
        return found  # of several items, each with its own
    if tail is None or not (patterns.signs(tail["by"]) or patterns.is_name(tail["by"])):
        return found
    kept = (*found.kept[:-1], up_to(last, len(tail["text"])))
    return _by(found, kept, patterns.one_line(tail["by"]))


def _by(found: Ending, kept: tuple[Paragraph, ...], by: str) -> Ending:
    """``by`` has a role, or is a name alone, or such a name as nobody can know."""
    surely = patterns.is_byline(by)
    bare = patterns.is_name(by) and not surely
    unsure = found.unsure if surely or bare else found.unsure | {"byline"}
    return replace(found, kept=kept, byline=by, bare=bare, unsure=unsure)
