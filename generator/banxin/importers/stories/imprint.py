"""What offices and contributors write around a text for each other: who edited it, whom to call."""

from __future__ import annotations

import re

# what contributors write above and below their text, for the office alone
_CONTACT = re.compile(
    r"(?:作者|联系|通讯|通信|投稿|供稿|报送|邮寄|家庭)?(?P<label>单位|稿费|稿酬|汇款|收款人|户名|联系方式|电话|手机|手机号|地址|邮编|邮箱|电子邮箱|微信|QQ|开户行|账号|卡号|身份证号?|通联)"
    r"(?:号码?|请?[寄汇付转]至?|信息|盖章|意见|地址|方式)?\s*[:：].*|(?P<person>(?:媒体|新闻|宣传)?联系人|联络人|通联人)\s*[:：].*\d{7}.*"
)
_WHOM = re.compile(
    r"(?:媒体|新闻|宣传)?(?:联系人|联络人|通联人|经办人)\s*[:：]\s*\S[^，。；：:]{1,11}"
)
_SHOP = re.compile(r"(?:[^:：]{0,4}地址|地点)\s*[:：].{4,}[电热]话?[^:：]{0,4}[:：]")
_TO_CALL = re.compile(
    r"(?:咨询|预约|报名|服务|订餐|订购|举报|投诉|监督|求助|救援|报修)[^:：，。]{0,4}[:：].*\d{5}.*"
)
_KIND = (
    "责任|文字|值班|见习|实习|新媒体|全媒体|融媒体?|图文|图片|视频|网络|版面|本版|本期|微信|执行|轮值"
    "|首席|特约"
)
_ROLE = (
    rf"(?:(?:{_KIND}){{0,2}}(?:编辑|责编|美编|校对)|校[审核]|(?:审[核校稿读签定]|签发)(?:人|领导|单位)|审[核校稿读签定]|[初复终一二三123][审校]|签发|总?监制"
    r"|出品人?|(?:推文)?封面(?:设计|图片?)?|版式(?:设计)?|排版|组版|制作|设计|统筹|策划|总?值班(?:编委|主任|领导)?|(?:执行)?主编|总编辑?|编审"
    r"|(?:值班)?编委|检校|播音|主播|配音)"
)
_BAR = "|丨｜/／"
_STAFF = re.compile(
    rf"[（(【\[]?(?:{_ROLE}(?:\s*[:：]\s*[^。？！：:]*|\s*[{_BAR}]\s*[^。？！：:{_BAR}]*"
    r"|[\s\u3000]+[\u4e00-\u9fff·\s\u3000、]{2,16}))+[）)】\]]?"
)
_ENDS = re.compile("[（(]?(?:未完待续|待续|全文完|本文完|完)[）)]?")
_WRITES = re.compile("记者|通讯员|采写|撰文|作者|摄影|文字")  # then it is a byline
_REACH = re.compile(
    r"[\s\u3000]*(?:(?:联系|投稿|新闻|报料)?(?P<label>电话|手机|热线|邮箱|电子邮箱|微信|QQ|E-?mail)(?:号|号码)?)[:：].*",
    re.IGNORECASE,
)
# between an article and what follows it, of a messenger
_SIGNS = re.compile(
    r"[▼▲▽△↓↑◆◇●○■□★☆※…·•—\-~=\s\u3000]+|[—\-~·\s]*(?:END|The End)[—\-~·\s]*", re.IGNORECASE
)
_LONGEST = 60
_ADDRESS = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}[省州])?\s*(?:[\u4e00-\u9fff]{1,7}[市县区旗]\s*){1,3}"
    r"[\u4e00-\u9fff\d\s\-]{2,24}(?:[路街巷弄村组社]|社区|小区|花园|家园|公寓|新村|[号室栋幢楼座]|单元)[\d号室栋幢楼\s\-]{0,12}"
)


def is_staff(text: str) -> bool:
    """责任编辑：张三: who worked on the page, not on the story."""
    line = without_reach(text)[0] if len(text) <= 2 * _LONGEST else text
    if len(line) > _LONGEST or _WRITES.search(line):
        return False
    return bool(_STAFF.fullmatch(line))


def without_reach(text: str) -> tuple[str, str]:
    """责任编辑：张三 and 电话, of 责任编辑：张三 电话：…: numbers are nobody's business."""
    line = " ".join(text.split())
    found = _REACH.search(line)
    return (line[: found.start()], found["label"]) if found and found.start() else (line, "")


def is_only_signs(text: str) -> bool:
    """▼, ***, END: what stands between a text and what isn't one."""
    return bool(_SIGNS.fullmatch(text))


def contact_of(text: str) -> str:
    """电话 of 联系电话：…: a line that is the office's, not the reader's; "" for any other."""
    found = _CONTACT.fullmatch(" ".join(text.split()).strip("（()）"))
    return found["label"] or found["person"] if found and len(text) <= _LONGEST else ""


def is_address(text: str) -> bool:
    """Whether a line says where somebody lives, and nothing else: 江城县城关镇柳巷三十二号."""
    return bool(_ADDRESS.fullmatch(text)) and len(text) <= _LONGEST


def names_contact(text: str) -> bool:
    """联系人：沈微: whom to call at a number that stands beside it."""
    return bool(_WHOM.fullmatch(" ".join(text.split()).strip("（()）")))


def is_shop(text: str) -> bool:
    """地址：… 电话：… in one line: where readers are to go, and whom to call."""
    return bool(_SHOP.match(" ".join(text.split())))


def is_to_call(text: str) -> bool:
    """咨询电话：…: whom readers are to call."""
    return bool(_TO_CALL.fullmatch(text)) and len(text) <= _LONGEST


def is_end_mark(text: str) -> bool:
    """（未完待续）, （全文完）: what stands below a text and never above one."""
    return bool(_ENDS.fullmatch(text))
