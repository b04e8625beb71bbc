from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from banxin.model.archive import ListedPerson, Summary
from banxin.site.inputs import IssueHead, YearInput
from banxin.site.terms import term_counts
from banxin.site.views import ListView, MonthView, SitemapView, View, YearView
from banxin.site.year import plan_year
from tests.support.planned import drawn, site, view_at
from tests.support.present import present


def head(day: str, number: int = 0, pages: int = 1) -> IssueHead:
    edition = int(day[11:] or 1)
    return IssueHead(day, date.fromisoformat(day[:10]), edition, number, pages)


def summary(day: str, key: str = "01/01", **fields: object) -> Summary:
    when = date.fromisoformat(day[:10])
    made = Summary(
        issue=day,
        day=when,
        key=key,
        page=int(key[:2]),
        title=f"{day}的{key}",
        section=("yaowen", "要闻"),
        column=None,
        bylines=("林一",),
        signed=(ListedPerson("linyi", "林一"),),
        people=(),
        topics=(),
        changed=when,
        draft=False,
        withdrawn=False,
    )
    return replace(made, **fields)


UNIT = YearInput(
    2022,
    (head("2022-01-31", 1), head("2022-04-01", 2, pages=2), head("2022-04-01-2")),
    (
        summary("2022-01-31"),
        summary("2022-04-01"),
        summary("2022-04-01", "02/01", section=("fukan", "副刊"), column=("pinglun", "时评")),
        summary("2022-04-01-2", changed=date(2022, 4, 3)),
    ),
    (2020, 12),
    (2024, 2),
)


def pages(unit: YearInput = UNIT) -> dict[str, View]:
    return drawn(plan_year(site(), unit))


def month(number: str, found: YearInput = UNIT) -> MonthView:
    return view_at(f"archive/2022/{number}/index.html", pages(found), MonthView)


def test_a_year_has_a_page_a_page_a_month_with_issues_lists_and_a_sitemap() -> None:
    assert set(pages()) == {
        "archive/2022/index.html",
        "archive/2022/01/index.html",
        "archive/2022/04/index.html",
        "section/yaowen/2022/index.html",
        "section/fukan/2022/index.html",
        "column/pinglun/2022/index.html",
        "by/linyi/2022/index.html",
        "sitemap-2022.xml",
    }


def test_years_without_issues_are_leapt_over() -> None:
    view = view_at("archive/2022/index.html", pages(), YearView)
    assert (present(view.previous).text, present(view.next).text) == ("2020年", "2024年")
    assert present(view.next).url == "/paper/archive/2024/"
    assert view.count == 3


def test_the_first_and_the_last_year_end_there() -> None:
    views = pages(replace(UNIT, month_before=None, month_after=None))
    view = view_at("archive/2022/index.html", views, YearView)
    assert (view.previous, view.next) == (None, None)


def test_months_without_issues_are_leapt_over_even_across_years() -> None:
    january, april = month("01"), month("04")
    around = [present(link).text for link in (january.previous, january.next)]
    assert around == ["2020年12月", "2022年4月"]
    around = [present(link).text for link in (april.previous, april.next)]
    assert around == ["2022年1月", "2024年2月"]


def test_a_month_is_a_calendar_that_begins_on_monday() -> None:
    weeks = month("04").month.weeks
    assert [day.number for day in weeks[0]] == [0, 0, 0, 0, 1, 2, 3]
    friday = weeks[0][4]
    assert [link.text for link in friday.issues] == ["2022年4月1日", "2022年4月1日（增刊一）"]
    assert weeks[0][5].issues == ()


def test_an_issue_shows_its_front_page_in_the_month() -> None:
    first, extra = month("04").issues
    assert (first.date, first.weekday, first.number) == ("2022年4月1日", "星期五", "总第2期")
    assert [link.text for link in first.titles] == ["2022-04-01的01/01"]
    assert extra.number == ""


def test_a_list_is_newest_first_and_within_an_issue_in_the_order_of_the_paper() -> None:
    unit = replace(UNIT, articles=(*UNIT.articles[:2], summary("2022-04-01", "01/02")))
    entries = view_at("by/linyi/2022/index.html", pages(unit), ListView).entries
    assert [entry.title for entry in entries] == [
        "2022-04-01的01/01",
        "2022-04-01的01/02",
        "2022-01-31的01/01",
    ]
    assert (entries[0].date_iso, entries[0].page, entries[0].names) == (
        "2022-04-01",
        "第1版",
        ("林一",),
    )


def test_a_list_leads_up_and_to_its_other_years() -> None:
    view = view_at("section/fukan/2022/index.html", pages(), ListView)
    assert (view.up.url, present(view.years).url) == ("/paper/section/", "/paper/section/fukan/")
    assert (view.name, view.year, view.kind) == ("副刊", 2022, "section")


def test_a_withdrawn_article_is_in_no_list_no_month_and_no_sitemap() -> None:
    gone = replace(UNIT, articles=tuple(replace(a, withdrawn=True) for a in UNIT.articles))
    found = pages(gone)
    assert not [path for path in found if path.startswith(("section/", "by/", "column/"))]
    assert not any(issue.titles for issue in month("04", gone).issues)
    urls = view_at("sitemap-2022.xml", found, SitemapView).urls
    assert not any("/01/01/" in url for url, _ in urls)
    assert term_counts(gone.articles) == ()


def test_the_sitemap_has_issues_recorded_pages_and_articles_with_their_last_change() -> None:
    base = "https://example.org/paper/"
    assert view_at("sitemap-2022.xml", pages(), SitemapView).urls == (
        (f"{base}2022-01-31/", "2022-01-31"),
        (f"{base}2022-01-31/01/", "2022-01-31"),
        (f"{base}2022-04-01/", "2022-04-01"),
        (f"{base}2022-04-01/01/", "2022-04-01"),
        (f"{base}2022-04-01/02/", "2022-04-01"),
        (f"{base}2022-04-01-2/", "2022-04-01"),
        (f"{base}2022-04-01-2/01/", "2022-04-01"),
        (f"{base}2022-01-31/01/01/", "2022-01-31"),
        (f"{base}2022-04-01/01/01/", "2022-04-01"),
        (f"{base}2022-04-01/02/01/", "2022-04-01"),
        (f"{base}2022-04-01-2/01/01/", "2022-04-03"),
        (f"{base}archive/2022/", ""),
        (f"{base}archive/2022/01/", ""),
        (f"{base}archive/2022/04/", ""),
        (f"{base}by/linyi/2022/", ""),
        (f"{base}column/pinglun/2022/", ""),
        (f"{base}section/fukan/2022/", ""),
        (f"{base}section/yaowen/2022/", ""),
    )


def test_without_a_host_there_is_no_sitemap() -> None:
    assert "sitemap-2022.xml" not in drawn(plan_year(site("/paper/"), UNIT))
