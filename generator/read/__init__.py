"""Reads an issue's folder, and a standing page, to values of the model."""

from __future__ import annotations

from .issue import read_issue
from .standing import read_standing
from .terms import know_keys, term_key

__all__ = ["know_keys", "read_issue", "read_standing", "term_key"]
