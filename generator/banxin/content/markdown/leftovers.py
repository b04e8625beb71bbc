"""What other programs and keyboards leave in a text and readers would see: comments that aren't
quite, codes of Word's fields, links in odd forms, another article's fields."""

from __future__ import annotations

import re

from banxin.content.markdown.addresses import cut_short
from banxin.content.markdown.pasted import Reporter

# <！-- 勿发 -->, <!——勿发——>: what an input method makes of a comment.
_COMMENT = re.compile(r"[<《＜〈][ \u3000]?[!！][-－—–]{1,4}[^\n]{0,60}")
_FIELD = re.compile(
    r'\\\* MERGEFORMAT|HYPERLINK[ \t]+"|TOC \\o|REF _[A-Z]|EMBED Equation|错误[!！]\s*未'
)
# What WeChat writes around an article.
_WECHAT = re.compile(
    "预览时标签不可点|微信扫一扫|视频加载中|继续滑动看下一个"
    '|点击(?:上方|下方)?[“”" ]*蓝字|轻触阅读原文'
)
_ATTACHED = re.compile(r"\.(?:md|pdf|docx?|xlsx?|pptx?|zip|txt|csv)(?![A-Za-z0-9])", re.IGNORECASE)
_TARGET = rf"[^\s()（）\[\]【】［］|<>\"“”]{{1,100}}{_ATTACHED.pattern}"
# What is read as a link, then what only looks like one: ［名单］（表.pdf）, [名单] (表.pdf).
_READ = r"!?\[[^\[\]\n]*\][(（](?:[^()（）\n]|[(（][^()（）\n]*[)）])*[)）]|`[^`\n]*`"
_LINK = re.compile(
    rf"{_READ}"
    rf"|[\[［【](?P<text>[^\[\]［］【】\n]{{1,60}})[\]］】][ \t\u3000]*[(（](?P<to>{_TARGET})[)）]"
    rf"|[(（](?P<text2>[^()（）\n]{{1,60}})[)）][\[［](?P<to2>{_TARGET})[\]］]"
    rf"|\[\[(?P<to3>{_TARGET})(?:\|(?P<text3>[^\[\]\n]{{1,60}}))?\]\]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?P<scheme>https?)(?:：[ ]?|:[ ]?(?=／)|: )[/／]{2}(?P<rest>[!-~]+)", re.IGNORECASE
)
_WIDE_STARS = re.compile(r"(?<![\w＊])＊＊(?=[^\s＊、，])[^＊\n]{1,60}＊＊(?!＊)")
_FIELDS = re.compile(
    r"^---[ \t]*\n(?:title|标题|主题|题目|section|版块|byline|署名|作者)[ \t]*[:：][^\n]{0,30}",
    re.MULTILINE,
)


def report_leftovers(source: str, report: Reporter) -> None:
    """Each kind once, at its first place. One character is looked for first: that is quick."""
    if "!" in source or "！" in source:
        odd = (found for found in _COMMENT.finditer(source) if not found[0].startswith("<!--"))
        _first("comment-odd", next(odd, None), source, report)
    if ("\\" in source or "Y" in source or "误" in source) and (found := _FIELD.search(source)):
        _report_field(source, found.start(), report)
    if any(character in source for character in "蓝览扫载滑触"):
        _first("wechat-words", _WECHAT.search(source), source, report)
    if "-" in source and "---" in source:
        _first("fields-in-body", _FIELDS.search(source), source, report)
    if "＊" in source and (found := _WIDE_STARS.search(source)):
        report("asterisks-printed", *_place(source, found.start()), {})
    if "h" in source and "http" in source:
        _report_address(source, report)
    for at, address in cut_short(source):
        report("address-cut", *_place(source, at), {"address": address})
    if _ATTACHED.search(source):
        _report_link(source, report)


def _report_field(source: str, at: int, report: Reporter) -> None:
    line, column = _place(source, at)
    text = source[at - column :].split("\n", 1)[0].strip()
    report("word-field", line, column, {"text": text[:40]})


def _report_address(source: str, report: Reporter) -> None:
    if (found := _ADDRESS.search(source)) and not source.endswith(("](", "]（"), 0, found.start()):
        right = f"{found['scheme']}://{found['rest'].rstrip(')')}"
        details = {"text": found[0], "right": right}
        report("link-as-text", *_place(source, found.start()), details)


def _report_link(source: str, report: Reporter) -> None:
    for found in _LINK.finditer(source):
        to = found["to"] or found["to2"] or found["to3"]
        if to:
            said = found["text"] or found["text2"] or found["text3"] or "说明"
            details = {"text": found[0], "right": f"[{said}]({to})"}
            report("link-as-text", *_place(source, found.start()), details)
            return


def _first(code: str, found: re.Match[str] | None, source: str, report: Reporter) -> None:
    if found:
        text = found[0].strip().replace("\n", " ")[:40]
        at = found.start() + len(found[0]) - len(found[0].lstrip())
        report(code, *_place(source, at), {"text": text})


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
