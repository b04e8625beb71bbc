"""The sizes in theme.toml: read as numbers, or refused with the line that is wrong."""

from __future__ import annotations

import math
import re
from pathlib import Path

import msgspec
import pytest

from banxin.problems import Problems
from banxin.rendering.theme_settings import Settings, read_settings
from tests.support.metrics import BROADSHEET
from tests.support.paths import ROOT

BUNDLED = ROOT / "themes/broadsheet"
TOML = (BUNDLED / "theme.toml").read_text("utf-8")


def line_of(start: str, text: str = TOML) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def with_value(name: str, value: str) -> str:
    return re.sub(rf"^{name} = [^#\n]*", f"{name} = {value} ", TOML, flags=re.MULTILINE)


def read(folder: Path, text: str) -> tuple[Settings, list[str]]:
    """What a theme.toml comes to, and its problems: line, code and which value."""
    folder.mkdir(exist_ok=True)
    (folder / "theme.toml").write_text(text, encoding="utf-8")
    problems = Problems()
    settings = read_settings((folder,), problems)
    assert {p.place.file for p in problems} <= {f"themes/{folder.name}/theme.toml"}
    return settings, [
        f"{p.place.line} {p.code} {dict(p.details).get('value', '')}".strip() for p in problems
    ]


def test_the_sizes_of_the_bundled_theme_are_read_as_they_are_written(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, TOML)
    assert problems == []
    assert settings.metrics == BROADSHEET
    assert (BROADSHEET.page_width, BROADSHEET.text) == (1184, (17, 20, 25))


def test_a_theme_without_sizes_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, TOML.partition("[metrics]")[0])[0].metrics is None


@pytest.mark.parametrize("value", ["0", "-28", '"17px"', "true", "[1184]", "1e9", "nan", "inf"])
def test_what_is_no_length_is_refused_at_its_line(tmp_path: Path, value: str) -> None:
    settings, problems = read(tmp_path, with_value("page_width", value))
    shown = {"true": "True", '"17px"': "17px", "1e9": "1000000000.0"}.get(value, value)
    assert problems == [f"{line_of('page_width')} theme-metric-number {shown}"]
    assert settings.metrics is None


@pytest.mark.parametrize("value", ["17", "[]", "[17, 0]", '[17, "20"]', "[17, 18, 19, 20]"])
def test_what_is_no_list_of_sizes_is_refused_at_its_line(tmp_path: Path, value: str) -> None:
    settings, problems = read(tmp_path, with_value("text", value))
    assert [p.split()[:2] for p in problems] == [[f"{line_of('text =')}", "theme-metric-list"]]
    assert settings.metrics is None


def test_the_message_says_what_a_size_may_be(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text(with_value("title", "[52]"), encoding="utf-8")
    problems = Problems()
    read_settings((tmp_path,), problems)
    (told,) = problems
    assert dict(told.details) == {
        "name": "title", "value": "[52]", "count": "3", "least": "4", "most": "400"
    }  # fmt: skip


def test_a_space_may_be_nothing(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, with_value("column_gap", "0"))
    assert problems == []
    assert settings.metrics is not None
    assert settings.metrics.column_gap == 0


def test_a_size_that_is_missing_is_named_at_the_table(tmp_path: Path) -> None:
    text = re.sub(r"^(gap|indent) = .*\n", "", TOML, flags=re.MULTILINE)
    problems = Problems()
    (tmp_path / "theme.toml").write_text(text, encoding="utf-8")
    assert read_settings((tmp_path,), problems).metrics is None
    (told,) = problems
    assert (told.code, told.place.line) == ("theme-metrics-missing", line_of("[metrics]", text))
    assert dict(told.details)["names"] == "gap, indent"


def test_a_size_that_nobody_knows_is_refused_with_those_that_are_like_it(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text(f"{TOML}colum_gap = 24\n", encoding="utf-8")
    problems = Problems()
    read_settings((tmp_path,), problems)
    (told,) = problems
    assert (told.code, told.place.line) == ("theme-metric-unknown", len(TOML.splitlines()) + 1)
    assert dict(told.details)["known"].startswith("column_gap")


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    text = with_value("gap", "-1").replace("indent = 2 ", "indnt = 2 ", 1)
    assert [p.split()[1] for p in read(tmp_path, text)[1]] == [
        "theme-metrics-missing",
        "theme-metric-number",
        "theme-metric-unknown",
    ]


@pytest.mark.parametrize(("name", "value"), [("page_width", "300"), ("column_gap", "400")])
def test_sizes_that_leave_no_room_for_text_are_refused(
    tmp_path: Path, name: str, value: str
) -> None:
    settings, problems = read(tmp_path, with_value(name, value))
    assert problems == [f"{line_of('[metrics]')} theme-metrics-narrow"]
    assert settings.metrics is None


@pytest.mark.parametrize("value", ['"1184"', "3", "[]", "[{gap = 3}]"])
def test_metrics_that_are_no_table_are_refused(tmp_path: Path, value: str) -> None:
    settings, problems = read(tmp_path, f"title = '一'\nmetrics = {value}\n")
    assert [p.split()[:2] for p in problems] == [["2", "theme-metrics-table"]]
    assert settings.metrics is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[ metrics ] # 尺寸\n'page_width' = -1\n", 2),
        ("metrics.page_width = -1\n", 0),
        ("metrics = {page_width = -1}\n", 0),
    ],
)
def test_a_value_written_in_another_way_is_refused_in_its_file(
    tmp_path: Path, text: str, line: int
) -> None:
    assert f"{line} theme-metric-number -1" in read(tmp_path, text)[1]


def test_who_changes_a_parameter_of_a_bundled_theme_keeps_its_sizes(tmp_path: Path) -> None:
    own = tmp_path / "broadsheet"
    own.mkdir()
    (own / "theme.toml").write_text('layouts = ["front"]\n', encoding="utf-8")
    problems = Problems()
    found = read_settings((own, BUNDLED), problems)
    assert not problems
    assert (found.layouts, found.parameters, found.metrics) == (("front",), (), BROADSHEET)


def test_a_theme_s_own_sizes_go_before_those_of_the_bundled_one(tmp_path: Path) -> None:
    own = tmp_path / "broadsheet"
    own.mkdir()
    (own / "theme.toml").write_text(with_value("page_width", "1000"), encoding="utf-8")
    found = read_settings((own, BUNDLED), Problems()).metrics
    assert found is not None
    assert found.page_width == 1000


def test_every_size_is_a_finite_number() -> None:
    for value in msgspec.structs.astuple(BROADSHEET):
        for one in value if isinstance(value, tuple) else (value,):
            assert math.isfinite(one)


def test_a_size_of_an_earlier_version_is_no_mistake(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, f"{TOML}\ntable_padding = 3\n")
    assert (settings.metrics, problems) == (BROADSHEET, [])
