"""Names and titles by their sound, however somebody types it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from banxin.search import SearchRecord
from tests.search.client.test_query import story
from tests.support.search_browser import ask, opened
from tests.support.search_site import index

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORIES = {
    "byline": story(1, byline="记者 王慧杰", authors=("王慧杰",)),
    "running": story(2, body="评委王慧杰说，今年的稿子好。"),
    "spoken of": story(3, body="林楠和老同事合影。"),
    "photographer": story(4, people=("林楠",), captions=("林楠 摄",)),
    "surname": story(5, byline="记者 单朗溪", authors=("单朗溪",)),
    "green": story(6, byline="记者 吕绿漪", authors=("吕绿漪",)),
    "flat": story(7, byline="记者 张森", authors=("张森",)),
    "curled": story(8, byline="记者 臧生", authors=("臧生",)),
    "bank": story(9, title="江城银行迁址"),
    "city": story(10, title="重庆来客"),
    "of record": story(11, body="主编褚汀致辞。"),
    "print": story(12, byline="記者 陳傑", authors=("陳傑",)),
}
PEOPLE = ("褚汀",)


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index(STORIES.values(), site, people=PEOPLE)
    with opened(browser, site) as page:
        yield page


def found(page: Page, query: str) -> list[str]:
    names = {record.url: name for name, record in STORIES.items()}
    return [names[url] for url in ask(page, query)[0]["pinyin"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("wanghuijie", {"byline", "running"}),
        ("Wang Hui Jie", {"byline", "running"}),
        ("wáng huìjié", {"byline", "running"}),
        ("wang'hui'jie", {"byline", "running"}),
        ("wanghuij", {"byline", "running"}),
        ("whj", {"byline", "running"}),
        ("王hj", {"byline", "running"}),
        ("linnan", {"spoken of", "photographer"}),
        ("林nan", {"spoken of", "photographer"}),
        ("lin楠", {"spoken of", "photographer"}),
        ("林n", {"spoken of", "photographer"}),
        ("danlangxi", {"surname"}),
        ("shanlangxi", {"surname"}),
        ("lvlvyi", {"green"}),
        ("lüluyi", {"green"}),
        ("lulvyi", {"green"}),
        ("lyulyuyi", {"green"}),
        ("lǚlǜyī", {"green"}),
        ("yinhang", {"bank"}),
        ("yinxing", {"bank"}),
        ("zhongqing", {"city"}),
        ("chuting", {"of record"}),
        ("chenjie", {"print"}),
    ],
)
def test_a_name_is_found_by_its_sound_wherever_it_stands(
    page: Page, query: str, names: set[str]
) -> None:
    assert set(found(page, query)) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("zhangsen", ["flat", "curled"]),
        ("zangsheng", ["curled", "flat"]),
        ("zhanshen", ["flat", "curled"]),
    ],
)
def test_what_only_nearly_sounds_so_stands_behind(page: Page, query: str, names: list[str]) -> None:
    got = found(page, query)
    assert sorted(got) == sorted(names)
    if query != "zhanshen":
        assert got == names


@pytest.mark.parametrize("query", ["wanghuijian", "chonghang", "zhongxing", "xyz", "的hui"])
def test_other_sounds_find_nothing(page: Page, query: str) -> None:
    assert found(page, query) == []


def test_a_name_in_two_places_is_known_from_either(page: Page) -> None:
    assert isinstance(STORIES["running"], SearchRecord)
    assert STORIES["running"].authors == STORIES["running"].people == ()
    assert "running" in found(page, "wanghuijie")
