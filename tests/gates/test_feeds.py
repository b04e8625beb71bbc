"""What machines subscribe to and crawl: the feed and the sitemaps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
import xmlschema
from jsonschema import Draft202012Validator
from lxml import etree

from .conftest import Sites
from .faults import expect_none
from .sites import BASES, ISSUES, KINDS, ORIGIN, Site

NEWS = "sitemap-news.xml"  # once more, in a form that its own search engines read
SITEMAP = Path(__file__).with_name("sitemap.xsd")
NS = "{http://www.w3.org/2005/Atom}"
ATOM = Path(__file__).with_name("atom.rng")
SCHEMA = Path(__file__).parents[1] / "support" / "jsonfeed.schema.json"


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_the_feed_holds_the_newest_issues(sites: Sites, paper: str, base: str) -> None:
    site = sites(paper, base)
    feed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    newest = sorted(ISSUES[paper])[-3:]
    extras = {_url(site, f"{key}/") for key in newest if len(key) > len("2026-01-02")}
    issues = tuple(f"{key}/" for key in newest if _url(site, f"{key}/") not in extras)
    stories = [a for a in site.kinds["article"] if a.startswith(issues)]
    articles = {_url(site, a) for a in stories if _is_to_be_found(site.html(a))}

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert articles | extras <= {entry.link for entry in feed.entries}  # an extra is announced
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_every_feed_that_the_list_names_is_one(sites: Sites, paper: str, base: str) -> None:
    folder = sites(paper, base).folder
    listed = list(ElementTree.parse(folder / "feeds.opml").iter("outline"))
    leaves = [o.attrib for o in listed if "xmlUrl" in o.attrib]
    names = [o["xmlUrl"].removeprefix(f"{ORIGIN}{sites(paper, base).base}") for o in leaves]
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    assert len(names) > 2
    assert all(o.attrib["text"] for o in listed)
    assert {o["type"] for o in leaves} == {"rss"}
    for name in names:
        feed = feedparser.parse((folder / name).read_bytes())
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        assert feed.entries, name
        written = json.loads((folder / f"{name.removesuffix('xml')}json").read_bytes())
        expect_none(f"{name}: {error.message}" for error in schema.iter_errors(written))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_every_atom_feed_keeps_to_the_standard(sites: Sites, paper: str, base: str) -> None:
    folder = sites(paper, base).folder
    files = [*folder.rglob("feed.xml"), *folder.glob("feed/*.xml")]
    grammar = etree.RelaxNG(etree.parse(ATOM))

    assert len(files) > 2
    for file in files:
        written = etree.parse(file)
        grammar.validate(written)
        expect_none(f"{file.relative_to(folder)}: {error}" for error in grammar.error_log)
        expect_none(f"{file.relative_to(folder)}: {fault}" for fault in _faults(written))


@pytest.mark.parametrize("written", ["<entry/>", "<updated>2026-01-02</updated>", "<foo/>"])
def test_the_grammar_finds_what_is_wrong(written: str) -> None:
    good = "<title>a</title><id>u:a</id><updated>2026-01-02T01:02:03Z</updated>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{good}%s</feed>'
    grammar = etree.RelaxNG(etree.parse(ATOM))

    assert grammar.validate(etree.fromstring(feed % ""))
    assert not grammar.validate(etree.fromstring(feed % written))


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


def _faults(feed: etree._ElementTree) -> Iterator[str]:
    """What RFC 4287's appendix B says beside its grammar, in Schematron."""
    root = feed.getroot()
    entries = root.findall(f"{NS}entry")
    for one in (root, *entries):
        place = one.findtext(f"{NS}id")
        links = one.findall(f"{NS}link")
        kinds = [(o.get("type"), o.get("hreflang")) for o in links if _rel(o) == "alternate"]
        if len(kinds) != len(set(kinds)):
            yield f"{place} has two pages of one kind"
        if one is not root and one.find(f"{NS}content") is None and not kinds:
            yield f"{place} has neither content nor a page"
        if one.find(f"{NS}author") is None and (one is not root or not _all_have_one(entries)):
            yield f"{place} has no author"
    if not any(_rel(link) == "self" for link in root.findall(f"{NS}link")):
        yield "doesn't name its own address"


def _rel(link: etree._Element) -> str:
    return str(link.get("rel", "alternate"))


def _all_have_one(entries: list[etree._Element]) -> bool:
    return bool(entries) and all(e.find(f"{NS}author") is not None for e in entries)


def _is_to_be_found(html: str) -> bool:
    return 'name="robots" content="noindex"' not in html and 'rel="canonical"' in html


def _places(file: Path) -> list[str]:
    found = ElementTree.parse(file).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    return [place.text or "" for place in found]


def _url(site: Site, address: str) -> str:
    return f"{ORIGIN}{site.base}{address}"
