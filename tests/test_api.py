"""The public API, as somebody uses it who knows nothing else of the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import banxin

STRANGER = """
from pathlib import Path

import banxin


def published(folder: Path) -> list[str]:
    project = banxin.Project(folder)
    options = banxin.Options(output=project.output, search=False)
    try:
        report: banxin.Report = banxin.build(project, options)
    except banxin.BuildFailed as failed:
        return [f"{problem.place}: {problem.code}" for problem in failed.problems]
    problems: tuple[banxin.Problem, ...] = report.warnings
    return [str(problem.place) for problem in problems]
"""


@pytest.fixture
def project(tmp_path: Path) -> banxin.Project:
    """The smallest paper: a name, an issue, an article."""
    issue = tmp_path / "content/issues/2024/2024-01-01"
    issue.mkdir(parents=True)
    (tmp_path / "content/paper.yml").write_text("name: 小城报\n", "utf-8")
    (issue / "issue.md").write_text("---\npages: [{name: 要闻}]\n---\n", "utf-8")
    (issue / "01-01-first.md").write_text("---\ntitle: 创刊\n---\n第一篇。\n", "utf-8")
    return banxin.Project(tmp_path)


def test_a_paper_is_built_with_two_lines(project: banxin.Project) -> None:
    report = banxin.build(project, banxin.Options(output=project.output, search=False))
    assert "2024-01-01/01/01/index.html" in report.drawn
    assert [problem.code for problem in report.warnings] == ["base-url-missing"]
    assert "第一篇。" in (project.output / "2024-01-01/01/01/index.html").read_text("utf-8")


def test_what_is_wrong_is_a_value_and_nothing_is_written(project: banxin.Project) -> None:
    article = project.content / "issues/2024/2024-01-01/01-01-first.md"
    article.write_text("---\ntitel: 创刊\n---\n正文。\n", "utf-8")
    with pytest.raises(banxin.BuildFailed) as failed:
        banxin.build(project)
    errors = [p for p in failed.value.problems if p.severity == "error"]
    assert [str(p.place).rpartition("/")[2] for p in errors] == ["01-01-first.md:2:1"]
    assert banxin.check(project) == failed.value.problems
    assert not project.output.exists()


def test_what_the_api_lists_is_there_and_nothing_else_is() -> None:
    assert set(banxin.__all__) <= set(dir(banxin))
    for name in banxin.__all__:
        assert getattr(banxin, name).__name__ == name
    with pytest.raises(AttributeError):
        getattr(banxin, "biuld")  # noqa: B009


def test_to_import_it_loads_nothing_else() -> None:
    code = "import sys, banxin; print([m for m in sys.modules if m.startswith('banxin.')])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_strangers_program_is_type_checked(tmp_path: Path) -> None:
    """With the types that the package ships; a name that isn't in the API is found out."""
    (tmp_path / "good.py").write_text(STRANGER, "utf-8")
    (tmp_path / "wrong.py").write_text(STRANGER.replace(".build(", ".biuld("), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir=cache", "good.py", "wrong.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert len(errors) == 1, done.stdout
    assert errors[0].startswith("wrong.py:11: error: Module has no attribute")
