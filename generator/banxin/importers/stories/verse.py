"""Whether a text is a poem: short lines that end where their author ended them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from banxin.importers.manuscript import Table
from banxin.importers.stories.story import Text

_FEWEST = 4  # lines
_LONGEST, _USUAL = 30, 16  # characters of a line, of all lines on average
_STOP = re.compile("[。！？；：:.!?;][”’」』）)]*$")
_PROSE = re.compile(r"[0-9０-９：:@/]|[、，,](?=.*[、，,])|\s")
_SPEAKS = re.compile("[的了在是着过不我你他她们里上下这那]")


def is_verse(body: Sequence[Text | Table]) -> bool:
    """Prose has full stops, lists have numbers, labels and names side by side."""
    if any(isinstance(block, Table) for block in body):
        return False
    texts = [block.paragraph.text for block in body if isinstance(block, Text)]
    lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    if len(lines) < _FEWEST or max(map(len, lines)) > _LONGEST or mean(map(len, lines)) > _USUAL:
        return False
    stops = sum(bool(_STOP.search(line)) for line in lines)
    listed = sum(bool(_PROSE.search(line)) for line in lines)
    speaks = sum(bool(_SPEAKS.search(line)) for line in lines)
    return stops * 3 < len(lines) and listed * 5 <= len(lines) and speaks * 4 >= len(lines)
