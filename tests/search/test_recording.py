"""The recording of a search on a telephone: every scene of it can be seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.recording import PHONE, SCENES, SCHEMES, THEMES, record
from tests.support.search_visit import built

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize(("theme", "scheme"), list(zip(THEMES, SCHEMES, strict=True)))
def test_a_search_on_a_telephone_is_a_row_of_pictures(
    browser: Browser, tmp_path: Path, theme: str, scheme: str
) -> None:
    made = record(browser, built(tmp_path / "paper", theme), tmp_path / "pictures", scheme)

    assert [picture.name[3:].split("-")[0] for picture in made] == [s.__name__ for s in SCENES]
    looks = {picture.read_bytes() for picture in made}
    assert len(looks) == len(SCENES)
    assert {_width(look) for look in looks} == {2 * PHONE["width"]}


def _width(png: bytes) -> int:
    return int.from_bytes(png[16:20])
