"""Characters that look like YAML's, or like nothing, and what an editor meant by them."""

from __future__ import annotations

import re
import unicodedata

from banxin.model.characters import PRIVATE

# soft hyphen, zero-width space, word joiner, byte order mark, marks of direction. Not the joiners
# U+200C and U+200D, nor selectors: emoji, names and the scripts of minorities are written with them
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDE_SPACE = "\u3000"  # as wide as two others
_DASH = "\u002d\uff0d\u2014\u2013\u2015\u2010\u2011\u2012\u2212\ufe63\u2500\u2501"

# of private use, or what a converter leaves of a text whose encoding it mistook
GLYPHLESS = re.compile(f"(?P<private>[{PRIVATE}])|\ufffd+|锟斤拷")
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
ODD_SPACE = re.compile(f"[{_ODD_SPACE}]")
SPACE = f"[ \\t{_ODD_SPACE}]"
COLONS = ":：﹕∶︰"  # the first is YAML's
COMMAS = "，、；﹐﹑"  # all but YAML's
DASHES = f"[{_DASH}]"
BULLETS = "－–•●▪◦"  # may stand for the hyphen of a list's item
HASHES = "＃﹟"


def invisible_at_start(text: str) -> int:
    """How many characters at the start of ``text`` can't be seen."""
    found = re.match(f"[{_INVISIBLE}]+", text)
    return found.end() if found else 0


def plain_indent(space: str) -> str:
    """The same indent in YAML's spaces, as wide as it looks; a tab is two."""
    return "".join("  " if c in (_WIDE_SPACE, "\t") else " " for c in space)


def name_of(character: str) -> str:
    """U+3000, to be searched for."""
    return f"U+{ord(character):04X}"


def halfwidth(text: str) -> str:
    """Full-width letters, digits and punctuation as their usual forms."""
    return unicodedata.normalize("NFKC", text)
