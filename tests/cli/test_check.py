"""check and serve: the same build without writing, and in a loop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.incremental.state import NOTHING
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem
from banxin.search import FOLDER, MANIFEST
from banxin.server import preview as preview
from tests.support.content_folder import article
from tests.support.stand_in_build import CODE, ERROR, WARNING, StandInBuild
from tests.support.terminal import Terminal, write


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    write(tmp_path, "content/paper.yml", "name: 江城日报\nbase_url: https://example.org/bao/\n")
    return Terminal(tmp_path, capsys)


def test_a_clean_paper_is_told_so(paper: Terminal, stand_in: StandInBuild) -> None:
    said = paper("check")
    assert (said.code, said.out, said.err) == (0, "没有发现问题。\n", "")
    assert len(stand_in.calls) == 1


@pytest.mark.parametrize(
    ("problems", "arguments", "code"),
    [
        ((ERROR,), "check", 1),
        ((WARNING,), "check", 0),
        ((WARNING,), "check --strict", 1),
        ((ERROR, WARNING), "check --format json", 1),
        ((WARNING,), "check --format github --strict", 1),
    ],
)
def test_the_exit_code_tells_whether_something_is_wrong(
    paper: Terminal,
    stand_in: StandInBuild,
    problems: tuple[Problem, ...],
    arguments: str,
    code: int,
) -> None:
    stand_in.problems = problems
    assert paper(*arguments.split()).code == code


def test_check_tells_people_on_standard_error(paper: Terminal, stand_in: StandInBuild) -> None:
    stand_in.problems = (ERROR, WARNING)
    said = paper("check")
    assert said.out == ""
    assert said.err.endswith("\n查到 1 处错误，1 处提醒。\n")


def test_check_tells_programs_on_standard_output(paper: Terminal, stand_in: StandInBuild) -> None:
    stand_in.problems = (ERROR,)
    said = paper("check", "--format", "json")
    assert said.err == ""
    assert [(row["file"], row["line"], row["code"]) for row in json.loads(said.out)] == [
        (ERROR.place.file, 1, CODE)
    ]
    stand_in.problems = ()
    assert json.loads(paper("check", "--format", "json").out) == []


def test_many_alike_are_counted_for_people_and_named_for_programs(
    paper: Terminal, stand_in: StandInBuild
) -> None:
    stand_in.problems = tuple(Problem(Place("content/about.md", n), CODE) for n in range(1, 101))
    said = paper("check")
    heads = [line for line in said.err.split("\n") if line.startswith("content/")]
    assert len(heads) == 6
    assert heads[-1] == f"content/about.md: 还有 95 处同样的错误[{CODE}]，没有一一列出。"
    assert said.err.endswith("\n查到 100 处错误。\n")
    assert len(json.loads(paper("check", "--format", "json").out)) == 100


def test_a_gap_in_the_numbers_that_is_ignored_passes_a_strict_check(paper: Terminal) -> None:
    for day, number in (("2022-03-31", 1), ("2022-04-02", 7)):
        write(paper.folder, f"content/issues/2022/{day}/issue.md", f"---\nnumber: {number}\n---\n")
    write(paper.folder, "content/issues/2022/2022-04-02/01-01-a.md", article("page: 1\n"))
    said = paper("check", "--strict")
    assert said.code == 1
    assert "content/issues/2022/2022-04-02/issue.md: 提醒[number-gap]" in said.err
    assert "ignore: [number-gap]" in said.err
    text = "---\nnumber: 7\n忽略: [number-gap]\n---\n"
    write(paper.folder, "content/issues/2022/2022-04-02/issue.md", text)
    assert paper("check", "--strict").code == 0


def test_check_marks_the_lines_of_a_pull_request(paper: Terminal, stand_in: StandInBuild) -> None:
    stand_in.problems = (ERROR,)
    said = paper("check", "--format", "github")
    assert said.out.startswith(f"::error file={ERROR.place.file},line=1,title={CODE}::")
    stand_in.problems = ()
    assert paper("check", "--format", "github").out == ""


def test_a_paper_in_a_folder_of_a_repository_is_marked_there(
    paper: Terminal, stand_in: StandInBuild
) -> None:
    stand_in.problems = (ERROR,)
    paper.environ["GITHUB_WORKSPACE"] = str(paper.folder.parent)
    said = paper("check", "--format", "github")
    assert said.out.startswith(f"::error file={paper.folder.name}/{ERROR.place.file},line=1")


def test_a_paper_that_is_the_whole_repository_is_marked_there(
    paper: Terminal, stand_in: StandInBuild
) -> None:
    stand_in.problems = (ERROR,)
    paper.environ["GITHUB_WORKSPACE"] = str(paper.folder)
    said = paper("check", "--format", "github")
    assert said.out.startswith(f"::error file={ERROR.place.file},line=1")


# serve


def test_serve_builds_the_site_in_a_loop(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def serve(project: Project, options: Options, **more: object) -> None:
        seen.update(more, project=project, options=options)

    monkeypatch.setattr(preview, "serve", serve)
    assert paper("serve", "--port", "9000", "--open", "--no-search").code == 0
    assert seen["project"] == Project(paper.folder)
    output = paper.folder / "output"
    assert seen["options"] == Options(
        output, search=False, index=False, addresses="warned", preview_of=output
    )
    assert (seen["host"], seen["port"], seen["open_browser"]) == ("127.0.0.1", 9000, True)
    assert seen["build"].func is build
    base_path = seen["base_path"]
    assert callable(base_path)
    assert base_path() == "/bao/"


def test_drafts_are_previewed_apart_from_the_site(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Options] = []
    monkeypatch.setattr(preview, "serve", lambda _, options, **__: seen.append(options))
    paper("serve", "--drafts")
    assert seen[0].drafts
    assert not seen[0].output.is_relative_to(paper.folder / "output")
    assert seen[0].preview_of == paper.folder / "output"


def test_serve_waits_for_a_paper_file_that_can_be_read(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}
    monkeypatch.setattr(preview, "serve", lambda *_, **more: seen.update(more))
    paper("serve")
    write(paper.folder, "content/paper.yml", "name: [\n")
    with pytest.raises(BuildFailed) as failed:
        seen["base_path"]()
    assert [p.place.file for p in failed.value.problems] == ["content/paper.yml"]


def test_serve_brings_the_index_up_to_date_after_a_build_that_found_something(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}
    monkeypatch.setattr(preview, "serve", lambda *given, **more: seen.update(more, given=given))
    paper("serve")
    write(paper.folder, "content/issues/2022/2022-04-01/issue.md", "---\nnumber: 1\n---\n")
    index = paper.folder / "output" / FOLDER / MANIFEST
    seen["after_build"](NOTHING)
    assert not index.exists()
    seen["after_build"](seen["build"](*seen["given"]).state)
    assert index.exists()
