"""A digest of a value that changes exactly when the value does."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from typing import Any

import msgspec
from markupsafe import Markup


def digest(data: bytes) -> str:
    """BLAKE2b of ``data``: 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def fingerprint(value: object) -> str:
    """Digest ``value``. Raises TypeError for anything that is not a plain, ordered value.

    Refused are dict, set, list, float and Structs that aren't frozen: what is forgotten or
    unordered must be an exception here, or it becomes a stale page.
    """
    parts: list[str] = []
    _encode(value, parts)
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    return digest("\x1f".join(parts).encode("utf-8", "surrogatepass"))


@cache
def _names(cls: Any) -> tuple[str, ...]:
    if not cls.__struct_config__.frozen:
        raise TypeError(f"{cls.__name__} can change after it was fingerprinted: freeze it")
    names: tuple[str, ...] = cls.__struct_fields__
    return names


def _encode(value: Any, parts: list[str]) -> None:
    kind = type(value)
    if kind is str or kind is Markup:
        # the length keeps ("a", "b") and ("a\x1fsb",) apart
        parts.append(f"s{len(value)}:{value}")
    elif value is None or kind is bool or kind is int:
        parts.append(repr(value))
    elif kind is tuple:
        parts.append(f"({len(value)}")
        for item in value:
            _encode(item, parts)
    elif kind is date:
        parts.append(value.isoformat())
    elif issubclass(kind, msgspec.Struct):
        inner = [kind.__name__]
        for name in _names(kind):
            _encode(getattr(value, name), inner)
        parts.append(_joined(inner))
    else:
        raise TypeError(f"cannot fingerprint a {kind.__name__}: use tuple, str, int, date, frozen")
