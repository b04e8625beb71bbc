"""Texts of problems met while indexing for the search."""

from __future__ import annotations

from banxin.problems.texts.entry import Entry, Text

_AGAIN_ZH = "网站和原有的检索都保持原样。"
_REINSTALL_ZH = (
    "重新安装：pip install --force-reinstall pagefind-bin；暂时不要检索，可以加 --no-search。"
)
_REINSTALL_EN = (
    "Run pip install --force-reinstall pagefind-bin, or leave the search out: --no-search."
)
_AGAIN_EN = "The site and the search that was there stay as they were."


def _entry(zh: tuple[str, str, str], en: tuple[str, str, str]) -> Entry:
    return Entry(Text(*zh), Text(*en))


TEXTS: dict[str, Entry] = {
    "search-not-installed": _entry(
        (
            "没有找到做检索的程序 Pagefind：{why}",
            f"检索由 Python 包 pagefind-bin 里的程序建立。{_AGAIN_ZH}",
            _REINSTALL_ZH,
        ),
        (
            "Pagefind, the program that makes the search, was not found: {why}",
            f"It comes with the Python package pagefind-bin. {_AGAIN_EN}",
            _REINSTALL_EN,
        ),
    ),
    "search-not-running": _entry(
        (
            "做检索的程序 Pagefind 不能运行：{why}",
            f"可能是别的系统用的版本，或者没有执行权限。{_AGAIN_ZH}",
            _REINSTALL_ZH,
        ),
        (
            "Pagefind, the program that makes the search, doesn't run: {why}",
            f"It may be made for another system, or not be executable. {_AGAIN_EN}",
            _REINSTALL_EN,
        ),
    ),
    "search-died": _entry(
        (
            "做检索的程序 Pagefind 中途停了（状态 {status}）：{said}",
            f"多半是内存不够。{_AGAIN_ZH}",
            "关掉别的程序后再建一次；仍然不行，就加 --no-search，并把这条消息报告给开发者。",
        ),
        (
            "Pagefind, the program that makes the search, stopped (status {status}): {said}",
            f"Most likely there was too little memory. {_AGAIN_EN}",
            "Close other programs and build again; if it stays, use --no-search and report this.",
        ),
    ),
    "search-silent": _entry(
        (
            "做检索的程序 Pagefind {seconds} 秒没有回答，已经停掉。",
            _AGAIN_ZH,
            "再建一次；仍然不行，就加 --no-search，并把这条消息报告给开发者。",
        ),
        (
            "Pagefind, the program that makes the search, gave no answer for {seconds} seconds.",
            f"It was stopped. {_AGAIN_EN}",
            "Build again; if it stays, use --no-search and report this.",
        ),
    ),
    "search-nonsense": _entry(
        (
            "做检索的程序 Pagefind 的回答看不懂：{said}",
            f"装的可能是不相配的版本，或者别的程序。{_AGAIN_ZH}",
            _REINSTALL_ZH,
        ),
        (
            "Pagefind, the program that makes the search, gave an answer without sense: {said}",
            f"It may be a version that doesn't fit, or another program. {_AGAIN_EN}",
            _REINSTALL_EN,
        ),
    ),
    "search-refused": _entry(
        (
            "做检索的程序 Pagefind 报告错误：{why}",
            _AGAIN_ZH,
            "再建一次；仍然不行，就加 --no-search，并把这条消息报告给开发者。",
        ),
        (
            "Pagefind, the program that makes the search, reports an error: {why}",
            _AGAIN_EN,
            "Build again; if it stays, use --no-search and report this.",
        ),
    ),
    "search-not-written": _entry(
        (
            "检索的文件没有写成：{why}",
            f"磁盘可能已满，或者没有写入的权限。{_AGAIN_ZH}",
            "腾出磁盘空间、检查输出文件夹的权限，然后再建一次。",
        ),
        (
            "The search's files couldn't be written: {why}",
            f"The disk may be full, or writing may not be allowed. {_AGAIN_EN}",
            "Make room, check the permissions of the output folder, and build again.",
        ),
    ),
}
