"""Pages are arranged with the theme's sizes, drawn again when those change, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.layout import arrange
from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PageItem
from banxin.layout.rows import Row
from banxin.problems import BuildFailed
from banxin.site import issue as issue_pages
from tests.support.paper import Paper
from tests.support.paths import ROOT

BROADSHEET = (ROOT / "themes/broadsheet/theme.toml").read_text("utf-8")
TEXT = "全市已完成土石方一百二十六万立方米，占计划的百分之七十一。" * 12


def themed(root: Path, theme: str) -> Paper:
    paper = Paper(root)
    paper.write("paper.yml", f"name: 江城晨报\ntheme: {theme}\nbase_url: https://example.org/\n")
    paper.issue("2024-01-01", TEXT, TEXT, TEXT, number=1)
    paper.issue("2024-01-02", TEXT, "短讯一则。", number=2)
    return paper


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles the layout was asked to arrange, each time it was."""
    found: list[int] = []

    def counted(items: tuple[PageItem, ...], layout: str, metrics: Metrics) -> tuple[Row, ...]:
        found.append(len(items))
        return arrange(items, layout, metrics)

    monkeypatch.setattr(issue_pages, "arrange", counted)
    return found


def test_a_theme_with_sizes_has_each_page_arranged_once(tmp_path: Path, calls: list[int]) -> None:
    themed(tmp_path, "broadsheet").build()
    assert sorted(calls) == [2, 2, 3]  # the newest issue is the home page as well


@pytest.mark.parametrize("theme", ["tabloid", "plain"])
def test_a_theme_without_sizes_has_nothing_arranged(
    tmp_path: Path, calls: list[int], theme: str
) -> None:
    themed(tmp_path, theme).build()
    assert calls == []


def write_own(paper: Paper, text: str) -> None:
    own = paper.root / "themes/broadsheet/theme.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text, encoding="utf-8")


def test_another_size_in_theme_toml_draws_the_pages_again(tmp_path: Path) -> None:
    paper = themed(tmp_path, "broadsheet")
    paper.build()
    write_own(paper, BROADSHEET)
    assert paper.drawn() == set()
    write_own(paper, BROADSHEET.replace("column_widest = 22.5", "column_widest = 12"))
    drawn = paper.drawn()
    assert {"index.html", "2024-01-01/01/index.html", "2024-01-02/01/index.html"} <= drawn
    assert "2024-01-01/01/01/index.html" not in drawn
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")


def test_an_own_theme_toml_without_sizes_leaves_the_pages_as_they_were(tmp_path: Path) -> None:
    paper = themed(tmp_path, "broadsheet")
    paper.build()
    write_own(paper, BROADSHEET.partition("[metrics]")[0])
    assert paper.drawn() == set()


def test_a_size_that_makes_no_sense_stops_the_build_before_anything_is_written(
    tmp_path: Path,
) -> None:
    paper = themed(tmp_path, "broadsheet")
    paper.build()
    before = paper.tree()
    write_own(paper, BROADSHEET.replace("gap = 28", "gap = '28px'", 1))
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    (told,) = [p for p in failed.value.problems if p.severity == "error"]
    assert (told.place.file, told.code) == ("themes/broadsheet/theme.toml", "theme-metric-number")
    assert paper.tree() == before
