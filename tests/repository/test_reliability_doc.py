"""What docs/reliability.md promises is tested, sentence by sentence."""

from __future__ import annotations

import re

import pytest

from tests.attack import ATTACKS
from tests.support.paths import ROOT

TEXT = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^- (.*)$", TEXT, re.MULTILINE)
_TEST = re.compile(r'\[测试\]\(\.\./([^ )]+) "(test_\w+)"\)')


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_names_tests_that_there_are(promise: str) -> None:
    named = _TEST.findall(promise)
    assert named
    for file, name in named:
        assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8"), (file, name)


def test_nothing_else_is_promised() -> None:
    """Outside of the table of systems, which can't be tested here, and the introduction."""
    before = TEXT.split("## 靠 Linux 的几样")[0]
    prose = [s for s in before.splitlines() if s and not s.startswith(("#", "- "))]
    assert len(prose) == 1


def test_the_readme_points_to_it() -> None:
    for readme in ("README.md", "README.en.md"):
        assert "docs/reliability.md" in (ROOT / readme).read_text(encoding="utf-8")


def test_all_kinds_of_attacks_are_counted() -> None:
    numbers = "零一二三四五六七八九"
    assert f"{numbers[len(ATTACKS)]}种轮着来" in TEXT
