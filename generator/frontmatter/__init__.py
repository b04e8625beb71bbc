"""Source files: bytes to text, text to fields that know their position, and a body."""

from __future__ import annotations

from .decoding import decode
from .document import Document, split
from .files import NOTHING, Held, content, read_text
from .nodes import List, Map, Node, Pair, Text, parse

__all__ = [
    "NOTHING",
    "Document",
    "Held",
    "List",
    "Map",
    "Node",
    "Pair",
    "Text",
    "content",
    "decode",
    "parse",
    "read_text",
    "split",
]
