from __future__ import annotations

import os

import pytest

from banxin.problems.file_names import is_utf8, readable


@pytest.mark.skipif(os.name == "nt", reason="there names aren't bytes")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("会议.jpg".encode("gb18030"), "会议.jpg"),
        (b"01-\xff\xff.md", "01-\\udcff\\udcff.md"),
        (b"01-\x81\x30\x81\x30.md", "01-\\udc810\\udc810.md"),  # of GB 18030, but no character
        ("会议.jpg".encode(), "会议.jpg"),
    ],
)
def test_a_name_is_shown_as_whoever_gave_it_would_read_it(name: bytes, shown: str) -> None:
    assert readable(os.fsdecode(name)) == shown
    assert is_utf8(shown)
    assert is_utf8(os.fsdecode(name)) == (name == shown.encode())
