"""A value that may be missing where the program is concerned, and mustn't be where a test is."""

from __future__ import annotations

from typing import TypeVar

Value = TypeVar("Value")


def present(value: Value | None) -> Value:
    """The value; a test that has none fails here."""
    assert value is not None, "nothing is there"
    return value
