"""What offices and contributors write around a text for each other: who edited it, whom to call."""

from __future__ import annotations

import re

# what contributors write above and below their text, for the office alone
_CONTACT = re.compile(
    r"(?:作者|联系|通讯|通信|投稿|供稿|报送)?(?P<label>单位|稿费|稿酬|汇款|收款人|户名|联系方式|电话|手机|手机号|地址|邮编|邮箱|电子邮箱|微信|QQ|开户行|账号|卡号|身份证号?)"
    r"(?:号码?|请?[寄汇付转]至?|信息)?\s*[:：].*"
)
_SHOP = re.compile(r"(?:[^:：]{0,4}地址|地点)\s*[:：].{4,}[电热]话?[^:：]{0,4}[:：]")
_STAFF = re.compile(
    r"[（(]?(?:(?:责任|文字|值班|新媒体|融媒)?编辑|责编|校对|审核|审校|终审|监制|美编|版式)[:：].*"
)
_LONGEST = 60


def is_staff(text: str) -> bool:
    """责任编辑：张三: who worked on the page, not on the story."""
    return bool(_STAFF.fullmatch(" ".join(text.split())))


def contact_of(text: str) -> str:
    """电话 of 联系电话：…: a line that is the office's, not the reader's; "" for any other."""
    found = _CONTACT.fullmatch(" ".join(text.split()).strip("（()）"))
    return found["label"] if found and len(text) <= _LONGEST else ""


def is_shop(text: str) -> bool:
    """地址：… 电话：… in one line: where readers are to go, and whom to call."""
    return bool(_SHOP.match(" ".join(text.split())))
