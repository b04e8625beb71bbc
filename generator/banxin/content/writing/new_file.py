"""The front matter of a new file, in the order in which it is given.

A value is a text, a number, a list of texts, a group of fields or a list of such groups; each
line may carry a remark behind it, and remarks may stand on lines of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from banxin.content.writing.scalars import flow_item, scalar

Value: TypeAlias = "str | int | Sequence[str] | Mapping[str, object] | Sequence[Mapping[str, str]]"
_LONG = 60  # characters of a list in one line; a longer one has a line for each item


class Line(msgspec.Struct, frozen=True):
    """A field. ``remark`` is a comment behind it, without its ``#``."""

    key: str
    value: Value
    remark: str = ""


class Remark(msgspec.Struct, frozen=True):
    """A comment on a line of its own, without its ``#``; no line break within."""

    text: str


def front_matter(lines: Sequence[Line | Remark]) -> str:
    """Both fences and what stands between them, an empty line behind."""
    return "\n".join(["---", *(row for line in lines for row in _rows(line)), "---", "", ""])


def _rows(line: Line | Remark) -> Iterator[str]:
    if isinstance(line, Remark):
        yield f"# {' '.join(line.text.split())}"
        return
    remark = f"  # {line.remark}" if line.remark else ""
    if isinstance(line.value, str):
        yield f"{line.key}: {scalar(line.value)}{remark}"
    elif isinstance(line.value, int):
        yield f"{line.key}: {line.value}{remark}"
    elif isinstance(line.value, Mapping):
        yield f"{line.key}: {{{_pairs(line.value)}}}{remark}"
    else:
        yield from _list(line.key, line.value, remark)


def _list(
    key: str, items: Sequence[str] | Sequence[Mapping[str, str]], remark: str
) -> Iterator[str]:
    flat = [item for item in items if isinstance(item, str)]
    if len(flat) == len(items) and sum(map(len, flat)) < _LONG:
        yield f"{key}: [{', '.join(map(flow_item, flat))}]{remark}"
        return
    yield f"{key}:{remark}"
    for item in items:
        if isinstance(item, str):
            yield f"  - {scalar(item)}"
        else:
            first, *others = item.items()
            yield f"  - {first[0]}: {scalar(first[1])}"
            yield from (f"    {name}: {scalar(text)}" for name, text in others)


def _pairs(group: Mapping[str, object]) -> str:
    return ", ".join(f"{key}: {_flow(value)}" for key, value in group.items())


def _flow(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(flow_item(str(item)) for item in value)}]"
    return flow_item(str(value))
