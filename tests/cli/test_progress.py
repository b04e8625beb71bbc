"""The bar that shows how far a long build is."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime

import pytest

from banxin.cli import progress
from banxin.cli.progress import Bar
from banxin.cli.session import Session
from banxin.problems.texts import Words


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal gets of work whose bar comes at once."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    session = Session(Words("zh"), environ, lambda: datetime.now(UTC), tuple)
    with progress.progress(session) as bar:
        if bar:
            bar("draw", 5, 10)
    return screen.getvalue()


def test_on_a_terminal_there_is_a_bar_and_in_the_end_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = shown({}, monkeypatch)
    assert "5/10" in found
    assert found.endswith("\r\x1b[K")


def test_a_terminal_that_cannot_draw_over_a_line_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown({"TERM": "dumb"}, monkeypatch) == ""


def test_the_bar_waits_is_drawn_over_and_goes_away() -> None:
    now = [0.0]
    screen = io.StringIO()
    bar = Bar(screen, Words("zh"), lambda: now[0])
    bar("draw", 1, 10)
    assert screen.getvalue() == ""  # short work needs no bar
    now[0] = 1.0
    bar("draw", 5, 10)
    now[0] = 1.05
    bar("draw", 6, 10)  # too soon after the last
    bar.clear()
    shown = screen.getvalue()
    assert shown.count("\r") == 2
    assert "画页" in shown
    assert "5/10" in shown
    assert "6/10" not in shown
    assert shown.endswith("\r\x1b[K")


def test_the_bar_leaves_no_trace_of_short_work() -> None:
    screen = io.StringIO()
    bar = Bar(screen, Words("zh"), lambda: 0.0)
    bar("load", 1, 1)
    bar.clear()
    assert screen.getvalue() == ""
