"""What recognising a scan does to Chinese text, put right where that is sure.

Every rule takes a text to a text; what it changes is counted. What is only likely (入 read as 人)
is told and never changed.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Callable, Iterator

from banxin.content.bylines import credits
from banxin.model.characters import HAN

_MARKS = "，。、；：！？“”‘’（）《》〈〉【】…—"
_GAP = re.compile(rf"(?<=[{HAN}{_MARKS}]) +(?=[{HAN}{_MARKS}])")
_NUMBER = re.compile(rf"(?:(?<=[{HAN}{_MARKS}])|^) *(\d+(?:\.\d+)?%?) *(?=[{HAN}{_MARKS}])")
_TO_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_HALF = re.compile(rf"(?<=[{HAN}{_MARKS}\"\d%)])([,;:!?]) *(?=[{HAN}{_MARKS}\"(]|$)")
_HALF_AFTER = re.compile(rf"(?<=[{HAN}{_MARKS}\"]) *([,;:!?]) *(?=[\dA-Za-z])")
_ROUND = re.compile(rf"\(([^()\n]*[{HAN}][^()\n]*)\)")
_NAMES = re.compile(rf"[（(]\s*[^（）()\n]{{2,40}}\s*[)）]|(?:[{HAN}]{{2,4}} )+[{HAN}]{{2,4}} ?/摄")
_STARS = re.compile(r"\*\*(?=\S)([^*\n]{1,60}?)\s*\*\*")
# signs that are taken for one another: the word as it was read, and as it was perhaps printed
CONFUSED = {
    **{f"{verb}人": f"{verb}入" for verb in "深进投收纳融加列写输注陷迈跨步引导转编记嵌"},
    "人口处": "入口处",
    "人场": "入场",
    "人区": "入区",
    "人驻": "入驻",
    "人库": "入库",
    "己经": "已经",
    "自已": "自己",
    "末来": "未来",
    "末能": "未能",
    "土兵": "士兵",
    "日标": "目标",
    "项日": "项目",
    "曰前": "日前",
    "于部": "干部",
    "千部": "干部",
    "千净": "干净",
    "夭气": "天气",
    "乎安": "平安",
    "人民耍": "人民要",
    "—次": "一次",
}
_MISREAD = "|".join(map(re.escape, sorted(CONFUSED, key=len, reverse=True)))
_CONFUSED = re.compile(f"(?<!无)(?:{_MISREAD})(?![们才员民])")


def cleaned(text: str, tally: Tally[str]) -> str:
    """One paragraph with its spaces, marks and quotes as they are printed."""
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        """Names keep the spaces between them."""
        if not any(c.kind == "person" for c in credits(found[0])):
            return found[0]
        held.append(_bracketed(found[0]))
        return f"\x00{len(held) - 1}\x01"

    text = _STARS.sub(_counted(tally, "stars", r"\1"), text)
    text = _NAMES.sub(hold, text)
    text = _HALF.sub(lambda m: _widened(m, tally), text)
    text = _HALF_AFTER.sub(lambda m: _widened(m, tally), text)
    text = _ROUND.sub(_counted(tally, "brackets", "（\\1）"), text)
    if re.search("[，。；]", text):  # a headline's spaces are its own
        text = _GAP.sub(_counted(tally, "spaces", ""), text)
    text = _NUMBER.sub(lambda m: _unspaced(m, tally), text)
    text = re.sub(" *\x00(\\d+)\x01 *", lambda m: held[int(m[1])], text)
    text = _NUMBER.sub(lambda m: _unspaced(m, tally), text)
    return _quoted(text, tally)


def _bracketed(text: str) -> str:
    inside = " ".join(text.strip("（）() ").split())
    return f"（{inside}）" if text[0] in "（(" else text


def _counted(tally: Tally[str], name: str, template: str) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        tally[name] += 1
        return found.expand(template)

    return replaced


def _widened(found: re.Match[str], tally: Tally[str]) -> str:
    tally["marks"] += 1
    return _TO_WIDE[found[1]]


def _unspaced(found: re.Match[str], tally: Tally[str]) -> str:
    if found[0] != found[1]:
        tally["spaces"] += 1
    return found[1]


def _quoted(text: str, tally: Tally[str]) -> str:
    """Straight quotes in pairs; an odd number of them is left as it is, and told."""
    count = text.count('"')
    if not count or count % 2:
        tally["odd-quotes"] += 1 if count else 0
        return text
    tally["quotes"] += count
    parts = text.split('"')
    return "".join(
        p + ("" if n == len(parts) - 1 else "”" if n % 2 else "“") for n, p in enumerate(parts)
    )


def confusions(text: str) -> Iterator[tuple[str, str, str]]:
    """Words that were perhaps misread: the word, what it may be, and the words around it."""
    for found in _CONFUSED.finditer(text):
        start, end = max(0, found.start() - 4), found.end() + 4
        yield found[0], CONFUSED[found[0]], text[start:end].replace("\n", "")
