"""What a kind's row says holds everywhere: lists, feeds, search, descriptions, pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from banxin.model.kinds import KINDS, ArticleKind
from banxin.search.index.records import records
from banxin.site import routes
from tests.support.content_folder import ContentFolder
from tests.support.kinds_paper import DAY, built_kinds, title
from tests.support.planned import article, issue

FEEDS = ("feed.xml", "feed.json", "section/fukan/feed.xml")
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


@pytest.fixture(scope="module", params=["broadsheet", "tabloid"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_kinds(tmp_path_factory.mktemp(request.param), request.param)


def page_of(kind: ArticleKind, site: Path) -> str:
    number = KINDS.index(kind) + 1
    return (site / DAY / f"02/{number:02}/index.html").read_text("utf-8")


def jsonld(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(found[1]) if found else {}


@each_kind
def test_feeds_hold_a_kind_as_its_row_says(kind: ArticleKind, site: Path) -> None:
    for feed in FEEDS:
        assert (title(kind.key) in (site / feed).read_text("utf-8")) == kind.fed, feed


@each_kind
def test_lists_name_a_kind_as_its_row_says(kind: ArticleKind, site: Path) -> None:
    address = f"/{DAY}/02/{KINDS.index(kind) + 1:02}/"
    by = next(site.glob("by/*/2026/index.html"))
    for file in (site / "section/fukan/2026/index.html", by, site / "sitemap-2026.xml"):
        assert (address in file.read_text("utf-8")) == kind.listed, file
    assert (title(kind.key) in (site / "index.html").read_text("utf-8")) == kind.listed


@each_kind
def test_machines_are_told_the_type_of_its_row(kind: ArticleKind, site: Path) -> None:
    html = page_of(kind, site)
    assert jsonld(html)["@type"] == kind.schema
    assert ("citation_title" in html) == kind.listed


@each_kind
def test_a_kind_is_a_class_on_its_own_page_and_on_the_paper_s(
    kind: ArticleKind, site: Path
) -> None:
    assert f"kind-{kind.key}" in page_of(kind, site)
    assert f"kind-{kind.key}" in (site / DAY / "02/index.html").read_text("utf-8")


@each_kind
def test_a_label_stands_above_the_title(kind: ArticleKind, site: Path) -> None:
    label = f'<p class="label">{kind.label}</p>'
    for html in (page_of(kind, site), (site / DAY / "02/index.html").read_text("utf-8")):
        shown = re.findall(r'<p class="label">[^<]*</p>', html)
        assert (label in shown) == bool(kind.label)


@each_kind
def test_the_stylesheet_has_something_to_say_of_the_kinds_that_look_otherwise(
    kind: ArticleKind, site: Path
) -> None:
    css = (site / "assets/kinds.css").read_text("utf-8")
    by_rank_or_body = ("notice", "names")  # .notice; .names in the text
    assert (f".kind-{kind.key}" in css) == (kind.key not in by_rank_or_body)


def test_a_page_opens_with_what_may_represent_it() -> None:
    kinds = [kind for kind in KINDS if not kind.represents]
    assert {kind.key for kind in kinds} >= {"obituary", "advertisement"}


def test_a_search_finds_an_advertisement_only_for_who_asks() -> None:
    found = issue(article("01/01", kind="advertisement"), article("01/02", kind="poem"))
    by_kind = {r.kind: r.searched for r in records(found, lambda a: routes.article("x", a.key))}
    assert by_kind == {"广告": False, "诗": True}


def test_a_teaser_isn_t_a_second_story(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.write(
        "content/issues/2022/2022-04-01/01-02-t.md", "---\ntitle: 标题\nrank: 导读\n---\n"
    )
    content.write(
        "content/issues/2022/2022-04-01/01-03-own.md", "---\ntitle: 自成一条\nrank: 导读\n---\n"
    )
    found = content.issue()
    assert found
    addresses = [record.url for record in records(found, lambda a: a.key)]
    assert addresses == ["/01/01", "/01/03"]
