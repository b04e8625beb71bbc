"""What holds for every body, tried on bodies made up by chance.

    python -m tests.content.markdown.fuzz --bodies 100000 [--seed 1]

Nothing is swallowed, nothing raises, no script gets through, none takes longer than a second, and
the fast path makes of a body what the parser makes of it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from html import unescape
from pathlib import Path
from unittest import mock

from banxin.content.links import Beside
from banxin.content.markdown import reader
from banxin.content.markdown.fast_path import BodyBlock
from banxin.model import Body
from banxin.model.characters import is_han
from banxin.problems import Problem, Problems
from tests.content.markdown.bodies import KINDS

FOLDER = "content/issues/2022/2022-04-01"
TAGS = {
    *("p", "br", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "code"),
    *("pre", "hr", "div", "table", "thead", "tbody", "tr", "th", "td", "a", "figure", "img"),
    *("figcaption", "sup", "section"),
}
ATTRIBUTES = {"href", "rel", "class", "id", "alt", "title", "start", "value", "tabindex", "role"}
ATTRIBUTES |= {"aria-label"}
_TAG = re.compile(r"<(/?)([a-z0-9]+)((?:\s+[a-z-]+=\"[^\"<>]*\"|\s+\x1a\d+\x1a|\s)*)>")
_ATTRIBUTE = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read(
    source: str, *, whole: bool = False, joins_lines: bool = False
) -> tuple[Body, list[Problem]]:
    """The body and what was complained of. ``whole``: by the parser alone."""
    problems = Problems()
    beside = Beside(Path("/nowhere"), FOLDER, frozenset(("a.md", "b.pdf")), problems)
    origin = reader.Origin(f"{FOLDER}/01-01-a.md", 1, "0101", beside, joins_lines)
    if not whole:
        return reader.render(source, origin, problems), list(problems)
    with mock.patch.object(reader, "blocks", lambda source, **_: [BodyBlock(0, source)]):
        return reader.render(source, origin, problems), list(problems)


def faults(source: str, *, joins_lines: bool = False) -> list[str]:
    """What is wrong with how ``source`` is read; nothing, if all is well."""
    started = time.process_time()
    try:
        body, problems = read(source, joins_lines=joins_lines)
        took = time.process_time() - started
        same = read(source, whole=True, joins_lines=joins_lines) == (body, problems)
    except Exception as error:
        return [f"traceback: {error!r}"]
    found = []
    if swallowed := _swallowed(source, body, problems):
        found.append(f"swallowed: {swallowed}")
    if not same:
        found.append("fast path and parser differ")
    if bad := _unfit(body.html):
        found.append(f"script or bad tag: {bad}")
    if took > 1:
        found.append(f"slow: {took:.1f} s")
    return found


def _swallowed(source: str, body: Body, problems: list[Problem]) -> str:
    """Chinese characters that aren't on the page in their order, unless that was reported."""
    codes = {problem.code for problem in problems}
    if "text-lost" in codes:
        return next(str(p.details) for p in problems if p.code == "text-lost")
    if codes & {"footnote-unused", "footnote-twice", "comment-left-out", "merge-conflict"}:
        return ""
    typed = "".join(c for c in source if is_han(c))
    shown = "".join(c for c in unescape(re.sub("<[^>]*>", "", body.html)) if is_han(c))
    same = Counter(typed) == Counter(shown) if "[^" in source else typed == shown
    return "" if same or _is_in_attributes(typed, shown, body.html) else f"{typed} -> {shown}"


def _is_in_attributes(typed: str, shown: str, html: str) -> bool:
    """Whether what is missing is the text of a picture or the address of a link."""
    aside = "".join(value for _, value in _ATTRIBUTE.findall(html))
    missing = Counter(typed) - Counter(shown)
    return not missing - Counter(unescape(aside)) and not Counter(shown) - Counter(typed)


def _unfit(html: str) -> str:
    """The first thing that isn't a known tag with known attributes, in its place."""
    rest = _TAG.sub(_known, html)
    if found := re.search(r"[<>]|[\x00-\x08\x0b-\x19\x1b-\x1f]", rest):
        return rest[max(0, found.start() - 20) : found.end() + 20]
    opened = [
        tag
        for closing, tag, _ in _TAG.findall(html)
        if not closing and tag not in ("br", "hr", "img")
    ]
    closed = [tag for closing, tag, _ in _TAG.findall(html) if closing]
    return "" if Counter(opened) == Counter(closed) else "tags that don't close"


def _known(found: re.Match[str]) -> str:
    names = _ATTRIBUTE.findall(found[3])
    harmless = all(
        n in ATTRIBUTES and not v.lower().startswith(("javascript:", "data:")) for n, v in names
    )
    return "" if found[2] in TAGS and harmless else found[0]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bodies", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args(arguments)
    rng = random.Random(given.seed)
    counts: Counter[str] = Counter()
    slowest = 0.0
    for n in range(given.bodies):
        kind = KINDS[n % len(KINDS)]
        source = kind(rng)
        started = time.process_time()
        wrong = faults(source, joins_lines=n % 5 == 4)
        slowest = max(slowest, time.process_time() - started)
        for fault in wrong:
            counts[fault.split(":")[0]] += 1
            if counts[fault.split(":")[0]] <= 5:
                print(f"{kind.__name__} {source!r}\n    {fault}", flush=True)
    print(f"seed {given.seed}: {given.bodies:,} bodies; {dict(counts) or 'no fault'}; "
          f"slowest {slowest:.3f} s for both ways")  # fmt: skip
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
