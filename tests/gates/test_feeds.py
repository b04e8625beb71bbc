"""What machines subscribe to and crawl: the feed and the sitemaps."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
import xmlschema

from .conftest import Sites
from .faults import expect_none
from .sites import BASES, ISSUES, KINDS, ORIGIN, Site

SITEMAP = Path(__file__).with_name("sitemap.xsd")
LISTED = ("issue", "page", "plate", "article")  # neither what isn't there nor what was withdrawn


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_the_feed_holds_the_newest_issue(sites: Sites, paper: str, base: str) -> None:
    site = sites(paper, base)
    feed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    newest = f"{max(ISSUES[paper])}/"
    articles = [a for a in site.kinds["article"] if a.startswith(newest)]

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert sorted(entry.link for entry in feed.entries) == [_url(site, a) for a in articles]
    assert len({entry.id for entry in feed.entries}) == len(articles)


@pytest.mark.parametrize("paper", KINDS)
def test_an_entry_of_the_feed_stands_by_itself(sites: Sites, paper: str) -> None:
    feed = feedparser.parse((sites(paper, "/paper/").folder / "feed.xml").read_bytes())

    for entry in feed.entries:
        assert entry.title
        assert entry.authors[0].name
        assert entry.updated_parsed >= entry.published_parsed
        assert 'src="/' not in entry.content[0].value
        assert 'href="/' not in entry.content[0].value


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_every_sitemap_is_one(sites: Sites, paper: str, base: str) -> None:
    schema = xmlschema.XMLSchema(SITEMAP)
    files = sorted(sites(paper, base).folder.glob("sitemap*.xml"))

    assert len(files) > 1
    expect_none(f"{file.name}: {error}" for file in files for error in schema.iter_errors(file))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_the_sitemaps_list_every_issue_page_and_article(
    sites: Sites, paper: str, base: str
) -> None:
    site = sites(paper, base)
    maps = [Path(url).name for url in _places(site.folder / "sitemap.xml")]
    listed = [url for name in maps for url in _places(site.folder / name)]
    there = [_url(site, address) for kind in LISTED for address in site.kinds.get(kind, ())]

    assert sorted(listed) == sorted(there)


def _places(file: Path) -> list[str]:
    found = ElementTree.parse(file).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    return [place.text or "" for place in found]


def _url(site: Site, address: str) -> str:
    return f"{ORIGIN}{site.base}{address}"
