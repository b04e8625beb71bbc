"""The texts of problems: each that can be raised is explained, in both languages."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import banxin
from banxin.pipeline.build import check
from banxin.pipeline.project import Options, Project
from banxin.problems import Place, Problems
from banxin.problems.reports import explain
from banxin.problems.texts import Language, Wording, problem_ids, problem_text
from tests.support.content_folder import ContentFolder
from tests.support.mistakes.bodies import BODIES
from tests.support.mistakes.fields import FIELDS
from tests.support.mistakes.files import FILES
from tests.support.mistakes.issues import ISSUES
from tests.support.mistakes.making import Mistake
from tests.support.mistakes.writing import WRITING

SOURCE = Path(banxin.__file__).parent
REPORTERS = {"add", "warn", "error", "warning", "refuse", "failure", "Fault", "_listed", "report"}
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
MISTAKES = (*WRITING, *FIELDS, *ISSUES, *BODIES, *FILES)
AREAS = ("sources", "fields", "issues", "bodies", "files")
IDS = problem_ids()
READING = {i for i in IDS if problem_text(i).area in AREAS}


def test_every_problem_that_is_raised_has_a_text() -> None:
    raised = {code for file in _modules() for code in _raised(file)}
    assert len(raised) > 80
    assert raised - set(IDS) == set()


def test_every_text_belongs_to_a_problem_that_is_raised() -> None:
    said = {text for file in _modules() for text in _strings(file)}
    assert set(IDS) - said == set()


@pytest.mark.parametrize("identity", IDS)
def test_both_languages_say_what_happened_and_what_to_do(identity: str) -> None:
    text = problem_text(identity)
    for said in (text.zh, text.en):
        assert said.what.strip()
        assert said.todo.strip()
    assert re.search("[\u4e00-\u9fff]", text.zh.what)
    assert not re.search("[\u4e00-\u9fff]", text.en.what)


@pytest.mark.parametrize("identity", IDS)
def test_both_languages_have_the_same_gaps(identity: str) -> None:
    text = problem_text(identity)
    assert _gaps(text.zh) == _gaps(text.en)


def test_a_problem_without_a_text_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        problem_text("no-such-problem")


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
    content = ContentFolder(tmp_path)
    for file, text in (*mistake.beside, (mistake.file, mistake.content)):
        if text is None:
            content.remove(file)
            continue
        for above in (tmp_path / file).parents:
            if above.is_file():  # road.jpg becomes a folder
                above.unlink()
        content.write(file, text)
    assert content.everything() == [f"{mistake.code} {mistake.place}"]
    for language in ("zh", "en"):
        assert not re.search(r"\{[a-z_]+\}", content.shown(language))


def test_every_mistake_that_reading_can_report_is_made_above() -> None:
    # text-lost is the program's own mistake: tests/content/markdown/test_completeness.py makes it;
    # articles-unread stands beside another: tests/pipeline/incremental/test_loading.py
    assert {m.code for m in MISTAKES} == READING - {"text-lost", "articles-unread"}


@pytest.mark.parametrize("identity", [i for i in IDS if problem_text(i).example.text])
def test_the_file_that_is_given_as_an_example_causes_the_problem(
    identity: str, tmp_path: Path
) -> None:
    content, example = ContentFolder(tmp_path), problem_text(identity).example
    beside = [m.beside for m in MISTAKES if m.code == identity]
    for file, text in (*(beside[0] if beside else ()), (example.file, example.text)):
        content.write(file, text)
    found = check(Project(tmp_path), Options(tmp_path / "output", search=False, processes=1))
    assert identity in {problem.code for problem in found}
    severities = {str(problem.severity) for problem in found if problem.code == identity}
    assert severities == {problem_text(identity).severity}


@pytest.mark.parametrize("identity", IDS)
def test_each_problem_has_an_example_in_a_file_or_in_words(identity: str) -> None:
    example = problem_text(identity).example
    assert bool(example.file) == bool(example.text)
    assert bool(example.zh) == bool(example.en)
    assert example.text or example.zh


def test_a_sound_newspaper_has_no_problems(tmp_path: Path) -> None:
    assert ContentFolder(tmp_path).everything() == []


def _modules() -> list[Path]:
    return list(SOURCE.rglob("*.py"))


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


def _gaps(text: Wording) -> set[str]:
    parts = f"{text.what}{text.why}{text.todo}"
    return {name for _, name, _, _ in string.Formatter().parse(parts) if name}
