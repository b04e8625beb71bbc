"""Pathological texts: twice as much takes about twice as long, and no megabyte long at all.

Time is measured as the processor's, the least of several tries; each text is read as part of a
story by the code that reads stories.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.attack.sitting import Sitting
from tests.support.content_folder import ContentFolder

SMALL = 12_000  # characters
MOST = 3.2  # times as long for twice as much; 4 is a square
TOLD = 0.15  # seconds; below, a measurement says nothing
A_MEGABYTE = 20.0  # seconds: far above what any takes, far below what a square takes

PIECES = (
    *(
        "好\n",
        "[好](a.md)",
        "[^",
        "> ",
        "> 好\n",
        "好\n===\n",
        "好\n---\n",
        "[好]: a\n",
        "[^1]: 好\n",
    ),
    *(
        "*",
        "**",
        "_",
        "*好",
        "好*",
        "`",
        "``",
        "`好",
        "[",
        "]",
        "(",
        "![",
        "](",
        "<",
        "<!--",
        "-->",
    ),
    *(
        "| a ",
        "|",
        "| 好 | 好 |\n| --- | --- |\n",
        "|-",
        "- ",
        "- 好\n",
        "1. ",
        "1. 好\n",
        "    好\n",
    ),
    *(
        "~~",
        "~~~\n",
        "```\n",
        "#",
        "# 好\n",
        "\\",
        "&",
        "&amp;",
        "&#",
        "http://a.cn/",
        "www.",
        "a@b.cn",
    ),
    *(
        "（",
        "）",
        "“",
        "”",
        "——",
        "\u3000",
        " ",
        "\t",
        "\n",
        "\n\n",
        "  \n",
        "\\\n",
        "\u200b",
        "５",
        "好",
    ),
    *(
        "[[",
        "]]",
        "![[好",
        "<b>",
        "</b>",
        "<http://",
        "[好][1]",
        "[1]: <",
        "{",
        "}",
        "$",
        "^",
        "~",
        "=",
    ),
)
FIELDS = (
    *(
        "a: &a [*a]\n",
        "- ",
        "[",
        "{",
        "? ",
        "'",
        '"',
        "|\n",
        ">\n",
        "&a ",
        "*a ",
        "a: b\n",
        "  - 好\n",
    ),
    *("#", ": ", "a:\n ", "[a, ", "{a: ", "\n", "!", "%", "- - ", "好：好\n", "!!str ", "<<: *a\n"),
)


def attack(root: Path, rng: random.Random) -> Sitting:
    paper, sitting = ContentFolder(root), Sitting()
    text, kind = _made(rng), rng.choice((_body, _body, _body, _fields))
    sitting.tries = 1
    times = [_least(paper, kind, text, SMALL * n) for n in (1, 2)]
    if times[1] > TOLD and times[1] > MOST * times[0]:  # perhaps only disturbed: once more
        times = [_least(paper, kind, text, SMALL * n, tries=4) for n in (1, 2)]
    small, large = times
    sitting.worst = large * 1_000_000 / (2 * SMALL * 3)  # a character is three bytes
    if (large > TOLD and large > MOST * small) or sitting.worst > A_MEGABYTE:
        said = f"{text('…')[:60]!r} {kind.__name__}: {small:.3f} s, {large:.3f} s for twice as much"
        sitting.fault(said)
    return sitting


def _made(rng: random.Random) -> Callable[[str | int], str]:
    """A text of so many characters: one piece or a few, over and over; or one, then others."""
    pieces = rng.choice((PIECES, PIECES, FIELDS))
    beat = "".join(rng.choices(pieces, k=rng.choice((1, 1, 2, 3))))
    tail = "".join(rng.choices(pieces, k=rng.choice((0, 1, 2))))
    nested = rng.random() < 0.3

    def made(size: str | int) -> str:
        if isinstance(size, str):
            return f"{beat}{size}{tail}{'(nested)' if nested else ''}"
        times = size // max(1, len(beat) + len(tail))
        return beat * times + tail * times if nested else (beat * (size // len(beat))) + tail

    return made


Kind = Callable[[ContentFolder, str], object]


def _body(paper: ContentFolder, text: str) -> object:
    return paper.article(body=text)


def _fields(paper: ContentFolder, text: str) -> object:
    return paper.article(text)


def _least(
    paper: ContentFolder,
    kind: Kind,
    text: Callable[[str | int], str],
    size: int,
    *,
    tries: int = 2,
) -> float:
    given, found = text(size), []
    for _ in range(tries):
        started = time.process_time()
        with suppress(LookupError):  # it has errors, which is an answer too
            kind(paper, given)
        found.append(time.process_time() - started)
        if found[-1] > 5:
            break
    return min(found)
