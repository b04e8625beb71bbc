"""What stands at a story's end: who wrote it, where it is from, who signs and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.citations import author_in, cited, is_shortened, shortened
from banxin.importers.stories.days import day_of
from banxin.importers.stories.last_lines import is_in_list, without_label
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.sources import is_office, office_first, sent_by, source_of
from banxin.importers.stories.spans import up_to

_TAIL = re.compile(
    r"(?P<text>.*[。！？”…』」])[\s\u3000]*[（(](?P<by>[^（）()]{2,40})[)）]\s*", re.DOTALL
)
_BARE_TAIL = re.compile(
    r"(?P<text>.*[。！？”])[\s\u3000]*(?P<by>[^，。！？“”（）]{4,30})\s*", re.DOTALL
)
_EDITORS = re.compile("本报(?:编辑部|编委会)|编辑部")
_DATED = re.compile(r"\d{4}\s*[-./年]\s*\d{1,2}[^。；，：:？！]{0,14}")
_WRITTEN = re.compile(  # 2022年4月5日于石桥
    r"[（(]?(?:\d{4}|[二〇○零一三四五六七八九]{4})\s*[-./年][\d一二三四五六七八九十./月日-]{3,8}"
    r"[夜晨]?\s*[写作记草改]?于\s*\S{2,10}[）)]?"
)
_NAME = 4  # characters of a name alone
_SIGNER = re.compile(r"[\u4e00-\u9fff]{2,4}人\s*[:：]\s*\S[^。；，！？]{1,24}")  # 申请人：沈微
_MOST_SIGNERS = 5
_LONG_LINE = 30  # characters of a text's paragraph
_SIGNED = 12  # characters of whoever signs
_UNSIGNED = re.compile(
    r"特此|[写作草]?于|.*[。；，：:？！]"
)  # how a text ends, where it was written


class Ending(msgspec.Struct, frozen=True):
    """``kept``: the paragraphs that are left. ``unsure``: the fields that were guessed."""

    kept: tuple[Paragraph, ...]
    byline: str = ""
    source: str = ""
    signoff: tuple[str, ...] = ()
    date: str = ""
    unsure: frozenset[str] = frozenset()
    again: str = ""  # the author's name, once more, or the day of the source
    more: str = ""  # who wrote it as well
    bare: bool = False  # the byline is a name alone, where an author's stands
    note: str = ""  # 有删节


def ending(
    paragraphs: Sequence[Paragraph], looks: Looks, *, byline: str, announces: bool = False
) -> Ending:
    """Takes off a story's last paragraphs what isn't text. ``byline``: its author, if known;
    ``announces``: it is a notice, which offices sign."""
    found = Ending(tuple(paragraphs))
    for _ in range(4):
        before = len(found.kept), found.byline
        found = _step(found, looks, byline=byline)
        if (len(found.kept), found.byline) == before:
            break
    return _sent(found, looks, announces=announces)


def _sent(found: Ending, looks: Looks, *, announces: bool) -> Ending:
    """An office alone below the text signs a notice, and sent any other story."""
    office = found.kept[-1].said if len(found.kept) > 1 else ""
    above = found.kept[-2].said if office else ""
    below_text = looks.plain and above[-1:] in "。！？”" and len(above) > len(office)
    apart = bool(office) and (below_text or found.kept[-1].align == "right")
    if not apart or office[0] in "（(" or found.signoff or found.source or not is_office(office):
        return found
    name = "signoff" if announces else "source"
    made = replace(found, kept=found.kept[:-1], unsure=found.unsure | {name})
    return replace(made, signoff=(office,)) if announces else replace(made, source=office)


def _step(found: Ending, looks: Looks, *, byline: str) -> Ending:
    if not found.kept:
        return found
    last = found.kept[-1]
    role, said = looks.role(last), last.said
    if len(found.kept) > 1 and imprint.is_only_signs(said):
        return replace(found, kept=found.kept[:-1])
    if len(found.kept) > 1 and is_shortened(said):
        return replace(found, kept=found.kept[:-1], note=patterns.bare_byline(said))
    if not found.source and (name := source_of(last, looks)):
        surely = patterns.source_of(said) or sent_by(patterns.bare_byline(said))
        unsure = found.unsure | (set() if surely else {"source"})
        made = replace(found, kept=found.kept[:-1], source=name, unsure=frozenset(unsure))
        return _cited(made, said, name, byline)
    tail = _TAIL.fullmatch(last.text)
    if not found.source and tail and (name := cited(tail["by"]) or sent_by(tail["by"])):
        kept = (*found.kept[:-1], up_to(last, len(tail["text"])))
        unsure = found.unsure | (set() if sent_by(tail["by"]) else {"source"})
        made = replace(found, kept=kept, source=name, unsure=frozenset(unsure))
        return _cited(made, tail["by"], name, byline)
    if not found.signoff and (role == "signoff" or day_of(said) or _is_dated(last)):
        return _signed_off(found, looks)
    if not found.signoff and (turned := office_first(found.kept)):
        return _signed_off(replace(found, kept=turned), looks)
    if byline:
        return _named_again(found, last, byline)
    return found if found.byline else _author(found, last, role, looks)


def _named_again(found: Ending, last: Paragraph, byline: str) -> Ending:
    """（沈微） behind the text of somebody who is named above it already; （通讯员 吴荻） of
    somebody who had a part in it."""
    alone = patterns.bare_byline(last.said)
    tail = _TAIL.fullmatch(last.text)
    labelled = patterns.label_of(last.said)[1] if patterns.signs(last.said) else ""
    by = tail["by"] if tail else alone if alone != last.said else labelled
    kept = (*found.kept[:-1], *([up_to(last, len(tail["text"]))] if tail else []))
    if by and patterns.people_of(by) and patterns.people_of(by) <= patterns.people_of(byline):
        return replace(found, kept=kept, again=by)
    if by and not found.more and patterns.is_byline(by):
        unsure = found.unsure | {"byline"}
        return replace(found, kept=kept, more=patterns.one_line(by), unsure=unsure)
    return found


def _cited(found: Ending, said: str, name: str, byline: str) -> Ending:
    """What a line says that names the source: who wrote, 有删节; what else it says, the day, or an
    author other than who is known, is told."""
    author, note = author_in(said), shortened(said)
    taken = author if author and not (byline or found.byline) else ""
    rest = said.replace(name, "").replace(note, "") if note else said.replace(name, "")
    more = re.search(r"\d", rest) or "，" in rest.rstrip("）) ").rstrip("，")
    other = author and not taken and author not in byline
    again = said if more or other else found.again
    return replace(found, byline=taken or found.byline, note=note or found.note, again=again)


def _signed_off(found: Ending, looks: Looks) -> Ending:
    """Offices and a date: what stands right, or short lines above a date."""
    kept = list(found.kept)
    day = day_of(kept[-1].said)
    dated = kept.pop() if day or _is_dated(kept[-1]) else None
    signers: list[str] = []
    while kept and len(signers) < _MOST_SIGNERS and _signs(kept[-1], looks, dated):
        signers.insert(0, kept.pop().said)
    guessed = not signers and dated is not None and _is_whoever(kept, dated)
    signers = [kept.pop().said] if guessed else signers
    written = dated is not None and bool(_WRITTEN.fullmatch(dated.said))
    if not (signers or written) or not kept:
        return found
    signers += [dated.said] if dated and not day else []
    styled = looks.role(found.kept[-1]) == "signoff"
    surely = (styled or dated) and not guessed
    unsure = found.unsure | (frozenset() if surely else frozenset({"signoff"}))
    return replace(found, kept=tuple(kept), signoff=tuple(signers), date=day, unsure=unsure)


def _is_whoever(kept: Sequence[Paragraph], dated: Paragraph) -> bool:
    """Whether a few letters between a whole sentence and a date say who signs: 全体家属."""
    if len(kept) < 2 or kept[-1].align != dated.align or kept[-2].said[-1:] not in "。！？”":
        return False
    said = kept[-1].said
    return 2 <= len(said) <= _SIGNED and not (_UNSIGNED.match(said) or patterns.is_formula(said))


def _is_dated(p: Paragraph) -> bool:
    """Whether a line to the right begins with a date that no field holds: 2020/6/1 儿童节; or any
    line says when and where a text was written."""
    right = p.align == "right" and bool(_DATED.fullmatch(p.said))
    return right or bool(_WRITTEN.fullmatch(p.said))


class Signature(msgspec.Struct, frozen=True):
    """``paragraphs[start:end]`` are it."""

    start: int
    end: int
    by: tuple[str, ...]
    date: str


def signature(paragraphs: Sequence[Paragraph], looks: Looks) -> Signature | None:
    """The only offices and date that stand right within a text."""
    days = [n for n, p in enumerate(paragraphs) if p.align == "right" and day_of(p.said)]
    if len(days) != 1:
        return None
    (at,) = days
    start = at
    while start and at - start < _MOST_SIGNERS and paragraphs[start - 1].align == "right":
        if not _signs(paragraphs[start - 1], looks, paragraphs[at]):
            break
        start -= 1
    by = tuple(p.said for p in paragraphs[start:at])
    day = day_of(paragraphs[at].said)
    return Signature(start, at + 1, by, day) if by and start else None


def _signs(p: Paragraph, looks: Looks, dated: Paragraph | None) -> bool:
    role, said = looks.role(p), p.said
    if role:
        return role == "signoff"
    if dated is not None and _SIGNER.fullmatch(said):
        return True
    both = dated is not None and dated.align == p.align == "right"  # 你的儿子：小满
    stops = "[。；，？！]" if both else "[。；，：:？！]"
    if len(said) > 40 or re.search(stops, said) or patterns.is_listed(said):
        return False
    office = bool(may_be_organisation(said.rstrip("）)（( "))) or "（" in said
    return p.align == "right" or (dated is not None and dated.align != "right" and office)


def _author(found: Ending, last: Paragraph, role: str, looks: Looks) -> Ending:
    said = last.said
    inside = patterns.bare_byline(said)
    bracketed = inside != said
    inside = without_label(inside)
    if _EDITORS.fullmatch(said) and not found.signoff and len(found.kept) > 1:
        unsure = found.unsure | {"signoff"}
        return replace(found, kept=found.kept[:-1], signoff=(said,), unsure=unsure)
    office = patterns.is_office_and_name(said)
    if office and not bracketed and is_in_list(found.kept):
        return found
    apart = bracketed or last.align == "right"
    apart = (
        apart
        or _is_below(found.kept, looks)
        or _may_sign(found.kept, office=office and looks.plain)
    )
    named = (patterns.is_name(said) or office) and apart
    if role == "byline" or patterns.signs(said) or named:
        return _signed_by(found, last, role, inside)
    tail = _TAIL.fullmatch(last.text)
    if tail is None:
        tail = _BARE_TAIL.fullmatch(last.text)
        tail = tail if tail and patterns.is_byline(tail["by"]) else None
    several = any(_TAIL.fullmatch(p.text) for p in found.kept[:-1])  # items, each with its own
    if several or tail is None or not _is_somebody(tail["by"]):
        return found
    kept = (*found.kept[:-1], up_to(last, len(tail["text"])))
    return _by(found, kept, patterns.one_line(tail["by"]))


def _signed_by(found: Ending, last: Paragraph, role: str, by: str) -> Ending:
    """``by``: the last line's words, without brackets around them."""
    kept = found.kept[:-1]
    if role:
        return replace(found, kept=kept, byline=by)
    posts = _posts_above(found.kept)
    made = _by(found, kept[: len(kept) - len(posts)], patterns.one_line(" ".join((*posts, by))))
    shown = by != last.said or last.align == "right" or patterns.signs(last.said)
    return made if shown and not posts else replace(made, unsure=made.unsure | {"byline"})


def _may_sign(kept: Sequence[Paragraph], *, office: bool) -> bool:
    """Whether a last line that nothing sets apart may be who wrote: below a whole paragraph, and
    not the last of a list. ``office``: it names one, and the text has no looks."""
    if len(kept) < 2:
        return False
    above, said = kept[-2].said, kept[-1].said
    ended = len(above) > _LONG_LINE and above[-1:] in "。！？”" and "：" not in said
    return ended or (office and not patterns.is_office_and_name(above))


def _is_below(kept: Sequence[Paragraph], looks: Looks) -> bool:
    """Whether a last line of a few letters stands below a text and an empty line."""
    first, *_, last = kept if len(kept) > 1 else (kept[0], kept[0])
    apart = last.above > looks.spaced and len(kept) > 1
    return apart and len(last.said) <= _NAME < len(first.said)


def _posts_above(kept: Sequence[Paragraph]) -> list[str]:
    """花桥小学, 五（3）班: lines to the right above a name that say where its bearer is."""
    *texts, name = kept
    found: list[str] = []
    while len(texts) > 1 and name.align == texts[-1].align == "right":
        said = texts.pop().said
        if not patterns.is_office_and_name(f"{said} {name.said}"):
            break
        found.insert(0, said)
    return found


def _is_somebody(text: str) -> bool:
    return patterns.signs(text) or patterns.is_name(text) or patterns.is_office_and_name(text)


def _by(found: Ending, kept: tuple[Paragraph, ...], by: str) -> Ending:
    """``by`` has a role, or is a name alone, or such a name as nobody can know."""
    surely = patterns.is_byline(by)
    bare = patterns.is_name(by) and not surely
    unsure = found.unsure if surely or bare else found.unsure | {"byline"}
    return replace(found, kept=kept, byline=by, bare=bare, unsure=unsure)
