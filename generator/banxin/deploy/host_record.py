"""The record beside the site on a host: which files we put there, each with its digest.

It lies in two places that are written in turn, so that one of them is whole whenever a deploy is
cut. What is about to be sent or removed is announced first: it is ours from then on, and of its
bytes nothing is known until the record is written again.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

import msgspec

from banxin.model.fingerprint import digest

HIDDEN = ".banxin-deploy"
PLACES = (f"{HIDDEN}/record-a", f"{HIDDEN}/record-b")
_KIND = "banxin-deploy 1"
_UNKNOWN = "?" * 16


class HostRecord(msgspec.Struct, frozen=True):
    """``files``: digests by path, ``UNSETTLED`` where only the path is sure. ``number`` grows."""

    paper: str = ""
    number: int = 0
    files: Mapping[str, str] = {}

    def announcing(self, paths: Iterable[str]) -> HostRecord:
        files = {**self.files, **dict.fromkeys(paths, UNSETTLED)}
        return HostRecord(self.paper, self.number, files)


UNSETTLED = ""


def encode(record: HostRecord) -> bytes:
    """A line for each file; a path with a line break in it is left out, and never removed."""
    head = (_KIND, str(record.number), " ".join(record.paper.split()))
    rows = (
        f"{content or _UNKNOWN} {path}"
        for path, content in sorted(record.files.items())
        if "\n" not in path
    )
    text = "\n".join((*head, *rows, "")).encode()
    return zlib.compress(text + digest(text).encode(), 3)


def decode(data: bytes | None) -> HostRecord | None:
    """None for what isn't one, or not a whole one."""
    try:
        text = zlib.decompress(data or b"")
    except zlib.error:
        return None
    body, seal = text[:-32], text[-32:]
    if digest(body).encode() != seal:
        return None
    if not body.startswith(f"{_KIND}\n".encode()):  # another version's
        return None
    _, number, paper, *rows, _ = body.decode().split("\n")
    files = {row[17:]: UNSETTLED if row[0] == "?" else row[:16] for row in rows}
    return HostRecord(paper, int(number), files)


def newest(found: Iterable[bytes | None]) -> HostRecord | None:
    """The last one that was written whole."""
    whole = [record for record in map(decode, found) if record]
    return max(whole, key=lambda record: record.number, default=None)
