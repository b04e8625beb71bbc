"""Which of a head's lines is 引题, which 主题, which 副题."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.column_names import names_column
from banxin.importers.stories.looks import Looks

_FEW = 3  # characters: no 引题 is as short
_LABEL = 5  # characters: a short line above a headline names a column
_NAME = 7  # one no larger than the text may
_DASHED = re.compile(r"[—–―─-]{2}")
_SAYS, _MOST = 4, 28  # characters of a headline that is made of the first words
_CUE = re.compile(r"^(?:图为|图[一二三\d]为?[:：]?|[▲△▼▽])\s*")
_WHEN_OR_WHERE = re.compile(
    r"(?:近日|日前|连日来|近[期来年]|昨[日天]|今[日天年]|当[日天]|本[周月]|上周|(?:\d{4}年)?\d{1,2}月).{0,5}$"
    r"|随着|为了?|[在据从]|走进|来到"
)
# what ends a 副题 and no 主题, and what a 主题 says and an 引题 doesn't
_TELLS_HOW = re.compile(
    "(?:见闻|纪实|侧记|综述|纪略|札记|掠影|走笔|扫描|观察|探访|纪事|小记|剪影|巡礼|印象)$"
)
_HAPPENS = re.compile(
    r"今日|昨日|今起|明起|(?:召开|举行|启动|开工|竣工|完工|通车|试通车|开幕|闭幕|落幕|揭牌|挂牌|签约|出台|开业"
    r"|投用|投产|启用|开通|成立|上线|开园|开馆|开赛|开讲|开班|开市|停水|停电|建成|见效|夺冠|获奖)$"
)
_ORDERS = re.compile("关于.{2,30}的(?:通告|公告|通知|公示|决定|意见|倡议书)")  # of the office above
_SEVERAL = re.compile("[一二三四五六七八九十两数几][首则篇章题]$")
Signed = Literal["", "name", "reporter"]  # a name alone; a role with it, or 本报讯
_COUPLET = re.compile(r"\S{3,}[\s\u3000]+\S{3,}")


class Headlines(msgspec.Struct, frozen=True):
    """``title`` may be cut by ``|``. ``unsure``: names of fields that were guessed."""

    title: str = ""
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    column: str = ""


def first_words(text: str) -> str:
    """What may head a text that has no headline: its first words that say what happened."""
    parts = (one.strip() for one in re.split("[。，：；！？]", _CUE.sub("", text)))
    clauses = [one for one in parts if len(one) >= _SAYS]
    told = next((one for one in clauses[:3] if not _WHEN_OR_WHERE.match(one)), "")
    return (told or next(iter(clauses), text))[:_MOST].strip().replace("|", "丨")


def headlines(lines: Sequence[Paragraph], looks: Looks, signed: Signed = "") -> Headlines:
    """``signed``: who is said to have written what stands below."""
    if not lines:
        return Headlines()
    if looks.styled:
        return _by_style(lines, looks)
    small = len(lines) > 1 and _is_small(lines[0], looks) and lines[0] is not _main(lines)
    named = len(lines) > 1 and names_column(_text(lines[0]))
    over = named and (lines[0] is not _main(lines) or _is_alike(lines))
    few = len(lines) > 1 and len(lines[0].said) <= _FEW and lines[0] is not _main(lines)
    if over or few or (small and len(lines[0].said) <= _most_of_column(lines[0])):
        rest = headlines(lines[1:], looks, signed)
        unsure = (*rest.unsure, "column")
        return msgspec.structs.replace(rest, column=_text(lines[0]), unsure=unsure)
    first, last, tied = _main_lines(lines)
    if tied and looks.plain:
        return _by_words(lines, looks, signed)
    title = "|".join(_text(p) for p in lines[first:last])
    if last - first > 1 and any(_is_dashed(p) for p in lines[first + 1 : last]):
        last = first + next(n for n, p in enumerate(lines[first:last]) if n and _is_dashed(p))
        title = "|".join(_text(p) for p in lines[first:last])
    doubtful = ["title"] if last - first > 1 else []
    most = _NAME if small and not _COUPLET.search(lines[0].said) else _LABEL
    short = first == 1 and len(lines[0].said) <= most  # or its column
    doubtful += ["kicker"] if short or (small and first and not _is_set(lines[0])) else []
    below = lines[last:]
    doubtful += ["subtitle"] if any(_is_loose(p, looks) for p in below) else []
    return Headlines(
        title,
        tuple(_text(p) for p in lines[:first]),
        tuple(_text(p) for p in below),
        tuple(doubtful),
    )


def _is_loose(p: Paragraph, looks: Looks) -> bool:
    """Whether a line below a headline looks like the text, or is smaller, and has no dash."""
    set_off = looks.is_set_off(p) and p.size >= looks.body
    return not (looks.plain or set_off or _is_dashed(p))


def _is_small(p: Paragraph, looks: Looks) -> bool:
    """Whether a line is no larger and no bolder than the text; or stands where a column does."""
    if looks.plain or looks.bold_alone:
        return False
    return p.align == "right" or (not p.bold and p.size <= looks.body)


def _most_of_column(p: Paragraph) -> int:
    """How many letters a column's name may have where it stands: in the middle 引题 do."""
    return {"right": 2 * _LABEL, "center": _FEW}.get(p.align, _LABEL)


def _is_set(p: Paragraph) -> bool:
    return p.align in ("center", "right")


def _by_style(lines: Sequence[Paragraph], looks: Looks) -> Headlines:
    def of(role: str) -> tuple[str, ...]:
        return tuple(_text(p) for p in lines if looks.role(p) == role)

    roles = [looks.role(p) for p in lines]
    first = roles.index("title")
    above = tuple(_text(p) for p, role in zip(lines[:first], roles, strict=False) if not role)
    below = tuple(
        _text(p) for p, role in zip(lines[first:], roles[first:], strict=True) if not role
    )
    dashed = all(_DASHED.match(text) for text in below)
    unsure = (*(["kicker"] if above else []), *([] if dashed else ["subtitle"]))
    return Headlines(
        "|".join(of("title")), (*of("kicker"), *above), (*of("subtitle"), *below), unsure
    )


def _main(lines: Sequence[Paragraph]) -> Paragraph:
    return max(lines, key=lambda p: (p.size, p.bold))


def _is_alike(lines: Sequence[Paragraph]) -> bool:
    """Whether the first two lines look the same, and the second says more."""
    first, second = lines[:2]
    same = (first.size, first.bold) == (second.size, second.bold)
    return same and len(second.said) > len(first.said)


def _main_lines(lines: Sequence[Paragraph]) -> tuple[int, int, bool]:
    """From where to where the largest lines stand; whether there are others like the first."""
    weights = [(p.size, p.bold) for p in lines]
    most = max(weights)
    first = weights.index(most)
    last = first + 1
    while last < len(lines) and weights[last] == most:
        last += 1
    return first, last, len(lines) > 1 and last - first == len(lines)


def _by_words(lines: Sequence[Paragraph], looks: Looks, signed: Signed) -> Headlines:
    """Lines that all look the same: what they say has to tell."""
    texts = [_text(p) for p in lines]
    over = _stands_over(lines, looks, signed)
    if over == "column" or (len(texts[0]) <= _LABEL and len(texts[1]) > 2 * _LABEL):
        rest = headlines(lines[1:], looks, signed)
        unsure = (*rest.unsure, "title", "column")
        return msgspec.structs.replace(rest, column=texts[0], unsure=unsure)
    if over == "kicker":
        rest = headlines(lines[1:], looks, signed)
        unsure = (*rest.unsure, "title", "kicker")
        return msgspec.structs.replace(rest, kicker=(texts[0],), unsure=unsure)
    if len(lines) > 2:
        return Headlines(texts[1], (texts[0],), tuple(texts[2:]), ("title", "kicker", "subtitle"))
    above, below = texts
    if _is_dashed(lines[1]):
        return Headlines(above, (), (below,))
    if _TELLS_HOW.search(below):
        return Headlines(above, (), (below,), ("title", "subtitle"))
    if _ORDERS.fullmatch(below) and may_be_organisation(above):
        return Headlines(f"{above}|{below}", (), (), ("title",))
    happens = bool(_HAPPENS.search(below)) and not _HAPPENS.search(above)
    if happens or (_COUPLET.search(above) and not _COUPLET.search(below)):
        return Headlines(below, (above,), (), ("title", "kicker"))
    return Headlines(above, (), (below,), ("title", "subtitle"))


def _stands_over(
    lines: Sequence[Paragraph], looks: Looks, signed: Signed
) -> Literal["", "column", "kicker"]:
    """What a few letters above a short headline are: an empty line parts them, or they stand above
    a longer line that somebody wrote under."""
    first, second = lines[0].said, lines[1].said
    own = patterns.is_announcement(first) or patterns.is_name(first) or _SEVERAL.search(first)
    if own or len(first) > _LABEL or may_be_organisation(first) or _is_dashed(lines[1]):
        return ""
    if lines[1].above > looks.spaced:
        return "column"
    if not signed or len(second) <= len(first) or _TELLS_HOW.search(second):
        return ""
    return "column" if signed == "name" or len(first) <= _FEW else "kicker"


def _is_dashed(p: Paragraph) -> bool:
    return bool(_DASHED.match(p.said))


def _text(p: Paragraph) -> str:
    """In one line; a break within it is one of the headline's. A bar of its own becomes 丨."""
    text = patterns.label_of(p.said)[1] or p.text
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return "|".join(row.replace("|", "丨") for row in rows if row)
