"""``ignore``: ids of warnings that the files below are not to be warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banxin.content.fields.nearest import closest
from banxin.content.fields.record import Field, Kind, Record, Spot
from banxin.content.frontmatter import List, Node, Text
from banxin.problems import Place
from banxin.problems.texts import problem_ids, problem_text

RETIRED = ("page-differs",)  # warned of once: what was written then is no mistake now
_WORD = re.compile(r"[^\s、，,；;]+")


def _warnings(node: Node, spot: Spot) -> tuple[Text, ...] | None:
    """Ids where they stand, in a list or in one line. None, after reporting, if none is right."""
    if isinstance(node, Text):
        typed = list(_words(node))
    elif isinstance(node, List):
        typed = [one for item in node.items for one in _item(item, spot)]
    else:
        spot.error(node, "wants-lines")
        return None
    return tuple(one for one in typed if _is_warning(one, spot)) or None


def _item(item: Node, spot: Spot) -> Iterator[Text]:
    if isinstance(item, Text):
        yield from _words(item)
    else:
        spot.error(item, "wants-lines")


def _words(line: Text) -> Iterator[Text]:
    for word in _WORD.finditer(line.value):
        yield Text(word[0], line.line, line.column + word.start())


def _is_warning(typed: Text, spot: Spot) -> bool:
    if "/" in typed.value:  # a plugin's, of which nothing is known here
        return True
    if typed.value in RETIRED:
        return False
    if typed.value not in problem_ids():
        known = [one for one in problem_ids() if problem_text(one).severity == "warning"]
        meant = closest(typed.value, known)
        spot.error(typed, "ignore-unknown", meant=meant, known="、".join(known))
        return False
    if problem_text(typed.value).severity == "error":
        spot.error(typed, "ignore-error")
        return False
    return True


WARNINGS = Kind("提醒的代号，可以几个", "ids of warnings", _warnings)


def silence(given: Record, key: Field[tuple[Text, ...]], scope: str) -> None:
    """Silence the warnings that ``key`` names, for the files in ``scope``."""
    for one in given.get(key) or ():
        given.problems.silence(Place(given.file, one.line, one.column), one.value, scope)
