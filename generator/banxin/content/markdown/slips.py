"""Pictures and tables that were typed or pasted not quite as they are read.

What has only one meaning is read (a picture's mark from a Chinese keyboard); the others are
printed as they are, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from banxin.content.markdown.pasted import Reporter

_ENDING = r"\.(?i:jpe?g|png|gif|webp|avif|bmp|heic|tiff?)"
_ANY_ENDING = re.compile(_ENDING)
# ！[甲](a.jpg) at a line's beginning; elsewhere the ！ ends a sentence before a link.
_WIDE_MARK = re.compile(
    rf"^([ \t\u3000]*)！(?=\[[^\[\]\n]{{0,200}}\][(（][^()（）\n]{{1,200}}{_ENDING})", re.MULTILINE
)
_NAME = rf"[^()（）\n]{{1,200}}{_ENDING}"
_PICTURE = re.compile(
    rf"!\[[^\[\]\n]{{0,200}}\](?:[ \t\u3000]+[(（]{_NAME}|[(（]?{_NAME}[ \t]*$)",
    re.MULTILINE,
)
_NAMED = re.compile(
    r"^[ \t\u3000]*[\[【(（](?:图片?|照片|插图)[0-9]*[：:][ \t]*"
    rf"[^\[\]【】\n]{{1,200}}{_ENDING}[\]】)）]",
    re.MULTILINE,
)
_FILE = re.compile(
    rf"^[ \t\u3000]*([^\n\t\[\]()（）]{{1,200}}{_ENDING})[ \t\u3000]*$", re.MULTILINE
)
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
    if "```" in source:  # what is shown as it is
        return
    for pattern in (_PICTURE, _NAMED, _FILE) if _ANY_ENDING.search(source) else ():
        for found in pattern.finditer(source):
            if pattern is not _FILE or found[1].strip() in names:
                _report(source, found, report)
    if "\\\n" in source and (found := _BACKSLASH.search(source)):
        at = found.end() - 1
        report("backslash-at-end", source.count("\n", 0, at), at - source.rfind("\n", 0, at) - 1, {})
    if '"' in source and "\t" in source and (cell := _CELL.search(source)):
        report("table-cell-broken", source.count("\n", 0, cell.start()), -1, {})


def _report(source: str, found: re.Match[str], report: Reporter) -> None:
    text = found[0].strip()
    at = found.start() + found[0].index(text[0])
    column = at - source.rfind("\n", 0, at) - 1
    report("picture-as-text", source.count("\n", 0, at), column, {"text": text})
