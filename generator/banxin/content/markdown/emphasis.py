"""Which asterisks are marks: ``**`` sets bold, ``*`` italics; the others stay.

Newspapers print 王**、张*先生 and 330802********1234, and measure 8*8米. CommonMark's own rules are
made for words between spaces; these are made for Chinese, where none stand.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from banxin.model.characters import is_letter

RUN = re.compile(r"\*+")
_LONGEST = 3  # more than *** are never a mark
_OPENING = "（《「『【〈〔“‘([{<"
_CLOSING = "、。，．：；！？）》」』】〉〕”’％‰℃),.:;?!]}>%"
_LEGEND = re.compile(
    "为|表示|代表|号|注|系|指|必填|带"
)  # *为必填项 explains the asterisks of a form
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷汤尹黎乔贺赖龚庞樊殷施洪翟"
    "倪严牛俞章鲁葛柳岳齐尚梅莫庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项裴霍"
)
# What stands before a surname within a sentence: 和李**, 居民王**, 患者张**.
_BEFORE_NAMES = "和与及跟同由对向被将把给让叫是为即民居者告生士员妇嫌人友妻夫父母某"


def flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the asterisks ``text[start:end]`` may open and may close emphasis."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start > _LONGEST or _is_masked(text, start, before, after):
        return False, False
    opens = bool(after) and after not in _CLOSING and not _between_spaces(before, after)
    closes = bool(before) and before not in _OPENING and not _between_spaces(before, after)
    if end - start == 1:
        opens = opens and not after.isspace() and not (before and is_letter(before))
        opens = opens and not _LEGEND.match(text, end)
        closes = closes and not before.isspace() and not (after and is_letter(after))
    return opens and not _is_digit(before), closes


def _between_spaces(before: str, after: str) -> bool:
    return before.isspace() and after.isspace()


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"


def _is_masked(text: str, start: int, before: str, after: str) -> bool:
    """Whether the asterisks stand for digits or for a given name."""
    if _is_digit(after) and (before == "号" or (before.isascii() and before.isalnum())):
        return True
    if _is_digit(before) and after.isascii() and after.isalnum():
        return True
    if before not in _SURNAMES:
        return False
    further = text[start - 2 : start - 1] if start > 1 else ""
    return not further or further in _BEFORE_NAMES or not is_letter(further)


def _are_singles_paired(state: StateInline) -> bool:
    """Whether the text's single asterisks open and close in turn; else all are characters."""
    known: tuple[str, bool] | None = state.env.get("singles")
    if known is None or known[0] is not state.src:
        runs = (found.span() for found in RUN.finditer(state.src) if len(found[0]) == 1)
        able = [f for f in (flanks(state.src, *run) for run in runs) if any(f)]
        paired = all(f == (n % 2 == 0, n % 2 == 1) for n, f in enumerate(able))
        known = (state.src, paired and len(able) % 2 == 0)
        state.env["singles"] = known
    return known[1]


def emphasis(state: StateInline, silent: bool) -> bool:
    """The inline rule: each asterisk a token of its own, that the library pairs later."""
    if silent or state.src[state.pos] != "*":
        return False
    found = RUN.match(state.src, state.pos, state.posMax)
    start, end = found.span() if found else (state.pos, state.pos + 1)
    opens, closes = flanks(state.src, start, end)
    if end - start == 1 and not _are_singles_paired(state):
        opens = closes = False
    if not opens and not closes:
        state.append_pending(state.src[start:end])
        state.pos = end
        return True
    for _ in range(end - start):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), end - start, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos = end
    return True
