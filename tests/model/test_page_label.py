"""Pages are called as papers call them, and each name has one key."""

from __future__ import annotations

import pytest

from banxin.model.page_label import covers, in_words, label_after, page_key, page_label

SAME = {
    "3": "3 03 第3版 ３版 第\u30003版",
    "B1": "B1 b1 Ｂ1版 第B1版",
    "A01": "A01 a01",
    "100": "100",
    "6–7": "6-7 6–7 06-07 第6-7版 6~7版 6至7版 6/7 6-7合版",
    "A2–3": "A2-3 A2-A3 a2—a3版",
    "中缝": "中缝 zhongfeng",
    "1–4中缝": "1-4中缝 1、4版中缝 第1-4版中缝 01-04-zhongfeng",
}


@pytest.mark.parametrize(("label", "typed"), SAME.items())
def test_a_label_may_be_typed_in_several_ways(label: str, typed: str) -> None:
    for one in typed.split(" "):
        assert page_label(one) == label, one


@pytest.mark.parametrize("typed", ["", "要闻", "0", "A0", "7-6", "A2-B3", "1000", "ABC1"])
def test_what_isn_t_one_is_none(typed: str) -> None:
    assert page_label(typed) == ""


@pytest.mark.parametrize(
    ("label", "key", "words"),
    [
        ("3", "03", "第3版"),
        ("100", "100", "第100版"),
        ("B1", "b1", "第B1版"),
        ("A01", "a1", "第A01版"),
        ("6–7", "06-07", "第6–7版"),
        ("A2–3", "a2-3", "第A2–3版"),
        ("中缝", "zhongfeng", "中缝"),
        ("1–4中缝", "01-04-zhongfeng", "第1–4版中缝"),
    ],
)
def test_a_label_has_a_key_for_addresses_and_words_for_readers(
    label: str, key: str, words: str
) -> None:
    assert (page_key(label), in_words(label)) == (key, words)
    assert page_key(page_label(key)) == key


def test_the_pages_behind_go_on_counting() -> None:
    found = ["A1", "A01", "A09", "6–7", "9", "中缝"]
    assert [label_after(label) for label in found] == ["A2", "A02", "A10", "8", "10", ""]


def test_a_plate_over_two_pages_is_found_by_either() -> None:
    assert covers("6–7", "6")
    assert covers("6–7", "7")
    assert not covers("6–7", "8")
    assert not covers("A6–7", "6")
    assert not covers("6", "6")
