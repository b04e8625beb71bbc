"""A story's text as Banxin's Markdown, such that a page shows what the source showed.

What means what in Markdown is asked of the project's own reader (``trial.py``): a line is written
as it is, and escaped only where that reader would take a sign of it for a mark.
"""

from __future__ import annotations

from banxin.importers.body.writer import Written, body_text

__all__ = ["Written", "body_text"]
