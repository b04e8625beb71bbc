"""A few thousand mutated front matters, other ones each time, and shapes made to take long."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from tests.content.frontmatter import fuzz
from tests.content.frontmatter.reading import opened


def test_no_mutated_front_matter_raises_loses_a_character_or_takes_long() -> None:
    seed = random.randrange(1 << 30)
    _, findings = fuzz.run(1500, seed)
    assert findings == []


@pytest.mark.parametrize(
    "fields",
    ["title: 甲\nkicker: 乙", "subtitle: [一, 二]", "photos:\n  - {file: a.jpg, caption: 雪}"],
)
def test_the_fuzzer_sees_a_character_that_is_lost(fields: str) -> None:
    document, problems = opened(f"---\n{fields}\n---\n")
    assert document is not None
    assert fuzz.lost(fields, document.fields, "", problems) == ""
    assert fuzz.lost(fields + "丢", document.fields, "", problems) == "丢"


SHAPES: tuple[Callable[[int], str], ...] = (
    lambda n: "a: " + "[" * n,
    lambda n: "a: " + "[" * n + "]" * n,
    lambda n: "a: " + "{a: " * n,
    lambda n: "a: [" + "，" * n + "]",
    lambda n: "a: [" + "，," * n + "]",
    lambda n: "a: [" + "*a, " * (n // 4) + "]",
    lambda n: "a: [" + '"' * n,
    lambda n: "a: [" + "“" * n,
    lambda n: "a: {b: c" + ", d" * (n // 3) + "}",
    lambda n: "a: [" + " " * n + "，" + " " * n + "x]",
    lambda n: "a: [\n" + "  [\n" * (n // 4),
    lambda n: 'a: "x\n' + "  b\n" * (n // 4),
    lambda n: "a: x #y\n" + "  b #c\n" * (n // 7),
    lambda n: "a: # x\n\n" * (n // 8),
    lambda n: "a：v\n" * (n // 4),
    lambda n: "<<: *a\n" * (n // 7),
    lambda n: "a: &a x\n" + "b: *a\n" * (n // 6),
    lambda n: "- " * (n // 2) + "a",
    lambda n: "a:\n" + "－x\n" * (n // 3),
    lambda n: "a: " + "\u200bx" * (n // 2),
    lambda n: "——\na: b\n" * (n // 8),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_and_not_faster(shape: Callable[[int], str]) -> None:
    def took(n: int) -> float:
        began = time.process_time()
        opened(f"---\n{shape(n)}\n---\n")
        return time.process_time() - began

    for _ in range(5):  # another program may be at work at the same time
        once, four_times = took(5000), took(20_000)
        if four_times < 9 * once + 0.01:  # sixteen times, if it grew with the square
            return
    pytest.fail("quadratic")
