"""Which versions of libraries are installed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress

# packaging.python.org, “Recording installed projects”; the other ending is setuptools' own
_RECORD = re.compile(r"([^-]+)-([^-]+)(?:-py[0-9.]+)?\.(?:dist|egg)-info")


def versions(libraries: Iterable[str]) -> str:
    """A text that changes with any of their versions. Raises ImportError for one that is missing.

    It is told from the names of the folders in which installers record them: importlib.metadata
    opens these, and is itself slow to load.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for name in map(_RECORD.fullmatch, os.listdir(folder or ".")):  # noqa: PTH208
                if name:
                    found.setdefault(_normal(name[1]), name[2])
    return "".join(f"{name}={found.get(_normal(name)) or _asked(name)};" for name in libraries)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked(name: str) -> str:
    """Of a library that was installed in some other way."""
    from importlib.metadata import version

    return version(name)
