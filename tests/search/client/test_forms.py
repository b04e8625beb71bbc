"""Every character meets its form: in three places' print, against a plain search of strings."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from opencc import OpenCC

from banxin.search import SearchRecord
from banxin.search.index.forms import NAMES
from banxin.search.index.tokenizer import encode
from tests.search.client.test_exact import ONE_MONTH, pieces
from tests.support.search_browser import ask, opened
from tests.support.search_site import articles, fold, index, texts, truth

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PRINTS = ("s2t", "s2tw", "s2hk")
PIECES = 1000
UNSURE = NAMES | frozenset("ﾃﾀ")  # what is cut from its mark is another character
SAID = (
    "他瞭解情况，反覆找藉口，经济復甦，著名作家看着窗外。",
    "春游时了解到，大伙儿干了一天活，面粉里有几只发卡，台风刮坏了卫星钟表。",
    "二○○八年，二〇〇八年，ﾃﾞｰﾀ和データ，東京タワー，𬭎公司簽約，陳𠮷到场。",
    "広島の気象庁、渡辺と沢田は鉄道の駅で。广岛的气象厅，渡边、泽田在铁道车站，芸香和小艺。",
    "余下的谷子，松树后边，于是制订历法，皇后出征，征收岳父的丑角，斗升之间，仆人克制。",
)
TOKENS = """async (texts) => {
  const { tokens, pairs } = await import("./pagefind/text.js");
  const fold = pairs(await (await fetch("./pagefind/variants.json")).json());
  return texts.map((text) => tokens(text).map((key) => fold.get(key) ?? key).join(" "));
}"""


def written(record: SearchRecord, n: int, convert: OpenCC) -> SearchRecord:
    """Every second article in the other print, with sentences in which forms matter."""
    body = f"{record.body}\n{SAID[n % len(SAID)]}"
    if n % 2:
        return replace(record, body=body)
    heads = {name: convert.convert(getattr(record, name)) for name in ("title", "kicker", "byline")}
    return replace(record, body=convert.convert(body), **heads)


@pytest.fixture(scope="module", params=PRINTS)
def paper(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, Sequence[SearchRecord], str]]:
    convert = OpenCC(request.param)
    records = [written(r, n, convert) for n, r in enumerate(articles(160, ONE_MONTH))]
    site = tmp_path_factory.mktemp("paper") / "site"
    index(records, site)
    with opened(browser, site) as page:
        yield page, records, request.param


def test_a_thousand_pieces_are_found_however_they_are_written(
    paper: tuple[Page, Sequence[SearchRecord], str],
) -> None:
    page, records, name = paper
    seed = random.randrange(1 << 30)
    choose, convert, back = random.Random(seed), OpenCC(name), OpenCC(f"{name[2:]}2s")
    found_there = pieces(records, PIECES, f"forms {seed}")
    found_there = [piece for piece in found_there if piece[0] not in "ﾞﾟ"]  # halves of a letter
    queries = [re.sub("[“”]", "", piece) for piece in found_there]  # else they cut a query
    asked = [choose.choice((str, convert.convert, back.convert))(query) for query in queries]
    found = wanted = right = 0
    for query, piece, answer in zip(asked, queries, ask(page, *asked), strict=True):
        expected = truth(query, records)
        found, wanted = found + len(answer["exact"]), wanted + len(expected)
        right += len(expected & set(answer["exact"]))
        assert sorted(answer["exact"]) == sorted(expected), (seed, query)
        if not set(piece + query) & UNSURE:  # it stands in an article, in whatever form
            assert expected == truth(piece, records) != set(), (seed, query)
    print(f"{PIECES} in {name}: recall {right / wanted:.3f}, precision {right / found:.3f}")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("李钱乾", "李錢乾"),
        ("李錢乾", "李钱乾"),
        ("東京タワー", "東京ﾀﾜｰ"),
        ("デ", "ﾃﾞｰﾀ"),
        ("𬭎公司簽約", "鋐公司签约"),
        ("鋐公司", "𬭎公司"),
        ("陳𠮷", "陈𠮷"),
        ("二〇〇八", "二○○八"),
        ("衞生", "卫生"),
        ("広島の気象庁", "廣島の氣象廳"),
        ("渡边", "渡辺"),
        ("了解反复", "瞭解反覆"),
    ],
)
def test_either_way_of_writing_is_the_same_text(query: str, text: str) -> None:
    assert encode(query) in encode(text)


def test_the_browser_folds_every_text_as_the_index_does(
    paper: tuple[Page, Sequence[SearchRecord], str],
) -> None:
    page, records, _ = paper
    found = [text for record in records for text in texts(record)]
    assert page.evaluate(TOKENS, found) == [encode(text).strip() for text in found]


def test_the_browser_folds_every_character_as_the_index_does(
    paper: tuple[Page, Sequence[SearchRecord], str],
) -> None:
    """Those that this Python knows and may stand in a newspaper; with forms that occur."""
    page, records, _ = paper
    occurring = {c for record in records for text in texts(record) for c in fold(text)}
    runs = (
        (0x20, 0x3000),
        (0x3000, 0xA000),
        (0xF900, 0xFB00),
        (0xFF00, 0xFFF0),
        (0x20000, 0x20400),
    )
    chars = [chr(n) for first, end in runs for n in range(first, end)]
    chars = [c for c in chars if fold(c) in occurring or fold(c) == c.lower()]
    got = page.evaluate(TOKENS, chars)
    wrong = [
        (c, mine, encode(c))
        for c, mine in zip(chars, got, strict=True)
        if mine != encode(c).strip()
    ]
    assert wrong == []
    assert len(chars) > 20_000
