"""What a build may take on trust from the one before, and each way in which it must not."""

from __future__ import annotations

import os
import shutil

import pytest

from banxin.pipeline.incremental import file_state
from banxin.pipeline.incremental.state import MOST, NOTHING
from tests.support.cut_publishing import cut_publishing
from tests.support.paper import Paper, folder
from tests.support.remembered import (  # noqa: F401 fixtures
    DAY,
    DAYS,
    PAGE,
    STORY,
    is_as_clean,
    note_folders_read,
    rebuild,
    three_issues,
)


def test_only_the_folder_that_changed_is_asked_again(paper: Paper, folders_read: list[str]) -> None:
    state = paper.build().state
    folders_read.clear()
    paper.article(DAY, 1, "改过。")
    report = rebuild(paper, state, STORY)
    assert folders_read == [DAY]
    assert PAGE in report.drawn
    assert is_as_clean(paper)


def test_a_build_without_a_memory_asks_everything(paper: Paper, folders_read: list[str]) -> None:
    paper.build()
    folders_read.clear()
    rebuild(paper, NOTHING)
    assert folders_read == list(DAYS)


def test_the_warnings_of_issues_that_were_not_asked_are_said_all_the_same(paper: Paper) -> None:
    paper.article(DAY, 1, "文。", event_date="2024-02-01")
    first = paper.build()
    assert [p.code for p in first.warnings] == ["event-after-issue"]
    assert rebuild(paper, first.state).warnings == first.warnings


def test_another_question_is_not_answered_from_memory(
    paper: Paper, folders_read: list[str]
) -> None:
    state = paper.build().state
    folders_read.clear()
    rebuild(paper, state, where="elsewhere")
    assert folders_read == list(DAYS)
    assert paper.tree("elsewhere") == paper.tree()


@pytest.mark.parametrize(
    "changed",
    [
        ("content",),
        ("themes",),
        ("content/issues",),
        ("../elsewhere/a.md",),
        (STORY, "content"),
        tuple(f"content/{n}.md" for n in range(MOST + 1)),
    ],
)
def test_what_may_be_anything_is_everything(paper: Paper, changed: tuple[str, ...]) -> None:
    assert paper.build().state.told(changed) == NOTHING


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        (STORY, {DAYS[0], DAYS[2]}),
        (f"content/{folder(DAY)}", {DAYS[0], DAYS[2]}),
        (f"content/{folder(DAY)}/deep/in/it.png", {DAYS[0], DAYS[2]}),
        ("content/issues/2024", {DAYS[0]}),
        ("content/paper.yml", set(DAYS)),
        ("themes/plain/base.html", set(DAYS)),
    ],
)
def test_a_path_takes_what_it_lies_in_and_what_lies_in_it_out_of_memory(
    paper: Paper, changed: str, left: set[str]
) -> None:
    state = paper.build().state.told([changed])
    assert {path[-10:] for path in state.read.issues} == left


# what nobody told of and is seen all the same


def test_a_new_a_removed_and_a_renamed_folder_are_found(paper: Paper) -> None:
    state = paper.build().state
    paper.issue("2024-01-05", "新。")
    state = rebuild(paper, state).state
    assert is_as_clean(paper)
    where = paper.root / "content" / folder(DAY)
    where.rename(where.with_name("2024-01-04"))
    state = rebuild(paper, state).state
    assert is_as_clean(paper)
    shutil.rmtree(paper.root / "content" / folder(DAYS[2]))
    rebuild(paper, state)
    assert is_as_clean(paper)


def test_a_renamed_a_new_and_a_removed_article_are_found(paper: Paper) -> None:
    state = paper.build().state
    file = paper.root / STORY
    file.rename(file.with_name("01-05-story.md"))
    state = rebuild(paper, state).state
    assert is_as_clean(paper)
    paper.article(DAYS[2], 7, "新。")
    state = rebuild(paper, state).state
    assert is_as_clean(paper)
    (paper.root / "content" / folder(DAYS[2]) / "01-02-story.md").unlink()
    rebuild(paper, state)
    assert is_as_clean(paper)


def test_paper_standing_pages_and_theme_are_read_in_every_build(paper: Paper) -> None:
    state = paper.build().state
    yml = paper.root / "content/paper.yml"
    yml.write_text(yml.read_text("utf-8").replace("晨报", "晚报"), "utf-8")
    paper.write("about.md", "---\ntitle: 关于\n---\n我们。\n")
    state = rebuild(paper, state).state
    assert is_as_clean(paper)
    (paper.theme / "base.html").write_text((paper.theme / "base.html").read_text() + "<!-- x -->")
    rebuild(paper, state)
    assert is_as_clean(paper)


def test_another_vocabulary_reads_every_issue_again(paper: Paper, folders_read: list[str]) -> None:
    state = paper.build().state
    folders_read.clear()
    paper.write("people.yml", "- name: 林一\n  key: linyi1\n")
    rebuild(paper, state, "content/people.yml")
    assert folders_read == list(DAYS)
    assert is_as_clean(paper)


def test_a_file_so_young_that_its_time_tells_nothing_is_read_again(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_state, "UNSETTLED_NS", 10**12)
    state = paper.build().state
    assert state.read.issues == {}
    file = paper.root / STORY
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("第一段", "第壹段"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    rebuild(paper, state)
    assert "第壹段" in paper.tree()[PAGE].decode()


def test_a_folder_with_a_link_in_it_is_asked_every_time(
    paper: Paper, folders_read: list[str]
) -> None:
    kept = paper.write("kept/shared.md", "---\ntitle: 链接\nsection: 要闻\n---\n一。\n")
    (paper.root / "content" / folder(DAY) / "01-03-linked.md").symlink_to(kept)
    state = paper.build().state
    kept.write_text(kept.read_text("utf-8") + "\n二。\n", "utf-8")
    folders_read.clear()
    rebuild(paper, state, "content/kept/shared.md")
    assert folders_read == [DAY]
    assert is_as_clean(paper)


def test_a_folder_that_was_complained_of_is_asked_every_time(paper: Paper) -> None:
    (paper.root / "content" / folder(DAY) / "pictures").mkdir()
    first = paper.build()
    assert [p.code for p in first.warnings] == ["folder-in-issue"]
    assert rebuild(paper, first.state).warnings == first.warnings


# what others did meanwhile


def test_another_build_into_the_same_output_is_noticed(paper: Paper) -> None:
    state = paper.build().state
    text = (paper.root / STORY).read_text("utf-8")
    paper.article(DAY, 1, "改过。")
    paper.build()
    (paper.root / STORY).write_text(text, "utf-8")  # as the state has it, unlike the output
    rebuild(paper, state, STORY)
    assert is_as_clean(paper)


def test_another_build_from_the_same_cache_is_noticed(paper: Paper) -> None:
    state = paper.build().state
    text = (paper.root / STORY).read_text("utf-8")
    paper.article(DAY, 1, "别的分支。")
    paper.build("elsewhere")
    paper.build("elsewhere")  # the parse that the state knows of is forgotten by now
    (paper.root / STORY).write_text(text, "utf-8")
    (paper.theme / "base.html").write_text((paper.theme / "base.html").read_text() + "<!-- x -->")
    rebuild(paper, state)
    assert is_as_clean(paper)


@pytest.mark.parametrize("lost", ["output", ".banxin"])
def test_a_folder_that_is_gone_is_made_anew(paper: Paper, lost: str) -> None:
    state = paper.build().state
    shutil.rmtree(paper.root / lost)
    rebuild(paper, state)
    assert is_as_clean(paper)


def test_an_output_that_was_emptied_is_filled_again(paper: Paper) -> None:
    state = paper.build().state
    for path in (paper.root / "output").iterdir():  # as make clean does it
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    rebuild(paper, state)
    assert is_as_clean(paper)


def test_an_output_that_is_another_folder_is_looked_at(paper: Paper) -> None:
    state = paper.build().state
    output = paper.root / "output"
    shutil.copytree(output, paper.root / "copy")
    (paper.root / "copy" / PAGE).write_text("other")
    output.rename(paper.root / "away")
    (paper.root / "copy").rename(output)
    rebuild(paper, state)
    assert is_as_clean(paper)


@pytest.mark.parametrize("survives", range(3))
def test_a_build_that_was_cut_is_noticed(paper: Paper, survives: int) -> None:
    state = paper.build().state
    paper.article(DAY, 1, "改过。")
    with cut_publishing(survives, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        rebuild(paper, state, STORY)
    rebuild(paper, state)  # what the cut build was told is not told again
    assert is_as_clean(paper)


def test_a_page_that_somebody_damaged_is_mended_once_nothing_is_remembered(paper: Paper) -> None:
    state = paper.build().state
    (paper.root / "output" / PAGE).write_text("damaged")
    assert rebuild(paper, state).drawn == ()
    assert rebuild(paper, NOTHING).drawn == (PAGE,)
    assert is_as_clean(paper)
