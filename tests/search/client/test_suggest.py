"""您是不是要找: what somebody meant is offered, if it is one slip away from what there is."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from pypinyin import lazy_pinyin

from banxin.search.index.pinyin import Readings
from banxin.search.index.syllables import syllables
from tests.search.client.test_query import story
from tests.support.search_browser import opened
from tests.support.search_site import index, write_pages
from tests.support.search_visit import Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# People of a county, as many share a surname or a character as there do.
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海燕红梅云龙凤慧晓宇浩轩"
COUNT = 53
TITLES = (
    *("鹿鸣桥通车一周年", "流动图书车开进北坞村", "清明祭扫错峰有序"),
    "“晒秋山货节”开幕",
)
MEANT = """async (queries) => {
  const { openPaper, Search } = await import("./pagefind/paper.js");
  const paper = (globalThis.paper ??= await openPaper("/paper/"));
  const answers = [];
  for (const query of queries) {
    const { meant = [] } = await new Search(paper, query).first();
    answers.push(meant);
  }
  return answers;
}"""


def names(seed: str, count: int) -> list[str]:
    choose = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        given = choose.choices(GIVEN, k=choose.choice((1, 2, 2, 2)))
        found[choose.choice(SURNAMES) + "".join(given)] = None
    return list(found)


NAMES = ["王慧杰", *names("county", 300)]
STORIES = [
    *(
        replace(story(n), byline=f"记者 {name}", authors=(name,), url=f"/n/{n}/")
        for n, name in enumerate(NAMES)
    ),
    *(replace(story(n), title=title, url=f"/t/{n}/") for n, title in enumerate(TITLES)),
]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index(STORIES, site)
    write_pages(STORIES, site)
    with opened(browser, site) as page:
        yield page


def meant(page: Page, *queries: str) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(MEANT, list(queries))
    return found


def homophones(seed: str, count: int) -> list[tuple[str, str]]:
    """Names that exist, each with one that doesn't and is read the same, by what people type."""
    choose = random.Random(seed)
    chars: defaultdict[str, list[str]] = defaultdict(list)
    for usual in syllables().values():
        for char in usual:
            chars[lazy_pinyin(char)[0]].append(char)
    text = "".join(record.body + record.title for record in STORIES)
    found: dict[str, str] = {}
    while len(found) < count:
        name = choose.choice(NAMES)
        at = choose.randrange(len(name))
        _, said = Readings().name(name)[at]
        other = name[:at] + choose.choice(chars[said]) + name[at + 1 :]
        if other not in NAMES and other not in text:
            found[other] = name
    return list(found.items())


def test_of_53_homophones_nearly_all_are_offered_first(page: Page) -> None:
    seed = str(random.randrange(1 << 30))
    judged = homophones(seed, COUNT)
    answers = meant(page, *(query for query, _ in judged))
    wrong = [
        (query, name, offered)
        for (query, name), offered in zip(judged, answers, strict=True)
        if not offered or name != offered[0]
    ]
    print(f"{COUNT - len(wrong)} of {COUNT}: {wrong}")
    assert COUNT - len(wrong) >= 50, (seed, wrong)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("王惠杰", "王慧杰"),
        ("王会杰", "王慧杰"),
        ("王慧洁", "王慧杰"),
        ("王杰慧", "王慧杰"),  # in each other's place
        ("王慧大杰", "王慧杰"),  # one too many
        ("王慧木", "王慧杰"),  # a wrong one
        ("鹿鸣桥通车一周念", "鹿鸣桥通车一周年"),
        ("鹿明桥通车", "鹿鸣桥通车"),
        ("鹿鸣通车一周年", "鹿鸣桥通车一周年"),
        ("流动图书馆车", "流动图书车"),
        ("流动书图车", "流动图书车"),
        ("清明祭少错峰", "清明祭扫错峰"),
        ("王惠杰 北坞村", "王慧杰 北坞村"),
        ("山货节开木", "山货节开幕"),  # no mark that is half of a pair
    ],
)
def test_a_slip_is_seen(page: Page, query: str, first: str) -> None:
    (offered,) = meant(page, query)
    assert offered[:1] == [first]


@pytest.mark.parametrize("query", ["鼍鼋鼐", "yyyy", "99", "王慧杰"])
def test_nothing_is_offered_for_what_is_far_from_everything_or_right(
    page: Page, query: str
) -> None:
    assert meant(page, query) == [[]]


@pytest.fixture(scope="module")
def visit(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    site: Path = built(tmp_path_factory.mktemp("visit"))
    with visited(browser, site) as visit:
        yield visit


def test_a_reader_is_asked_and_follows(visit: Visit) -> None:
    visit.search("于岑", section="民生")  # 虞岑 is of 要闻
    asked = visit.page.locator("#meant")
    asked.get_by_role("link").first.wait_for()
    assert asked.inner_text().startswith("您是不是要找：")
    visit.search("于岑")
    visit.page.get_by_role("link", name="虞岑").click()
    visit.page.wait_for_url("**/search/?q=%E8%99%9E%E5%B2%91")
    visit.says("找到24篇")
    assert asked.inner_text() == ""
