"""Reads an issue's folder, and a standing page, to values of the model.

It imports ``fields``, ``frontmatter``, ``links``, ``markdown`` and the model; it never writes,
and never raises for what an editor typed: mistakes are collected as problems.
"""

from __future__ import annotations

from banxin.content.reading.issue import read_issue
from banxin.content.reading.standing_page import read_standing
from banxin.content.reading.terms import Slugs, term_key

__all__ = ["Slugs", "read_issue", "read_standing", "term_key"]
