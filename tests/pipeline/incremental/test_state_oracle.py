"""The proof that a preview is never stale: after any edits, told of only as a watcher would tell,
a build that remembers the one before equals a clean one, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest
from PIL import Image

from banxin.pipeline.build import build
from banxin.pipeline.incremental import file_state
from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed, Problem
from banxin.server.preview import watch
from banxin.server.preview.watch import Watcher, is_source
from tests.pipeline.test_oracle import DAYS
from tests.support.editor import Editor, failed_with
from tests.support.paper import Paper, folder

SOON = 15.0  # seconds a change may take to be seen


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paper:
    """On a machine on which what was saved a moment ago is old: else little is remembered."""
    monkeypatch.setattr(file_state, "UNSETTLED_NS", 0)
    paper = Paper(tmp_path)
    for number, day in enumerate((*DAYS, "2024-01-03", "2024-01-04"), 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    return paper


class BusyEditor(Editor):
    """An editor who moves files about, too, and has pictures."""

    def edit(self, step: int) -> None:
        mine = (
            *(self.rename, self.move, self.remove, self.another, self.picture, self.repaint),
            *(self.standing, self.static, self.by_rename, self.sections),
        )
        if self.rng.random() < 0.4:
            super().edit(step)
        else:
            days = sorted(p.name for p in self.content.glob("issues/*/*"))
            self.rng.choice(mine)(self.rng.choice(days), step)

    def files(self, day: str, pattern: str) -> list[Path]:
        return sorted((self.content / folder(day)).glob(pattern))

    def change(self, file: Path, old: str, new: str) -> None:
        if file.exists():
            super().change(file, old, new)

    def body(self, day: str, step: int) -> None:
        if self.story(day).exists():
            super().body(day, step)

    def link(self, day: str, step: int) -> None:
        if self.story(day).exists():
            super().link(day, step)

    def rename(self, day: str, step: int) -> None:
        for file in self.files(day, "01-*.md")[-1:]:
            file.rename(file.with_name(f"01-{step + 10}-story.md"))

    def move(self, day: str, step: int) -> None:
        """The issue comes out on another day."""
        here = self.content / folder(day)
        there = here.with_name(f"{day[:4]}-12-{step + 10}")
        if not there.exists():
            here.rename(there)

    def remove(self, day: str, step: int) -> None:
        for file in self.files(day, "01-*.md")[1:2]:
            file.unlink()

    def another(self, day: str, step: int) -> None:
        self.paper.article(day, step + 30, f"第 {step} 篇。")

    def picture(self, day: str, step: int) -> None:
        for file in self.files(day, "01-*.md")[:1]:
            self.paint(file.with_name(f"p{step}.png"), step)
            file.write_text(f"{file.read_text(encoding='utf-8')}\n![图](p{step}.png)\n", "utf-8")

    def repaint(self, day: str, step: int) -> None:
        for file in sorted(self.content.glob("issues/*/*/*.png")):
            self.paint(file, step + 100)

    def paint(self, file: Path, shade: int) -> None:
        Image.new("L", (40, 30), shade).save(file)

    def standing(self, day: str, step: int) -> None:
        file = self.content / f"about{step % 2}.md"
        if file.exists():
            file.unlink()
        else:
            file.write_text(f"---\ntitle: 关于{step}\n---\n我们。\n", "utf-8")

    def static(self, day: str, step: int) -> None:
        file = self.paper.theme / "static" / f"s{step % 2}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(str(step))

    def by_rename(self, day: str, step: int) -> None:
        for file in self.files(day, "01-*.md")[:1]:
            saving = file.with_name(f".{file.name}.saving")
            saving.write_text(f"{file.read_text(encoding='utf-8')}\n存 {step}。\n", "utf-8")
            saving.replace(file)

    def sections(self, day: str, step: int) -> None:
        self.change(self.content / "paper.yml", "s3: 第", f"s3: 新{step}第")


State = dict[str, tuple[int, int, int]]


def state(root: Path) -> State:
    """Every file and folder of content/ and themes/ as a watcher knows it."""
    found = {}
    for top in ("content", "themes"):
        for path in (root / top, *(root / top).rglob("*")):
            stat = path.stat()
            times = (stat.st_mtime_ns, stat.st_size) if path.is_file() else (0, 0)
            found[path.relative_to(root).as_posix()] = (stat.st_ino, *times)
    return found


def told(before: State, after: State) -> set[str]:
    """The least that a watcher says: of a folder that came or went not what lies in it."""
    differ = {p for p in before.keys() | after.keys() if before.get(p) != after.get(p)}
    top = {p for p in differ if not any(p.startswith(f"{other}/") for other in differ)}
    return {p for p in top if is_source(PurePath(p))}


def remembering(
    paper: Paper, state: IncrementalState
) -> tuple[IncrementalState, tuple[Problem, ...]]:
    try:
        return build(Project(paper.root), paper.options(), state=state).state, ()
    except BuildFailed as failed:
        return state, failed.problems


def held_to_clean(
    paper: Paper, seed: int, steps: int, watched: Callable[[], Callable[[], set[str]]]
) -> int:
    """How many builds remembered something; each must have come out as a clean one.

    ``watched``: begins to watch; what that returns, ends it and tells of the changes.
    """
    editor, useful = BusyEditor(paper, seed), 0
    state, _ = remembering(paper, NOTHING)
    for step in range(steps):
        changes = watched()
        editor.edit(step)
        state = state.told(changes())
        useful += bool(state.read.issues)
        state, problems = remembering(paper, state)
        assert failed_with(paper, "clean") == problems
        if not problems:
            assert paper.tree() == paper.tree("clean")
        shutil.rmtree(paper.root / "clean", ignore_errors=True)
    return useful


@pytest.mark.parametrize("seed", range(20))
def test_a_build_that_remembers_equals_a_clean_one_after_any_edits(paper: Paper, seed: int) -> None:
    def watched() -> Callable[[], set[str]]:
        before = state(paper.root)
        return lambda: told(before, state(paper.root))

    assert held_to_clean(paper, seed, 8, watched), "an oracle without state proves nothing"


def test_the_same_with_the_watcher_of_the_preview(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET", 0.3)  # a busy machine may well pause for 0.1 s
    with Watcher(Project(paper.root), pytest.fail) as watcher:

        def watched() -> Callable[[], set[str]]:
            before = state(paper.root)

            def changes() -> set[str]:
                if not told(before, state(paper.root)):
                    return set()  # an edit that came to nothing: there is nothing to wait for
                found = watcher.take(SOON)
                assert found, "a change that no watcher told of"
                return set(found)

            return changes

        assert held_to_clean(paper, 1, 8, watched)


def test_the_oracle_fails_where_something_is_remembered_that_has_changed(paper: Paper) -> None:
    state, _ = remembering(paper, NOTHING)
    file = paper.root / "content" / folder(DAYS[1]) / "01-01-story.md"
    file.write_text(file.read_text("utf-8") + "\n没有人说。\n", "utf-8")
    remembering(paper, state)
    paper.build("clean")
    assert paper.tree() != paper.tree("clean")
