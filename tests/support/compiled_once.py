"""Templates that are compiled once a run: hundreds of tests build papers by the same ones."""

from __future__ import annotations

from functools import cache
from types import CodeType
from typing import Any

import jinja2
import pytest

from banxin.rendering import jinja


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """What a template comes to depends on its text and its names alone."""
    patch.setattr(jinja._Environment, "compile", _compile)
    patch.setattr(jinja2.Environment, "parse", _parse)


_COMPILE, _PARSE = jinja._Environment.compile, jinja2.Environment.parse
_compiled: dict[tuple[str, str | None, str | None], CodeType] = {}


def _compile(
    self: Any, source: Any, name: str | None = None, filename: str | None = None, **more: Any
) -> Any:
    if not isinstance(source, str) or more:
        return _COMPILE(self, source, name, filename, **more)
    key = (source, name, filename)
    if key not in _compiled:
        _compiled[key] = _COMPILE(self, source, name, filename)
    return _compiled[key]


@cache
def _parsed(source: str) -> jinja2.nodes.Template:
    return _PARSE(jinja2.Environment(), source)


def _parse(
    self: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None
) -> jinja2.nodes.Template:
    """Of an environment that is nobody's, in which templates are only looked through."""
    alone = type(self) is jinja2.Environment and name is None and filename is None
    return _parsed(source) if alone else _PARSE(self, source, name, filename)
