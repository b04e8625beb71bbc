"""The catalogue: every problem that can be raised is explained, in both languages."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import banxin
from banxin.problems import Place, Problems
from banxin.problems.texts import CATALOGUE, Language, explain, fields, files, issues, sources
from banxin.problems.texts.entry import Text
from tests.support import mistakes
from tests.support.content_folder import Desk
from tests.support.mistakes import Mistake

SOURCE = Path(banxin.__file__).parent
REPORTERS = {"add", "warn", "error", "refuse", "failure", "Fault", "_listed"}
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
MISTAKES = (*mistakes.WRITING, *mistakes.FIELDS, *mistakes.ISSUES, *mistakes.FILES)
OURS = {**sources.TEXTS, **fields.TEXTS, **issues.TEXTS, **files.TEXTS}


def test_every_code_that_is_raised_is_in_the_catalogue() -> None:
    raised = {code for file in _modules() for code in _raised(file)}
    assert len(raised) > 80
    assert raised - CATALOGUE.keys() == set()


def test_every_text_of_the_catalogue_belongs_to_a_code_that_is_raised() -> None:
    said = {text for file in _modules() for text in _strings(file)}
    assert CATALOGUE.keys() - said == set()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_say_what_happened_and_what_to_do(code: str) -> None:
    entry = CATALOGUE[code]
    for text in (entry.zh, entry.en):
        assert text.what.strip()
        assert text.todo.strip()
    assert re.search("[\u4e00-\u9fff]", entry.zh.what)
    assert not re.search("[\u4e00-\u9fff]", entry.en.what)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_have_the_same_gaps(code: str) -> None:
    assert _gaps(CATALOGUE[code].zh) == _gaps(CATALOGUE[code].en)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_said_of_a_near_name_where_none_is_near(language: Language) -> None:
    problems = Problems()
    for present in ("", "road.jpg"):
        problems.add(Place("a.md"), "picture-missing", file="map.png", present=present)
    silent, telling = (explain(problem, language) for problem in problems)
    assert silent.why == ""
    assert "road.jpg" in telling.why
    assert silent.what == telling.what


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.code)
def test_a_mistake_is_reported_once_at_its_place_and_nothing_beside_it(
    mistake: Mistake, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    for file, content in (*mistake.beside, (mistake.file, mistake.content)):
        if content is None:
            desk.remove(file)
            continue
        for above in (tmp_path / file).parents:
            if above.is_file():  # road.jpg becomes a folder
                above.unlink()
        desk.write(file, content)
    assert desk.everything() == [f"{mistake.code} {mistake.place}"]
    for language in ("zh", "en"):
        assert not re.search(r"\{[a-z_]+\}", desk.shown(language))


def test_every_mistake_that_reading_can_report_is_made_above() -> None:
    assert {m.code for m in MISTAKES} == OURS.keys()


def test_a_sound_newspaper_has_no_problems(tmp_path: Path) -> None:
    assert Desk(tmp_path).everything() == []


def _modules() -> list[Path]:
    return [f for f in SOURCE.rglob("*.py") if f.parent.name != "texts"]


def _raised(file: Path) -> set[str]:
    """Codes given to whatever records a problem."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in REPORTERS:
            values = (a.value for a in node.args if isinstance(a, ast.Constant))
            found |= {v for v in values if isinstance(v, str) and CODE.fullmatch(v)}
    return found


def _strings(file: Path) -> set[str]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _gaps(text: Text) -> set[str]:
    parts = f"{text.what}{text.why}{text.todo}"
    return {name for _, name, _, _ in string.Formatter().parse(parts) if name}
