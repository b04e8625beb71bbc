"""``[metrics]`` of theme.toml: the sizes that a theme has its pages arranged with."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any, cast

import msgspec
from msgspec import inspect

from banxin.layout.metrics import Metrics
from banxin.problems import Place, Problems

TABLE = "metrics"
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_FORMER = frozenset({"table_padding"})  # a theme may still say them
_SHOWN = 60  # characters of a value in a message


def read_metrics(
    settings: Mapping[str, Any], text: str, file: str, problems: Problems
) -> Metrics | None:
    """The metrics of a theme.toml; ``settings`` is what it says, ``text`` how it is written.

    None without the table. None, too, where anything is wrong with it: all of that is reported,
    each at its line.
    """
    given = settings.get(TABLE)
    if given is None:
        return None
    lines = _lines(text)
    here = Place(file, lines.get("", 0))
    if not isinstance(given, dict):
        problems.add(here, "theme-metrics-table", value=_shown(given))
        return None
    found = Problems()
    types = {field.name: field.type for field in msgspec.structs.fields(Metrics)}
    for name, value in given.items():
        _look_at(name, value, types, Place(file, lines.get(name, 0)), found)
    fields = msgspec.structs.fields(Metrics)
    missing = [field.name for field in fields if field.required and field.name not in given]
    if missing:
        found.add(here, "theme-metrics-missing", names=", ".join(missing))
    problems.extend(found)
    return None if found else _made(given, here, problems)


def _made(given: Mapping[str, Any], here: Place, problems: Problems) -> Metrics | None:
    metrics = msgspec.convert(given, Metrics)
    if metrics.too_narrow:
        problems.add(here, "theme-metrics-narrow")
        return None
    return metrics


def _look_at(
    name: str, value: object, types: Mapping[str, Any], place: Place, problems: Problems
) -> None:
    """Report a name that isn't known, or a value that isn't what it has to be."""
    if name in _FORMER:
        return
    if name not in types:
        near = difflib.get_close_matches(name, types, n=3) or types
        problems.add(place, "theme-metric-unknown", name=name, known=", ".join(near))
        return
    try:
        msgspec.convert(value, types[name])
    except msgspec.ValidationError:
        kind = inspect.type_info(types[name])
        if isinstance(kind, inspect.VarTupleType):
            code, bounds = "theme-metric-list", _bounds(kind.item_type)
            bounds["count"] = _range(kind.min_length, kind.max_length)
        else:
            code, bounds = "theme-metric-number", _bounds(kind)
        problems.add(place, code, name=name, value=_shown(value), **bounds)


def _bounds(kind: inspect.Type) -> dict[str, str]:
    number = cast("inspect.FloatType", kind)  # as all metrics are
    return {"least": f"{number.ge:g}", "most": f"{number.le:g}"}


def _range(least: int | None, most: int | None) -> str:
    return f"{least}" if least == most else f"{least}–{most}"


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _lines(text: str) -> dict[str, int]:
    """Names of the table, as one writes it, to their lines; of its header under ""."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            table = header[1]
            if table == TABLE:
                found[""] = number
        elif table == TABLE and (key := _KEY.match(line)):
            found.setdefault(key[1], number)
        elif not table and (key := _KEY.match(line)) and key[1] == TABLE:
            found[""] = number
    return found
