"""A file is looked at before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers import formats
from banxin.importers.refusal import Refused


@pytest.mark.parametrize(
    ("limit", "start"), [("MOST_BYTES", b"PK"), ("MOST_TEXT", "春耕".encode())]
)
def test_a_file_larger_than_any_manuscript_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, start: bytes
) -> None:
    monkeypatch.setattr(formats, limit, 100)
    file = tmp_path / "a.docx"
    file.write_bytes(start + b"x" * 200)
    with pytest.raises(Refused) as refused:
        formats.sniffed(file)
    assert refused.value.key == "too-large"
