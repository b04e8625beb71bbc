"""Bodies without any markup, as most of a newspaper's are: no parser is needed to read them."""

from __future__ import annotations

import re

# A whole line of text to which Markdown gives no meaning: it begins with no sign, no space and no
# number of a list, has no character that opens or escapes anything, and doesn't end in a space.
_LINE = re.compile(
    r"\u3000*"
    r"(?![0-9]+[.)])[^\s\x00-\x1f!-/:-@\[-`{-\x7f]"
    r"(?:[^\x00-\x1f\"&*<>\[\\\]_`|\x7f]*[^\s\x00-\x1f\"&*<>\[\\\]_`|\x7f])?"
)


def plain(source: str) -> list[str] | None:
    """The paragraphs of a body in which each is one line of text and nothing else.

    None where anything may have a meaning in Markdown: then the parser has to say what. What is
    returned is what the parser would make of it (a test holds the two together).
    """
    found = []
    apart = True  # whether the next line begins a paragraph
    for line in source.split("\n"):
        if not line:
            apart = True
        elif (apart or line[0] == "\u3000") and _LINE.fullmatch(line):
            found.append(line.lstrip("\u3000"))
            apart = False
        else:
            return None
    return found
