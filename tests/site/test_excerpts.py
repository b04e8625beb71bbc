"""Pages of early years with openings: the beginning of each article, and where all of it is."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import Article, Body, SignOff
from banxin.site.context import SiteContext
from banxin.site.excerpts import LEAST, WORTH, excerpt
from banxin.site.issue import plan_home, plan_issue
from banxin.site.views import ArticleView, IssueView, Item, Link, PageView
from tests.support.metrics import BROADSHEET
from tests.support.planned import article, drawn, issue, site, unit, view_at

FIRST, SECOND, THIRD = (f"<p>{sign * 100}。</p>\n" for sign in "甲乙丙")
WHOLE = FIRST + SECOND + THIRD
HERE = "2022-04-01"


def item(html: str, **fields: object) -> Item:
    """As it stands on a page that has room for all."""
    return whole(article("01/01", body=Body.of(html, _said(html)), **fields))


def whole(found: Article) -> Item:
    views = drawn(plan_issue(site(), unit(issue(found))))
    return view_at(f"{HERE}/01/index.html", views, PageView).items[0]


def _said(html: str) -> str:
    return html.replace("<p>", "").replace("</p>", "")


def until(year: int) -> SiteContext:
    known = site()
    paper = replace(known.paper, excerpts_until=year)
    return replace(known, paper=paper, metrics=BROADSHEET)


def test_an_opening_ends_with_a_paragraph_and_leads_to_the_rest() -> None:
    found = excerpt(item(WHOLE, signoff=SignOff(("区委",))))
    assert found.body == FIRST + SECOND
    assert type(found.body) is Markup
    assert found.length == 202
    assert found.jump == Link("/paper/2022-04-01/01/01/", "阅读全文")
    assert found.signoff is None


def test_all_else_of_the_article_stays() -> None:
    before = item(WHOLE)
    assert replace(excerpt(before), body=before.body, length=before.length, jump=None) == before


def test_an_opening_has_enough_to_tell_what_it_is_about() -> None:
    one = f"<p>{'长' * LEAST}</p>\n"
    assert excerpt(item(one + WHOLE)).body == one


@pytest.mark.parametrize(
    "other", ["<h3>小题</h3>\n", "<p><strong>一、小题</strong></p>\n", "<ul>\n<li>甲</li>\n</ul>\n"]
)
def test_a_heading_or_a_list_ends_an_opening(other: str) -> None:
    assert excerpt(item(f"{FIRST}{other}{WHOLE}")).body == FIRST


def test_marks_inside_a_paragraph_are_not_cut() -> None:
    strong = f"<p><strong>{'甲' * 200}</strong>乙</p>\n"
    assert excerpt(item(strong + WHOLE)).body == strong


@pytest.mark.parametrize(
    "html",
    [
        "",
        FIRST + SECOND,
        f"{FIRST}{SECOND}<p>{'丙' * (WORTH - 1)}</p>\n",
        f"<ul>\n<li>{'甲' * 400}</li>\n</ul>\n",
        f'<p>{"甲" * 200}<sup class="footnote-ref">[1]</sup></p>\n{WHOLE}',
    ],
)
def test_a_text_that_would_save_little_or_lose_something_stays_whole(html: str) -> None:
    before = item(html)
    assert excerpt(before) is before


@pytest.mark.parametrize("rank", ["brief", "notice"])
def test_briefs_and_notices_stay_whole(rank: str) -> None:
    before = item(WHOLE, rank=rank)
    assert excerpt(before) is before


@pytest.mark.parametrize(("year", "shown"), [(2021, 303), (2022, 202), (2030, 202)])
def test_pages_up_to_that_year_show_openings(year: int, shown: int) -> None:
    found = unit(issue(article("01/01", body=Body.of(WHOLE, _said(WHOLE)))))
    views = drawn(plan_issue(until(year), found))
    page = view_at(f"{HERE}/01/index.html", views, PageView)
    alone = view_at(f"{HERE}/01/01/index.html", views, ArticleView)
    assert page.items[0].length == shown
    assert alone.item.body == WHOLE
    home = plan_home(until(year), found).page
    assert isinstance(home, IssueView)
    assert home.items[0].length == shown


def test_a_page_of_openings_is_laid_out_for_what_it_shows() -> None:
    found = unit(issue(article("01/01", body=Body.of(WHOLE * 20, _said(WHOLE) * 20))))

    def height(year: int) -> int:
        views = drawn(plan_issue(until(year), found))
        return sum(row.height for row in view_at(f"{HERE}/01/index.html", views, PageView).rows)

    assert height(2022) * 3 < height(0)
