"""Which plugins are installed: looked up once, at the edge, and passed in."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from banxin.model.fingerprint import digest, fingerprint
from banxin.plugins import Plugin

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "banxin.plugins"


class InstalledPlugin(msgspec.Struct, frozen=True):
    """A plugin by its name and where it lies (package.module:attribute), which any process can
    import. ``digest`` changes with its version and with any of its files."""

    name: str
    target: str
    digest: str

    def load(self) -> Plugin:
        """Raises whatever importing it raises, and TypeError if it is no Plugin."""
        module, _, attribute = self.target.partition(":")
        found = getattr(import_module(module), attribute or "plugin")
        if not isinstance(found, Plugin):
            raise TypeError(f"{self.target} is a {type(found).__name__}, not a Plugin")
        return found


def installed_plugins() -> tuple[InstalledPlugin, ...]:
    """In the order of their names. None of them is imported."""
    from importlib.metadata import entry_points  # late: only some commands ask, and it is slow

    found = (InstalledPlugin(e.name, e.value, _digest(e)) for e in entry_points(group=GROUP))
    return tuple(sorted(found, key=lambda plugin: plugin.name))


def _digest(entry: EntryPoint) -> str:
    version = entry.dist.version if entry.dist else ""
    return fingerprint((entry.value, version, tuple(_sources(entry.module.partition(".")[0]))))


def _sources(package: str) -> Iterator[tuple[str, str]]:
    """Every file of a package, or of a module that stands alone: its path and its digest."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations or () if spec else ()
    for folder in map(Path, folders):
        yield from ((f.relative_to(folder).as_posix(), _bytes(f)) for f in sorted(_files(folder)))
    if spec and spec.origin and not folders:
        yield package, _bytes(Path(spec.origin))


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")


def _bytes(file: Path) -> str:
    return digest(file.read_bytes())
