from __future__ import annotations

import pytest

from tests.support.stand_in_build import StandInBuild


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandInBuild:
    """What the commands call instead of the build and the check."""
    stand_in = StandInBuild()
    monkeypatch.setattr("banxin.pipeline.build.build", stand_in.build)
    monkeypatch.setattr("banxin.pipeline.build.check", stand_in.check)
    return stand_in
