"""Which names are found by their sound or with a slip: all there are, most often named first."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.support.search_site import article, index
from tests.support.search_visit import write_paper

DAYS = (date(2021, 3, 5), date(2022, 3, 4))


def names(site: Path) -> list[str]:
    found: list[str] = json.loads((site / "pagefind/names.json").read_text("utf-8"))
    return found


def test_names_of_all_years_come_by_how_often_they_are_named(tmp_path: Path) -> None:
    credited = [("虞澜",), ("虞澜", "褚岑"), ("虞澜", "县文联", "A", "王"), ("褚岑",)]
    records = [
        replace(article(n, DAYS[n % 2]), authors=authors, people=("蔺芃",) if n else ())
        for n, authors in enumerate(credited)
    ]
    index(records, tmp_path / "site", people=("王慧杰", "褚岑"))
    assert names(tmp_path / "site") == ["蔺芃", "虞澜", "褚岑", "县文联", "王慧杰"]


def test_people_of_record_are_known_by_their_sound(tmp_path: Path) -> None:
    write_paper(tmp_path, "broadsheet")
    people = tmp_path / "content/people.yml"
    people.write_text("- {name: 单汀, title: 县长}\n", encoding="utf-8")
    build(Project(tmp_path), Options(tmp_path / "output"))
    assert names(tmp_path / "output") == ["虞岑", "褚汀", "单汀"]
    sounds = json.loads((tmp_path / "output/pagefind/sounds.json").read_text("utf-8"))
    assert "单" in sounds["shan"]
    assert "单" in sounds["dan"]

    people.write_text("- {name: 仇朗, title: 县长}\n", encoding="utf-8")
    build(Project(tmp_path), Options(tmp_path / "output"))
    assert names(tmp_path / "output") == ["虞岑", "褚汀", "仇朗"]
