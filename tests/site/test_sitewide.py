from __future__ import annotations

from msgspec.structs import replace

from banxin.model import Body, Ref, Standing
from banxin.model.archive import TermCount
from banxin.site.inputs import SitewideInput, YearCount
from banxin.site.sitewide import plan_sitewide
from banxin.site.views import (
    ArchiveView,
    IndexView,
    MessageView,
    RobotsView,
    SitemapView,
    StandingView,
    View,
)
from tests.support.planned import PICTURE, article, drawn, issue, site, unit, view_at
from tests.support.present import present

HOST = "https://example.org/paper/"
YEARS = (
    YearCount(
        2024,
        (0, 2, *[0] * 10),
        (TermCount("section", "yaowen", "要闻", 3), TermCount("by", "z", "周", 1)),
    ),
    YearCount(2022, (1,) * 5 + (0,) * 7, (TermCount("section", "yaowen", "要闻", 4),)),
)
WHOLE = SitewideInput(unit(issue(article("01/01"))), YEARS, (), ())


def pages(whole: SitewideInput = WHOLE, base: str = HOST) -> dict[str, View]:
    return drawn(plan_sitewide(site(base), whole))


def test_the_site_has_its_fixed_pages() -> None:
    assert set(pages()) == {
        "index.html",
        "404.html",
        "archive/index.html",
        "search/index.html",
        "section/index.html",
        "section/yaowen/index.html",
        "section/fukan/index.html",
        "column/index.html",
        "column/pinglun/index.html",
        "by/index.html",
        "by/z/index.html",
        "people/index.html",
        "topic/index.html",
        "sitemap-lists.xml",
        "feeds.opml",
        "sitemap.xml",
        "robots.txt",
    }


def test_the_archive_leads_to_every_month_that_has_an_issue() -> None:
    months = view_at("archive/index.html", pages(), ArchiveView).years[0].months
    assert [(m.text, m.count) for m in months if m.url] == [("2月", 2)]
    assert months[1].url == "/paper/archive/2024/02/"
    assert len(months) == 12


def test_the_archive_counts_issues_newest_year_first() -> None:
    years = view_at("archive/index.html", pages(), ArchiveView).years
    assert [(y.text, y.count, y.url) for y in years] == [
        ("2024年", 2, "/paper/archive/2024/"),
        ("2022年", 5, "/paper/archive/2022/"),
    ]


def test_a_section_counts_its_articles_by_year() -> None:
    view = view_at("section/yaowen/index.html", pages(), IndexView)
    assert [(c.text, c.count) for c in view.counts] == [("2024年", 3), ("2022年", 4)]
    assert present(view.up).url == "/paper/section/"


def test_a_section_that_the_paper_lists_has_a_page_before_its_first_article() -> None:
    view = view_at("section/fukan/index.html", pages(), IndexView)
    assert (view.name, view.counts) == ("副刊", ())


def test_all_sections_are_counted_over_all_years_in_the_papers_own_order() -> None:
    counts = view_at("section/index.html", pages(), IndexView).counts
    assert [(c.text, c.count) for c in counts] == [("要闻", 7), ("副刊", 0)]


def test_a_site_without_an_issue_says_so_and_has_no_feed() -> None:
    found = pages(SitewideInput(None, (), (), ()))
    head = view_at("index.html", found, MessageView).head
    assert (head.title, head.index) == ("还没有出过一期", False)
    assert "feed.xml" not in found


def test_without_a_host_there_are_neither_feed_nor_sitemap() -> None:
    found = pages(base="/paper/")
    assert "feed.xml" not in found
    assert "sitemap.xml" not in found
    assert view_at("robots.txt", found, RobotsView).sitemap == ""


def test_the_sitemap_index_names_the_years_by_absolute_addresses() -> None:
    found = pages()
    assert view_at("sitemap.xml", found, SitemapView).urls == (
        ("https://example.org/paper/sitemap-lists.xml", ""),
        ("https://example.org/paper/sitemap-corrections.xml", ""),
        ("https://example.org/paper/sitemap-2024.xml", ""),
        ("https://example.org/paper/sitemap-2022.xml", ""),
        ("https://example.org/paper/sitemap-today.xml", ""),
        ("https://example.org/paper/sitemap-news.xml", ""),
    )
    assert (
        view_at("robots.txt", found, RobotsView).sitemap == "https://example.org/paper/sitemap.xml"
    )


def test_the_page_that_is_not_there_is_not_to_be_found() -> None:
    head = view_at("404.html", pages(), MessageView).head
    assert (head.index, head.canonical) == (False, "")


def test_a_standing_page_has_its_address_its_links_and_its_pictures() -> None:
    refs = (
        Ref("link", "content/issues/2022/2022-04-01/01-01-a.md"),
        Ref("picture", PICTURE.file, picture=PICTURE),
    )
    body = Body('<a href="\x1a0\x1a">看</a><img \x1a1\x1a>', "看", refs)
    about = Standing("content/about.md", "about", "关于我们", body)
    targets = (("content/issues/2022/2022-04-01/01-01-a.md", "2022-04-01/01/01/"),)
    whole = replace(WHOLE, standing=(about,), targets=targets)
    view = view_at("about/index.html", pages(whole), StandingView)
    assert view.head.canonical == "https://example.org/paper/about/"
    assert 'href="/paper/2022-04-01/01/01/"' in view.body
    paths = {output.path for output in plan_sitewide(site(), whole)}
    assert "files/media/0123456789abcdef-480.webp" in paths
    assert "/paper/files/media/0123456789abcdef-1200.webp" in view.body


def test_without_search_there_is_no_search_page() -> None:
    without = site()
    without = replace(without, view=replace(without.view, search_url=""))
    assert "search/index.html" not in drawn(plan_sitewide(without, WHOLE))
