"""Pagefind's index with its articles and files called by their numbers.

A browser must read the list of both before it can search. Pagefind calls each by a name made by
chance and tells how long each article is, which only its own ranking asks for: two thirds of the
list. Numbers are hexadecimal; an article's is its place among the records.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from banxin.search.index.pagefind_service import SearchFailed
from banxin.search.index.records import SearchRecord

FRAGMENT = "fragment/"  # an article, with all of its text
_LIST = re.compile(r"pagefind\.[a-z]+_[0-9a-f]+\.pf_meta")
_CHUNK = "index/{}.pf_index"
_SIGNATURE = b"pagefind_dcd"  # before what a file says
_LENGTH = 1  # of every article
_BROKEN = (ValueError, KeyError, TypeError, OSError, EOFError, zlib.error)


class _Fragment(msgspec.Struct):
    url: str


def number(n: int) -> str:
    """What the n-th article is called, and the n-th file of the index."""
    return f"{n:x}"


def numbered(files: Mapping[str, bytes], records: Sequence[SearchRecord]) -> dict[str, bytes]:
    """``files`` of Pagefind's index of ``records``, without its own files of articles.

    Raises SearchFailed if it lists other articles, or in another order.
    """
    try:
        name = next(filter(_LIST.fullmatch, files), "pagefind.pf_meta")
        version, articles, chunks, *rest = _read(files[name])
        urls = [_url(files[f"{FRAGMENT}{called}.pf_fragment"]) for called, _ in articles]
        renamed = {_CHUNK.format(c[-1]): _CHUNK.format(number(n)) for n, c in enumerate(chunks)}
        data = {new: files[old] for old, new in renamed.items()}
    except _BROKEN as error:
        raise SearchFailed("search-nonsense", said=f"GetFiles: {error}") from error
    if urls != [record.url for record in records]:
        raise SearchFailed("search-nonsense", said=f"GetFiles: {', '.join(urls)[:60]}?")
    listed = [[number(n), _LENGTH] for n in range(len(articles))]
    ranges = [[*ends, number(n)] for n, (*ends, _) in enumerate(chunks)]
    data[name] = _written([version, listed, ranges, *rest])
    others = {p: file for p, file in files.items() if not p.startswith((FRAGMENT, "index/"))}
    return {**others, **data}


def _read(data: bytes) -> Any:
    import cbor2  # late: most builds make no index

    try:
        return cbor2.loads(gzip.decompress(data).removeprefix(_SIGNATURE))
    except cbor2.CBORError as error:
        raise ValueError(error) from error


def _written(said: object) -> bytes:
    import cbor2

    return gzip.compress(_SIGNATURE + cbor2.dumps(said), mtime=0)


def _url(fragment: bytes) -> str:
    text = gzip.decompress(fragment).removeprefix(_SIGNATURE)
    return msgspec.json.decode(text, type=_Fragment).url
