"""What an editor probably did, where the YAML parser only says what it expected."""

from __future__ import annotations

import re

import yaml

from banxin.content.frontmatter.corrections import Fault
from banxin.content.frontmatter.scalars import quoted

_PAIR = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)"
    r"(?P<key>[^\s:：\"'\[\]{}#&*!|>%@`,?-][^:：]{0,19}?)"
    r"(?P<colon>\s*[:：])(?P<gap>\s*)(?P<value>.*?)\s*$"
)
_RESERVED = "&*!|>%@`?,]}#"
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault:
    """The most likely cause. The parser often stops one line below it."""
    last = len(lines) - 1  # the end of the source may count as a line of its own
    mark, context = error.problem_mark, error.context_mark
    stopped = min(mark.line if mark else 0, last)
    begun = min(context.line, last) if context else stopped
    within = error.context or ""
    if context and "quoted scalar" in within:
        return Fault("unclosed-quote", begun, context.column, _shown(lines[begun]))
    if context and "flow" in within:
        return _bracket(lines, begun, context.column)
    begun = begun if "simple key" in within else stopped
    for number in (begun, stopped, _above(lines, stopped)):
        fault = _line(lines[number], number)
        if fault:
            return fault
    column = mark.column if mark else 0
    if _is_shifted(lines, stopped, column):
        return Fault("yaml-indent", stopped, 0, (("text", lines[stopped].strip()),))
    details = (("text", lines[stopped].strip()), ("reason", error.problem or ""))
    return Fault("yaml-syntax", stopped, column, details)


def quoted_line(line: str) -> str:
    """The line with its value in quotes, as the editor should have typed it."""
    found = _PAIR.match(line)
    if found:
        return f"{found['lead']}{found['key']}: {quoted(found['value'])}"
    bare = line.strip()
    indent = line[: _indent(line)]
    return indent + (f"- {quoted(bare[2:].strip())}" if bare.startswith("- ") else quoted(bare))


def _line(line: str, number: int) -> Fault | None:
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    pair = _PAIR.match(line)
    if pair:
        return _pair(pair, number)
    if ":" not in line and not re.match(r"\s*(-(\s|$)|[\]}\"'])", line):
        column = len(line) - len(line.lstrip())
        return Fault("not-a-field", number, column, (("text", line.strip()),))
    item = re.match(r"\s*-\s+", line)
    if item and line[item.end() : item.end() + 1] in tuple(_RESERVED):
        return _reserved(line, number, item.end())
    return None


def _pair(pair: re.Match[str], number: int) -> Fault | None:
    key, value, at = pair["key"], pair["value"], pair.start("value")
    shown = (("key", key), ("shown", quoted_line(pair.string)))
    if pair["colon"].strip() == "：" and len(key) <= 12 and " " not in key:
        shown = (("key", key), ("shown", f"{pair['lead']}{key}: {value}"))
        return Fault("fullwidth-colon", number, pair.start("colon"), shown)
    if not pair["gap"] and value and not value.startswith("//") and not key.isdigit():
        shown = (("key", key), ("shown", f"{pair['lead']}{key}: {value}"))
        return Fault("no-space-after-colon", number, pair.start("colon"), shown)
    if value[:1] in _CLOSED:
        return _after_quote(pair, number)
    if value[:1] and value[0] in _RESERVED:
        return _reserved(pair.string, number, at)
    if value[:1] not in ("[", "{") and (colon := re.search(r":(\s|$)", value)):
        return Fault("unquoted-colon", number, at + colon.start(), shown)
    if value.startswith("- "):
        return _reserved(pair.string, number, at)
    return None


def _after_quote(pair: re.Match[str], number: int) -> Fault | None:
    """A value that begins with a quotation mark: closed, and nothing behind it but a comment?"""
    value, at = pair["value"], pair.start("value")
    closed = _CLOSED[value[0]].match(value)
    if not closed:
        return Fault("unclosed-quote", number, at, _shown(pair.string))
    rest = value[closed.end() :].strip()
    if rest and not rest.startswith("#"):
        details = (("character", value[0]), ("shown", quoted_line(pair.string)))
        return Fault("text-after-quote", number, at + closed.end(), details)
    return None


def _reserved(line: str, number: int, column: int) -> Fault:
    details = (("character", line[column]), ("shown", quoted_line(line)))
    return Fault("reserved-character", number, column, details)


def _bracket(lines: list[str], number: int, column: int) -> Fault:
    """The bracket at that place, else the last one above it."""
    if lines[number][column : column + 1] not in ("[", "{"):
        found = (n for n in range(number, -1, -1) if re.search(r"[\[{]", lines[n]))
        number = next(found, number)
        column = max(0, lines[number].rfind("["), lines[number].rfind("{"))
    return Fault("unclosed-bracket", number, column, _shown(lines[number]))


def _shown(line: str) -> tuple[tuple[str, object], ...]:
    return (("text", line.strip()),)


def _is_shifted(lines: list[str], number: int, column: int) -> bool:
    """Whether a sound line stands where none of its level may."""
    line, above = lines[number], lines[_above(lines, number)]
    if not _PAIR.match(line) and not line.lstrip().startswith("- "):
        return False
    return column <= _indent(line) or _indent(line) != _indent(above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _above(lines: list[str], number: int) -> int:
    """The nearest line above that isn't blank; ``number`` itself if there is none."""
    return next((n for n in range(number - 1, -1, -1) if lines[n].strip()), number)
