from __future__ import annotations

import zlib

import pytest

from banxin.deploy import host_record
from banxin.deploy.host_record import UNSETTLED, HostRecord, decode, encode, newest

FILES = {"index.html": "0123456789abcdef", "2022-04-01/说明 1.pdf": "f" * 16, "a/b.html": UNSETTLED}
RECORD = HostRecord("江城 晨报", 7, FILES)


def test_a_record_says_what_was_written() -> None:
    assert decode(encode(RECORD)) == RECORD


def test_one_that_is_announced_is_ours_and_of_unknown_bytes() -> None:
    record = RECORD.announcing(["index.html", "new.html"])
    assert decode(encode(record)) == record
    assert record.files["index.html"] == record.files["new.html"] == UNSETTLED


def test_a_name_with_a_line_break_is_left_out_so_that_no_line_can_be_forged() -> None:
    written = decode(encode(HostRecord("a", 1, {"x\n" + "0" * 16 + " y": "1" * 16})))
    assert written == HostRecord("a", 1, {})


@pytest.mark.parametrize("cut", range(0, len(encode(RECORD)), 7))
def test_no_part_of_a_record_is_taken_for_one(cut: int) -> None:
    assert decode(encode(RECORD)[:cut]) is None


def test_neither_nothing_nor_nonsense_is_a_record() -> None:
    for data in (None, b"", b"nonsense", zlib.compress(b"nonsense"), zlib.compress(b"")):
        assert decode(data) is None


def test_of_two_the_later_one_counts_if_it_is_whole() -> None:
    older, later = encode(RECORD), encode(HostRecord("江城 晨报", 8))
    assert newest([later, older]) == HostRecord("江城 晨报", 8)
    assert newest([later[:-3], older]) == RECORD
    assert newest([None, b"x"]) is None


def test_a_record_of_another_version_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_record, "_KIND", "banxin 9")
    later = encode(RECORD)
    monkeypatch.undo()
    assert decode(later) is None
