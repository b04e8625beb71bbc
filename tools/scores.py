"""Lighthouse over the built pages: python -m tools.scores [ADDRESS …], as `make lighthouse` does.

Builds the site of this folder, serves it the way GitHub Pages does (compressed, cached for ten
minutes) and measures the home page, a page and an article as on a phone; then a page with a page
image, of the fictional paper where this folder's has none. Exit code 1 if one misses its goal.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tools.chromium import find
from tools.npm import NODE

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")
SITE = Path(".cache/lighthouse")
PICTURED = Path("tests/papers/jiangcheng")  # a paper with page images
LIGHTHOUSE = Path(__file__).parent / "lighthouse/node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a page is held to: performance of 100, largest paint in seconds."""

    performance: int
    paint: float
    shift: float = 0.02


PLATE = Goal(90, 2.5)
# by how deep the address is: the home page, an issue, a page, an article
GOALS = (Goal(95, 1.8), Goal(95, 1.8), Goal(95, 1.8), Goal(98, 1.5))


class Pages(SimpleHTTPRequestHandler):
    """A folder as GitHub Pages serves it."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in COMPRESSED or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the scores are what is asked for."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which ``folder`` is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def measured(address: str, chromium: str) -> dict[str, Any]:
    """Lighthouse's report on one address, as a phone on a slow network sees it."""
    run = subprocess.run(
        [
            *(NODE, LIGHTHOUSE, address, "--quiet", "--output=json"),
            *(f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"),
        ],
        env=os.environ | {"CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        check=True,
    )
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def goal_of(site: Path, path: str) -> Goal:
    if 'class="plate"' in (site / path / "index.html").read_text(encoding="utf-8"):
        return PLATE
    return GOALS[min(path.count("/"), len(GOALS) - 1)]


def line(path: str, goal: Goal, report: dict[str, Any]) -> tuple[bool, str]:
    """Whether a page is as good as it has to be, and its figures."""
    audits = report["audits"]
    scores = [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]
    paint = audits["largest-contentful-paint"]["numericValue"] / 1000
    shift = audits["cumulative-layout-shift"]["numericValue"]
    good = scores[0] >= goal.performance and scores[1:] == [100] * 3
    good = good and paint <= goal.paint and shift <= goal.shift
    figures = "  ".join(f"{n} {s}" for n, s in zip(CATEGORIES, scores, strict=True))
    return good, f"{'✓' if good else '✗'} /{path}  {figures}  LCP {paint:.2f} s  CLS {shift:.3f}"


def lost(report: dict[str, Any]) -> Iterator[str]:
    """The audits other than performance's that took points, and the first elements at fault."""
    for name in CATEGORIES[1:]:
        for used in report["categories"][name]["auditRefs"]:
            audit = report["audits"][used["id"]]
            if used["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"    {name}: {audit['title']}"
                for item in audit.get("details", {}).get("items", [])[:3]:
                    yield f"      {item.get('node', {}).get('snippet', '')}"


def samples(site: Path) -> Iterator[str]:
    """The home page, and the newest issue's first page and first article."""
    yield ""
    issue = max(site.glob("[0-9][0-9][0-9][0-9]-*/"))
    page = min(issue.glob("[0-9][0-9]/"))
    article = min(page.glob("[0-9][0-9]/"))
    for folder in (page, article):
        yield f"{folder.relative_to(site).as_posix()}/"


def plates(site: Path) -> Iterator[str]:
    """The first page that shows its image."""
    pages = sorted(site.glob("[0-9][0-9][0-9][0-9]-*/[0-9][0-9]/"))
    found = (f"{page.relative_to(site).as_posix()}/" for page in pages)
    yield from [path for path in found if goal_of(site, path) is PLATE][:1]


def measure(root: Path, chromium: str, chosen: Callable[[Path], Iterator[str]]) -> bool:
    """Whether all ``chosen`` pages of the paper in ``root`` reach their goals; prints each."""
    all_good = True
    site = SITE / (root.name or "own") / "site"
    with serving(site) as address:
        build = [sys.executable, "-m", "banxin", "build", "-C", str(root)]
        subprocess.run([*build, "--output", str(site.resolve()), "--base-url", address], check=True)
        for path in chosen(site):
            report = measured(address + path, chromium)
            good, figures = line(path, goal_of(site, path), report)
            print(figures, *lost(report), sep="\n", flush=True)
            all_good = all_good and good
    return all_good


def main(paths: list[str]) -> int:
    chromium = find()
    if chromium is None:
        return 1
    if paths:
        return 0 if measure(Path(), chromium, lambda _: iter(paths)) else 1
    pictured = SITE / "pictured"
    shutil.copytree(PICTURED, pictured / "content", dirs_exist_ok=True)
    own = measure(Path(), chromium, samples)
    return 0 if measure(pictured, chromium, plates) and own else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
