"""Which of a head's lines is 引题, which 主题, which 副题."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.column_names import is_genre, names_column
from banxin.importers.stories.looks import Looks

_FEW = 3  # characters: no 引题 is as short
_LABEL = 5  # characters: a short line above a headline names a column
_ROWS = 2  # that a headline is broken into
_NAME = 7  # one no larger than the text may
_DASHED = re.compile(r"[—–―─-]{2}")
# what ends a 副题 and no 主题, and what a 主题 says and an 引题 doesn't
_TELLS_HOW = re.compile(
    "(?:见闻|纪实|侧记|综述|纪略|札记|掠影|走笔|扫描|观察|探访|纪事|小记|剪影|巡礼|印象)$"
)
_TAKES_PART = re.compile(
    r"(?P<who>\S{2,4}(?:[\s\u3000、]+\S{2,4}?)*?)(?:强调|要求|指出|主持(?:会议)?|出席|讲话|参加|致辞|作报告)+(?:[:：\s\u3000]*\S.*)?"
)
_HAPPENS = re.compile(
    r"今日|昨日|今起|明起|(?:召开|举行|启动|开工|竣工|完工|通车|试通车|开幕|闭幕|落幕|揭牌|挂牌|签约|出台|开业"
    r"|投用|投产|启用|开通|成立|上线|开园|开馆|开赛|开讲|开班|开市|停水|停电|建成|见效|夺冠|获奖)$"
)
# what a few letters of a 引题 say and no column does: when it is, and how things are
_SCENE = re.compile(
    "(?:时节|之际|期间|前夕|来临|到来|来袭|将至|在即|临近|正当时|过半|收官|在望|开学"
    "|转[凉暖冷热寒晴]|[降升]温|入[冬夏春秋])$"
)
_EVENT = re.compile(
    "(?:[县市区镇乡村局院校厂]|公司|中学|小学)"
    "[^，。]{0,8}(?:召开|举[行办]|部署|启动|开展|出台|印发|表彰)"
)
_ORDERS = re.compile("关于.{2,30}的(?:通告|公告|通知|公示|决定|意见|倡议书)")  # of the office above
_NOTICE = re.compile(r"[公通布]\s*告|公\s*示|通\s*知|启\s*事|声\s*明|决\s*定")  # below it
_KIND = re.compile("(?:实施|工作|活动|策划)?方案|(?:工作|活动)?(?:总结|报告|汇报)|简介|规划|章程")
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


def headlines(lines: Sequence[Paragraph], looks: Looks, signed: Signed = "") -> Headlines:
    """``signed``: who is said to have written what stands below."""
    if not lines:
        return Headlines()
    if looks.styled:
        return _by_style(lines, looks)
    if len(lines) > 1 and _names_its_column(lines, looks, signed):
        rest = headlines(lines[1:], looks, signed)
        unsure = (*rest.unsure, "column")
        return msgspec.structs.replace(rest, column=_text(lines[0]), unsure=unsure)
    small = len(lines) > 1 and _is_small(lines[0], looks) and lines[0] is not _main(lines)
    first, last, tied = _main_lines(lines)
    couplet = tied and last == _ROWS and _stands_above(*(_text(p) for p in lines))
    if couplet or (tied and (looks.plain or last > _ROWS)):
        return _by_words(lines, looks, signed)
    title = "|".join(_text(p) for p in lines[first:last])
    if tails := _tails(lines[first:last]):
        last = first + tails
        title = "|".join(_text(p) for p in lines[first:last])
    told = tails and not _is_dashed(lines[last])
    doubtful = ["title"] if told or last - first > 1 else []
    most = _NAME if small and not _COUPLET.search(lines[0].said) else _LABEL
    # or its column; or of what the title only says the kind
    short = first == 1 and (len(lines[0].said) <= most or _KIND.fullmatch(title))
    doubtful += ["kicker"] if short or (small and first and not _is_set(lines[0])) else []
    below = lines[last:]
    loose = any(_is_loose(p, looks) for p in below)
    doubtful += ["subtitle"] if told or loose else []
    return Headlines(
        title,
        tuple(_text(p) for p in lines[:first]),
        tuple(_text(p) for p in below),
        tuple(doubtful),
    )


def _names_its_column(lines: Sequence[Paragraph], looks: Looks, signed: Signed) -> bool:
    """Whether the first line names the column: by its words, or a few of them that are small or
    stand otherwise than the headline; above 引题; above what somebody signs with a name alone."""
    first, main = lines[0], _main(lines)
    if first.said[-1:] in ("：", ":"):
        return False  # 白果乡：, which the headline goes on from
    tied = signed == "name" and (first.size, first.bold) == (main.size, main.bold)
    if names_column(_text(first)) and (first is not main or tied or _is_alike(lines)):
        return True
    if is_genre(_text(first)) and len(lines[1].said) > 1:
        return True
    if first is main:
        alike = _is_alike(lines) and not looks.plain and signed == "name"
        beside = not _is_set(first) and lines[1].align == "center"
        return (alike or beside or _is_parted(lines)) and is_label(first.said)
    if len(first.said) <= _FEW or (
        _is_small(first, looks) and len(first.said) <= _most_of_column(first)
    ):
        return True
    if looks.plain or not is_label(first.said):
        return False
    aside = main.align == "center" and not _is_set(first)
    over = lines[1] is not main and len(lines[1].said) > _LABEL
    return aside or over or signed == "name"


def _is_parted(lines: Sequence[Paragraph]) -> bool:
    """Whether a line as heavy as the first stands below one that isn't: no headline is."""
    weights = [(p.size, p.bold) for p in lines]
    return weights[0] != weights[1] and weights[0] in weights[2:]


def is_label(said: str) -> bool:
    """Whether a few letters may be a column's name: no notice, nobody, no office."""
    own = patterns.is_announcement(said) or patterns.is_name(said) or _SEVERAL.search(said)
    return not own and len(said) <= _LABEL and not may_be_organisation(said)


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
    """How many letters a column's name may have where it stands."""
    told = p.align == "center" and _SCENE.search(p.said)
    return _FEW if told else {"right": 2 * _LABEL}.get(p.align, _LABEL)


def _is_set(p: Paragraph) -> bool:
    return p.align in ("center", "right")


def _by_style(lines: Sequence[Paragraph], looks: Looks) -> Headlines:
    def of(role: str) -> tuple[str, ...]:
        return tuple(_text(p) for p in lines if looks.role(p) == role)

    roles = [looks.role(p) for p in lines]
    first = roles.index("title")
    loose = [p for p, role in zip(lines[:first], roles, strict=False) if not role]
    column = _column_above(loose)
    above = tuple(_text(p) for p in loose[1 if column else 0 :])
    below = tuple(
        _text(p) for p, role in zip(lines[first:], roles[first:], strict=True) if not role
    )
    dashed = all(_DASHED.match(text) for text in below)
    unsure = (*(["kicker"] if above else []), *([] if dashed else ["subtitle"]))
    return Headlines(
        "|".join(of("title")),
        (*of("kicker"), *above),
        (*of("subtitle"), *below),
        (*unsure, *(["column"] if column else [])),
        column,
    )


def _column_above(loose: Sequence[Paragraph]) -> str:
    """A few letters without a style above a headline that has one: its column's name."""
    if not loose:
        return ""
    text = _text(loose[0])
    return text if names_column(text) or is_label(loose[0].said) else ""


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
    while last < len(lines) and weights[last] == most and _is_beside(lines[first], lines[last]):
        last += 1
    return first, last, len(lines) > 1 and last - first == len(lines)


def _is_beside(first: Paragraph, other: Paragraph) -> bool:
    """Whether two lines may be the rows of one headline: no plain line below a centred one is."""
    return other.bold or not (first.align == "center" != other.align)


def _by_words(lines: Sequence[Paragraph], looks: Looks, signed: Signed) -> Headlines:
    """Lines that all look the same: what they say has to tell."""
    texts = [_text(p) for p in lines]
    over = "kicker" if _is_dashed(lines[0]) else _stands_over(lines, looks, signed)
    far = len(texts[0]) <= _LABEL and len(texts[1]) >= 2 * _LABEL and not _is_dashed(lines[1])
    if over == "column" or far:
        rest = headlines(lines[1:], looks, signed)
        unsure = (*rest.unsure, "title", "column")
        return msgspec.structs.replace(rest, column=texts[0], unsure=unsure)
    if over == "kicker":
        rest = headlines(lines[1:], looks, signed)
        unsure = (*rest.unsure, "title", "kicker")
        return msgspec.structs.replace(rest, kicker=(texts[0],), unsure=unsure)
    if (tails := _tails(lines)) == _ROWS and _is_dashed(lines[tails]):  # which the title is above
        return Headlines(texts[1], (texts[0],), tuple(texts[2:]), ("title", "kicker"))
    if tails:
        head = _by_words(lines[:tails], looks, signed) if tails > 1 else Headlines(texts[0])
        doubtful = () if _is_dashed(lines[tails]) else ("title", "subtitle")
        more = (*head.subtitle, *texts[tails:])
        return msgspec.structs.replace(head, subtitle=more, unsure=(*head.unsure, *doubtful))
    if len(lines) > 2:
        return Headlines(texts[1], (texts[0],), tuple(texts[2:]), ("title", "kicker", "subtitle"))
    above, below = texts
    if (_ORDERS.fullmatch(below) or _NOTICE.fullmatch(below)) and may_be_organisation(above):
        return Headlines(f"{above}|{below}", (), (), ("title",))
    told = (one.search(below) and not one.search(above) for one in (_HAPPENS, _EVENT))
    if any(told) or _stands_above(above, below):
        return Headlines(below, (above,), (), ("title", "kicker"))
    return Headlines(above, (), (below,), ("title", "subtitle"))


def _stands_above(above: str, below: str) -> bool:
    """从严从紧 打赢攻坚战: two halves above a line that has none are its 引题."""
    halves = bool(_COUPLET.search(above)) and not re.search("[A-Za-z]{3}", above)
    return halves and not _COUPLET.search(below)


def _stands_over(
    lines: Sequence[Paragraph], looks: Looks, signed: Signed
) -> Literal["", "column", "kicker"]:
    """What a few letters above a short headline are: an empty line parts them, or they stand above
    a longer line that somebody wrote under."""
    first, second = lines[0].said, lines[1].said
    if not is_label(first) or _is_dashed(lines[1]):
        return ""
    if lines[1].above > looks.spaced:
        return "column"
    if not signed or len(second) <= len(first) or _TELLS_HOW.search(second):
        return ""
    return "kicker" if signed != "name" and _SCENE.search(first) else "column"


def _tails(lines: Sequence[Paragraph]) -> int:
    """Where the lines begin that only 副题 are: ——…, …纪实, 张三主持; 0: nowhere."""
    return next((n for n, p in enumerate(lines) if n and _is_tail(p)), 0)


def _is_tail(p: Paragraph) -> bool:
    return _is_dashed(p) or bool(_TELLS_HOW.search(p.said)) or _tells_who(p.said)


def _tells_who(text: str) -> bool:
    """周克勤强调：…, 何向南 孔祥云出席: who took part in a meeting."""
    found = _TAKES_PART.fullmatch(text)
    return found is not None and all(map(patterns.is_name, found["who"].split()))


def _is_dashed(p: Paragraph) -> bool:
    return bool(_DASHED.match(p.said))


def _text(p: Paragraph) -> str:
    """In one line; a break within it is one of the headline's. A bar of its own becomes 丨."""
    text = patterns.label_of(p.said)[1] or p.text
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return "|".join(row.replace("|", "丨") for row in rows if row)
