"""What the pictures of an issue cost: seconds, processor time, memory, bytes, likeness.

    python -m tests.benchmarks.pictures

Ten photos of 12 megapixels and four page images, made up (picture_corpus.py). The peer is sharp,
npm's binding of libvips, on the same pictures in the same run. See docs/performance.md. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from banxin.model.fingerprint import digest
from tools.chromium import find
from tools.npm import NODE

from . import picture_corpus, picture_issue
from .meter import CommandFailed, Cost, measure
from .picture_preview import preview
from .similarity import ssim
from .tool import HERE, REPOSITORY

SUFFIXES = (".webp", ".jpg", ".png", ".avif", ".gif")
FORMATS = {".webp": "webp", ".jpg": "jpeg"}  # by the name that sharp has for them


@dataclass(slots=True)
class PictureBench:
    """A project with one issue of pictures, and a folder for what is put out of its way."""

    root: Path
    attic: Path
    issue: Path
    runs: int = 0
    costs: dict[str, Cost] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        return self.root / "output"

    def build(self, case: str) -> None:
        self.runs += 1
        command = (sys.executable, "-m", "banxin", "build", "-C", str(self.root), "--no-search")
        log = self.attic / f"{self.runs}.log"
        self.costs[case] = measure(command, folder=REPOSITORY, log=log)

    def put_away(self, *names: str) -> None:
        for name in names:
            for path in self.root.glob(name):
                path.rename(self.attic / f"{time.monotonic_ns()}-{path.name}")

    def pictures(self) -> list[Path]:
        files = (f for f in self.output.rglob("media/*") if f.suffix in SUFFIXES)
        return sorted(files)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-sharp", action="store_true", help="without the peer")
    parser.add_argument("--no-preview", action="store_true")
    parser.add_argument("--folder", type=Path, help="work there, and keep it")
    given = parser.parse_args(arguments)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="banxin-pictures-"))
    try:
        bench = _made(folder)
        load = " ".join(f"{n:.1f}" for n in os.getloadavg())
        print(f"{os.cpu_count()} processors, load {load}", flush=True)
        _cases(bench)
        if not given.no_sharp:
            _sharp(bench)
        _tell(bench)
        if not given.no_preview:
            print(preview(bench.root, bench.issue, bench.attic), flush=True)
    except CommandFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        if given.folder is None:
            shutil.rmtree(folder)
    return 0


def _made(folder: Path) -> PictureBench:
    root, attic = folder / "paper", folder / "attic"
    attic.mkdir(parents=True)
    found = find()
    issue = picture_issue.write(root, attic, str(found) if found else None)
    return PictureBench(root, attic, issue)


def _cases(bench: PictureBench) -> None:
    bench.build("clean")
    bench.put_away("output", ".banxin/output-*", ".banxin/sources*")
    bench.build("pictures cached, all else made again")
    bench.build("nothing changed")
    with picture_issue.articles(bench.issue)[1].open("a", encoding="utf-8") as file:
        file.write("\n更正一句。\n")
    bench.build("a text edited")
    picture_corpus.photo(99).save(bench.issue / "photo-99.jpg", quality=picture_issue.QUALITY)
    picture_issue.add_photos(picture_issue.articles(bench.issue)[9], ["photo-99.jpg"])
    bench.build("a photo added")


def _published(bench: PictureBench) -> dict[Path, list[Path]]:
    """The files that were made of each source."""
    found: dict[Path, list[Path]] = {}
    for source in sorted((*bench.issue.glob("*.jpg"), *bench.issue.glob("*.png"))):
        stem = digest(source.read_bytes())[:16]
        found[source] = [file for file in bench.pictures() if file.name.startswith(stem)]
    return found


def _jobs(bench: PictureBench) -> list[dict[str, object]]:
    """What sharp is to make: of each source the sizes that Banxin made, but for the added photo."""
    return [
        {
            "file": str(source),
            "made": [
                (Image.open(file).width, FORMATS[file.suffix], 80)
                for file in made
                if file.suffix in FORMATS
            ],
        }
        for source, made in _published(bench).items()
        if source.name != "photo-99.jpg"
    ]


def _sharp(bench: PictureBench) -> None:
    """Install it into a folder that is thrown away, and measure it."""
    home = bench.attic / "sharp"
    home.mkdir()
    npm = (sys.executable, "-m", "tools.npm", "install", "--prefix", str(home), "sharp")
    subprocess.run(npm, check=True, cwd=REPOSITORY, capture_output=True)
    shutil.copy(HERE / "sharp.js", home)
    jobs = home / "jobs.json"
    jobs.write_text(json.dumps(list(_jobs(bench))), encoding="utf-8")
    command = (str(NODE), str(home / "sharp.js"), str(jobs), str(home / "made"))
    bench.costs["sharp, the same pictures"] = measure(
        command, folder=home, log=bench.attic / "sharp.log"
    )


def _tell(bench: PictureBench) -> None:
    print("| case | wall | CPU | memory |\n|---|--:|--:|--:|")
    for case, cost in bench.costs.items():
        row = (f"{cost.wall:.2f} s", f"{cost.cpu:.2f} s", f"{cost.peak / 1e6:,.0f} MB")
        print(f"| {case} | {' | '.join(row)} |")
    theirs = bench.costs.get("sharp, the same pictures")
    if theirs:
        print(f"\nCPU of a clean build by sharp's: {bench.costs['clean'].cpu / theirs.cpu:.2f}")
    kinds: dict[str, int] = {}
    published = _published(bench)
    for source, made in published.items():
        for file in made:
            kind = f"{source.name.partition('-')[0]}s as {file.suffix[1:]}"
            kinds[kind] = kinds.get(kind, 0) + file.stat().st_size
    listed = ", ".join(f"{kind} {size / 1e6:.2f}" for kind, size in sorted(kinds.items()))
    print(f"\nMB of pictures, the added photo's too: {sum(kinds.values()) / 1e6:.2f} ({listed})")
    likeness = sorted(_likeness(published))
    print(f"least alike: {'; '.join(f'{n:.3f} {what}' for n, what in likeness[:3])}", flush=True)


def _likeness(published: dict[Path, list[Path]]) -> Iterator[tuple[float, str]]:
    """How alike each file is to its source as it is scaled without loss."""
    for source, made in published.items():
        for file in (one for one in made if not one.name.endswith("-card.jpg")):  # that is cut
            with Image.open(source) as whole, Image.open(file) as one:
                scaled = whole.convert("RGB").resize(one.size, Image.Resampling.LANCZOS)
                what = f"{source.name} {one.width} px {file.suffix[1:]}"
                yield ssim(scaled, one.convert("RGB")), what


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
