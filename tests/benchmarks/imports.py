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
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.support.manuscripts import by_python_docx
from tests.support.manuscripts.laid_out import Typed
from tests.support.manuscripts.scoring import (
    BY_LOOKS,
    FORMS,
    ODD,
    SENT,
    STYLED,
    Producer,
    Score,
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
    for name, producers in _sets():
        start = time.process_time()
        found = score(producers, chosen.files, chosen.seed)
        _show(name, found, time.process_time() - start, chosen.wrong)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
    print(f"memory at most {peak} MB")


def _sets() -> Iterator[tuple[str, Sequence[Producer]]]:
    yield "named styles", STYLED
    yield "by looks", BY_LOOKS
    yield "other habits", ODD
    yield "sent by contributors", SENT
    yield "on contributors' forms", FORMS
    if shutil.which("soffice"):
        yield "saved by LibreOffice", (by_libreoffice,)
    if shutil.which("pandoc"):
        yield "made by pandoc", (by_pandoc,)


def by_libreoffice(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """What LibreOffice makes of a file that was set by looks."""
    return _converted(
        by_python_docx.by_looks(stories, random_),
        ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out"],
    )


def by_pandoc(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """What pandoc makes of Word's own styles."""
    data = by_python_docx.by_word(stories, random_)
    return _converted(data, ["pandoc", "--from", "docx", "--output", "out/in.docx"])


def _converted(data: bytes, command: list[str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "in.docx").write_bytes(data)
        Path(folder, "out").mkdir()
        subprocess.run([*command, "in.docx"], cwd=folder, check=True, capture_output=True)
        return Path(folder, "out/in.docx").read_bytes()


def _show(name: str, found: Score, seconds: float, wrong: int) -> None:
    print(f"\n{name}: {found.share:.1%} of {sum(found.all.values())} fields, {seconds:.1f} s CPU")
    for field, count in sorted(found.all.items()):
        print(f"  {field:10} {found.right[field]:4} of {count}")
    for line in found.wrong[:wrong]:
        print(f"  ! {line[:200]}")


if __name__ == "__main__":
    main()
