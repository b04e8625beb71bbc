"""Correcting an article takes no dictionary; whoever has a new name asks one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from banxin.content.reading import terms
from tests.support.paper import Paper

DAY = "2024-01-02"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue(DAY, "一。")
    paper.article(DAY, 1, "一。", byline="记者 林一", column="灯下")
    paper.build()
    return paper


@pytest.fixture
def no_dictionary(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process whose pypinyin can't be loaded. Begins once the paper was built."""
    monkeypatch.setitem(sys.modules, "pypinyin", None)


@pytest.mark.usefixtures("no_dictionary")
def test_a_corrected_text_is_read_and_drawn_without_one(paper: Paper) -> None:
    before = paper.tree()
    paper.article(DAY, 1, "一，更正。", byline="记者 林一", column="灯下")
    paper.build()
    after = paper.tree()
    assert after.keys() == before.keys()
    assert after[f"{DAY}/01/01/index.html"] != before[f"{DAY}/01/01/index.html"]


@pytest.mark.usefixtures("no_dictionary")
def test_a_new_name_needs_one(paper: Paper) -> None:
    paper.article(DAY, 1, "一。", byline="记者 林二", column="灯下")
    with pytest.raises(ImportError):
        paper.build()


@pytest.mark.usefixtures("no_dictionary")
def test_what_another_vocabulary_said_is_not_believed(paper: Paper) -> None:
    paper.write("people.yml", "- name: 赵一\n")
    with pytest.raises(ImportError):
        paper.build()


def test_a_key_that_an_editor_chose_is_not_taken_for_the_name_s_own(paper: Paper) -> None:
    own = terms.term_key("林一")
    people = paper.write("people.yml", "- name: 林一\n  key: lin\n")
    paper.build()
    paper.article(DAY, 1, "二。", byline="记者 林一", column="灯下")
    paper.build()
    assert f"by/lin/{DAY[:4]}/index.html" in paper.tree()
    people.unlink()
    paper.build()
    assert f"by/{own}/{DAY[:4]}/index.html" in paper.tree()


def test_a_namesake_keeps_her_address_when_her_story_is_corrected(paper: Paper) -> None:
    paper.write("people.yml", "- {name: 王芳, id: 石室}\n- 王芳\n")
    found = []
    for text in ("一。", "一，更正。"):
        paper.article(DAY, 1, text, byline="记者 王芳#石室", column="灯下")
        paper.article(DAY, 2, text, byline="记者 王芳", column="灯下")
        paper.build()
        found.append({path.split("/")[1] for path in paper.tree() if path.startswith("by/")})
    assert found[0] == found[1]
    assert len([name for name in found[0] if name.startswith("wangfang-")]) == 2
