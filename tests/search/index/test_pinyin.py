"""How characters are read: every one has one syllable, whatever plane it is of."""

from __future__ import annotations

import random

import pytest

from banxin.search.index.pinyin import Readings

# ideographs of the first planes: Extension A, the unified ones, compatibility, Extensions B to H
RUNS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0x20000, 0x323AF))


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("王𫖯", "wang fu"),
        ("李𬭎", "li hong"),
        ("陈𠮷", "chen ji"),
        ("单于飞", "shan yu fei"),
        ("山﨑", "shan qi"),
        ("\uf9e1白", "li bai"),  # a compatibility ideograph: 李
    ],
)
def test_a_name_is_read_whatever_plane_its_characters_are_of(name: str, syllables: str) -> None:
    assert " ".join(said for _, said in Readings().name(name)) == syllables


def test_every_chinese_character_has_one_syllable_of_latin_letters() -> None:
    seed = random.randrange(1 << 30)
    rng = random.Random(seed)
    for _ in range(300):
        runs = rng.choices(RUNS, k=rng.randrange(1, 6))
        text = "".join(chr(rng.randint(first, last)) for first, last in runs)
        found = Readings().title(text)
        assert len(found) == len(text), (seed, text)
        assert all(said.isascii() and said.isalpha() for _, said in found), (seed, text)
