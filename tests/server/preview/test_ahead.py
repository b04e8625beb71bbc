"""While a build draws many pages, open pages show theirs as soon as it is drawn."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from banxin.pipeline.build import Report
from banxin.pipeline.context import PriorityPages, Progress
from banxin.pipeline.incremental.state import IncrementalState
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem
from tests.support.preview import PAGE, CopyingBuild, Preview, previewed, wait


@dataclass(slots=True)
class Slow(CopyingBuild):
    """Draws the page ``ahead`` first; then ``left`` others, until it may ``end``."""

    ahead: str = "issue/index.html"
    left: int = 1000
    end: threading.Event = field(default_factory=threading.Event)
    fails: bool = False

    def __call__(
        self,
        project: Project,
        options: Options,
        progress: Progress,
        state: IncrementalState,
        priority: PriorityPages,
    ) -> Report:
        new = (project.content / self.ahead).read_bytes()
        if self.builds and self.ahead in priority.requested():
            priority.show_first({self.ahead: new})
            while not self.end.wait(0.01):
                progress("draw", 1, 1 + self.left)
            if self.fails:
                self.builds += 1
                raise BuildFailed((Problem(Place("themes/x"), "stray-file"),))
        return CopyingBuild.__call__(self, project, options, progress, state, priority)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def preview(tmp_path: Path, slow: Slow) -> Iterator[Preview]:
    (tmp_path / "content/issue").mkdir(parents=True)
    (tmp_path / "themes").mkdir()
    (tmp_path / "content/index.html").write_text(PAGE.format("头"), "utf-8")
    (tmp_path / "content/issue/index.html").write_text(PAGE.format("旧"), "utf-8")
    with previewed(tmp_path, slow) as preview:
        yield preview
        slow.end.set()


@pytest.mark.parametrize("base", ["/", "/paper/"])
def test_an_open_page_is_reloaded_before_the_build_has_ended(
    preview: Preview, slow: Slow, base: str
) -> None:
    slow.base = base
    preview.write("content/index.html", PAGE.format("头二"))
    preview.wait_for_build(1)
    with preview.events(at=f"{base}issue/") as event:
        page = event()["page"]
        preview.write("content/issue/index.html", PAGE.format("新"))
        assert event()["page"] != page
        assert "新" in preview.get(f"{base}issue/").text
        assert "旧" in (preview.output / "issue/index.html").read_text("utf-8")
        slow.end.set()
        event()
        assert "新" in (preview.output / "issue/index.html").read_text("utf-8")
        (preview.output / "issue/index.html").write_text(PAGE.format("最后"), "utf-8")
        assert "最后" in preview.get(f"{base}issue/").text


def test_when_the_build_fails_the_page_is_again_what_it_was(preview: Preview, slow: Slow) -> None:
    slow.fails = True
    with preview.events(at="/issue/") as event:
        event()
        preview.write("content/issue/index.html", PAGE.format("新"))
        page = event()["page"]
        slow.end.set()
        failed = event()
        assert failed["problems"]
        assert failed["page"] != page
        assert "旧" in preview.get("/issue/").text


def test_a_save_does_not_wait_until_all_is_drawn_for_a_save_before(
    preview: Preview, slow: Slow
) -> None:
    with preview.events(at="/issue/") as event:
        event()
        for text in ("新", "更新"):
            preview.write("content/issue/index.html", PAGE.format(text))
            event()
            assert text in preview.get("/issue/").text
        assert any("先画新的" in line for line in preview.said)
        slow.end.set()
        wait(lambda: "更新" in (preview.output / "issue/index.html").read_text("utf-8"))


def test_what_is_nearly_done_is_not_given_up(preview: Preview, slow: Slow) -> None:
    slow.left = 3
    with preview.events(at="/issue/") as event:
        event()
        preview.write("content/issue/index.html", PAGE.format("新"))
        event()
        preview.write("content/issue/index.html", PAGE.format("更新"))
        slow.end.set()
        wait(lambda: "更新" in (preview.output / "issue/index.html").read_text("utf-8"))
        assert not any("先画新的" in line for line in preview.said)


@pytest.mark.parametrize("at", ["", "/elsewhere/", "/../x", "//", "/%", "issue"])
def test_pages_that_are_none_wait_for_nothing(preview: Preview, slow: Slow, at: str) -> None:
    with preview.events(at=at) as event:
        event()
        slow.end.set()
        preview.write("content/issue/index.html", PAGE.format("新"))
        event()
        assert "新" in preview.get("/issue/").text
