"""The sizes of the theme that has its pages arranged."""

from __future__ import annotations

from banxin.layout.metrics import Metrics
from banxin.problems import Problems
from banxin.rendering.theme_settings import read_settings
from tests.support.paths import ROOT


def _broadsheet() -> Metrics:
    problems = Problems()
    found = read_settings((ROOT / "themes/broadsheet",), problems).metrics
    assert found is not None, list(problems)
    return found


BROADSHEET = _broadsheet()
