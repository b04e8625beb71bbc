"""What the site itself says was published: the lists of addresses that every build writes.

Asked for where nothing else is known, as on a fresh computer in the cloud: ``--published``, with an
address or a folder. Little is taken on trust: a limit of time, one of size, and each list must have
the digest that the index says.
"""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path

from banxin.content.fields.addresses import is_web_address
from banxin.model.fingerprint import digest
from banxin.model.published import NONE, PublishedAddress, PublishedAddresses
from banxin.problems import Place, Problems
from banxin.site import routes
from banxin.site.address_book import read

NOTHING_YET = "none"  # what is said instead where nothing was ever published
SECONDS = 60.0  # for all lists
LARGEST = 64_000_000  # bytes of all lists: a million articles have less
_AT_ONCE = 1 << 16
_INDEX = re.compile(r"([a-z0-9]+ [0-9a-f]{32}\n)*")

Fetch = Callable[[str], bytes]


class Unreadable(Exception):
    """Why the lists can't be read, in words."""


def from_site(where: str, problems: Problems) -> PublishedAddresses:
    """By the lists at ``where``, an address or a folder; reports what can't be read."""
    try:
        fetch = _fetcher(where)
        index = _index(fetch)
        if index is None:
            problems.warn(Place("--published"), "published-unknown", where=where)
            return NONE
        found: dict[str, PublishedAddress] = {}
        for name, wanted in index.items():
            data = fetch(f"{name}.txt")
            if digest(data) != wanted:
                raise Unreadable(f"{name}.txt: {digest(data)} != {wanted}")
            found |= {a: PublishedAddress(s) for a, s in read(data.decode())}
    except (Unreadable, OSError, HTTPException, ValueError) as error:
        problems.add(Place("--published"), "published-unreadable", where=where, reason=error)
        return NONE
    return found


def _index(fetch: Fetch) -> dict[str, str] | None:
    """Each list's digest; None if the site has none."""
    try:
        text = fetch("index.txt").decode()
    except FileNotFoundError:
        return None
    if not _INDEX.fullmatch(text):
        raise Unreadable("index.txt")
    return dict(line.split(" ") for line in text.splitlines())


def _fetcher(where: str) -> Fetch:
    if is_web_address(where):
        return _Download(f"{where.rstrip('/')}/{routes.ADDRESSES}")
    folder = Path(where)
    if not folder.is_dir():
        raise Unreadable(where)
    return lambda name: (folder / routes.ADDRESSES / name).read_bytes()


class _Download:
    """Files below one address, within the limits that all of them share."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._until = time.monotonic() + SECONDS
        self._left = LARGEST

    def __call__(self, name: str) -> bytes:
        request = urllib.request.Request(self._base + name, headers={"User-Agent": "banxin"})
        try:
            with urllib.request.urlopen(request, timeout=self._seconds()) as answer:
                return self._body(answer)
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                raise FileNotFoundError(name) from error
            raise Unreadable(f"HTTP {error.code}") from error

    def _seconds(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise Unreadable(f"> {SECONDS:.0f} s")
        return left

    def _body(self, answer: HTTPResponse) -> bytes:
        parts = []
        while part := answer.read(_AT_ONCE):
            self._left -= len(part)
            if self._left < 0:
                raise Unreadable(f"> {LARGEST:,} B")
            self._seconds()
            parts.append(part)
        return b"".join(parts)
