"""Asterisks that stand for what isn't printed: a name, a number, a place; and those of a legend.

``is_mask`` holds whatever else the text has. ``may_be_mask`` is for asterisks that found no
partner: whether they look as if they were meant to be printed.
"""

from __future__ import annotations

import re

from banxin.model.characters import HAN, is_letter

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷汤尹黎乔贺赖龚庞樊殷施洪翟"
    "倪严牛俞章鲁葛柳岳齐尚梅莫庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项裴霍"
)
# What stands before a surname within a sentence: 和李**, 居民王**, 患者张**.
_BEFORE_NAMES = "和与及跟同由对向被将把给让叫是为即民居者告生士员妇嫌人友妻夫父母某"
_PLACE = (
    "(?:省|市|县|区|镇|乡|村|组|街道|小区|社区|花园|大厦|路|街|巷|弄|号|栋|幢|楼|室|单元"
    "|公司|集团|银行|医院|中学|小学|厂|店)"
)
_TITLE = "(?:先生|女士|某|同学|老师|同志)"
_WHO = f"(?:{_TITLE}|公司|集团|银行|医院|小区|社区|街道)"
# One character of a name: not of those that number a paragraph or say who speaks.
_GIVEN = f"(?![一二三四五六七八九十甲乙丙丁戊己庚辛壬癸问答其])[{HAN}]"
_AFTER_NAME = r"(?:[、，。；！？）等和与及\s]|$)"
_WITHIN = re.compile(
    r"(?<!\*)(?:"
    rf"\*{{2,3}}{_PLACE}\*{{2,3}}(?={_PLACE})"  # 位于**小区**栋
    rf"|\*\*[{''.join(_SURNAMES)}]\*\*(?={_TITLE})"  # **王**先生
    rf"|\*\*{_TITLE}[、，和与及]\*\*(?={_TITLE})"  # **先生、**女士
    rf"|\*{{2,3}}{_WHO}[^*\n]{{1,20}}\*{{2,3}}(?={_WHO})"  # **先生捐100元，**女士捐50元
    rf"|\*\*{_GIVEN}(?:、\*\*(?=[{HAN}])|，\*\*(?=[{HAN}]{{1,2}}{_AFTER_NAME}))"  # **磊、**芳
    r"|\*\*[0-9]{1,6}[ 、，和与及]{1,3}\*\*(?=[0-9])"  # **1234 和 **5678
    r"|(?<=某)\*\*(?=某)"
    r"|\*{1,3}(?=[ \u00a0]?[Pp][ \u00a0]?[<＜≤=＝>])"  # *P<0.05，**P<0.01
    r"|(?<=[带含标])\*{1,2}(?=的)"  # 带**的为选填
    r")(?!\*)"
)
_REACH = 32  # characters on either side that such a pattern may take
_INITIAL = re.compile(r"[^A-Za-z0-9*]?[A-Z]\*+(?:[、，。；和与及]|$)")  # A**、B**
_ALONE = re.compile(rf"\*+(?:{_TITLE}|{_PLACE}|{_GIVEN}{_AFTER_NAME})")


def is_mask(text: str, start: int, end: int) -> bool:
    """Whether the asterisks ``text[start:end]`` stand for digits, a name or a place."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_digit(after) and (before == "号" or (before.isascii() and before.isalnum())):
        return True
    if _is_digit(before) and after.isascii() and after.isalnum():
        return True
    return _follows_surname(text, start, before) or _is_in_pattern(text, start, end)


def may_be_mask(text: str, start: int) -> bool:
    """Whether asterisks without a partner look meant: **女士, 被告**公司, ★★★**."""
    rating = text[start - 1 : start] in tuple("★☆")
    return rating or bool(_ALONE.match(text, start) or _INITIAL.match(text, max(0, start - 2)))


def _follows_surname(text: str, start: int, before: str) -> bool:
    if before not in _SURNAMES:
        return False
    further = text[start - 2 : start - 1] if start > 1 else ""
    return not further or further in _BEFORE_NAMES or not is_letter(further)


def _is_in_pattern(text: str, start: int, end: int) -> bool:
    first, last = max(0, start - _REACH), end + _REACH
    return any(
        found.start() <= start < found.end() for found in _WITHIN.finditer(text, first, last)
    )


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"
