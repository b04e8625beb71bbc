"""文字：… 图片：…: the entries of a list of who did what."""

from __future__ import annotations

import re

import msgspec

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.stories import patterns

WROTE = (
    "文字|文案|文稿|文本|撰文|撰稿人?|采写|采访|采编|写作|作者|记者|通讯员|供稿"
    "|图文|文图|文[/／]图|图[/／]文|文"
)
TOOK = "图片(?:提供|来源)?|照片|摄影|拍摄|摄像|航拍|供图|配图|图"
OTHERS = "视频|音频|剪辑|后期|海报|漫画|制图|插画|朗诵|诵读|校对|审核|来源|稿源"
STAFF = "[\u4e00-\u9fff]{0,4}(?:编辑|责编|审|审核|校对|监制)"
# in 文/图 张三 the slash parts no label from a name
_MARK = r"\s*(?:[:：|丨｜]|[/／](?!\s*[文图摄][\s\u3000:：]))\s*"
_PART = re.compile(
    rf"(?:^|(?<=[\s\u3000，,；;|丨｜]))(?=(?:{WROTE}|{TOOK}|{OTHERS}|{STAFF}){_MARK})"
)
_LABELLED = re.compile(
    rf"(?P<label>[\u4e00-\u9fff/／]{{1,8}}?){_MARK}(?P<said>[^。！？：:]{{2,40}})"
)
_LONGEST = 240  # characters
_BETWEEN = " ，,；;|丨｜"


class Entry(msgspec.Struct, frozen=True):
    label: str
    said: str

    @property
    def text(self) -> str:
        return f"{self.label}：{self.said}"


def entries(text: str) -> list[Entry]:
    """What a line lists; nothing where it is any other."""
    if len(text) > _LONGEST:
        return []
    line = patterns.one_line(text)
    starts = [found.start() for found in _PART.finditer(line)]
    if not starts or starts[0]:
        return []
    parts = [
        line[a:b].strip(" ，,；;|丨｜") for a, b in zip(starts, [*starts, None][1:], strict=True)
    ]
    found = [_LABELLED.fullmatch(part) for part in parts]
    return [Entry(one["label"], one["said"]) for one in found if one] if all(found) else []


def is_entry(text: str) -> bool:
    """Whether a line lists who did what, and is no headline."""
    return any(map(is_credit, entries(text)))


def is_credit(one: Entry) -> bool:
    """Whether it says who wrote or took the pictures."""
    who = one.said.split()
    somebody = patterns.is_name(one.said) or patterns.is_byline(one.text)
    office = bool(who) and may_be_organisation(who[0])
    return bool(re.fullmatch(f"{WROTE}|{TOOK}", one.label)) and (somebody or office)
