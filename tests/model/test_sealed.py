from __future__ import annotations

import pytest

from banxin.model.sealed import BrokenSeal, opened, sealed

DATA = "正文。".encode()


def test_what_was_sealed_comes_out_as_it_went_in() -> None:
    assert opened(sealed(DATA, "a"), "a") == DATA
    assert opened(sealed(b"", ""), "") == b""


@pytest.mark.parametrize("bit", range(0, (16 + len(DATA)) * 8, 5))
def test_no_bit_can_change(bit: int) -> None:
    found = bytearray(sealed(DATA, "a"))
    found[bit // 8] ^= 1 << bit % 8
    with pytest.raises(BrokenSeal):
        opened(bytes(found), "a")


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 24])
def test_nothing_can_be_cut_off(length: int) -> None:
    with pytest.raises(BrokenSeal):
        opened(sealed(DATA, "a")[:length], "a")


def test_nothing_can_be_put_under_another_name() -> None:
    with pytest.raises(BrokenSeal):
        opened(sealed(DATA, "a"), "b")
    with pytest.raises(BrokenSeal):
        opened(sealed(b"b\nc", "a"), "a 2\nb")


@pytest.mark.parametrize("value", [None, 7, 1.5, "text"])
def test_what_isnt_bytes_was_never_sealed(value: object) -> None:
    with pytest.raises(BrokenSeal):
        opened(value, "a")  # type: ignore[arg-type]
