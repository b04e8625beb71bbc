"""A table of made-up evenings, measured.

python -m tests.evenings --seed 7 --count 3 [--theme tabloid] [--details] [--shots FOLDER]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import QUIET
from tests.evenings import site
from tests.evenings.measuring import DESKTOP, PHONE, Look, Served, looks
from tools.chromium import find

HEAD = (
    "theme       seed mode     width over lap broken holes worst unfilled shown sizes stretched"
    " rows screens"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=3)
    parser.add_argument("--theme", choices=site.THEMES, action="append")
    parser.add_argument("--details", action="store_true", help="say each fault")
    parser.add_argument("--all", action="store_true", help="a line for each width")
    parser.add_argument("--shots", type=Path, help="a folder for pictures of the pages")
    asked = parser.parse_args()
    seeds = tuple(range(asked.seed, asked.seed + asked.count))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=QUIET)
        root = Path(folder)
        site.write(root, seeds)
        if asked.shots:
            asked.shots.mkdir(parents=True, exist_ok=True)
        print(HEAD)
        for theme in asked.theme or site.THEMES:
            _theme(browser, site.built(root, theme), theme, seeds, asked)


def _theme(
    browser: Browser, built: Path, theme: str, seeds: tuple[int, ...], asked: argparse.Namespace
) -> None:
    with Served(built) as served:
        for seed, page in site.pages(seeds).items():
            found = list(looks(browser, served.address + page))
            print(_row(theme, seed, "all", found))
            for look in found if asked.all else ():
                print(_row(theme, seed, look.mode, [look]))
            for look in found if asked.details else ():
                for kind, faults in _faults(look):
                    print(f"    {look.width} {look.mode} {kind}: {'; '.join(faults[:5])}")
            if asked.shots:
                _shots(browser, served.address + page, asked.shots / f"{theme}-{seed}")


def _faults(look: Look) -> list[tuple[str, list[str]]]:
    kinds = ((kind, getattr(look.faults, kind)) for kind in look.faults.__struct_fields__)
    return [(kind, faults) for kind, faults in kinds if faults]


def _row(theme: str, seed: int, mode: str, found: list[Look]) -> str:
    def count(kind: str) -> int:
        return sum(len(getattr(look.faults, kind)) for look in found)

    desk = [x.unfilled for x in found if x.unfilled is not None and x.width == DESKTOP]
    phone = [x.screens for x in found if x.width == PHONE and not x.mode]
    lines = sum(x.lines for x in found) or 1
    return (
        f"{theme:11} {seed:4} {mode:8} {found[0].width if len(found) == 1 else '':>5}"
        f" {count('overflow'):4} {count('overlap'):3} {count('broken'):6} {count('holes'):5}"
        f" {max(x.worst for x in found):5.0f} {(desk or [0])[0]:8.1%}"
        f" {min((share for x in found for share, _ in x.shown), default=1):5.0%}"
        f" {max(len(x.sizes) for x in found):5} {sum(x.stretched for x in found) / lines:9.2%}"
        f" {max((x.rows for x in found if x.width == PHONE), default=0):4}"
        f" {(phone or [0])[0]:7.1f}"
    )


def _shots(browser: Browser, url: str, name: Path) -> None:
    for width in (PHONE, DESKTOP):
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
            page.goto(url)
            page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=f"{name}-{width}-{scheme}.png", full_page=True)
            page.close()


if __name__ == "__main__":
    main()
