"""Bytes that are no text are refused, whatever they begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.refusal import Refused
from banxin.importers.text.decoding import decoded
from banxin.importers.text.reader import read_text_file


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf\xff\xff",
        b"\xff\xfe\x00\xd8",
        b"\xfe\xff\x00",
        b"\x01\0\x02\0\x03\0\x04\0",
        b"\0\xd8\0\xd8\x01",
    ],
)
def test_a_text_that_cannot_be_one_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        decoded(data)
    assert refused.value.key == "not-text"


def test_a_text_that_went_since_it_was_looked_at_is_told_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_text_file(tmp_path / "none.txt")
    assert refused.value.key == "unreadable"
    assert "No such file" in str(refused.value.gaps)
