"""Source files: bytes to text, text to fields that know their position, and a body.

It imports ``problems`` only; it knows no field's name but from the vocabulary
that it is given.
"""

from __future__ import annotations

from banxin.content.frontmatter.decoding import decode
from banxin.content.frontmatter.document import Document, split
from banxin.content.frontmatter.files import NOTHING, Held, content, is_special, read_text
from banxin.content.frontmatter.nodes import List, Map, Node, Pair, Text, parse
from banxin.content.frontmatter.vocabulary import Vocabulary

__all__ = [
    "NOTHING",
    "Document",
    "Held",
    "List",
    "Map",
    "Node",
    "Pair",
    "Text",
    "Vocabulary",
    "content",
    "decode",
    "is_special",
    "parse",
    "read_text",
    "split",
]
