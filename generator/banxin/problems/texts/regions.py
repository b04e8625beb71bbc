"""Texts of ``banxin regions``: problems of its own, and what it says."""

from __future__ import annotations

from typing import Literal

from banxin.problems.texts.entry import Entry, Text

TEXTS: dict[str, Entry] = {
    "regions-no-plate": Entry(
        zh=Text(
            "这一期没有版面图，热区没有地方画。",
            "热区画在印出来的那一版的图上。",
            "把图放在这一期的文件夹里，在 pages 的那一版写 image: page-01.png。",
        ),
        en=Text(
            "No page of this issue has an image, so there is nothing to draw on.",
            "Hot areas lie on the image of the printed page.",
            "Put the image into the issue's folder and write image: page-01.png at its page.",
        ),
    ),
    "regions-changed": Entry(
        zh=Text(
            "这篇稿在画的时候被别人改过，没有保存。",
            "直接保存会把那一处改动盖掉。",
            "点“重新读取”，画好的热区会留着，再保存一次。",
        ),
        en=Text(
            "This article was changed by someone else meanwhile; nothing was saved.",
            "Saving now would undo that change.",
            "Choose “重新读取” (read again), which keeps what you drew, and save once more.",
        ),
    ),
    "regions-gone": Entry(
        zh=Text(
            "第 {page} 版上没有 {key} 这篇稿，没有保存。",
            "它被挪走、改名，或者写错了读不出来。",
            "点“重新读取”；要是还没有，用 banxin check 查错。",
        ),
        en=Text(
            "Page {page} has no article {key}; nothing was saved.",
            "It was moved or renamed, or has an error.",
            "Choose “重新读取” (read again); if it is still missing, run banxin check.",
        ),
    ),
    "regions-by-hand": Entry(
        zh=Text(
            "这篇稿的字段写法特别，程序不敢动它，没有保存。",
            "自动添一行可能改变别的字段。",
            "请自己在文件开头的字段里写：{field}",
        ),
        en=Text(
            "The fields of this article are written in an unusual way; nothing was saved.",
            "Changing them automatically might change other fields.",
            "Write this into the front matter yourself: {field}",
        ),
    ),
    "regions-not-written": Entry(
        zh=Text(
            "电脑不让写这个文件：{why}",
            "它可能只读，或者正被别的程序占用。",
            "关掉打开它的程序，或者改它的权限，再保存一次。",
        ),
        en=Text(
            "The system refused to write this file: {why}",
            "It may be read-only, or in use by another program.",
            "Close what has it open, or change its permissions, and save again.",
        ),
    ),
}

_SAYINGS: dict[str, tuple[str, str]] = {
    "ready": ("画热区：{url}　按 Ctrl-C 结束。", "Draw hot areas: {url}  Press Ctrl-C to stop."),
    "saved": ("已写进 {file}", "Wrote {file}"),
    "stopped": ("画热区已结束。", "Drawing ended."),
    "400": ("请求不合规范，没有保存。", "This request is malformed; nothing was saved."),
    "403": (
        "只答复终端里显示的那个网址上的网页。请从那里重新打开。",
        "Only the page at the address shown in the terminal is answered. Open it again.",
    ),
    "404": ("没有这一页。", "There is no such page."),
    "405": ("这个网址不接受这种请求。", "This address takes no such request."),
    "411": ("请求没有说明长度，没有保存。", "The request names no length; nothing was saved."),
    "413": ("请求太长，没有保存。", "The request is too long; nothing was saved."),
    "414": ("网址太长。", "This address is too long."),
}


def saying(name: str, language: Literal["zh", "en"], **gaps: object) -> str:
    """What the command says; KeyError for an unknown ``name`` or a gap left open."""
    chinese, english = _SAYINGS[name]
    return (chinese if language == "zh" else english).format(**gaps)


def refusal(status: int, language: Literal["zh", "en"]) -> str:
    """One line for a request that is refused."""
    return saying(str(status) if str(status) in _SAYINGS else "400", language)
