"""How many fields of known stories an import gets right, and what it costs.

    python -m tests.benchmarks.imports --files 60 --seed 1

Without a seed another one is taken each time. The stories and the Word files are made up by
``tests/support/manuscripts``: with named styles, by looks, by people of other habits. Files of
LibreOffice or pandoc are made of these where such a program is installed.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.support.manuscripts import by_office, county_files
from tests.support.manuscripts.county_scoring import score_county
from tests.support.manuscripts.scoring import (
    BY_LOOKS,
    FORMS,
    ODD,
    SENT,
    STYLED,
    Score,
    compare_file,
    score,
)

_MEGABYTE = 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--wrong", type=int, default=0, help="how many mistakes are shown")
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}, {chosen.files} files each")
    for name, measure in _sets():
        start = time.process_time()
        found = measure(chosen.files, chosen.seed)
        _show(name, found, time.process_time() - start, chosen.wrong)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
    print(f"memory at most {peak} MB")


def _sets() -> Iterator[tuple[str, Callable[[int, int], Score]]]:
    for name, producers in (
        ("named styles", STYLED),
        ("by looks", BY_LOOKS),
        ("other habits", ODD),
        ("sent by contributors", SENT),
        ("on contributors' forms", FORMS),
    ):
        yield name, partial(score, producers)
    yield "county papers' manuscripts", _of_county_papers
    for program, sets in by_office.PROGRAMS.items():
        if shutil.which(program):
            for name, ways in sets.items():
                yield f"{program}, {name}", partial(_by_office, program, ways)


def _of_county_papers(_files: int, _seed: int) -> Score:
    with tempfile.TemporaryDirectory() as folder:
        return score_county(county_files.files(), Path(folder))


def _by_office(program: str, ways: Sequence[by_office.Way], files: int, seed: int) -> Score:
    """At least one file by each way; a start of the program takes seconds."""
    total = Score()
    with tempfile.TemporaryDirectory() as folder:
        for one in by_office.made(ways, max(files // 3, len(ways)), seed, Path(folder), program):
            compare_file(total, one.truths, one.file, f"{one.way} {one.file.stem}")
    return total


def _show(name: str, found: Score, seconds: float, wrong: int) -> None:
    print(f"\n{name}: {found.share:.1%} of {sum(found.all.values())} fields, {seconds:.1f} s CPU")
    marks = {key: found.marks[key] for key in ((True, True), (True, False), (False, True))}
    print(
        f"  marked as guesses {marks[True, True] + marks[True, False]}, {marks[True, True]} of them"
        f" wrong; wrong and not marked {marks[False, True]}"
    )
    for field, count in sorted(found.all.items()):
        print(f"  {field:10} {found.right[field]:4} of {count}")
    for line in found.wrong[:wrong]:
        print(f"  ! {line[:200]}")


if __name__ == "__main__":
    main()
