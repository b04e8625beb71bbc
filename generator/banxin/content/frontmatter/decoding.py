"""Bytes of a source file to text, or the reason why they are none."""

from __future__ import annotations

import re

from banxin.problems import Place, Problems

# Beside being invisible: \x1a marks references in a rendered body, U+0085 and U+2028 are line
# ends to YAML but not to an editor, and YAML refuses U+FFFE.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_SOFT_RETURN = "\x0b"  # Word's line break within a paragraph
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(file: str, data: bytes, problems: Problems) -> str | None:
    """Return the text with ``\\n`` as the only line end, or None after reporting."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _explain(file, data, error.start, problems)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _SOFT_RETURN in text:
        text = _with_lines(file, text, problems)
    # str.isprintable would be no shortcut: it is false for every line end
    if _REFUSED.search(text):
        _report(file, text, problems)
        return None
    return text


def _with_lines(file: str, text: str, problems: Problems) -> str:
    """``text`` with a line end for each of Word's; the first is reported."""
    above, _, _ = text.partition(_SOFT_RETURN)
    place = Place(file, above.count("\n") + 1, len(above) - above.rfind("\n"))
    problems.warn(place, "soft-return", count=text.count(_SOFT_RETURN))
    return text.replace(_SOFT_RETURN, "\n")


def _explain(file: str, data: bytes, start: int, problems: Problems) -> None:
    line = data.count(b"\n", 0, start) + 1
    encoding = _likely(data)
    if encoding:
        problems.add(Place(file, line), "not-utf8", line=line, encoding=encoding)
    else:
        problems.add(Place(file, line), "not-text", line=line)


def _likely(data: bytes) -> str:
    """The encoding that ``data`` was probably saved in, "" if it looks like no text at all."""
    if data.startswith(_UTF16):
        return "UTF-16"
    if b"\0" in data:
        return ""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"


def refused_in(text: str) -> str:
    """The first character of ``text`` that no page may have, as U+001A; "" if there is none."""
    found = _REFUSED.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def _report(file: str, text: str, problems: Problems) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        found = _REFUSED.search(line)
        if found:
            place = Place(file, number, found.start() + 1)
            problems.add(place, "control-character", character=refused_in(line))
