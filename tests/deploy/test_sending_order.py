from __future__ import annotations

from itertools import pairwise

import pytest

from banxin.deploy.sending_order import MINUTES, YEAR, batches, cache_control, in_order
from tests.support.made_site import FIRST, PICTURE


def test_files_come_before_pages_pages_before_lists_and_news_last() -> None:
    order = in_order(FIRST)
    kinds = (
        *("assets/style.css", PICTURE, "pagefind/2022-04-0123abcd/a b.pf_index"),
        *("2022-04-01/index.html", "2022-04-01/01/01/index.html", "404.html"),
        *("archive/index.html", "n/1/index.html"),
        "index.html",
        *("feed.xml", "sitemap.xml", "pagefind/bundles.json"),
    )
    groups = (kinds[:3], kinds[3:6], kinds[6:8], kinds[8:9], kinds[9:])
    places = [[order.index(path) for path in group] for group in groups]
    assert all(max(before) < min(after) for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (PICTURE, YEAR),
        ("pagefind/engine-a253be9a/wasm.unknown.pagefind", YEAR),
        ("pagefind/2026-11-1907de82/index/und_a5c36cb.pf_index", YEAR),
        ("pagefind/bundles.json", MINUTES),
        ("pagefind/page.js", MINUTES),
        ("assets/style.css", MINUTES),
        ("2022-04-01/media/speech.pdf", MINUTES),
        ("2022-04-01/index.html", MINUTES),
        ("sitemap.xml", MINUTES),
    ],
)
def test_only_what_is_named_by_its_bytes_is_kept_for_a_year(path: str, kept: str) -> None:
    assert cache_control(path) == kept


def test_batches_keep_the_order_one_header_each_and_end_when_they_are_full() -> None:
    sizes = {path: len(data) for path, data in FIRST.items()}
    found = list(batches(sizes, most=2, heaviest=1_000))
    assert [path for _, batch in found for path in batch] == in_order(FIRST)
    assert all(len(batch) <= 2 for _, batch in found)
    assert all({cache_control(path) for path in batch} == {header} for header, batch in found)
    heavy = next(batch for _, batch in found if PICTURE in batch)
    assert heavy[-1] == PICTURE
