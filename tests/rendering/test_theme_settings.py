from __future__ import annotations

from pathlib import Path

import pytest

from banxin.problems import Problems
from banxin.rendering.theme_settings import Parameter, Settings, read_settings

TOML = """
layouts = ["front", "inside"]
[parameters.accent]
type = "color"
default = "#a51d1d"
[parameters.dates]
type = "choice"
choices = ["lunar", "plain"]
default = "lunar"
[parameters.motto]
[parameters.search]
type = "boolean"
default = true
"""


def codes(problems: Problems) -> list[str]:
    return [p.code for p in problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "theme.toml").write_text(TOML)
    return tmp_path


def test_a_theme_names_its_layouts_and_the_defaults_of_its_parameters(folder: Path) -> None:
    settings = read_settings((folder,), Problems())
    assert settings.layouts == ("front", "inside")
    assert settings.values((), Problems()) == (
        ("accent", "#a51d1d"),
        ("dates", "lunar"),
        ("motto", ""),
        ("search", "true"),
    )


def test_a_paper_may_set_a_parameter(folder: Path) -> None:
    chosen = (("dates", "plain"), ("motto", "求实 #1"))
    values = read_settings((folder,), Problems()).values(chosen, Problems())
    assert {name: dict(values)[name] for name, _ in chosen} == dict(chosen)


def test_an_unknown_parameter_is_an_error_that_names_the_known_ones(folder: Path) -> None:
    problems = Problems()
    read_settings((folder,), problems).values((("acent", "#fff"),), problems)
    assert codes(problems) == ["theme-parameter-unknown"]
    assert "accent" in dict(next(iter(problems)).details)["known"]


@pytest.mark.parametrize(
    ("name", "value"), [("accent", "red"), ("dates", "none"), ("search", "yes")]
)
def test_a_value_of_the_wrong_kind_is_an_error(folder: Path, name: str, value: str) -> None:
    problems = Problems()
    read_settings((folder,), problems).values(((name, value),), problems)
    assert codes(problems) == ["theme-parameter-value"]


@pytest.mark.parametrize(
    "text",
    [
        "layouts = [",
        "layouts = 1",
        '[parameters.a]\ntype = "colour"',
        '[parameters.a]\ntype = "color"\ndefault = "red"',
        "parameters = 3",
    ],
)
def test_a_theme_file_that_makes_no_sense_is_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "theme.toml").write_text(text)
    problems = Problems()
    assert read_settings((tmp_path,), problems) == Settings(known=False)
    assert codes(problems) == ["theme-settings"]


@pytest.mark.parametrize(
    ("value", "good"), [("12", True), ("1.5", True), ("-3", True), ("x", False)]
)
def test_a_number_is_a_number(value: str, good: bool) -> None:
    assert Parameter("n", "number", "1").accepts(value) is good


def test_a_theme_that_cannot_be_read_is_the_only_complaint(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text("layouts = [")
    problems = Problems()
    read_settings((tmp_path,), problems).values((("accent", "red"),), problems)
    assert [p.code for p in problems] == ["theme-settings"]
