"""The benchmark's archive is the same wherever it is made, and a sound one."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from banxin.pipeline.build import check
from banxin.pipeline.project import Options, Project
from tests.benchmarks import corpus, meter
from tests.benchmarks.cases import CASES, Bench
from tests.benchmarks.tool import banxin


def test_issues_come_on_weekdays_and_don_t_depend_on_one_another() -> None:
    ninth = corpus.issue(9)
    assert ninth == corpus.issue(9) != corpus.issue(10)
    assert [corpus.issue(n).day for n in (1, 5)] == [date(2008, 1, 1), date(2008, 1, 7)]
    assert len(ninth.stories) == 20
    assert {story.page for story in ninth.stories} == {1, 2, 3, 4}


def test_the_archive_is_the_one_that_was_measured() -> None:
    digest = hashlib.sha256(repr(corpus.issue(1)).encode()).hexdigest()
    assert digest[:16] == "4903fced64834c2a", (
        "figures in docs/performance.md were taken with other articles"
    )


@pytest.mark.parametrize("pictures", [0, 3])
def test_banxin_has_nothing_to_object_to(tmp_path: Path, pictures: int) -> None:
    corpus.write_paper(tmp_path / "content")
    write = partial(corpus.write_for_banxin, pictures=pictures)
    corpus.make(range(1, 3), ((write, tmp_path / "content"),))
    assert len(list(tmp_path.rglob("*.jpg"))) == 2 * pictures
    assert check(Project(tmp_path), Options(tmp_path / "output", search=False)) == ()


def test_only_what_the_measured_command_left_behind_is_waited_for() -> None:
    with subprocess.Popen(("sleep", "60")) as ours:
        try:
            measured = subprocess.Popen(("sleep", "0"), start_new_session=True)
            meter._wait_for_orphans(measured.pid)
            assert measured.wait(0) == 0
            assert ours.poll() is None
        finally:
            ours.kill()


@pytest.mark.parametrize("before", ["", "clean", "search"])
def test_a_change_is_timed_by_itself_whichever_cases_came_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    timed: list[tuple[str, ...]] = []
    monkeypatch.setattr(Bench, "run", lambda _, command: timed.append(command))
    bench = Bench(banxin(tmp_path / "paper"), 1, tmp_path)
    corpus.make(range(1, 2), ((corpus.write_for_banxin, bench.tool.content),))
    if before:
        CASES[before][1](bench)
    CASES["corrected"][1](bench)
    timed.clear()
    CASES["daily"][1](bench)
    assert timed == [bench.tool.build]


def test_what_wasn_t_built_yet_is_built_before_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    bench = Bench(banxin(tmp_path / "paper"), 1, tmp_path)
    corpus.make(range(1, 2), ((corpus.write_for_banxin, bench.tool.content),))
    monkeypatch.setattr(Bench, "run", lambda one, _: seen.append(one.size))
    CASES["clean"][1](bench)
    CASES["daily"][1](bench)
    assert seen == [1, 1, 2]
