"""Bytes that prove themselves: what a cache keeps is given out as it was put in, or not at all.

A disk, a synchroniser, a restored backup and a person with an editor may all change what lies in a
cache. Whatever was changed, cut, swapped with its neighbour or put under another name is refused,
so that it is made again.
"""

from __future__ import annotations

import hashlib

_LENGTH = 16  # bytes of a seal


class BrokenSeal(ValueError):
    """Not what was sealed under that name."""


def sealed(data: bytes, name: str) -> bytes:
    """``data`` behind a digest of itself and of the ``name`` that it is kept under."""
    return _seal(data, name) + data


def opened(found: bytes, name: str) -> bytes:
    """What was ``sealed`` under that name. Raises BrokenSeal for anything else."""
    if not isinstance(found, bytes):  # a damaged database gives any kind of value
        raise BrokenSeal(name)
    data = found[_LENGTH:]
    if found[:_LENGTH] != _seal(data, name):
        raise BrokenSeal(name)
    return data


def seal_of(found: bytes) -> bytes:
    """The digest that stands before what was sealed."""
    return found[:_LENGTH]


def _seal(data: bytes, name: str) -> bytes:
    # the length keeps name and data apart
    found = hashlib.blake2b(f"{len(data)} {name}\n".encode(), digest_size=_LENGTH)
    found.update(data)
    return found.digest()
