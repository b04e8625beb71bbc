"""Names of files that aren't UTF-8, as an archive packed on an old Windows leaves them behind."""

from __future__ import annotations

import os


def is_utf8(name: str) -> bool:
    """Whether a name from the disk can be written down: in a page, in the cache, in a report."""
    try:
        name.encode()
    except UnicodeEncodeError:  # Python has lone surrogates in place of the bytes
        return False
    return True


def readable(name: str) -> str:
    """The name as whoever gave it would read it; with escapes where no one can tell."""
    if is_utf8(name):
        return name
    for code in ("utf-8", "gb18030"):  # UTF-8 where Python was told that the system has ASCII
        try:
            meant = os.fsencode(name).decode(code)
        except UnicodeError:
            continue
        if meant.isprintable():
            return meant
    return name.encode(errors="backslashreplace").decode()
