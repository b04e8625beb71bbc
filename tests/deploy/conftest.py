from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.hosts import ServedHost
from tests.support.made_site import FIRST, write_site


@pytest.fixture
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServedHost]:
    """Of the kind that the test asks for, else a folder of this computer."""
    made = ServedHost(getattr(request, "param", "folder"), tmp_path / "host")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "output", FIRST)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "memory"
