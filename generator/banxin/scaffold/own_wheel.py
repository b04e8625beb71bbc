"""The running program as a wheel, without a build backend: what a new paper installs.

A wheel is an archive of the package and of what is recorded of it (PyPA, “Binary distribution
format”). Where Banxin runs from a checkout, its themes and manuals lie beside the package; in the
wheel they lie in it. The same program gives the same bytes on every machine with the same zlib.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import banxin
from banxin.rendering.theme import BUNDLED
from banxin.scaffold.manuals import manuals

_PACKAGE = Path(banxin.__file__).parent
_THEMES, _MANUALS = "banxin/rendering/themes", "banxin/scaffold/manuals"
_LEFT_OUT = re.compile(r"\.|.*\.py[co]$|__pycache__$|.*~$")
_WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_READABLE = 0o100644 << 16  # a file that all may read, as Unix has it
_TAG = "py3-none-any"
_WHEEL = f"Wheel-Version: 1.0\nGenerator: banxin\nRoot-Is-Purelib: true\nTag: {_TAG}\n"


class NoMetadata(Exception):
    """The program was never installed: nothing says what it needs."""


def wheel_name() -> str:
    return f"banxin-{banxin.__version__}-{_TAG}.whl"


def own_wheel() -> bytes:
    """Raises NoMetadata."""
    info = f"banxin-{banxin.__version__}.dist-info"
    files = dict(sorted([*_package(), *((f"{info}/{n}", data) for n, data in _metadata())]))
    rows = [f"{name},{_hash(data)},{len(data)}\n" for name, data in files.items()]
    files[f"{info}/RECORD"] = "".join([*rows, f"{info}/RECORD,,\n"]).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _READABLE
            entry.create_system = 3  # Unix, on Windows as well: the bytes are to be the same
            archive.writestr(entry, data)
    return packed.getvalue()


def _package() -> Iterator[tuple[str, bytes]]:
    yield from _files(_PACKAGE, "banxin")
    if not BUNDLED.is_relative_to(_PACKAGE):
        yield from _files(BUNDLED, _THEMES)
    yield from ((f"{_MANUALS}/{name}", text) for name, text in manuals())


def _files(folder: Path, place: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if _LEFT_OUT.match(entry.name):
            continue
        if entry.is_dir():
            yield from _files(entry, f"{place}/{entry.name}")
        else:
            yield f"{place}/{entry.name}", _text_as_in_git(entry)


def _text_as_in_git(file: Path) -> bytes:
    """A checkout on Windows may have other line ends than a wheel; no text of ours needs them."""
    data = file.read_bytes()
    return data if b"\0" in data else data.replace(b"\r\n", b"\n")


def _metadata() -> Iterator[tuple[str, bytes]]:
    try:
        installed = distribution("banxin")
    except PackageNotFoundError:
        raise NoMetadata from None
    yield "METADATA", _said(installed)
    yield "entry_points.txt", (installed.read_text("entry_points.txt") or "").encode()
    yield "WHEEL", _WHEEL.encode()
    if licence := installed.read_text("licenses/LICENSE"):
        yield "licenses/LICENSE", licence.encode()


def _said(installed: Distribution) -> bytes:
    """A checkout that was updated since it was installed is of another version by now."""
    text = installed.read_text("METADATA")
    if not text:
        raise NoMetadata
    return re.sub("(?m)^Version: .*$", f"Version: {banxin.__version__}", text, count=1).encode()


def _hash(data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
    return f"sha256={digest.decode()}"
