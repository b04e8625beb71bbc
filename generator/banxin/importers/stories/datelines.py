"""本报讯, 新华社北京3月2日电: who sent a story, from where and when, before its first words."""

from __future__ import annotations

import re

from banxin.model.characters import HAN

_OWN = "本报|本网|本台|本刊|本社|新华社|新华网|中新社|中新网|人民网|央视网"
_OTHERS = f"[{HAN}]{{2,6}}(?:日报|晚报|社|融媒体?|传媒|新闻网|广电)"
_NEWS = "(?<!通)讯|专电|电|消息"
_NO_PLACE = "通|简|短|喜|快|资|音|问|审|传|闻"
_AHEAD = rf"(?=[\s\u3000（(【\[：:]|[{HAN}\d“])"
_DATELINE = re.compile(
    r"[【\[（(□■◆]?\s*(?P<line>(?:据?(?:(?P<own>"
    rf"{_OWN})|{_OTHERS})(?P<where>[^，。；！？、：:“”（）()\n]{{0,18}}?)(?P<news>{_NEWS})"
    rf"|(?:[{HAN}]{{1,3}}(?<![{_NO_PLACE}])讯)(?=[\s\u3000（(【])))[】\])）]?{_AHEAD}"
)
_DAY = re.compile(r"日[\s\u3000]*\S{0,2}$")  # 3月2日, 3月2日晚
_GOES_ON = re.compile(f"(?!记者)[{HAN}“]")
_PLACE = 6  # characters


def dateline(text: str, start: int) -> tuple[str, int] | None:
    """The dateline that begins at ``start``, and where it ends."""
    found = _DATELINE.match(text, start)
    if found is None or not _is_sent(found, text):
        return None
    return found["line"], found.end()


def is_dateline(text: str) -> bool:
    """Whether a line is 本报讯 or 新华社北京3月2日电 and nothing else; 电讯 may name a column."""
    found = _DATELINE.match(f"{text.strip()} ")
    return found is not None and bool(found["own"]) and found.end() > len(text.strip()) - 1


def _is_sent(found: re.Match[str], text: str) -> bool:
    """Whether it says from where and when, and isn't a sentence's first words, which
    go on: 本报热线接到来电|反映, 西街社|区没有地方安装电|梯."""
    where = found["where"]
    if not where or _DAY.search(where):  # 江城讯, too, has no 电 that might be another's
        return True
    goes_on = bool(_GOES_ON.match(text, found.end()))
    if found["own"]:
        return not goes_on or found["news"] == "讯"
    return not goes_on and len(where) <= _PLACE
