"""Standard input, output and error, as whoever started us left them: open, closed, of any code."""

from __future__ import annotations

import os
import sys


def open_closed_streams() -> None:
    """What was closed (``>&-``) swallows what it is given.

    Else the next file that is opened would take its number, and a child's words would land in it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def never_fail_to_print() -> None:
    """A terminal that lacks a character shows a stand-in for it; printing never fails."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
