"""Where the browser finds an article that it knows by its number."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from banxin.search import SearchRecord
from banxin.search.index import forms
from banxin.search.index.articles import MOST, addresses
from tests.support.search_site import articles, index

TRADITIONAL = "春風又綠江南岸，後來的人都乾淨利落，頭髮已白，舊體詩選，歲月無聲。"
DAY = "2022-04-01"


def rows(site: Path) -> dict[str, list[object]]:
    """By address, of all bundles."""
    files = (site / "pagefind").glob("20*/articles/*.json")
    return {row[0]: row for file in files for row in json.loads(file.read_text())}


def test_every_article_of_a_bundle_has_its_address_and_page(tmp_path: Path) -> None:
    found = articles(90, [date(2022, 4, 1), date(2022, 4, 2)])
    index(found, tmp_path / "site")
    got = rows(tmp_path / "site")
    assert {url: row[1] for url, row in got.items()} == {r.url: f"第{r.page}版" for r in found}


@pytest.mark.parametrize(
    ("count", "files"), [(1, [1]), (32, [32]), (33, [32, 1]), (65, [32, 32, 1]), (0, [])]
)
def test_a_file_has_the_addresses_of_32_articles_in_their_order(
    count: int, files: list[int]
) -> None:
    found = [json.loads(data) for data in addresses(articles(count, [date(2022, 4, 1)])).values()]
    assert [len(rows) for rows in found] == files
    assert [row[0] for rows in found for row in rows] == [
        record.url for record in articles(count, [date(2022, 4, 1)])
    ]


def test_what_pagefind_keeps_of_articles_and_for_filters_is_left_out(tmp_path: Path) -> None:
    index([SearchRecord("/a/", DAY, 1, "要闻", "题目", body="鹦鹉洲上起雾")], tmp_path / "site")
    kept = (tmp_path / "site/pagefind").rglob("*")
    assert not [p for p in kept if "fragment" in p.name or "filter" in p.name]


def test_a_day_is_said_only_where_the_address_has_another(tmp_path: Path) -> None:
    usual, other = (SearchRecord(url, DAY, 1, "要闻", "题") for url in (f"/{DAY}/01/01/", "/a/"))
    index([usual, other], tmp_path / "site")
    got = rows(tmp_path / "site")
    assert (got[usual.url][3:], got[other.url][3:]) == ([], [DAY])


def test_the_page_of_an_extra_says_so(tmp_path: Path) -> None:
    index(
        [SearchRecord(f"/{DAY}-2/01/01/", DAY, 1, "要闻", "题", edition="号外")], tmp_path / "site"
    )
    assert rows(tmp_path / "site")[f"/{DAY}-2/01/01/"][1] == "号外 第1版"


def test_a_few_traditional_characters_are_named_and_many_are_not(tmp_path: Path) -> None:
    bodies = ("后来", "後來，東昇", TRADITIONAL)
    index(
        [SearchRecord(f"/{n}/", DAY, 1, "要闻", "题", body=body) for n, body in enumerate(bodies)],
        tmp_path / "site",
    )
    got = rows(tmp_path / "site")
    assert [got[f"/{n}/"][2] for n in range(3)] == ["", "來来後后東东", "*"]  # 昇 is a name's
    assert len(forms.folded(TRADITIONAL)) > MOST
