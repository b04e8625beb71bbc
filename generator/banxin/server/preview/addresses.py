"""From a request's address to a file of the site, the way a static host does it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

import msgspec

OWN = "__banxin"  # first segment of the preview's own addresses

_TEXT = "; charset=utf-8"
_TYPES = {  # not mimetypes.guess_type: that one asks the machine, and machines differ
    ".avif": "image/avif",
    ".css": "text/css" + _TEXT,
    ".gif": "image/gif",
    ".htm": "text/html" + _TEXT,
    ".html": "text/html" + _TEXT,
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript" + _TEXT,
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript" + _TEXT,
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml" + _TEXT,
    ".txt": "text/plain" + _TEXT,
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml" + _TEXT,
}


class BadAddress(ValueError):
    """An address no link of a site can have: nothing is looked up for it."""


class FoundFile(msgspec.Struct, frozen=True):
    file: Path


class MovedAddress(msgspec.Struct, frozen=True):
    """The address with which the request should have come."""

    to: str


Answer = FoundFile | MovedAddress | None


def segments(path: str) -> tuple[str, ...]:
    """The decoded parts of an absolute ``path``; the last is empty if it ends with a slash.

    Raises BadAddress for whatever could mean another file than it seems to: ``..``, an encoded
    slash, a backslash, a drive's colon, control characters, bytes that aren't UTF-8.
    """
    if not path.startswith("/"):
        raise BadAddress(path)
    try:
        parts = tuple(unquote(part, errors="strict") for part in path[1:].split("/"))
    except UnicodeDecodeError:
        raise BadAddress(path) from None
    if any(_is_odd(part) for part in parts) or "" in parts[:-1]:
        raise BadAddress(path)
    return parts


def _is_odd(part: str) -> bool:
    return part in (".", "..") or any(c in '/\\:"<>|' or not c.isprintable() for c in part)


def find(output: Path, base: str, parts: tuple[str, ...]) -> Answer:
    """What a host that lays ``output`` under the path ``base`` has at ``parts``."""
    root = segments(base)[:-1]
    if (parts == ("",) and root) or parts == root:
        return MovedAddress(base)
    if parts[: len(root)] != root:
        return None
    return _in_folder(output, parts[len(root) :], parts)


def file_of(base: str, parts: tuple[str, ...]) -> str:
    """The file at an address, from the output folder; "" if it lies outside of ``base``."""
    root = segments(base)[:-1]
    path = "/".join(parts[len(root) :])
    if parts[: len(root)] != root or len(parts) == len(root):
        return ""
    return path if parts[-1] else f"{path}index.html"


def _in_folder(output: Path, below: tuple[str, ...], parts: tuple[str, ...]) -> Answer:
    try:
        inside = output.resolve(strict=True)
        found = inside.joinpath(*below).resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: links in a circle, before Python 3.13
        return None
    if not found.is_relative_to(inside):
        return None
    if not found.is_dir():
        return FoundFile(found) if parts[-1] and found.is_file() else None
    if parts[-1]:
        return MovedAddress("/" + "".join(f"{quote(part)}/" for part in parts))
    index = found / "index.html"
    return FoundFile(index) if index.is_file() and not index.is_symlink() else None


def content_type(name: str) -> str:
    """By the name's ending; a search index's files and whatever is unknown are plain bytes."""
    return _TYPES.get(Path(name).suffix.lower(), "application/octet-stream")
