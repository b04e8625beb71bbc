"""What search engines are told: every page in one sitemap, by addresses that are URIs."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from banxin.site.routes import Base
from tests.support.paper import Paper

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture(name="paper")
def full_paper(tmp_path: Path) -> Paper:
    made = Paper(tmp_path)
    file = made.root / "content/paper.yml"
    file.write_text(file.read_text("utf-8").replace("theme: plain", "theme: broadsheet"), "utf-8")
    made.write("about.md", "---\ntitle: 关于\n---\n本报。\n")
    for day in ("2023-12-30", "2023-12-31", "2024-01-01"):
        made.issue(day, "一。", "二。", number=int(day[-2:]))
    fields = {"topics": "[两会]", "people": "[王慧杰]", "column": "时评"}
    note = "[{date: 2024-01-02, note: 人名有误}]"
    made.article("2023-12-31", 1, "一。", corrections=note, **fields)
    made.article("2023-12-31", 2, "二。", status="withdrawn")
    return made


def locations(paper: Paper, file: str) -> list[str]:
    found = ElementTree.fromstring(paper.tree()[file]).iter(f"{_SITEMAP}loc")
    return [place.text or "" for place in found]


def listed(paper: Paper) -> list[str]:
    maps = [url.removeprefix("https://example.org/") for url in locations(paper, "sitemap.xml")]
    return [url for file in maps if "news" not in file for url in locations(paper, file)]


def test_every_page_that_may_be_found_is_in_one_sitemap(paper: Paper) -> None:
    paper.build()
    html = {path: data.decode() for path, data in paper.tree().items() if path.endswith(".html")}
    hidden = {p for p, text in html.items() if re.search('robots|http-equiv="refresh"', text)}
    there = html.keys() - hidden - {"index.html"}  # the newest issue, which has its own address
    urls = sorted(f"https://example.org/{path.removesuffix('index.html')}" for path in there)
    assert sorted(listed(paper)) == urls
    for part in ("by/", "people/", "topic/", "today/12-31/", "column/", "corrections/2024/"):
        assert any(part in url for url in urls), part


def test_the_news_are_of_two_days(paper: Paper) -> None:
    paper.build()
    root = ElementTree.fromstring(paper.tree()["sitemap-news.xml"])
    assert [place.text for place in root.iter(f"{_SITEMAP}loc")] == [
        "https://example.org/2023-12-31/01/01/",
        "https://example.org/2024-01-01/01/01/",
        "https://example.org/2024-01-01/01/02/",
    ]
    first = next(root.iter(f"{_NEWS}news"))
    said = {node.tag.removeprefix(_NEWS): (node.text or "").strip() for node in first.iter()}
    assert said == {
        "news": "",
        "publication": "",
        "name": "江城晨报",
        "language": "zh-cn",
        "publication_date": "2023-12-31T00:00:00+08:00",
        "title": "2023-12-31 第1篇",
    }


@pytest.mark.parametrize(
    ("base", "uri"),
    [
        ("https://江城.example/报/", "https://xn--uis919b.example/%E6%8A%A5/about/"),
        ("https://a.example:8080/~bao/%E6%8A%A5/", "https://a.example:8080/~bao/%E6%8A%A5/about/"),
    ],
)
def test_an_address_that_is_not_ascii_is_escaped_once(base: str, uri: str) -> None:
    assert Base.of(base).uri("about/") == uri


def test_a_sitemap_of_such_a_site_is_all_ascii(paper: Paper) -> None:
    paper.build(base_url="https://江城.example/报/")
    files = [data for path, data in paper.tree().items() if path.startswith("sitemap")]
    places = [place for data in files for place in re.findall(rb"<loc>(.*?)</loc>", data)]
    assert places
    assert all(place.isascii() for place in places)
    robots = paper.tree()["robots.txt"].decode()
    assert "%E6%8A%A5/sitemap.xml" in robots


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh-CN", "zh-cn"), ("zh-Hant", "zh-tw"), ("zh-HK", "zh-tw"), ("mn", "mn"), ("en-GB", "en")],
)
def test_the_language_of_news_is_said_as_search_engines_know_it(
    paper: Paper, language: str, told: str
) -> None:
    file = paper.root / "content/paper.yml"
    file.write_text(f"{file.read_text('utf-8')}language: {language}\n", "utf-8")
    paper.build()
    news = paper.tree()["sitemap-news.xml"].decode()
    assert set(re.findall("<news:language>(.*?)</news:language>", news)) == {told}
