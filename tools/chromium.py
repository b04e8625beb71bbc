"""Find a Chromium for the tests: ``python -m tools.chromium`` prints its path.

``BROWSER=path`` names one; else the system's own is taken, else the one that Playwright brought.
What is missing is installed with ``--install``, in CI and for root, after saying so: by the
package manager, else by Playwright. Anybody else is told what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# The shell draws the same with a third of the work: it has no windows to draw.
NAMES = (
    *("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)


class Manager(NamedTuple):
    """A package manager: how it installs, and what Chromium and a Chinese typeface are called.

    ``chromium``: the first of these packages that there is.
    """

    name: str
    install: str
    chromium: tuple[str, ...]
    font: str


MANAGERS = (
    Manager(
        "apt-get",
        "install -y -qq --no-install-recommends",
        ("chromium-headless-shell", "chromium"),
        "fonts-noto-cjk",
    ),
    Manager("dnf", "install -y -q", ("chromium",), "google-noto-sans-cjk-fonts"),
    Manager("pacman", "-S --noconfirm --needed", ("chromium",), "noto-fonts-cjk"),
    Manager("apk", "add -q", ("chromium",), "font-noto-cjk"),
)
MISSING = """没有找到 Chromium：请运行 make test-setup 安装，或以 BROWSER=路径 指明一个。
No Chromium was found: run make test-setup to install one, or name one by BROWSER=path."""
FAILED = """装不上 Chromium：请自行安装，或以 BROWSER=路径 指明一个。
Chromium could not be installed: install one yourself, or name one by BROWSER=path."""
NO_FONT = """没有中文字体，有些测试会通不过：可用 make test-setup 安装。
No typeface has Chinese characters, so some tests will fail: make test-setup installs one."""
NOT_ONE = """BROWSER={0} 不是 Chromium，另找一个。
BROWSER={0} is no Chromium: looking for another."""
INSTALLS = """将安装系统软件包（{0}）：{1}
Installing system packages ({0}): {1}"""
COMPLETE = """浏览器和中文字体都有，不用安装。
There are a browser and a Chinese typeface: nothing to install."""


def find() -> str | None:
    """Path of a browser that starts, or None."""
    named = os.environ.get("BROWSER", "")
    if _is_chromium(named):
        return named
    places = (*map(shutil.which, NAMES), *APPLICATIONS)
    return next((p for p in places if p and _version(p)), None) or _playwrights()


def has_chinese_font() -> bool:
    """False only where it is known that no typeface has Chinese characters."""
    lister = shutil.which("fc-list")
    if lister is None:
        return True
    return bool(subprocess.run([lister, ":lang=zh-cn"], capture_output=True, check=False).stdout)


def _is_chromium(path: str) -> bool:
    """Desktops, too, set BROWSER: to what people read with, and that may be another one."""
    return bool(path) and "chrom" in _version(path).lower()


def _version(path: str) -> str:
    """What it says of itself; "" if it doesn't start."""
    # Ubuntu's chromium-browser may be a mere notice that a snap is wanted: so ask it
    try:
        run = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _may_install() -> bool:
    """In CI, and where somebody works as root, as on a machine of its own in a container."""
    return bool(os.environ.get("CI")) or (hasattr(os, "geteuid") and os.geteuid() == 0)


def _install() -> None:
    """What is missing, by the first way that leads to it."""
    manager = next((m for m in MANAGERS if shutil.which(m.name)), None)
    prefix = _as_root()
    if manager is not None and prefix is not None:
        _by_package_manager(manager, prefix)
    if find() is None:
        _by_playwright()


def _by_package_manager(manager: Manager, prefix: list[str]) -> None:
    browsers = () if find() else manager.chromium
    fonts = () if has_chinese_font() else (manager.font,)
    _say(INSTALLS.format(manager.name, " ".join((*browsers[:1], *fonts))))
    if manager.name == "apt-get":
        _run([*prefix, manager.name, "update", "-qq"])
    for package in (*fonts, *browsers):  # one at a time: a name may be unknown here
        if package in fonts or find() is None:
            _run([*prefix, manager.name, *manager.install.split(), package])


def _as_root() -> list[str] | None:
    """What to put before a command that only root may run; None if this user may not at all."""
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if sys.stdin.isatty():
        return ["sudo"]  # which asks for the password
    free = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if free else None


def _by_playwright() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> None:
    _say(" ".join(["+", *command]))
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(command, env=environ, stdout=2)  # standard output is for the path alone


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] = ()) -> int:
    named = os.environ.get("BROWSER", "")
    if named and not _is_chromium(named):
        _say(NOT_ONE.format(named))
    wanted, may_install = "--install" in arguments, _may_install()
    complete = find() is not None and has_chinese_font()
    if complete and wanted:
        _say(COMPLETE)
    if not complete and (wanted or may_install):
        _install()
    path = find()
    if path is None:
        _say(FAILED if wanted or may_install else MISSING)
        return 1
    if not has_chinese_font():
        _say(NO_FONT)
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
