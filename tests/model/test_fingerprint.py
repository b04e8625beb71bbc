from __future__ import annotations

from datetime import date

import msgspec
import pytest
from markupsafe import Markup

from banxin.model.fingerprint import fingerprint


class Frozen(msgspec.Struct, frozen=True):
    a: str
    b: tuple[int, ...] = ()


class Loose(msgspec.Struct):
    a: str


def test_equal_values_have_one_fingerprint() -> None:
    assert fingerprint(Frozen("一", (1, 2))) == fingerprint(Frozen("一", (1, 2)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Frozen("一"), Frozen("二")),
        (("a", "b"), ("ab",)),
        (("a", ("b",)), ("a", "b")),
        ((), ("",)),
        ("1", 1),
        (True, 1),
        (None, ""),
        (("a", "b"), ("a\x1fs1:b",)),
        (date(2022, 4, 1), "2022-04-01"),
    ],
)
def test_different_values_have_different_fingerprints(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_markup_counts_as_its_text() -> None:
    assert fingerprint(Markup("<b>")) == fingerprint("<b>")


@pytest.mark.parametrize("value", [{}, set(), [], 1.5, Loose("a"), object(), b"", (1, [2])])
def test_what_is_unordered_unfrozen_or_unknown_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        fingerprint(value)
