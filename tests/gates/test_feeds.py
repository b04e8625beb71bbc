"""What machines subscribe to and crawl: the feed and the sitemaps."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
import xmlschema
from jsonschema import Draft202012Validator

from .conftest import Sites
from .faults import expect_none
from .sites import BASES, ISSUES, KINDS, ORIGIN, Site

NEWS = "sitemap-news.xml"  # once more, in a form that its own search engines read
SITEMAP = Path(__file__).with_name("sitemap.xsd")
SCHEMA = Path(__file__).parents[1] / "support" / "jsonfeed.schema.json"
LISTED = ("issue", "page", "plate", "article")  # neither what isn't there nor what was withdrawn


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_the_feed_holds_the_newest_issues(sites: Sites, paper: str, base: str) -> None:
    site = sites(paper, base)
    feed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    newest = tuple(f"{key}/" for key in sorted(ISSUES[paper])[-3:])
    articles = {_url(site, a) for a in site.kinds["article"] if a.startswith(newest)}

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert articles <= {entry.link for entry in feed.entries}
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_every_feed_that_the_list_names_is_one(sites: Sites, paper: str, base: str) -> None:
    folder = sites(paper, base).folder
    listed = ElementTree.parse(folder / "feeds.opml").iter("outline")
    names = [o.attrib["xmlUrl"].removeprefix(f"{ORIGIN}{sites(paper, base).base}") for o in listed]
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    assert len(names) > 2
    for name in (*names, *(["corrections/feed.xml"] if paper == "jiangcheng" else [])):
        feed = feedparser.parse((folder / name).read_bytes())
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        assert feed.entries, name
    for name in names:
        written = json.loads((folder / f"{name.removesuffix('xml')}json").read_bytes())
        expect_none(f"{name}: {error.message}" for error in schema.iter_errors(written))


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
    files = [f for f in sorted(sites(paper, base).folder.glob("sitemap*.xml")) if f.name != NEWS]

    assert len(files) > 1
    expect_none(f"{file.name}: {error}" for file in files for error in schema.iter_errors(file))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_every_page_that_may_be_found_is_in_one_sitemap(
    sites: Sites, paper: str, base: str
) -> None:
    site = sites(paper, base)
    maps = [Path(url).name for url in _places(site.folder / "sitemap.xml")]
    listed = [url for name in maps if name != NEWS for url in _places(site.folder / name)]
    shown = (address for kind in site.kinds for address in site.kinds[kind] if address)
    there = [_url(site, address) for address in shown if _is_to_be_found(site.html(address))]

    assert NEWS in maps
    assert sorted(listed) == sorted(there)


def _is_to_be_found(html: str) -> bool:
    return 'name="robots" content="noindex"' not in html and 'rel="canonical"' in html


def _places(file: Path) -> list[str]:
    found = ElementTree.parse(file).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    return [place.text or "" for place in found]


def _url(site: Site, address: str) -> str:
    return f"{ORIGIN}{site.base}{address}"
