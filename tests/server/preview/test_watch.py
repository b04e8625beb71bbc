"""Which saves are noticed, which are not, and how many of them make one build."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import watchfiles
from watchfiles.main import FileChange

from banxin.pipeline.project import Project
from banxin.server.preview import poll, watch
from banxin.server.preview.watch import Watcher, is_source
from tests.support.preview import wait

SOON = 15.0  # seconds a change may take to be seen
NEVER = 0.25  # seconds after which a change counts as not seen


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    for folder in ("content/issues/2022", "themes/t", "output", ".banxin", ".git"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content" / "a.md").write_text("1")
    return tmp_path


@pytest.fixture
def watcher(paper: Path) -> Iterator[Watcher]:
    with Watcher(Project(paper), pytest.fail) as watcher:
        yield watcher


def test_content_theme_and_configuration_are_watched(paper: Path, watcher: Watcher) -> None:
    for path in ("content/a.md", "content/paper.yml", "themes/t/style.css"):
        (paper / path).write_text("2")
        assert path in watcher.take(SOON)


def test_what_builds_tools_and_editors_write_is_not(paper: Path, watcher: Watcher) -> None:
    for path in (
        "output/index.html",
        ".banxin/sources.sqlite",
        ".git/index",
        "content/.a.md.swp",
        "content/a.md~",
        "content/#a.md#",
        "content/.#a.md",
        "content/4913",
        "content/~$a.docx",
        "content/a.md___jb_tmp___",
        "content/.DS_Store",
    ):
        (paper / path).write_text("2")
    assert watcher.take(NEVER) == frozenset()


def test_hidden_folders_are_no_sources() -> None:
    assert is_source(PurePosixPath("content/issues/2022/2022-04-01/01-02-山.md"))
    assert not is_source(PurePosixPath("content/.git/config"))
    assert not is_source(PurePosixPath("themes/t/__pycache__/x"))


def test_a_save_by_rename_is_seen_each_time(paper: Path, watcher: Watcher) -> None:
    for text in ("2", "3"):
        (paper / "content" / ".a.md.new").write_text(text)
        (paper / "content" / ".a.md.new").replace(paper / "content" / "a.md")
        assert "content/a.md" in watcher.take(SOON)


def test_new_folders_and_renamed_ones_stay_in_view(paper: Path, watcher: Watcher) -> None:
    day = paper / "content/issues/2022/2022-04-01"
    day.mkdir()
    (day / "issue.md").write_text("1")
    assert watcher.take(SOON)
    moved = day.rename(day.with_name("2022-04-02"))
    assert watcher.take(SOON)
    (moved / "issue.md").write_text("2")
    assert any(path.endswith("issue.md") for path in watcher.take(SOON))


def test_removed_files_are_seen(paper: Path, watcher: Watcher) -> None:
    (paper / "content/a.md").unlink()
    assert watcher.take(SOON) == {"content/a.md"}


def test_content_may_go_and_come_back_as_another_folder(paper: Path, watcher: Watcher) -> None:
    (paper / "content").rename(paper / "elsewhere")
    assert watcher.take(SOON)
    shutil.copytree(paper / "elsewhere", paper / "content")
    assert watcher.take(SOON)
    time.sleep(0.3)
    watcher.take(0)
    (paper / "content/a.md").write_text("2")
    assert "content/a.md" in watcher.take(SOON)


def test_a_first_theme_of_its_own_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with Watcher(Project(tmp_path), pytest.fail) as watcher:
        (tmp_path / "themes/t").mkdir(parents=True)
        assert watcher.take(SOON)


def test_a_burst_of_saves_is_one(
    paper: Path, watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET", 0.4)  # a busy machine may well pause for 0.1 s
    for n in range(12):
        (paper / "content" / f"{n}.md").write_text("1")
        time.sleep(0.02)
    assert watcher.take(SOON) == {f"content/{n}.md" for n in range(12)}
    assert watcher.take(NEVER) == frozenset()


def test_a_burst_without_end_is_taken_in_pieces(
    paper: Path, watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LONGEST", 0.3)
    over = threading.Event()

    def scribble() -> None:
        while not over.wait(watch.QUIET / 4):
            (paper / "content/a.md").write_text(str(time.monotonic()))

    writer = threading.Thread(target=scribble)
    writer.start()
    started = time.monotonic()
    try:
        assert watcher.take(SOON) == {"content/a.md"}
        assert time.monotonic() - started < SOON / 2
    finally:
        over.set()
        writer.join()


def test_a_system_that_cannot_watch_makes_us_look_instead(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reasons: list[str] = []

    def scarce(*_: Path, **__: object) -> None:
        raise OSError(28, "OS file watch limit reached")

    monkeypatch.setattr(watch, "watch", scarce)
    monkeypatch.setattr(poll, "_PAUSE", 0.05)
    with Watcher(Project(paper), reasons.append) as watcher:
        for text in ("22", "33"):  # a look must tell them apart within one second
            (paper / "content/a.md").write_text(text)
            assert watcher.take(SOON) == {"content/a.md"}
        (paper / "content/a.md").unlink()
        assert watcher.take(SOON) == {"content/a.md"}
    assert len(reasons) == 1
    assert "limit" in reasons[0]


def test_looking_can_be_asked_for_from_the_start(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    monkeypatch.setattr(watch, "watch", lambda *_, **__: pytest.fail("the system was asked"))
    with Watcher(Project(paper), pytest.fail) as watcher:
        (paper / "content/b.md").write_text("1")
        assert watcher.take(SOON) == {"content/b.md"}


def test_a_look_that_may_open_no_more_files_takes_nothing_for_gone(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def refuse(folder: Path) -> None:
        asked.append(folder)
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    monkeypatch.setattr(poll, "_PAUSE", 0.05)
    with Watcher(Project(paper), pytest.fail) as watcher:
        with monkeypatch.context() as patch:
            patch.setattr(os, "scandir", refuse)
            wait(lambda: len(asked) > 1)
        assert watcher.take(SOON) == {"content", "themes"}  # whatever may have been missed


def test_a_look_passes_over_what_goes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll, "_PAUSE", 0)
    (tmp_path / "a.md").symlink_to("b.md")
    changes = poll.poll([tmp_path, tmp_path / "gone"], threading.Event())
    assert next(changes) == set()
    (tmp_path / "b.md").write_text("1")
    assert next(changes) == {str(tmp_path / "a.md"), str(tmp_path / "b.md")}


def test_a_folder_that_goes_while_it_is_being_entered_is_watched_when_it_is_back(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [FileNotFoundError(2, "No such file or directory")]

    def vanishing(*folders: Path, **options: Any) -> Iterator[set[FileChange]]:
        if gone:
            raise gone.pop()
        yield from watchfiles.watch(*folders, **options)

    monkeypatch.setattr(watch, "watch", vanishing)
    with Watcher(Project(paper), pytest.fail) as watcher:
        (paper / "content/b.md").write_text("1")
        assert "content/b.md" in watcher.take(SOON)


def test_a_paper_that_is_only_put_there_later_is_noticed(tmp_path: Path) -> None:
    with Watcher(Project(tmp_path), pytest.fail) as watcher:
        (tmp_path / "content").mkdir()
        assert watcher.take(SOON)


def test_what_may_have_been_missed_while_nobody_watched_is_everything(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def failing(*folders: Path, **options: Any) -> Iterator[set[FileChange]]:
        for changes in watchfiles.watch(*folders, **options):
            yield changes
            if go.is_set():
                go.clear()
                raise RuntimeError("the system lost count")

    monkeypatch.setattr(watch, "watch", failing)
    monkeypatch.setattr(poll, "_PAUSE", 0.05)
    reasons: list[str] = []
    with Watcher(Project(paper), reasons.append) as watcher:
        assert watcher.take(NEVER) == frozenset()
        go.set()
        assert watcher.take(SOON) >= {"content", "themes"}
    assert reasons == ["the system lost count"]
