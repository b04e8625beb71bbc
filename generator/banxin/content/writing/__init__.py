"""Writes content files: a new one in the house style, or a few keys of one that is there.

It imports ``fields`` and ``frontmatter``; it takes texts and bytes and gives texts and bytes, and
never opens a file. What it changes is read again by the reader of content: nothing but what was
asked for may differ.
"""

from __future__ import annotations

from banxin.content.writing.edit import edited, with_item
from banxin.content.writing.new_file import Line, Remark, Value, front_matter
from banxin.content.writing.scalars import scalar

__all__ = ["Line", "Remark", "Value", "edited", "front_matter", "scalar", "with_item"]
