"""theme.toml: a theme's page layouts, parameters and metrics."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from banxin.layout.metrics import Metrics
from banxin.problems import Place, Problems
from banxin.rendering.theme_metrics import read_metrics

_COLOR = re.compile(r"#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
KINDS = ("text", "color", "number", "boolean", "choice")


class Parameter(msgspec.Struct, frozen=True):
    """Something a paper may set in paper.yml. Values are text, booleans ``true``/``false``."""

    name: str
    kind: str
    default: str
    choices: tuple[str, ...] = ()
    description: str = ""

    def accepts(self, value: str) -> bool:
        match self.kind:
            case "color":
                return value in self.choices or bool(_COLOR.fullmatch(value))
            case "number":
                return bool(_NUMBER.fullmatch(value))
            case "boolean":
                return value in ("true", "false")
            case "choice":
                return value in self.choices
        return True

    def expected(self) -> str:
        if self.kind in ("choice", "color"):
            return " | ".join((*self.choices, *(("#a51d1d",) if self.kind == "color" else ())))
        return {"number": "12", "boolean": "true | false"}.get(self.kind, "…")


class Settings(msgspec.Struct, frozen=True):
    """``known`` is false for a theme that couldn't be read: its paper isn't held against it.

    ``metrics``: None for a theme that doesn't have its pages arranged.
    """

    layouts: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    metrics: Metrics | None = None
    known: bool = True

    def values(
        self, given: tuple[tuple[str, str], ...], problems: Problems
    ) -> tuple[tuple[str, str], ...]:
        """Every parameter with its value: the paper's where it gives one, else the default."""
        known = {p.name: p for p in self.parameters}
        values = {p.name: p.default for p in self.parameters}
        place = Place("content/paper.yml")
        for name, value in given if self.known else ():
            parameter = known.get(name)
            if parameter is None:
                names = ", ".join(known)
                problems.add(place, "theme-parameter-unknown", name=name, known=names)
            elif not parameter.accepts(value):
                problems.add(
                    place,
                    "theme-parameter-value",
                    name=name,
                    value=value,
                    expected=parameter.expected(),
                )
            else:
                values[name] = value
        return tuple(values.items())


def read_settings(folders: tuple[Path, ...], problems: Problems) -> Settings:
    """The first theme.toml on the search path; a theme without one has no settings.

    Metrics are those of the first that has any: who changes a parameter of a bundled theme keeps
    its sizes.
    """
    files = [folder / "theme.toml" for folder in folders]
    found = Settings()
    for n, file in enumerate(file for file in files if file.is_file()):
        read = _read(file, problems)
        found = replace(found, metrics=read.metrics) if n else read
        if found.metrics or not read.known:
            break
    return found


def _read(file: Path, problems: Problems) -> Settings:
    place = Place(f"themes/{file.parent.name}/theme.toml")
    try:
        text = file.read_text("utf-8")
        data = tomllib.loads(text)
        layouts = tuple(str(name) for name in data.get("layouts", ()))
        given: dict[str, dict[str, Any]] = data.get("parameters", {})
        parameters = tuple(_parameter(name, table) for name, table in given.items())
    except (
        tomllib.TOMLDecodeError,
        UnicodeDecodeError,
        ValueError,
        TypeError,
        AttributeError,
    ) as e:
        problems.add(place, "theme-settings", why=e)
        return Settings(known=False)
    return Settings(layouts, parameters, read_metrics(data, text, place.file, problems))


def _parameter(name: str, table: dict[str, Any]) -> Parameter:
    """Raises ValueError for an unknown type or a default that its own type refuses."""
    default = table.get("default", "")
    text = str(default).lower() if isinstance(default, bool) else str(default)
    choices = tuple(str(choice) for choice in table.get("choices", ()))
    kind = str(table.get("type", "text"))
    parameter = Parameter(name, kind, text, choices, str(table.get("description", "")))
    if kind not in KINDS:
        raise ValueError(f"{name}: type {kind!r} is none of {', '.join(KINDS)}")
    if not parameter.accepts(text):
        raise ValueError(f"{name}: default {text!r} is no {kind}")
    return parameter
