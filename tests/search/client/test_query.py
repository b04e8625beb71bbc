"""How a query is read: parts, quotes, other characters, pinyin, slips; and what comes first."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from banxin.search import SearchRecord
from tests.support.search_browser import Answer, ask, opened
from tests.support.search_site import Writer, index, write_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Twenty things a reader of a local paper looks for.
TOPICS = (
    *("虞澜朗", "蔺芃溪", "鹿鸣桥", "青石镇", "望潮街道", "北坞村", "防汛演练", "春耕备耕"),
    *("垃圾分类", "老旧小区改造", "乡村振兴", "消防通道", "流动图书车", "清明祭扫", "义务植树"),
    *("残疾人之家", "夜间公交", "5G基站", "Wi-Fi覆盖", "两会"),
)


def story(number: int, **fields: Any) -> SearchRecord:
    """An article about nothing in particular, but for these fields."""
    plain = Writer(f"story {number}", plain=True).paragraphs(2)
    day = f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}"
    place = SearchRecord(f"/{number:04}/", day, 1, "要闻", f"第{number}篇", body=plain)
    return replace(place, **fields)


def about(topic: str, n: int) -> list[tuple[SearchRecord, int]]:
    """Articles on a topic and what each is worth to who looks for it: 3 is best."""
    filler = Writer(topic, plain=True).paragraphs(4)
    return [
        (story(n, title="一周简报", body=f"{filler}最后，{topic}也有消息。"), 0),
        (story(n + 1, title="简讯", body=f"{topic}的事，各方都在关心。{filler}"), 1),
        (story(n + 2, title="记者走访见闻", kicker=f"关注{topic}", body=filler), 2),
        (story(n + 3, title=f"{topic}又有新进展", body=filler), 3),
        (story(n + 4, title="读者来信", body=f"{filler[:30]}{topic}。{filler[30:]}"), 1),
    ]


ODD = (
    "___PAGEFIND_WEIGHT___9 不是命令。Ｗ|ide—— 👨‍👩‍👧 １２㎡　Ⅳ、½，cafe\u0301、ŧ4e2dz ħwang，"
    "\u200b零宽\ue000私用，\U0002a6d6生僻，Привет，かな，한글，𝔸，ﬁn，İstanbul。"
)
GRADED = {topic: about(topic, 100 + 10 * n) for n, topic in enumerate(TOPICS)}
SPECIAL = {
    "traditional": story(
        1, title="舊體詩選", body="春風又綠江南岸，後來的人都乾淨利落，頭髮已白。"
    ),
    "simplified": story(2, title="旧体诗选", body="后来的桥面干净如新，皇后乐队没有来。"),
    "name": story(3, title="名家谈艺", byline="记者 单朗溪", authors=("单朗溪",), people=("曾汀",)),
    "place": story(4, title="重庆来客参观鹭洲港"),
    "rare": story(12, title="𠮷祥路通车", byline="记者 王𫖯", authors=("王𫖯",), people=("李𬭎",)),
    "latin": story(5, title="OpenHarbour 开幕", body="Welcome to the harbour，ＯＰＥＮ　ＤＡＹ。"),
    "variant": story(6, title="李昇画展", body="展期到月底。"),
    "odd": story(8, title="`奇^怪|的~标_题`《<b>&amp;》", body=ODD),
    "risen": story(7, title="物价平稳", body="指数上升有限。"),
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    graded = [record for articles in GRADED.values() for record, _ in articles]
    index([*SPECIAL.values(), *graded], site)
    write_pages(SPECIAL.values(), site)
    with opened(browser, site) as page:
        yield page


def one(page: Page, query: str) -> Answer:
    return ask(page, query)[0]


def urls(*names: str) -> list[str]:
    return sorted(SPECIAL[name].url for name in names)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("后来的", ["simplified", "traditional"]),
        ("後來的", ["simplified", "traditional"]),
        ("乾淨", ["simplified", "traditional"]),
        ("干净", ["simplified", "traditional"]),
        ("舊體詩", ["simplified", "traditional"]),
        ("头发", ["traditional"]),
        ("皇后樂隊", ["simplified"]),
        ("李昇", ["variant"]),  # a name is not rewritten
        ("昇", ["variant"]),
    ],
)
def test_traditional_and_simplified_find_each_other(
    page: Page, query: str, found: list[str]
) -> None:
    assert sorted(one(page, query)["exact"]) == urls(*found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("danlangxi", "name"),
        ("shanlangxi", "name"),
        ("Shan Lang Xi", "name"),
        ("shanlangx", "name"),
        ("zeng ting", "name"),
        ("chongqing", "place"),
        ("luzhougang", "place"),
        ("lu'zhou gang", "place"),
        ("wangfu", "rare"),
        ("jixianglu", "rare"),
        ("li hong", "rare"),
    ],
)
def test_pinyin_finds_names_and_titles(page: Page, query: str, found: str) -> None:
    answer = one(page, query)
    assert answer["exact"] == []
    assert answer["pinyin"] == urls(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("openhar", ["latin"]),
        ("HARBOUR welcome", ["latin"]),
        ("open day", ["latin"]),
        ('"open day"', ["latin"]),
        ("“day open”", []),
        ("ｏｐｅｎｄａｙ", ["latin"]),
        ("旧体 皇后", ["simplified"]),
        ("旧体 皇后乐队 江南岸", []),
        ("皇后，乐队", ["simplified"]),
    ],
)
def test_all_parts_must_occur_and_quotes_keep_them_together(
    page: Page, query: str, found: list[str]
) -> None:
    assert sorted(one(page, query)["exact"]) == urls(*found)


def test_a_result_shows_what_the_editor_wrote(page: Page) -> None:
    shown = page.evaluate(
        """async () => {
          const { openPaper, Search } = await import("./pagefind/paper.js");
          const { describe } = await import("./pagefind/text.js");
          const search = new Search(await openPaper("/paper/"), "不是命令");
          const { exact: [hit] } = await search.first();
          return describe(await hit.data(), search.phrases).text.split("\\n");
        }"""
    )
    assert shown == [SPECIAL["odd"].title, " ".join(unicodedata.normalize("NFC", ODD).split())]


@pytest.mark.parametrize(
    "query",
    [
        "ŧ4e2dz",
        "ħwang",
        "12m2",
        "IV",
        "CAFÉ",
        "生僻",
        "𪛖生僻",
        "привет",
        "かな",
        "한글",
        "Afin",
        "奇怪的标题b",
    ],
)
def test_whatever_is_written_in_letters_can_be_found(page: Page, query: str) -> None:
    assert one(page, query)["exact"] == urls("odd")


def test_an_excerpt_has_a_window_for_each_part(page: Page) -> None:
    shown = page.evaluate(
        """async () => {
          const { openPaper, Search } = await import("./pagefind/paper.js");
          const { describe } = await import("./pagefind/text.js");
          const search = new Search(await openPaper("/paper/"), "不是命令 生僻 Istanbul");
          const { exact: [hit] } = await search.first();
          return describe(await hit.data(), search.phrases, 36).excerpt;
        }"""
    )
    assert [text for text, hit in shown if hit] == ["不是命令", "生僻", "İstanbul"]
    assert len("".join(text for text, _ in shown)) < 70


def test_what_nothing_contains_has_only_close_matches(page: Page) -> None:
    answer = one(page, "皇后月队没有来")
    assert answer["exact"] == answer["pinyin"] == []
    assert answer["close"] == urls("simplified")
    assert one(page, "鼍鼋")["close"] == []


def test_a_title_stands_before_a_passing_mention(page: Page) -> None:
    gains = []
    for topic, answer in zip(TOPICS, ask(page, *TOPICS), strict=True):
        grades = {record.url: grade for record, grade in GRADED[topic]}
        found = [grades[url] for url in answer["exact"]]
        assert sorted(answer["exact"]) == sorted(grades)
        assert found[0] == 3, topic
        assert found[-1] == 0, topic
        gains.append(_gain(found) / _gain(sorted(found, reverse=True)))
    print(f"NDCG over {len(gains)} queries: {sum(gains) / len(gains):.3f}")
    assert sum(gains) / len(gains) > 0.97


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(n + 2) for n, grade in enumerate(grades[:10]))
