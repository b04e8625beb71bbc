"""What a preview remembers from save to save, and how it finds what nobody told it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from banxin.pipeline.build import Report
from banxin.pipeline.context import PriorityPages, Progress
from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.project import Options, Project
from banxin.problems import Place, Problem, Severity
from banxin.server.preview import loop
from banxin.server.preview.live import Live, PreviewState, event
from tests.support.preview import PAGE, CopyingBuild, Preview, previewed, wait


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "themes").mkdir()
    (tmp_path / "content/index.html").write_text(PAGE.format("旧"), "utf-8")
    return tmp_path


@pytest.fixture
def preview(paper: Path) -> Iterator[Preview]:
    with previewed(paper) as preview:
        yield preview


@pytest.fixture
def restless(paper: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """One that soon looks at everything again, and notices nothing by itself."""
    monkeypatch.setattr(loop, "REST", 0.2)
    monkeypatch.setattr("banxin.server.preview.watch.is_source", lambda path: False)
    with previewed(paper) as preview:
        yield preview


def test_errors_are_shown_before_reminders() -> None:
    places = [Place("content/a.md"), Place("content/b.md"), Place("content/c.md")]
    code, mild = "no-front-matter", Severity.WARNING
    problems = tuple(
        Problem(place, code, severity=severity)
        for place, severity in zip(places, (mild, Severity.ERROR, mild), strict=True)
    )
    told = json.loads(event(PreviewState("1", problems=problems), "zh")[len(b"data: ") :])
    shown = [problem["where"] for problem in told["problems"]]
    assert shown == ["content/b.md", "content/a.md", "content/c.md"]


def test_a_save_is_built_with_the_memory_of_the_build_before(preview: Preview) -> None:
    preview.write("content/index.html", PAGE.format("新"))
    preview.wait_for_build(1)
    first, second = preview.builder.states
    assert first == NOTHING
    assert second.request is not None


@pytest.mark.parametrize(("mistake", "forgotten"), [("@@error", False), ("@@crash", True)])
def test_a_mistake_is_no_reason_to_forget_but_a_crash_is(
    preview: Preview, mistake: str, forgotten: bool
) -> None:
    with preview.events() as event:
        event()
        preview.write("content/index.html", mistake)
        assert event()["problems"]
        preview.write("content/index.html", PAGE.format("新"))
        assert event()["problems"] == []
    assert [state == NOTHING for state in preview.builder.states] == [True, False, forgotten]


def test_what_was_not_told_is_found_when_nothing_happens(restless: Preview) -> None:
    with restless.events() as event:
        before = event()
        restless.write("content/index.html", PAGE.format("新"))
        assert event()["page"] != before["page"]
        assert "新" in restless.get("/").text
    assert all(state == NOTHING for state in restless.builder.states)


def test_a_page_that_somebody_damaged_is_mended_when_nothing_happens(restless: Preview) -> None:
    (restless.output / "index.html").write_text("damaged")
    wait(lambda: "旧" in restless.get("/").text)


def wait_for_builds(builder: CopyingBuild, number: int) -> None:
    wait(lambda: builder.builds >= number)


def test_a_look_that_finds_nothing_new_is_not_heard_of(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "REST", 0.1)
    for text, lines in ((PAGE.format("旧") + "@@warn", 1), ("@@error", 0)):
        (paper / "content/index.html").write_text(text, "utf-8")
        runs: list[IncrementalState] = []
        builder = CopyingBuild()
        with previewed(paper, builder, after_build=runs.append) as preview:
            wait_for_builds(builder, 5)
            with preview.events() as event:
                state = event()
                wait_for_builds(builder, builder.builds + 2)
            assert len(state["problems"]) == 1
        assert sum("@@" in line or "生成：" in line for line in preview.said) == 1
        assert len(runs) == lines


def looping(root: Path) -> loop.Loop:
    """The loop of a preview that nobody looks at."""
    options = Options(root / "output")
    live = Live(PreviewState("x"))
    return loop.Loop(Project(root), options, CopyingBuild(), lambda: "/", live, print, "zh")


def test_a_look_waits_until_it_is_quiet_and_longer_after_a_long_one_or_many(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = looping(paper)
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    for ended, took, looks, rested in (
        (85, 0.1, 0, True),
        (95, 0.1, 0, False),
        (85, 1.0, 0, False),
        (85, 0.1, 1, False),
        (75, 0.1, 1, True),
        (15, 0.1, 9999, True),
    ):
        one.ended, one.took, one.looks = ended, took, looks
        assert one.is_rested() is rested


def test_a_save_brings_the_next_look_near_again(paper: Path) -> None:
    one = looping(paper)
    one.once()
    for looks in (1, 2, 3):
        one.look()
        assert one.looks == looks
    one.once(frozenset({"content/index.html"}))
    assert one.looks == 0


def test_a_save_while_waiting_pictures_are_made_comes_first_and_nothing_is_said_of_it(
    paper: Path,
) -> None:
    said: list[str] = []

    def build(
        project: Project,
        options: Options,
        progress: Progress,
        state: IncrementalState,
        priority: PriorityPages,
    ) -> Report:
        made.append("pictures")
        progress("pictures", 1, 9)
        made.append("more pictures")
        raise RuntimeError

    made: list[str] = []
    one = looping(paper)
    one.build, one.say, one.has_news, one.waiting = build, said.append, lambda: True, True
    before = one.incremental
    assert not one.complete()
    assert (made, said, one.live.state.problems) == (["pictures"], [], ())
    assert (one.incremental, one.completing) == (before, False)
