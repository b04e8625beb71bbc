"""Plugins as they are installed: a module and its entry point in a folder of Python's path."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from banxin.plugins.discovery import InstalledPlugin, installed_plugins

HOUSE_STYLE = (Path(__file__).parents[1] / "plugins/house_style.py").read_text(encoding="utf-8")


class Installer:
    """Installs plugins below ``folder``; what was imported of them is forgotten, as by a process
    that ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, source: str, name: str = "house-style") -> tuple[InstalledPlugin, ...]:
        """All that are installed now, this one among them."""
        module = name.replace("-", "_")
        (self.folder / f"{module}.py").write_text(source, encoding="utf-8")
        recorded = self.folder / f"{module}-1.0.dist-info"
        recorded.mkdir(exist_ok=True)
        (recorded / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (recorded / "entry_points.txt").write_text(f"[banxin.plugins]\n{name} = {module}:plugin\n")
        sys.modules.pop(module, None)
        for compiled in self.folder.glob("__pycache__/*.pyc"):
            compiled.unlink()  # of the same second, it would be taken for current
        importlib.invalidate_caches()
        return installed_plugins()


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return Installer(folder)
