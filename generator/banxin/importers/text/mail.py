"""A mail's own lines around a manuscript: who sent it, the greeting, where it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.stories.imprint import contact_of, names_contact
from banxin.importers.text.wrapping import Line

_HEAD = re.compile(
    r"(?P<label>发件人|寄件人|收件人|抄送|密送|发送时间|发送日期|发件时间|时间|日期|主题|附件"
    r"|From|To|Cc|Sent|Date|Subject)\s*[:：].*",
    re.IGNORECASE,
)
_SENDER = re.compile("(?:发件人|寄件人|From)$", re.IGNORECASE)
_GREETS = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的)?\S{0,8}(?:编辑|主编|总编|老师|同志|记者)\S{0,4}[:：,，!！]"
    "|[您你]们?好[:：,，!！。]?"
)
_ASKS = re.compile(
    "(?=.*(?:稿[件子]?|附件|投稿|来稿|拙作|习作))"
    r"(?=.*(?:您好|你好|老师|请(?:您|予)?(?:查收|审阅|斧正|审)|敬请|谢谢|见附件|如下"
    r"|[盼望请].{0,4}(?:采用|刊用|刊登|刊发|斧正|指正|雅正)))[^\n]{2,80}"
)
_ASKS_ALONE = re.compile("(?=.*[，。！!])(?:[您你]好|请|盼)")  # no headline: 老师的手稿
_SENT_FROM = re.compile(
    r"(?:发自|来自)我?的?\s?\S{0,4}(?:iPhone|iPad|手机|华为|小米|QQ邮箱|邮箱|移动端)\S{0,12}"
    r"|Sent from .{2,30}|[-—\s]*(?:原始邮件|转发邮件信息|Original Message)[-—\s]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[-—_=*]{3,}\s*|\s*--\s*")
_CLOSES = re.compile(
    "此致(?:\\s*敬礼)?[！!。]?|(?:顺?祝|敬祝|顺颂|即颂|此颂)\\S{0,6}|(?:谢谢|感谢)[！!。]?"
)
_MOST = 9  # lines of a mail's head
_LAST = 6  # lines in which a cover letter closes


def without_mail(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[str, ...]]:
    """The lines that are left, and what was set aside: of a mail's head and of a contributor's
    telephone the labels alone, since addresses and numbers are nobody's business."""
    start, told, sender = _head(lines)
    greeted = start + _greeting(lines[start : start + 3])
    told += [lines[n].words for n in range(start, greeted)]
    end = _close(lines, greeted) if greeted > start else len(lines)
    told += [contact_of(line.words) or line.words for line in lines[end:]]
    if greeted > start and (contacts := _contacts(lines[greeted:end])):
        told += [contact_of(line.words) or "联系人" for line in lines[end - contacts : end]]
        end -= contacts
    while end > greeted and (_is_end(lines, end - 1) or _is_sender(lines[end - 1], sender)):
        end -= 1
        contact = contact_of(lines[end].words)
        told += [contact or lines[end].words] if not _RULE.fullmatch(lines[end].text) else []
    return (lines[greeted:end], tuple(told)) if greeted < end else (lines, ())


def _head(lines: Sequence[Line]) -> tuple[int, list[str], str]:
    """How many lines are a mail's head, what they say, and who sent it."""
    labels: list[str] = []
    sender = ""
    for line in lines[:_MOST]:
        found = _HEAD.fullmatch(line.words)
        if found is None:
            break
        labels.append(found["label"])
        if _SENDER.match(found["label"]):
            sender = re.split("[<＜（(@]", re.split("[:：]", line.words, maxsplit=1)[1])[0].strip()
    sent = any(map(_SENDER.match, labels)) and len(labels) > 1
    return (len(labels), ["、".join(labels)], sender) if sent else (0, [], "")


def _is_sender(line: Line, sender: str) -> bool:
    """Whether who sent a mail is named once more at its end, or may be called there."""
    return bool(sender) and (line.words.strip() == sender or bool(contact_of(line.words)))


def _greeting(lines: Sequence[Line]) -> int:
    """How many lines greet the office and ask it to print what follows."""
    texts = [line.words for line in lines]
    greets = bool(texts) and bool(_GREETS.fullmatch(texts[0]))
    asks = [n for n, text in enumerate(texts[: 1 + greets]) if _ASKS.fullmatch(text)]
    if not greets and asks and not _ASKS_ALONE.search(texts[0]):
        return 0
    return asks[-1] + 1 if asks and asks[-1] == int(greets) else 0


def _close(lines: Sequence[Line], start: int) -> int:
    """Where a cover letter closes below the manuscript; the end where it doesn't."""
    last = range(max(start, len(lines) - _LAST), len(lines))
    return next((n for n in last if _CLOSES.fullmatch(lines[n].words.strip())), len(lines))


def _contacts(lines: Sequence[Line]) -> int:
    """How many lines below an empty one say whom to ask about the manuscript; where it was written
    may stand below them."""
    end = len(lines)
    while end and _SENT_FROM.fullmatch(lines[end - 1].text.strip()):
        end -= 1
    start = end
    while start and (contact_of(lines[start - 1].words) or names_contact(lines[start - 1].words)):
        start -= 1
        if lines[start].above:
            break
    reached = any(contact_of(line.words) for line in lines[start:end])
    return len(lines) - start if reached and start and lines[start].above else 0


def _is_end(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is how a mail ends; a rule above such a line is, too."""
    below = lines[n + 1].text.strip() if n + 1 < len(lines) else ""
    rule = bool(_RULE.fullmatch(lines[n].text)) and bool(_SENT_FROM.fullmatch(below))
    return rule or bool(_SENT_FROM.fullmatch(lines[n].text.strip()))
