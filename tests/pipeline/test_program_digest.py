"""What is drawn is only as current as the program: its digest is found once, and handed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.pipeline import context
from banxin.pipeline.program_digest import Program, _digest_of, running_program
from tests.support.paper import Paper


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "code"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.py").write_text("a = 1\n")
    (folder / "inner/b.py").write_text("b = 1\n")
    return folder


def test_a_digest_is_the_same_until_code_or_a_library_changes(code: Path) -> None:
    first = _digest_of(str(code), "jinja2=3.1.6;")
    assert _digest_of(str(code), "jinja2=3.1.6;") == first
    assert _digest_of(str(code), "jinja2=3.1.7;") != first
    (code / "inner/b.py").write_text("b = 2\n")
    assert _digest_of(str(code), "jinja2=3.1.6;") != first


def test_a_module_that_moves_is_another_program(code: Path) -> None:
    first = _digest_of(str(code), "")
    (code / "a.py").rename(code / "inner/a.py")
    assert _digest_of(str(code), "") != first


def test_what_is_no_code_is_no_part_of_it(code: Path) -> None:
    first = _digest_of(str(code), "")
    (code / "notes.txt").write_text("text")
    assert _digest_of(str(code), "") == first


def test_the_search_index_depends_on_its_own_code_alone() -> None:
    program = running_program()
    assert program == running_program()
    assert program.digest != program.indexer_digest


def test_a_build_that_is_told_the_program_does_not_ask_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked() -> Program:
        raise AssertionError("the program was known")

    paper = Paper(tmp_path)
    paper.issue("2024-01-02", "一。")
    monkeypatch.setattr(context, "running_program", asked)
    assert paper.build(program=Program("one", "two")).drawn
