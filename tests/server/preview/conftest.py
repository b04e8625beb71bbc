"""A paper of one page, and a preview of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.preview import PAGE, Preview, previewed


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "themes").mkdir()
    (tmp_path / "content/index.html").write_text(PAGE.format("旧"), "utf-8")
    (tmp_path / "themes/style.css").write_text("h1 { color: red }")
    return tmp_path


@pytest.fixture
def preview(paper: Path) -> Iterator[Preview]:
    with previewed(paper) as preview:
        yield preview
