"""Lines of verse that begin further in than others, as stairs do (楼梯诗)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_WIDTH = {"\t": 2.0, "\u3000": 1.0, "\u2003": 1.0, "\u2002": 0.5, " ": 0.5, "\u00a0": 0.5}  # ems
_INDENT = re.compile("[\t \u00a0\u2002\u2003\u3000]*")
_LINE = re.compile(rf"^({_INDENT.pattern})(?=[^\s])", re.MULTILINE)


def step(state: StateBlock, line: int) -> str:
    """What a line of verse begins with: full-width spaces, as many as it stands further in than
    the line of the poem that stands furthest out. Two ordinary spaces are one of them."""
    start = state.bMarks[line]
    indent = _INDENT.match(state.src, start, state.eMarks[line])
    if not state.env.get("verse") or indent is None or not indent[0]:
        return ""
    if "furthest_out" not in state.env:
        state.env["furthest_out"] = min(map(_width, _LINE.findall(state.src)), default=0)
    return "\u3000" * (_width(indent[0]) - int(state.env["furthest_out"]))


def _width(indent: str) -> int:
    return int(sum(_WIDTH[character] for character in indent))
