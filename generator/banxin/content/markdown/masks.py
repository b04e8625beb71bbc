"""Asterisks that stand for what isn't printed: a name, a number, a place; and those of a legend.

``masks`` holds whatever else the text has. ``may_be_mask`` is for asterisks that found no
partner: whether they look as if they were meant to be printed; ``hides_villager`` for those that
found none even then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from banxin.model.characters import HAN, is_letter

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷汤尹黎乔贺赖龚庞樊殷施洪翟"
    "倪严牛俞章鲁葛柳岳齐尚梅莫庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项裴霍"
    "钱尤褚窦喻柏鲍卞伍屈阮闵娄颜刁骆虞柯裘缪包邬滕晏瞿桂"
)
_COMPOUND = ("欧阳", "诸葛", "司马", "上官", "皇甫", "令狐", "慕容", "端木", "夏侯", "司徒", "尉迟")
# Those that begin or end many a word: 全县高**质量**发展 hides nobody.
_IN_WORDS = frozenset(
    "黄高林何程田钟康毛史顾龙段雷汤严牛章鲁尚梅莫管祝左谷舒路关费凌盛童夏汪许周余纪包项施洪尤齐"
    "庄苗沈宋范彭郭孔叶柳张江金白方常万安平成时"
)
# What stands before a surname within a sentence: 和李**, 居民王**, 患者张**, 诉王**.
_BEFORE_NAMES = "和与及跟同由对向被将把给让叫是为即民居者告生士员妇嫌人友妻夫父母某诉"
_ROLES = (
    *("男子", "女子", "司机", "乘客", "顾客", "租客", "业主", "老板", "房东", "经理", "主任"),
    *("校长", "院长", "局长", "镇长", "村长", "书记", "儿童", "儿子", "女儿", "妻子", "丈夫"),
    *("证实", "认定", "查明", "举报", "指认", "联系", "通知", "告知", "起诉", "控告"),
)
_COMPANY = f"[{HAN}]{{1,12}}?(?:公司|集团|银行|医院|学校|合作社|商行|超市|酒店)"
_PLACE = (
    "(?:省|市|县|区|镇|乡|村|组|街道|小区|社区|花园|大厦|路|街|巷|弄|号|栋|幢|楼|室|单元"
    "|公司|集团|银行|医院|中学|小学|厂|店)"
)
_TITLE = "(?:先生|女士|某|同学|老师|同志)"
_WHO = f"(?:{_TITLE}|公司|集团|银行|医院|小区|社区|街道)"
# One character of a name: not of those that number a paragraph or say who speaks.
_GIVEN = f"(?![一二三四五六七八九十甲乙丙丁戊己庚辛壬癸问答其是对错否好有无不])[{HAN}]"
_AFTER_NAME = r"(?:[、，。；！？）等和与及\s]|$)"
_WITHIN = re.compile(
    r"(?<!\*)(?:"
    rf"\*{{2,3}}{_PLACE}\*{{2,3}}(?={_PLACE})"  # 位于**小区**栋
    rf"|\*\*[{''.join(_SURNAMES)}]\*\*(?={_TITLE})"  # **王**先生
    rf"|\*\*{_TITLE}[、，和与及]\*\*(?={_TITLE})"  # **先生、**女士
    rf"|\*{{2,3}}{_WHO}[^*\n]{{1,20}}\*{{2,3}}(?={_WHO})"  # **先生捐100元，**女士捐50元
    rf"|(?<![\w \u3000。！？；])\*\*{_GIVEN}"  # **磊、**芳
    rf"(?:、\*\*(?=[{HAN}])|，\*\*(?=[{HAN}]{{1,2}}{_AFTER_NAME}))"
    r"|\*\*[0-9]{1,6}[ 、，和与及]{1,3}\*\*(?=[0-9])"  # **1234 和 **5678
    rf"|\*{{2,3}}{_COMPANY}[诉与和及、，；被原告向对]{{1,4}}\*{{2,3}}(?={_COMPANY})"
    r"|(?:(?<=[号码段])|(?<=[号码段][：:为是 ]))"  # 尾号**34**、**56**
    r"(?:\*{1,8}[0-9]{1,8}\*{0,8}[、，和与及 ]{0,3}){2,8}"
    r"|(?<=某)\*\*(?=某)"
    r"|\*{1,3}(?=[ \u00a0]?[Pp][ \u00a0]?[<＜≤=＝>])"  # *P<0.05，**P<0.01
    r"|(?<=[带含标])\*{1,2}(?=的)"  # 带**的为选填
    r")(?!\*)"
)
_BEFORE_ALONE, _AFTER_ALONE = ("", *"、，（“"), tuple("、，）”")
_BEFORE_MASK = frozenset("★☆省市县区镇乡村路街巷号栋楼室")
_PLACE_BEFORE = tuple("县市区镇乡村组队街道路巷弄号栋幢楼室")
_AFTER_MASK = re.compile(
    r"(?:[、，；。！？）;,)等与及的在因向被将说称家]|和(?!谐)"
    "|[遗丢]失|不慎|涉嫌|反映|举报|报警|死亡|受伤|表示|介绍|告诉|$)"
)
_REACH = 32  # characters that such a pattern may take
_INITIAL = re.compile(r"[^A-Za-z0-9*]?[A-Z]\*+(?:[、，。；和与及]|$)")  # A**、B**
_SHOP = f"[{HAN}]{{1,12}}?(?:经营部|门市部|工作室|服务部|药房|餐馆|宾馆|商店|幼儿园|养殖场|加工厂)"
_ALONE = re.compile(
    rf"\*+(?:{_TITLE}|{_PLACE}|{_COMPANY}|{_SHOP}|-[0-9]"
    "|[一二两三四五六七八九十0-9]+[人名位]"
    r"|[0-9]+(?:[*#、，。；）\s]|$))"  # ***三人, **21*138#
)
_GIVEN_ALONE = re.compile(rf"\*+{_GIVEN}{_AFTER_NAME}")
_NAME = re.compile(rf"(?:[{''.join(sorted(_SURNAMES))}][{HAN}]{{0,2}}|[^，。]*某[^，。]*)")


def masks(text: str, runs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those asterisks of ``runs`` (from, to; in order) that stand for digits, a name, a place."""
    found: set[tuple[int, int]] = set()
    until = 0
    for start, end in runs:
        if pattern := _WITHIN.match(text, start, end + _REACH):
            until = max(until, pattern.end())
        if start < until or _is_mask(text, start, end):
            found.add((start, end))
    return found


def _is_mask(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_digit(after) and (before == "号" or (before.isascii() and before.isalnum())):
        return True
    if _is_digit(before) and after.isascii() and after.isalnum():
        return True
    if before == "-":
        return True  # 编号：**-2022-**
    if end - start > 2 and not before.strip() and not after.strip():
        return True  # *** 热线 ***, 6222 **** **** 1234
    if before in _BEFORE_ALONE and after in _AFTER_ALONE and end - start > 1:
        return True  # a whole name: ***、***、***
    return _follows_surname(text, start, end)


def may_be_mask(text: str, start: int, end: int) -> bool:
    """Whether asterisks without a partner look meant: **女士, 被告**公司, 江州县**, ★★★**."""
    before = text[start - 1 : start]
    if before in _BEFORE_MASK or _ALONE.match(text, start):
        return True
    if _GIVEN_ALONE.match(text, start):
        return not before or before in _BEFORE_NAMES or not is_letter(before)  # 获奖者**磊
    if before in ("：", ":") and not text[end : end + 1].strip():
        return True  # 读者：**
    return bool(_INITIAL.match(text, max(0, start - 2)))


def hides_villager(text: str, start: int, end: int) -> bool:
    """Whether somebody is named by where they live: 云溪县陈**遗失居民身份证."""
    if not ends_with_surname(text, start) or not text.endswith(_PLACE_BEFORE, 0, start - 1):
        return False
    return text[start - 1] not in _IN_WORDS or _AFTER_MASK.match(text, end) is not None


def ends_with_surname(text: str, end: int) -> bool:
    """Whether ``text`` up to ``end`` ends with a character that is a common surname."""
    return text[end - 1 : end] in _SURNAMES


def is_like_name(text: str) -> bool:
    """Whether it is a name, or somebody's that isn't told: 李四, 王某."""
    return _NAME.fullmatch(text) is not None


def _follows_surname(text: str, start: int, end: int) -> bool:
    if text.endswith(_COMPOUND, 0, start):
        return True
    if not ends_with_surname(text, start):
        return False
    further = text[start - 2 : start - 1] if start > 1 else ""
    if further == "*" and text[end : end + 1] in ("：", ":"):
        return False  # **李**：您好
    if not further or further in _BEFORE_NAMES or not is_letter(further):
        return True
    return text.endswith(_ROLES, 0, start - 1)


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"
