"""What a build that finds a mistake leaves to the next one: the state that it was given."""

from __future__ import annotations

import pytest

from banxin.problems import BuildFailed
from tests.support.paper import Paper, folder
from tests.support.remembered import (  # noqa: F401 fixtures
    DAY,
    DAYS,
    STORY,
    is_as_clean,
    note_folders_read,
    rebuild,
    three_issues,
)


@pytest.mark.parametrize(
    ("mistake", "asks"),
    [
        ("[x](nowhere.png)", (DAY,)),
        ("[x](02-01-nowhere.md)", DAYS),  # the issue was read, and kept: the mark is another
    ],
)
def test_a_build_that_failed_leaves_a_memory_good(
    paper: Paper, folders_read: list[str], mistake: str, asks: tuple[str, ...]
) -> None:
    state = paper.build().state.told((STORY,))
    good = (paper.root / STORY).read_text("utf-8")
    paper.article(DAY, 1, mistake)
    with pytest.raises(BuildFailed):
        rebuild(paper, state)
    (paper.root / STORY).write_text(good.replace("第一段", "第壹段"), "utf-8")
    folders_read.clear()
    rebuild(paper, state, STORY)
    assert tuple(folders_read) == asks
    assert is_as_clean(paper)


def test_what_a_save_replaced_is_no_reason_to_ask_again_after_a_mistake(
    paper: Paper, folders_read: list[str]
) -> None:
    state = paper.build().state
    paper.article(DAY, 1, "第二稿。")
    state = rebuild(paper, state, STORY).state.told((STORY,))
    paper.article(DAY, 1, "[x](nowhere.png)")
    with pytest.raises(BuildFailed):
        rebuild(paper, state)
    paper.article(DAY, 1, "第三稿。")
    folders_read.clear()
    rebuild(paper, state, STORY)
    assert folders_read == [DAY]


def test_a_mistake_is_found_until_it_is_mended(paper: Paper) -> None:
    state = paper.build().state.told((STORY,))
    good = (paper.root / STORY).read_text("utf-8")
    paper.article(DAY, 1, "[x](nowhere.png)")
    paper.article(DAYS[0], 1, "别的。")
    for told in ((STORY,), (f"content/{folder(DAYS[0])}/01-01-story.md",), ()):
        state = state.told(told)
        with pytest.raises(BuildFailed):
            rebuild(paper, state)
    (paper.root / STORY).write_text(good, "utf-8")
    rebuild(paper, state, STORY)
    assert is_as_clean(paper)
