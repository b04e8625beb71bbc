"""Marks of bodies and of HTML in a field, where all of them are text and would be printed."""

from __future__ import annotations

import re

from banxin.problems import Place, Problems

_MARK = re.compile(
    r"(?P<comment><[!！][-－—–]{1,4}[^\n]{0,40})"
    r"|<(?:br|p|div|span|font|strong|img)(?:\s[^<>\n]{0,80})?/?>|</[a-z][a-z0-9]{0,9}>"
    r"|&(?:[a-zA-Z]{2,8}|#[0-9]{2,6});|!\[[^\[\]\n]{0,80}\][(（][^()（）\n]{1,80}[)）]"
)


def report(file: str, source: str, problems: Problems, line: int) -> None:
    """The first mark of each line of ``source``, which begins on ``line``; comments are errors,
    for what they say isn't meant for readers."""
    for number, text in enumerate(source.split("\n"), line):
        found = None if text.lstrip().startswith("#") else _MARK.search(text)
        if found is None:
            continue
        place = Place(file, number, found.start() + 1)
        if found["comment"]:
            problems.add(place, "comment-in-field", text=found[0].strip())
        else:
            problems.warn(place, "marks-in-field", text=found[0])
