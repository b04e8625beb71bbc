"""A .docx to what an import makes of it, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from banxin.importers import formats
from banxin.importers.manuscript import Manuscript, Paragraph
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from tests.support.manuscripts.by_hand import docx


def manuscript(folder: Path, data: bytes, name: str = "a.docx") -> Manuscript:
    file = folder / name
    file.write_bytes(data)
    with formats.opened(file) as (found, _):
        return found


def texts(folder: Path, body: str, **parts: str) -> list[str]:
    """The paragraphs of a document with this body. ``parts``: footnotes, comments …"""
    named = {f"{name}.xml": text for name, text in parts.items()}
    found = manuscript(folder, docx(body, parts=named))
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def story(folder: Path, data: bytes) -> Story:
    """The only story of a document."""
    (found,) = stories(manuscript(folder, data))
    return found


def body_of(found: Story) -> list[str]:
    return [one.paragraph.said for one in found.body if isinstance(one, Text)]
