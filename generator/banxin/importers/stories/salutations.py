"""To whom a text speaks: lines that open a letter or a speech, and never are its headline."""

from __future__ import annotations

import re

from banxin.importers.stories.roles import Role

TO_EDITORS = re.compile(
    r"[^，。；：]{0,12}(?:编辑|记者)(?:部|老师|同志|先生|女士|们)+\s*[:：]|[^，。；：]{1,12}编辑\s*[:：]$"
)
_WHOM = (
    "(?:同志|朋友|先生|女士|老师|同学|家长|乡亲|人民|群众|居民|村民|市民|读者|网友|职工|社长|业主|用户|客户"
    "|领导|来宾|嘉宾|旅客|党员|代表|评委|专家|员工)们?"
)
TO = re.compile(rf"(?:(?:尊敬|亲爱|敬爱)的[^，。；：]{{1,20}}|[^，。；：]{{0,16}}{_WHOM})\s*[：:]")
_SEVERAL = (
    rf"(?:尊敬|敬爱)的[^。；：！？]{{0,24}}{_WHOM}|(?:亲爱的)?各位[^。；：！？]{{0,24}}{_WHOM}"
)
_ADDRESSED = re.compile(
    rf"(?:{_SEVERAL}|亲爱的[^。；：！？]{{0,12}}{_WHOM[:-1]})(?:[，、/／\s]*{_WHOM})*\s*[：:！!，,]?"
)
_GREETS = re.compile(
    r"(?:大家|您|你们?|同学们|老师们|朋友们|各位[^，。；：]{0,8})(?:早上|上午|中午|下午|晚上)?好[！!。~～]*"
)
_TITLES: tuple[Role, ...] = ("title", "kicker", "subtitle")


def is_salutation(text: str) -> bool:
    """A line that says whom a letter is to, and nothing else: with a colon, or in words that say
    nothing else: 尊敬的先生/女士."""
    return bool(TO_EDITORS.fullmatch(text) or TO.fullmatch(text) or _ADDRESSED.fullmatch(text))


def greets(text: str) -> bool:
    """Whether a line is a salutation, a greeting (大家好！), or one behind the other."""
    said = " ".join(text.split())
    if is_salutation(said) or _GREETS.fullmatch(said):
        return True
    found = _GREETS.search(said)
    opens = said[: found.start()].strip() if found and found.end() == len(said) else ""
    return bool(opens) and is_salutation(opens)


def without_title(role: Role, text: str) -> Role:
    """The role of a line; a salutation that has a headline's style has none."""
    return "" if role in _TITLES and greets(text) else role
