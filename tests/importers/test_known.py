"""A text is known again by its sentences, its short lines, its rows; where two differ is shown."""

from __future__ import annotations

import pytest

from banxin.importers.known import Change, change, fingerprint

POEM = "春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少"


def test_marks_of_markdown_and_spaces_are_no_change() -> None:
    assert change("## 春耕\n\n**一** 亩地。\n", "春耕\n一亩地。") is None


def test_signs_that_an_editor_made_wide_are_no_change() -> None:
    assert change("来了吗？（是）；好：来！", "来了吗?(是);好:来!") is None
    assert change("来了吗？", "来了吗。") == Change(1, "来了吗？", "来了吗。")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("甲。\n\n乙。", "甲。\n\n乙。\n\n丙。", Change(1, "", "丙。")),
        ("甲。\n\n乙。\n\n丙。", "甲。\n\n丙。", Change(1, "乙。", "")),
        (
            "共有三百零五人参加。",
            "共有三百五人参加。",
            Change(1, "共有三百零五人参加…", "共有三百五人参加…"),
        ),
        ("甲一。\n\n乙。\n\n丙一。", "甲二。\n\n乙。\n\n丙二。", Change(2, "甲一。", "甲二。")),
    ],
)
def test_the_first_changed_place_and_how_many_paragraphs(
    before: str, after: str, expected: Change
) -> None:
    assert change(before, after) == expected


def test_a_long_new_paragraph_is_shown_by_its_first_characters() -> None:
    found = change("甲。", "甲。\n\n" + "新" * 40)
    assert found is not None
    assert len(found.after) < 20


def test_a_poem_of_short_lines_is_known_though_one_was_changed() -> None:
    other = fingerprint(POEM.replace("啼鸟", "鸟啼"))
    assert fingerprint(POEM).share(other) == 15 / 20


def test_a_table_is_its_rows_however_they_are_spaced() -> None:
    written = fingerprint("| 地点 | 时间 |\n| --- | --- |\n| 东街 | 3日 |", "停电")
    assert fingerprint("|地点|时间|\n|东街|3日|", "停电").share(written) == 1


def test_tables_that_share_a_title_alone_are_not_the_same() -> None:
    first = fingerprint("|东街|3日|\n|西街|4日|", "停电")
    assert first.share(fingerprint("|北门|8日|\n|南门|9日|", "停电")) < 0.5
