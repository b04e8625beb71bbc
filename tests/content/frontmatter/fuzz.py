"""Mutated front matters: nothing raises, nothing is lost without a word, nothing takes long.

    python -m tests.content.frontmatter.fuzz --files 20000 [--seed 1]

Exits with 1 after the first ten failures, each with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator

from banxin.content.fields import VOCABULARY
from banxin.content.frontmatter import List, Map, Node
from banxin.content.frontmatter.decoding import refused_in
from banxin.problems import Problem, Severity
from tests.content.frontmatter.mutations import mutated, seeds
from tests.content.frontmatter.reading import opened

SLOWEST = 1.0  # seconds
# what YAML itself takes out of a line that means what it says
_MARKUP = re.compile(
    "[-:,\\[\\]{}\"'#|>?\\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_COMMENTS = (
    re.compile(r"^\s*(?:- +)*#.*"),
    re.compile(r"(?:\s{2,}|\t)#(?:[ \t].*|$)"),
    re.compile(r"(?<=[\]}\"'])[ \t]+#.*"),
)
# every # behind a number or a word is a comment, and one above a block
_TERSE = re.compile(r"(?<=[ \t])#.*")


class Finding(Exception):
    """What a front matter came to that none may come to."""


def check(fields: str) -> float:
    """Seconds that it took to read, 0 if its characters are refused. Raises Finding."""
    if refused_in(fields):  # decoding does, before any field is read
        return 0.0
    began = time.perf_counter()
    document, problems = opened(f"---\n{fields}---\n正文。\n")
    took = time.perf_counter() - began
    errors = [p for p in problems if p.severity is Severity.ERROR]
    if (document is None) != bool(errors):
        raise Finding(f"document: {document}, errors: {errors}")
    if any(not 1 <= p.place.line <= fields.count("\n") + 4 for p in problems):
        raise Finding(f"a problem beyond the file: {problems}")
    if took > SLOWEST:
        raise Finding(f"took {took:.2f} s")
    if document is not None:
        rest = lost(fields, document.fields, document.body, problems)
        if rest:
            raise Finding(f"lost without a word: {rest!r}")
    return took


def lost(fields: str, read: Map, body: str, problems: list[Problem]) -> str:
    """The rest of the typed characters, from the first that stands in no value; "" if all do."""
    named = {p.place.line for p in problems}
    kept = iter(_bare("".join(_texts(read)) + body))
    typed = "".join(
        _bare(_uncommented(line))
        for number, line in enumerate(fields.split("\n"), 2)
        if number not in named
    )
    for at, character in enumerate(typed):
        if not any(character == other for other in kept):
            return typed[at:]
    return ""


def _uncommented(line: str) -> str:
    for comment in (*_COMMENTS, _TERSE if _is_terse(line) else _COMMENTS[0]):
        line = comment.sub("", line)
    return line


def _is_terse(line: str) -> bool:
    key = re.match(r"\s*(?:- )*([^\s:]+)\s*:", line)
    return key is not None and (
        key[1] in VOCABULARY.terse or line[key.end() :].lstrip().startswith("#")
    )


def _bare(text: str) -> str:
    return _MARKUP.sub("", text)


def _texts(node: Node) -> Iterator[str]:
    """Keys and values in the order typed."""
    if isinstance(node, Map):
        for pair in node.pairs:
            yield pair.key.value
            yield from _texts(pair.value)
    elif isinstance(node, List):
        for item in node.items:
            yield from _texts(item)
    else:
        yield node.value


def run(files: int, seed: int, *, most: int = 10) -> tuple[float, list[str]]:
    """The longest time in seconds, and the findings with the seed of each."""
    sound, slowest, findings = seeds(), 0.0, []
    for number in range(files):
        chance = random.Random(f"{seed}/{number}")
        fields = mutated(chance.choice(sound), chance)
        try:
            slowest = max(slowest, check(fields))
        except Exception as error:  # whatever it is, it is a finding
            findings.append(f"--seed {seed} file {number}: {error!r}\n{fields}")
        if len(findings) >= most:
            break
    return slowest, findings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    asked = parser.parse_args()
    began = time.perf_counter()
    slowest, findings = run(asked.files, asked.seed)
    took = time.perf_counter() - began
    print(*findings, sep="\n\n")
    print(
        f"{asked.files} front matters, seed {asked.seed}: {len(findings)} findings, "
        f"slowest {slowest * 1000:.1f} ms, {took:.0f} s in all"
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
