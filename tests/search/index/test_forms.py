"""The table of character forms: what is in it, and that it isn't older than what it's made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from banxin.search.index import syllables
from banxin.search.index.forms import FILE, NAMES, fold, forms
from banxin.search.index.tokenizer import keys
from tools import character_forms
from tools import syllables as syllable_tool


@pytest.mark.parametrize(
    ("file", "table"),
    [(FILE, character_forms.table), (syllables.FILE, syllable_tool.table)],
    ids=["forms", "syllables"],
)
def test_the_table_is_as_its_source_says_today(file: Path, table: Callable[[], str]) -> None:
    assert file.read_text(encoding="utf-8") == table()


def test_a_form_stands_for_itself_or_has_one_that_does() -> None:
    found = forms()
    assert len(found) > 4000
    assert not found.keys() & set(found.values())
    assert not (found.keys() | set(found.values())) & NAMES


def test_every_row_of_the_table_is_one_token_on_either_side() -> None:
    for pair in forms().items():
        assert all(len(keys(char)) == 1 for char in pair), pair
        assert all(unicodedata.normalize("NFKC", char) == char for char in pair), pair


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("後來", "后来"),
        ("瞭解", "了解"),
        ("反覆", "反复"),
        ("藉口", "借口"),
        ("復甦", "复苏"),
        ("著名", "着名"),
        ("衞生", "衛生"),
        ("枱面", "檯面"),
        ("𬭎公司簽約", "鋐公司签约"),
        ("裡外", "裏外"),
        ("臺灣", "台湾"),
        ("広島の気象庁", "广岛の气象厅"),
        ("渡辺、沢田、桜井", "渡边、泽田、樱井"),
        ("鉄道の駅", "鐵道の驛"),
        ("仏像、仮名、郷土", "佛像、假名、乡土"),
    ],
)
def test_forms_of_one_text_are_the_same_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("李昇", "李升"), ("王喆", "王哲")],
        # in Japan the one is written for the other; in Chinese it is another character
        *[("芸", "艺"), ("弁", "辩"), ("欠", "缺"), ("缶", "罐"), ("糸", "丝"), ("浜", "滨")],
        *[("予", "豫"), ("沪", "滤"), ("連", "聯")],
    ],
)
def test_other_characters_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)
