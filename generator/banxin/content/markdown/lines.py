"""The blocks of Banxin's Markdown that differ from CommonMark's: lines are what they look like.

A line is a paragraph of its own (or, where a paper wraps its lines by hand, goes on in the next);
a heading needs no space after ``##``; what begins with a number, a minus or a comparison sign and
isn't a list or a quotation stays as typed. No line belongs to a list or quotation without its
mark or indent.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock

from banxin.content.markdown import verse
from banxin.model.characters import HAN, PRIVATE, is_letter

Rule = Callable[[StateBlock, int, int, bool], bool]

_NEAR = 12  # lines within which a list's next item is looked for
DEEPEST = 18  # levels of lists and quotations, where a list with its item are two
_HEADING = re.compile(r"(#{1,6}|＃{2,6})[ \t\u3000\u00a0]*(?=[^#＃])(.*?)(?:[ \t\u3000]+#+)?[ \t]*")
# #话题#, # 5号楼
_HASH = re.compile(
    r"[#＃](?:[^#＃ \t\u3000\u00a0]|[ \t\u3000\u00a0]+[0-9]+"
    r"(?:[号栋楼幢机炉井线门桥泵仓库车厂#]|\s*$))"
)
# Numbers of more than three digits are years; -5℃ and +86 have a sign.
_DEGREES = "(?:℃|°|度|%|％|‰)"
_NUMBER = "[0-9０-９][0-9０-９.．]*"
_NUMBERS = rf"{_NUMBER}(?:[ \t]*[~～至–—-]+[ \t]*{_NUMBER})?[ \t]*"
_AMOUNT = rf"{_NUMBERS}(?:{_DEGREES}|[万亿]?[元分吨]?(?:个?百分点)?(?:[（(][^）)]*[）)])?[ \t]*$)"
# A list keeps neither the bracket of 1) nor the nought of 01. or 0.; a mark alone has nothing to
# mark, a minus belongs to its number, and - END - or - 12 - stands below a text.
_NO_ITEM = re.compile(
    rf"[0-9]{{4,}}\.|[0-9]+\)|0[0-9]*\.|[-+*][ \t]+{_AMOUNT}|\+[ \t]+[0-9]"
    r"|[-+*][ \t]*$|-[ \t]+[^-\s][^-]{0,12}[ \t]-[ \t]*$"
)
_NUMBER_ITEM = re.compile(r"[ \t\u3000]*([0-9]{1,3})\.[ \t]+[^ \t]")
_DIGIT_ITEM = re.compile(r"([0-9]{1,3})\.[ \t]+[0-9](?![0-9]*\.[ \t])")  # 3. 15晚会 may be a date
_BLANK_TO_FILL = re.compile("_")
_STAR = re.compile(r"[*+](?=[ \t])")
_NO_QUOTE = re.compile(
    r">[=＝0-9>]|>[ \t]*$"
    rf"|> ?[0-9][0-9.]*(?:{_DEGREES}|周?岁|[mck]m|[kmμ]?g|元|分|米|公里|万|亿|人|级|小时)"
)
_FENCE_END = re.compile(r"`{3,}[ \t]*")
_FENCE_INFO = re.compile(r"`{3,}[ \t]*[A-Za-z0-9_+#.-]*[ \t]*")
# What begins a paragraph even where lines are joined, besides an indent:
# 一、 （一） ① 1、 1) 第一条 图①： 问： 答：
_BEGINS = re.compile(
    r"\u3000|[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    r"|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|[0-9]{1,3}[、)）]|0[0-9]\.|[问答]："
    r"|第[一二三四五六七八九十百零0-9]{1,5}[条章节款][\s\u3000：]|图[①-⑳0-9一二三四五六七八九十]{0,3}[：:]"
)
# What Word numbers, marks or labels a paragraph with, before a tab: 1. （一） ① • 一、 第一条 问：
LEADS = re.compile(
    r"[0-9]{1,3}[.．、)）]|(?:[0-9]{1,2}\.){1,3}[0-9]{1,2}\.?|[（(][一二三四五六七八九十0-9a-zA-Z]{1,3}[）)]"
    r"|[一二三四五六七八九十百]{1,4}[、.．]|第[一二三四五六七八九十百零0-9]{1,5}[条章节款项]"
    rf"|[A-Za-z][.．、)）]|[①-⓿㈠-㈩]、?|[-+*•·●○■□◆◇▲△▪★☆※→➢§—–✓√{PRIVATE}]|.{{1,8}}[：:]"
)
_LETTER_END = re.compile("此致|敬礼[！!。]?")
_LABEL = re.compile(f"[{HAN}]{{1,6}}：")
_DASH = re.compile("——")
_BREAK = re.compile(" {2,}$")  # two spaces: go on below


def text_of(state: StateBlock, line: int) -> str:
    """The line without what its lists and quotations have taken, and without indents."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def ends_quotation(_state: StateBlock, _line: int, _end: int, silent: bool) -> bool:
    """No line without its own > belongs to a quotation."""
    return silent


def paragraph(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    """One line, or more where the line says so; where lines are joined, as CommonMark."""
    last = line + 1
    while last < state.lineMax and _goes_on(state, last):
        last += 1
    push_text(state, "paragraph", "p", (line, last))
    state.line = last
    return True


def _goes_on(state: StateBlock, line: int) -> bool:
    """Whether ``line`` belongs to the paragraph of the one above it."""
    if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
        return False
    above = state.src[state.bMarks[line - 1] : state.eMarks[line - 1]]
    if not state.env.get("join") and not state.env.get("verse") and not _BREAK.search(above):
        return False
    if not state.env.get("verse") and _begins(state, line):
        return False
    before, state.parentType = state.parentType, "paragraph"
    rules = state.md.block.ruler.getRules("paragraph")
    ended = any(rule(state, line, state.lineMax, True) for rule in rules)
    state.parentType = before
    return not ended


def _begins(state: StateBlock, line: int) -> bool:
    """Whether ``line`` begins a paragraph by what it begins with, or after such a line above."""
    indent = state.src[state.bMarks[line] : state.bMarks[line] + state.tShift[line]]
    text, above = text_of(state, line).strip(), text_of(state, line - 1).strip()
    head, tab, _ = text.partition("\t")
    if "\t" in indent or (tab and LEADS.fullmatch(head)) or _BEGINS.match(text_of(state, line)):
        return True
    if _LETTER_END.fullmatch(text) or _LETTER_END.fullmatch(above):
        return True
    if _DASH.match(text):
        return bool(_DASH.match(above)) or above[-1:] in tuple("。！？”")
    return bool(_LABEL.match(text) and _LABEL.match(above))


def push_text(state: StateBlock, kind: str, tag: str, lines: tuple[int, int]) -> None:
    """A block of text: each of ``lines`` without the white space around it, but for verse."""
    pieces, starts, length = [], [], 0
    for line in range(*lines):
        shown = verse.step(state, line) + text_of(state, line).lstrip()
        starts.append((length, state.eMarks[line] - len(shown)))
        pieces.append(shown if line + 1 < lines[1] else shown.rstrip())
        length += len(pieces[-1]) + 1
    state.push(f"{kind}_open", tag, 1).map = list(lines)
    push_inline(state, "\n".join(pieces), lines, starts)
    state.push(f"{kind}_close", tag, -1)


def push_inline(
    state: StateBlock, content: str, lines: tuple[int, int], starts: list[tuple[int, int]]
) -> None:
    """``starts``: for each line its place in ``content`` and in the source."""
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = content, list(lines), []
    token.meta["starts"] = starts


def ends_list(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """What isn't an item by itself isn't one below others: 02. would lose its nought."""
    return silent and _is_no_item(state, line)


def _is_no_item(state: StateBlock, line: int) -> bool:
    text = text_of(state, line)
    if _NO_ITEM.match(text):
        return True
    found = _DIGIT_ITEM.match(text)
    return found is not None and not _has_neighbour(state, line, int(found[1]))


def _has_neighbour(state: StateBlock, line: int, number: int) -> bool:
    """Whether the item above or below has the number before or after this one's."""
    for step in (-1, 1):
        near = _past_inner(state, line, step)
        found = _NUMBER_ITEM.match(state.src, state.bMarks[near], state.eMarks[near])
        if near != line and found and int(found[1]) == number + step:
            return True
    return False


def _past_inner(state: StateBlock, line: int, step: int) -> int:
    """The next line, up or down, that isn't empty or within the item of ``line``; ``line`` itself
    if there is none near."""
    for near in range(line + step, line + step * _NEAR, step):
        if not 0 <= near < state.lineMax:
            break
        if not state.isEmpty(near) and state.sCount[near] <= state.sCount[line] + 1:
            return near
    return line


def heading(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """``## title``, also without the space or with a full-width one; #话题# stays as typed."""
    text = text_of(state, line)
    if text[:1] not in ("#", "＃") or _HASH.match(text):
        return False
    found = _HEADING.fullmatch(text)
    if found is None or not any(map(is_letter, found[2])):
        return False  # # # # is an ornament
    if silent:
        return True
    if found[1] == "#":
        state.env.setdefault("hashes", []).append(line)
    tag = f"h{len(found[1])}"
    opened = state.push("heading_open", tag, 1)
    opened.map, opened.markup = [line, line + 1], found[1]
    start = state.bMarks[line] + state.tShift[line] + found.start(2)
    push_inline(state, found[2].rstrip(), (line, line + 1), [(0, start)])
    closed = state.push("heading_close", tag, -1)
    closed.meta["typed"] = text[found.end(2) :]
    state.line = line + 1
    return True


def unless(pattern: re.Pattern[str], rule: Rule) -> Rule:
    """``rule``, but not for lines that begin as ``pattern`` says."""

    def guarded(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        return not pattern.match(text_of(state, line)) and rule(state, line, end, silent)

    return guarded


def lists(rule: Rule) -> Rule:
    """Of ``- `` and ``1. ``; ``* `` and ``+ `` only where there are several: one is a note's."""

    def guarded(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        star = _STAR.match(text_of(state, line))
        if star and not _is_followed(state, line, star[0]):
            return False
        return not _is_no_item(state, line) and rule(state, line, end, silent)

    return guarded


def _is_followed(state: StateBlock, line: int, mark: str) -> bool:
    """Whether the next line with text is another item of ``mark``, or within this one."""
    below = line + 1
    while below < state.lineMax and state.isEmpty(below):
        below += 1
    if below >= state.lineMax or state.sCount[below] < state.sCount[line]:
        return False
    if state.sCount[below] > state.sCount[line] + 1:
        return True
    return text_of(state, below).startswith((f"{mark} ", f"{mark}\t"))


def rules(rule: Rule) -> Rule:
    """Not of underscores: they are a blank to be filled in."""
    return unless(_BLANK_TO_FILL, rule)


def quotations(rule: Rule) -> Rule:
    return unless(_NO_QUOTE, rule)


def fences(rule: Rule) -> Rule:
    """Only ```; ~~~ is a line of waves, and words after the mark would not be shown."""

    def fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        if not _FENCE_INFO.fullmatch(text_of(state, line)) or not rule(state, line, end, silent):
            return False
        last = state.line - 1
        if not silent and not (last > line and _FENCE_END.fullmatch(text_of(state, last))):
            state.env.setdefault("unclosed", []).append(line)
        return True

    return fence


def too_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Below the deepest level everything is text; the library would leave it out."""
    if silent or state.level < DEEPEST:
        return False
    state.env.setdefault("deep", line)
    push_text(state, "paragraph", "p", (line, line + 1))
    state.line = line + 1
    return line < end
