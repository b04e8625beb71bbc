"""How pupils and students say who they are: several names in a line, a class with the name behind
it, and below the text a list of their own particulars (学校：…, 班级：…, 姓名：…)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.stories import imprint, patterns
from banxin.model.characters import HAN

_CLASS = re.compile(rf"(?P<where>[{HAN}\d（）()]{{2,20}}[班级])\s*(?P<who>[{HAN}]{{2,3}})")
_LABEL = re.compile(
    r"(?P<label>学校|院校|院系|学院|系别|专业|年级|班级|学号|性别|年龄|姓名|作者|(?:指导|辅导)(?:教师|老师))"
    r"\s*[:：]\s*(?P<said>\S.{0,30})"
)
_WHERE = ("学校", "院校", "学院", "院系", "系别", "年级", "班级")
_WHO = ("姓名", "作者")
_FEWEST = 3  # lines
_NAMES = 40  # characters of a line of names


def are_names(text: str) -> bool:
    """Whether a line is several names: 沈微、吴荻、江一帆."""
    parts = [part for part in re.split("[、，,]", text) if part.strip()]
    return len(parts) > 1 and len(text) <= _NAMES and all(map(patterns.is_name, parts))


def class_and_name(text: str) -> str:
    """花桥小学五（3）班 沈微, of a line that has no space between; "" for any other."""
    found = _CLASS.fullmatch(text)
    return f"{found['where']} {found['who']}" if found and patterns.is_name(found["who"]) else ""


def particulars_below(lines: Sequence[str]) -> int:
    """How many of a text's last lines are such a list."""
    count = 0
    for line in reversed(lines):
        if not (_LABEL.fullmatch(line) or imprint.contact_of(line)):
            break
        count += 1
    named = any(_said(line, _WHO) for line in lines[len(lines) - count :])
    return count if named and count >= _FEWEST else 0


def byline_of(lines: Sequence[str]) -> str:
    """花桥小学 五（3）班 沈微, of the lines of such a list; 指导教师 吴荻 behind it."""
    where = [said for line in lines if (said := _said(line, _WHERE))]
    who = [said for line in lines if (said := _said(line, _WHO))]
    found = (_LABEL.fullmatch(line) for line in lines)
    taught = [f"{one['label']} {one['said']}" for one in found if one and "导" in one["label"]]
    return patterns.one_line(" ".join((*where, *who, *taught)))


def _said(line: str, labels: Sequence[str]) -> str:
    found = _LABEL.fullmatch(line)
    return found["said"] if found and found["label"] in labels else ""
