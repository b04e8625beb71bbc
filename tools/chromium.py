"""Find a Chromium for the tests, or bring one: python -m tools.chromium prints its path.

The system's own comes first, then the package manager's, then Playwright's download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
CHROMIUM, FONT = 0, 1
# manager -> how it installs, the package of Chromium, one of typefaces with Chinese characters
MANAGERS = {
    "apt-get": ("install -y -qq --no-install-recommends", "chromium", "fonts-noto-cjk"),
    "dnf": ("install -y -q", "chromium", "google-noto-sans-cjk-fonts"),
    "pacman": ("-S --noconfirm --needed", "chromium", "noto-fonts-cjk"),
    "apk": ("add -q", "chromium", "font-noto-cjk"),
}


def find() -> str | None:
    """Path of a browser that starts, or None."""
    asked = os.environ.get("CHROMIUM")
    places = [asked] if asked else [*map(shutil.which, NAMES), *APPLICATIONS]
    return next((p for p in places if p and _starts(p)), None) or _playwrights()


def bring() -> str | None:
    """Install a browser by the first way that leads to one."""
    _by_package_manager(CHROMIUM)
    if found := find():
        return found
    _by_playwright()
    return find()


def has_chinese_font() -> bool:
    """False only where it is known that no typeface has Chinese characters."""
    lister = shutil.which("fc-list")
    if lister is None:
        return True
    return bool(subprocess.run([lister, ":lang=zh-cn"], capture_output=True, check=False).stdout)


def _starts(path: str) -> bool:
    # Ubuntu's chromium-browser may be a mere notice that a snap is wanted: so ask it
    try:
        run = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _by_package_manager(what: int) -> None:
    manager = next(filter(shutil.which, MANAGERS), None)
    prefix = _as_root()
    if manager is None or prefix is None:
        return
    install, *packages = MANAGERS[manager]
    if manager == "apt-get":
        _say([*prefix, manager, "update", "-qq"])
    _say([*prefix, manager, *install.split(), packages[what]])


def _as_root() -> list[str] | None:
    """What to put before a command that only root may run; None if this user may not at all."""
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return []
    may = shutil.which("sudo") and not subprocess.call(
        ["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return ["sudo", "-n"] if may else None


def _by_playwright() -> None:
    _say([sys.executable, "-m", "playwright", "install", "chromium"])


def _say(command: list[str]) -> None:
    print("+", *command, file=sys.stderr, flush=True)
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(command, env=environ, stdout=2)  # standard output is for the path alone


def main() -> int:
    path = find() or bring()
    if path is None:
        print(
            "没有找到浏览器，也装不上：请安装 Chromium，或以 CHROMIUM=路径 指明。", file=sys.stderr
        )
        print("No browser: install Chromium, or name one by CHROMIUM=path.", file=sys.stderr)
        return 1
    if not has_chinese_font():
        _by_package_manager(FONT)
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
