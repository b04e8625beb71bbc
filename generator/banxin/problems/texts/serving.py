"""Texts of the preview: problems of its own, what it says in the terminal and on its pages."""

from __future__ import annotations

from typing import Literal

from banxin.problems.texts.entry import Entry, Text

TEXTS: dict[str, Entry] = {
    "serve-crash": Entry(
        zh=Text(
            "生成网站时程序自己出了故障（{kind}：{message}）。",
            "这是版心的缺陷，不是稿件的错；预览仍是上一个正确的版本。",
            "可以继续改稿，下次保存会重新生成；请把终端里的详情报告给开发者。",
        ),
        en=Text(
            "The program itself failed while building the site ({kind}: {message}).",
            "This is a defect of Banxin, not of an article; "
            "the preview still shows the last good version.",
            "Go on editing, the next save builds again; "
            "please report what the terminal shows to the developers.",
        ),
    ),
    "serve-address": Entry(
        zh=Text(
            "预览不能使用地址 {host}:{port}。",
            "系统的答复：{reason}。",
            "去掉 --host 以使用 127.0.0.1，或者写本机确有的地址、换一个端口。",
        ),
        en=Text(
            "The preview can't use the address {host}:{port}.",
            "The system says: {reason}.",
            "Leave out --host to use 127.0.0.1, or name an address this machine has, "
            "or another port.",
        ),
    ),
}

_SAYINGS: dict[str, tuple[str, str]] = {
    "first": ("正在生成预览……", "Building the preview …"),
    "ready": ("预览：{url}　按 Ctrl-C 结束。", "Preview: {url}  Press Ctrl-C to stop."),
    "port": (
        "{taken} 端口已被占用，改用 {port}。",
        "Port {taken} is taken, using {port} instead.",
    ),
    "built": (
        "已生成：画了 {drawn} 页，{seconds:.2f} 秒。",
        "Built. Pages drawn: {drawn}, {seconds:.2f} s.",
    ),
    "superseded": (
        "还没画完又有改动：先画新的。",
        "Changed again before all was drawn: drawing what is new first.",
    ),
    "failed": (
        "未生成：{count} 个错误，{seconds:.2f} 秒；预览仍是上一个正确的版本。",
        "Not built. Errors: {count}, {seconds:.2f} s; the preview keeps its last good version.",
    ),
    "changed": ("{file} 变了。", "{file} changed. "),
    "changed-many": (
        "{file} 等 {count} 个文件变了。",
        "{file} and others ({count} files) changed. ",
    ),
    "polling": (
        "系统不能再监视更多文件夹，改为每隔片刻查看一遍（{reason}）。",
        "The system can't watch that many folders; looking at the files in turn ({reason}).",
    ),
    "after-failed": (
        "后台任务出错（{kind}：{message}），页面预览不受影响。",
        "The task in the background failed ({kind}: {message}); the pages are not affected.",
    ),
    "stopped": ("预览已结束。", "Preview stopped."),
    "errors": (
        "{count} 个错误：页面停在上一个正确的版本，改好后自动更新",
        "Errors: {count}. This page stays at its last good version until they are mended",
    ),
    "warnings": ("{count} 条提醒", "Warnings: {count}"),
    "error": ("错误", "error"),
    "warning": ("提醒", "warning"),
    "why": ("原因：", "Why: "),
    "todo": ("怎么办：", "What to do: "),
    "lost": (
        "预览已停止或断开；恢复后本页自动更新。",
        "The preview stopped or is out of reach; this page follows when it is back.",
    ),
    "nothing-title": ("还没有可看的版本", "Nothing to see yet"),
    "nothing": (
        "网站还没有成功生成过。改好下面（以及终端里）列出的问题，本页会自动换成网站。",
        "The site has not been built yet. Mend the problems listed below and in the terminal: "
        "this page then turns into the site.",
    ),
    "400": ("网址不合规范。", "This address is malformed."),
    "403": (
        "预览只答复以本机地址打开的网页。请用终端里显示的网址。",
        "The preview answers only to the address shown in the terminal.",
    ),
    "404": ("没有这个文件。", "There is no such file."),
    "405": ("预览只能读取（GET、HEAD）。", "The preview can only be read (GET, HEAD)."),
    "414": ("网址太长。", "This address is too long."),
}


def saying(name: str, language: Literal["zh", "en"], **gaps: object) -> str:
    """What the preview says; KeyError for an unknown ``name`` or a gap left open."""
    chinese, english = _SAYINGS[name]
    return (chinese if language == "zh" else english).format(**gaps)


def refusal(status: int, language: Literal["zh", "en"]) -> str:
    """One line for a request that gets no page."""
    return saying(str(status) if str(status) in _SAYINGS else "400", language)
