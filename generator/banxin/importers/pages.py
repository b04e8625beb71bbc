"""What names and lines say of pages: B1版, 第十二版：副刊, 6-7版, 中缝; 下转第三版.

A page is its label, as ``model.page_label`` gives it; "" where nothing is said.
"""

from __future__ import annotations

import re

import msgspec

from banxin.content.fields.ranks import RANKS
from banxin.model.page_label import FOLD, page_key, page_label

_HAN = "一二三四五六七八九十"
_DASH = "[-－‐-―−~～至、/]"
_NUMBER = rf"(?:[A-D]?\d{{1,2}}|[{_HAN}]{{1,3}})"
_PLATE = rf"(?:{_NUMBER}\s*(?:{_DASH}\s*{_NUMBER})?)"
_WITH_WORD = rf"第?\s*{_PLATE}\s*合?\s*版(?:\s*{FOLD})?|(?:第?\s*{_PLATE}\s*)?{FOLD}"
_BARE = r"[A-D]\d{1,2}"
_NAMED = (
    "要闻|综合|副刊|专题|专版|特刊|民生|经济|时政|广告|文化|教育|乡镇|农村|社会|国内|国际|天下|健康"
)
_DAY = r"(?:(?:\d{4}\s*年)?\d{1,2}月\d{1,2}日\s*(?:星期.\s*)?)?"
_MARK = re.compile(
    rf"[【\[（(]?{_DAY}(?:(?P<word>{_WITH_WORD})|(?P<bare>{_BARE}))"
    rf"(?:\s*(?P<rank>倒头条|头条|二条|报眼))?"
    rf"(?:[\s:：·|丨—-]+(?P<apart>[\u4e00-\u9fff]{{1,8}})|(?P<glued>[\u4e00-\u9fff]{{1,4}}))?[】\])）]?\s*[:：]?",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    rf"(?<![A-Za-z\d{_HAN}])(?:(?P<word>{_WITH_WORD})|(?P<bare>{_BARE})(?!\d))", re.IGNORECASE
)
_LONGEST = 60  # characters of a line that names a page
_PAPER = re.compile(r"[A-D]\d纸", re.IGNORECASE)  # what one prints on
_TO = r"(?:紧接|上接|下转|下接|转入?|接|详?见)"
_JUMP = (
    rf"(?:{_TO}\s*(?:今日)?(?:{_WITH_WORD})[^。，）)】]{{0,8}}"
    rf"|第?\s*{_PLATE}\s*版\s*转\s*(?:{_PLATE}\s*版)?)"
)
_JUMP_LINE = re.compile(_JUMP, re.IGNORECASE)
_JUMP_END = re.compile(rf"[（(【\[]\s*{_JUMP}\s*[）)】\]]$", re.IGNORECASE)
_BEHIND = re.compile(r"[\s:：·_（(—-]*([\u4e00-\u9fff]{2,6})[\s）)]*")
_RANKED = "倒头条|头条|二条|报眼|稿件|来稿"
_NOT_NAMES = ("转", "接", "见", "刊", "的")


class PageMark(msgspec.Struct, frozen=True):
    label: str
    name: str = ""
    rank: str = ""


def page_mark(text: str) -> PageMark | None:
    """A line that only says where the following stands: 第一版：要闻, A2版, 二版头条."""
    found = _MARK.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST else None
    if found is None:
        return None
    name = found["apart"] or found["glued"] or ""
    label = label_said(found["word"] or found["bare"])
    glued = found["bare"] and found["glued"] and not re.fullmatch(_NAMED, name)
    if not label or glued or name.startswith(_NOT_NAMES):
        return None
    return PageMark(label, name, RANKS[found["rank"]] if found["rank"] else "")


def page_in(name: str) -> tuple[str, bool]:
    """The page that a file's name has in it, and whether it surely is one: A2会议 may be, C1驾照
    isn't."""
    found = _IN_NAME.search(_PAPER.sub("", name))
    if found is None:
        return "", False
    apart = not found["bare"] or not name[found.end() : found.end() + 1].isalnum()
    return label_said(found["word"] or found["bare"]), apart


def page_name_in(name: str, *, folder: bool) -> str:
    """What the name of a file calls the page behind its label: 二版 要闻, B1版（经济）.

    ``folder``: it is a folder's, which nothing but the page names; a file's may be its story's.
    """
    found = _IN_NAME.search(_PAPER.sub("", name))
    rest = found and _BEHIND.fullmatch(name[found.end() :])
    if not rest or not (folder or re.fullmatch(_NAMED, rest[1])):
        return ""
    return "" if rest[1].startswith(_NOT_NAMES) or re.fullmatch(_RANKED, rest[1]) else rest[1]


def label_said(text: str) -> str:
    """The label of 第十二版, 六、七版, b1."""
    return page_label(re.sub(rf"[{_HAN}]+", lambda n: str(_number(n[0])), text))


def _number(han: str) -> int:
    tens, ten, ones = han.rpartition("十")
    unit = _HAN.find(ones[:1]) + 1 if ones else 0
    return unit + 10 * ((_HAN.find(tens[:1]) + 1 if tens else 1) if ten else 0)


def jump_note(text: str) -> str:
    """下转第三版, where a line says nothing else or ends with it in brackets; "" for any other."""
    line = text.strip()
    if _JUMP_LINE.fullmatch(line.strip("（()）【】[] ")):
        return line
    found = _JUMP_END.search(line)
    return found[0] if found else ""


def page_order(label: str) -> tuple[str, int, str]:
    """In which order pages are printed; nothing said comes first, 中缝 last."""
    if not label:
        return "", 0, ""
    if label.startswith(FOLD):
        return "~", 0, label
    letters, number = re.match(r"([A-Z]*)(\d+)", label).groups()  # type: ignore[union-attr]
    return letters, int(number), page_key(label)
