"""Pictures and tables that were typed or pasted not quite as they are read.

What has only one meaning is read (a picture's mark from a Chinese keyboard); the others are
printed as they are, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from banxin.content.markdown.pasted import Reporter
from banxin.model.characters import HAN, is_letter

_ENDING = r"\.(?i:jpe?g|png|gif|webp|avif|bmp|heic|tiff?)"
_ANY_ENDING = re.compile(_ENDING)
# ！[甲](a.jpg) at a line's beginning; elsewhere the ！ ends a sentence before a link.
_WIDE_MARK = re.compile(
    rf"^([ \t\u3000]*)！(?=\[[^\[\]\n]{{0,200}}\][(（][^()（）\n]{{1,200}}{_ENDING})", re.MULTILINE
)
_NAME = rf"[^()（）\n]{{1,200}}{_ENDING}"
_LINE = re.compile(rf"^[^\n]*{_ENDING}[^\n]*$", re.MULTILINE)
# What is read as it was meant: pictures, links, code, addresses.
# But not ![图](a.jpg 图说), where a title has no quotes.
_TITLE = r"[\"“][^\"“”\n]*[\"”][ \u3000]*[)）]"
_READ = re.compile(
    rf"!?\[[^\[\]\n]*\][(（](?![^()（）\n]*{_ENDING}[ \t\u3000]+(?!{_TITLE}))"
    r"(?:[^()（）\n]|[(（][^()（）\n]*[)）])*[)）]|!\[\[[^\[\]\n]*\]\]|`[^`\n]*`"
    r"|https?://[^\s，。）]+"
)
_FILE = re.compile(
    r"[^\s\[\]【】［］()（）：:！!“”\"《》，。、；|<>/]{1,80}(?:[(（][^()（）\n]{0,10}[)）][^\s()（）]{0,40})?"
    rf"(?<=[^.]){_ENDING}(?![A-Za-z0-9])"
)
_WORD = "(?:图片|图|照片|插图|题图|配图|附图)"
_LINKED = re.compile(rf"\s*\[({_WORD}[0-9]{{0,3}})\][(（]([^()（）\n]*{_ENDING})[)）]\s*")
# What stands before a file's name where a picture is meant: 图：, 【图片1】(, ！［甲］（
_BEFORE = re.compile(
    rf"(?:[!！][\[［【].*|[!！]?[\[【［(（]?(?<![{HAN}]){_WORD}[0-9一二三四五六七八九十]{{0,3}}"
    r"[\]】］)）]?[\s：:(（\[【［]*)$"
)
# What stands for a picture that wasn't pasted.
_LOST = re.compile(
    rf"^[ \t\u3000]*[\[【［]{_WORD}[0-9一二三四五六七八九十]{{0,3}}[\]】］][ \t\u3000]*$"
    r"|[（(\[【［]?此处[插配放附]入?图[片]?[）)\]】］]?"
    r"|[\[【［]图片[\]】］](?![(（:：])|^[ \t\u3000]*图片[ \t\u3000]*$",  # the last: WeChat's
    re.MULTILINE,
)
_LOST_MARKS = ("[", "【", "［", "图片", "此处")
_FILLER = "\x01"
_SIGNS = " \t\u3000!！[]［］【】()（）：:“”\"'<>，。、；▲△▼"
_LONGEST_ALT = 30
# A cell of Excel's that holds a line break: quoted, and on two lines or more.
_CELL = re.compile(
    r'^(?=[^\n]*\t|[^\n]*\n[^\n]*\t)(?:[^"\n]*\t)?"[^"\t\n]+\n[^"\t]{0,400}"(?:\t|$)', re.MULTILINE
)

# After a Chinese character and before another line: meant as a break, or the end of a path.
_BACKSLASH = re.compile(r"[^\x00-\x7f]\\(?=\n[^\n])")


def with_marks(source: str) -> str:
    """``source`` with the mark of each picture as it is read; every character stays in place."""
    return _WIDE_MARK.sub(r"\1!", source) if "！[" in source else source


def report_slips(source: str, names: Collection[str], report: Reporter) -> None:
    """What looks like a picture or a table's cell and will be printed as text.

    ``names``: of the files beside the article.
    """
    if "图" in source and (
        "[" in source or "【" in source or "［" in source or "图片" in source or "此处" in source
    ):
        for lost in _LOST.finditer(source):
            text = lost[0].strip()
            at = lost.start() + lost[0].index(text[0])
            _report(source, at, text, f"![{text.strip(_SIGNS)}](文件名)", report)
    if _ANY_ENDING.search(source):
        for found in _LINE.finditer(source):
            _report_picture(source, found, names, report)
    if "\\\n" in source and (path := _BACKSLASH.search(source)):
        line, begun = source.count("\n", 0, path.end()), source.rfind("\n", 0, path.end())
        report("backslash-at-end", line, path.end() - 2 - begun, {})
    if '"' in source and "\t" in source and (cell := _CELL.search(source)):
        report("table-cell-broken", source.count("\n", 0, cell.start()), -1, {})


def _report_picture(
    source: str, line: re.Match[str], names: Collection[str], report: Reporter
) -> None:
    """A file's name in a line, unless it is read as a picture or link, or is only spoken of."""
    text = line[0]
    if linked := _LINKED.fullmatch(text):
        at = line.start() + text.index("[")
        _report(source, at, text.strip(), f"![{linked[1]}]({linked[2]})", report)
        return
    rest = _without_read(_without_read(text))  # a picture may stand within a link
    file, start = _file_in(rest, names)
    if not file:
        return
    lead = rest[:start].rpartition(_FILLER)[2]
    before = _BEFORE.search(lead)
    if before is None and file not in names:
        return
    at = start - len(lead) + before.start() if before else start
    at += len(text[at:]) - len(text[at:].lstrip())
    said = text[start + len(file) :].strip(_SIGNS) or lead.strip(_SIGNS)
    if len(said) > _LONGEST_ALT or _ANY_ENDING.search(said) or not any(map(is_letter, said)):
        said = "说明"
    _report(source, line.start() + at, text.strip(), f"![{said}]({file})", report)


def _without_read(text: str) -> str:
    return _READ.sub(lambda found: _FILLER * len(found[0]), text)


def _file_in(text: str, names: Collection[str]) -> tuple[str, int]:
    """The name of a picture in ``text``, one of ``names`` if it can be, and where it stands."""
    for name in sorted(names, key=len, reverse=True):
        if _ANY_ENDING.search(name) and (at := text.find(name)) >= 0:
            return name, at
    found = _FILE.search(text)
    return (found[0], found.start()) if found else ("", -1)


def _report(source: str, at: int, text: str, right: str, report: Reporter) -> None:
    column = at - source.rfind("\n", 0, at) - 1
    details = {"text": text[:60], "right": right}
    report("picture-as-text", source.count("\n", 0, at), column, details)
