"""A file is read again only if it may be another than it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin.content.frontmatter import content
from banxin.content.scan import IssueFolder, scan_issues
from banxin.pipeline.incremental import file_state
from banxin.pipeline.incremental.file_state import (
    UNSETTLED_NS,
    changed_since,
    file_states,
    is_settled,
    parse_key,
    read_all,
)
from banxin.pipeline.incremental.store import FileState
from banxin.problems import Problems
from tests.support.paper import Paper

DAY = "2024-01-02"
OLD = 1_700_000_000 * 10**9  # nanoseconds


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue(DAY, "一。")
    for file in (tmp_path / "content/issues").rglob("*.md"):
        os.utime(file, ns=(OLD, OLD))
    return paper


def folder(paper: Paper) -> IssueFolder:
    (found,) = scan_issues(paper.root, Problems())
    return found


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are read."""
    names: list[str] = []

    def noted(path: str) -> bytes:
        names.append(path.rpartition("/")[2])
        return content(path)

    monkeypatch.setattr(file_state, "content", noted)
    return names


def test_each_file_of_a_new_folder_is_read_once_and_its_text_handed_on(
    paper: Paper, read: list[str]
) -> None:
    found, texts = read_all(paper.root, folder(paper))
    assert [state.file.name for state in found] == read == ["01-01-story.md", "issue.md"]
    assert [path.rpartition("/")[2] for path in texts] == read


def test_only_a_file_that_looks_otherwise_is_read(paper: Paper, read: list[str]) -> None:
    known, _ = read_all(paper.root, folder(paper))
    read.clear()
    assert file_states(paper.root, folder(paper), known) is known
    paper.article(DAY, 1, "改过。")
    found = file_states(paper.root, folder(paper), known)
    assert read == ["01-01-story.md"]
    assert found[0].digest != known[0].digest
    assert found[1] is known[1]


def test_a_file_that_was_young_when_it_was_read_is_read_again(
    paper: Paper, read: list[str]
) -> None:
    known, _ = read_all(paper.root, folder(paper))
    young = tuple(replace(state, settled=False) for state in known)
    read.clear()
    assert file_states(paper.root, folder(paper), young) == known
    assert read == ["01-01-story.md", "issue.md"]
    assert is_settled(OLD, OLD + UNSETTLED_NS + 1)
    assert not is_settled(OLD, OLD + UNSETTLED_NS)


def touched(state: FileState) -> FileState:
    return replace(state, file=replace(state.file, mtime=1, ctime=1, number=1))


def test_a_key_is_made_of_words_place_names_and_contents_but_not_of_times(paper: Paper) -> None:
    known, _ = read_all(paper.root, folder(paper))
    key = parse_key("words", "a", known)
    assert key == parse_key("words", "a", [touched(state) for state in known])
    other = [replace(known[0], file=replace(known[0].file, name="01-02-story.md")), known[1]]
    changed = [replace(known[0], digest="0"), known[1]]
    keys = {parse_key("other", "a", known), parse_key("words", "b", known)}
    keys |= {parse_key("words", "a", other), parse_key("words", "a", changed), key}
    assert len(keys) == 5


def test_a_file_that_changed_or_went_while_it_was_read_is_noticed(paper: Paper) -> None:
    found = folder(paper)
    known, _ = read_all(paper.root, found)
    assert not changed_since(paper.root, found.path, known)
    file = paper.article(DAY, 1, "改过。")
    assert changed_since(paper.root, found.path, known)
    file.unlink()
    assert changed_since(paper.root, found.path, known)
