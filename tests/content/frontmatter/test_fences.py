"""The lines around the fields, and what stands before and between them."""

from __future__ import annotations

import pytest

from tests.content.frontmatter.reading import opened, plain


def read(text: str) -> tuple[object, list[str]]:
    document, problems = opened(text)
    said = [f"{p.severity} {p.code} {p.place.line}" for p in problems]
    return (plain(document.fields), document.body) if document else None, said


GOOD = ({"title": "甲"}, "正文")


@pytest.mark.parametrize(
    "fence",
    ["－－－", "———", "——", "—-", "–––", "---　", "---\u00a0", "\u200b---", "－－-", "--", "───"],
)
def test_other_hyphens_and_spaces_make_a_fence_and_are_named(fence: str) -> None:
    assert read(f"---\ntitle: 甲\n{fence}\n正文") == (GOOD, ["warning odd-fence 3"])
    found, said = read(f"{fence}\ntitle: 甲\n---\n正文")
    assert (found, len(said)) == (GOOD, 1)


def test_fences_behind_a_space_are_fences() -> None:
    assert read(" ---\ntitle: 甲\n ---\n正文") == (GOOD, ["warning odd-fence 3"])
    assert read("---\ntitle: 甲\n  ---\n正文") == (GOOD, ["warning odd-fence 3"])


def test_hyphens_behind_spaces_belong_to_a_text_where_a_fence_follows() -> None:
    found, said = read("---\ntitle: |\n  甲\n  ---\n  乙\n---\n正文")
    assert found == ({"title": "甲\n---\n乙\n"}, "正文")
    assert said == []


@pytest.mark.parametrize("fence", ["---", "-----", "---  ", "---\t"])
def test_a_sound_fence_is_passed_without_a_word(fence: str) -> None:
    assert read(f"{fence}\ntitle: 甲\n{fence}\n正文") == (GOOD, [])


def test_a_dash_among_the_fields_is_no_fence() -> None:
    assert read("---\ntitle: 甲\n———\nbyline: 乙\n---\n正文") == (None, ["error not-a-field 3"])


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff", "\u200b"])
def test_marks_at_the_beginning_of_a_file_are_passed_over_and_named(mark: str) -> None:
    text = f"{mark}---\ntitle: 甲\n---\n正文"
    assert read(text) == (GOOD, ["warning invisible-character 1"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\n<<<<<<< HEAD\ntitle: 甲\n=======\ntitle: 乙\n>>>>>>> x\n---\n正文", 2),
        ("---\ntitle: 甲\n<<<<<<< HEAD\npage: 1\n---\n=======\npage: 2\n---\n>>>>>>> x\n", 3),
        ("<<<<<<< HEAD\n---\ntitle: 甲\n---\n=======\n---\ntitle: 乙\n---\n>>>>>>> x\n", 1),
        ("---\ntitle: 甲\n>>>>>>> x\n---\n正文", 3),
    ],
)
def test_what_a_failed_merge_left_is_named_as_that_and_nothing_else(text: str, line: int) -> None:
    assert read(text) == (None, [f"error merge-conflict {line}"])


def test_a_missing_fence_is_said() -> None:
    assert read("title: 甲\n---\n正文") == (None, ["error no-front-matter 1"])
    assert read("---\ntitle: 甲\n\n正文") == (None, ["error unclosed-front-matter 1"])
