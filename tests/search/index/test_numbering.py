"""Articles and files of Pagefind's index have numbers for names."""

from __future__ import annotations

import gzip
from datetime import date

import cbor2
import pytest
from msgspec.structs import replace

from banxin.search import SearchRecord
from banxin.search.index.numbering import numbered
from banxin.search.index.pagefind_service import SearchFailed, binary, index
from banxin.search.index.records import content
from tests.support.search_site import articles

RECORDS = articles(300, [date(2022, 4, n) for n in (3, 2, 1)])
LIST = "pagefind.und_"


def said(data: bytes) -> list[object]:
    found: list[object] = cbor2.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
    return found


def meta(files: dict[str, bytes]) -> str:
    return next(path for path in files if path.startswith(LIST))


@pytest.fixture(scope="module")
def pagefinds() -> dict[str, bytes]:
    told = ({"url": r.url, "language": "und", "content": content(r, ())} for r in RECORDS)
    return index(binary(), ({**one, "meta": {}, "filters": {}} for one in told))


@pytest.fixture(scope="module")
def ours(pagefinds: dict[str, bytes]) -> dict[str, bytes]:
    return numbered(pagefinds, RECORDS)


def test_the_list_is_at_most_half_as_long(
    pagefinds: dict[str, bytes], ours: dict[str, bytes]
) -> None:
    assert meta(ours) == meta(pagefinds)
    assert 2 * len(ours[meta(ours)]) < len(pagefinds[meta(pagefinds)])


def test_nothing_else_is_another(pagefinds: dict[str, bytes], ours: dict[str, bytes]) -> None:
    (version, listed, chunks, *rest), new = said(pagefinds[meta(pagefinds)]), said(ours[meta(ours)])
    assert isinstance(listed, list)
    assert isinstance(chunks, list)
    assert new[0] == version
    assert new[1] == [[f"{n:x}", 1] for n in range(len(listed))]
    assert new[3:] == rest
    for n, (first, last, name) in enumerate(chunks):
        assert new[2][n] == [first, last, f"{n:x}"]  # type: ignore[index]
        assert ours[f"index/{n:x}.pf_index"] == pagefinds[f"index/{name}.pf_index"]
    kept = {p for p in pagefinds if not p.startswith(("index/", "fragment/"))}
    assert {p for p in ours if not p.startswith("index/")} == kept


def test_equal_records_give_equal_files(
    pagefinds: dict[str, bytes], ours: dict[str, bytes]
) -> None:
    assert numbered(pagefinds, RECORDS) == ours


@pytest.mark.parametrize(
    "records",
    [RECORDS[1:], [*RECORDS, RECORDS[0]], [RECORDS[1], RECORDS[0], *RECORDS[2:]]],
    ids=["more", "fewer", "another order"],
)
def test_other_articles_than_pagefind_was_told_are_an_error(
    pagefinds: dict[str, bytes], records: list[SearchRecord]
) -> None:
    with pytest.raises(SearchFailed):
        numbered(pagefinds, records)


@pytest.mark.parametrize(
    "bad",
    [b"", b"\x1f\x8b", gzip.compress(b"pagefind_dcd\x83")],
    ids=["empty", "half a file", "half a list"],
)
def test_a_list_that_can_not_be_read_is_an_error(pagefinds: dict[str, bytes], bad: bytes) -> None:
    with pytest.raises(SearchFailed):
        numbered({**pagefinds, meta(pagefinds): bad}, RECORDS)


@pytest.mark.parametrize("lost", ["pagefind.", "index/", "fragment/"])
def test_a_file_that_pagefind_lost_is_an_error(pagefinds: dict[str, bytes], lost: str) -> None:
    gone = max(p for p in pagefinds if p.startswith(lost) and p.endswith(("_meta", "_index", "nt")))
    with pytest.raises(SearchFailed):
        numbered({p: data for p, data in pagefinds.items() if p != gone}, RECORDS)


def test_two_articles_that_say_the_same_have_two_numbers() -> None:
    twins = [replace(RECORDS[0], url=f"/{n}/") for n in range(3)]
    told = ({"url": r.url, "language": "und", "content": content(r, ())} for r in twins)
    files = index(binary(), ({**one, "meta": {}, "filters": {}} for one in told))
    assert len(said(numbered(files, twins)[meta(files)])[1]) == 3  # type: ignore[arg-type]
