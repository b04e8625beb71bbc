"""Pages of the site's own, read from the folder in which everything of a paper lies."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from banxin.content.reading import standing_page


def test_a_folder_that_cannot_be_read_to_its_end_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        with pytest.raises(OSError, match="symbolic links"):
            standing_page._files(tmp_path)
    assert [str(one.message) for one in said] == []
