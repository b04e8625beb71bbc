from __future__ import annotations

from banxin.model import Issue
from banxin.site.inputs import Neighbour
from banxin.site.issue import plan_home, plan_issue
from banxin.site.outputs import Scaled
from banxin.site.views import ArticleView, IssueView, PageView, RedirectView, View
from banxin.site.visibility import visible
from tests.support.planned import PHOTO, article, drawn, issue, site, unit, view_at
from tests.support.present import present
from tests.support.withdrawn import WITHDRAWN

HERE = "2022-04-01"


def pages(found: Issue, **fields: object) -> dict[str, View]:
    return drawn(plan_issue(site(), unit(found, **fields)))


def article_page(found: Issue, path: str, **fields: object) -> ArticleView:
    return view_at(f"{HERE}/{path}index.html", pages(found, **fields), ArticleView)


def page(found: Issue, path: str) -> PageView:
    return view_at(f"{HERE}/{path}index.html", pages(found), PageView)


def issue_page(found: Issue, **fields: object) -> IssueView:
    return view_at(f"{HERE}/index.html", pages(found, **fields), IssueView)


def test_an_issue_has_its_page_its_pages_its_articles_and_its_number() -> None:
    found = issue(article("01/01"), article("02/01"), pages=3)
    assert set(pages(found)) == {
        f"{HERE}/index.html",
        f"{HERE}/01/index.html",
        f"{HERE}/02/index.html",
        f"{HERE}/03/index.html",
        f"{HERE}/01/01/index.html",
        f"{HERE}/02/01/index.html",
        "n/3547/index.html",
    }


def test_an_issue_without_a_number_has_no_address_by_number() -> None:
    assert not any(path.startswith("n/") for path in pages(issue(article("01/01"), number=0)))


def test_the_number_and_old_addresses_lead_to_the_new_ones() -> None:
    old = article("01/01", aliases=("/html/a.htm", "/node/7", "/node/7/"))
    found = pages(issue(old))
    to_article = RedirectView(
        "/paper/2022-04-01/01/01/", "https://example.org/paper/2022-04-01/01/01/", "标题01/01"
    )
    assert found["html/a.htm"] == to_article
    assert found["node/7/index.html"] == to_article
    assert view_at("n/3547/index.html", found, RedirectView).url == "/paper/2022-04-01/"


def test_every_page_of_the_paper_is_in_the_navigation_with_its_titles() -> None:
    view = page(issue(article("01/01"), article("03/01"), pages=3), "02/")
    assert [(p.number, p.recorded, p.current) for p in view.pages] == [
        ("1", True, False),
        ("2", False, True),
        ("3", True, False),
    ]
    assert [link.text for link in view.pages[2].titles] == ["标题03/01"]
    assert not view.recorded
    assert not view.head.index


def test_pages_turn_one_by_one_and_stop_at_the_covers() -> None:
    found = issue(article("01/01"), pages=3)
    first, last = page(found, "01/"), page(found, "03/")
    assert (first.previous, present(first.next).url) == (None, "/paper/2022-04-01/02/")
    assert (present(last.previous).text, last.next) == ("第2版", None)


def test_neighbouring_issues_are_linked_and_the_ends_are_not() -> None:
    before = Neighbour("2022-03-31", "2022年3月31日")
    view = issue_page(issue(article("01/01")), previous=before)
    assert present(view.previous).url == "/paper/2022-03-31/"
    assert view.next is None


def test_articles_lead_on_across_pages_past_what_was_withdrawn() -> None:
    found = issue(article("01/01"), article("01/02", status="withdrawn"), article("02/01"), pages=2)
    first, last = article_page(found, "01/01/"), article_page(found, "02/01/")
    assert (first.previous, present(first.next).url) == (None, "/paper/2022-04-01/02/01/")
    assert (present(last.previous).url, last.next) == ("/paper/2022-04-01/01/01/", None)


def test_the_other_titles_of_the_page_stand_below_an_article() -> None:
    found = issue(article("01/01"), article("01/02"), article("02/01"))
    assert [link.text for link in article_page(found, "01/01/").siblings] == ["标题01/02"]


def test_the_home_page_is_the_newest_issue_with_that_issues_canonical_address() -> None:
    output = plan_home(site(), unit(issue(article("01/01"))))
    assert output.path == "index.html"
    assert isinstance(output.page, IssueView)
    assert output.page.head.canonical == "https://example.org/paper/2022-04-01/"
    assert output.page.head.title == ""
    assert [item.url for item in output.page.items] == ["/paper/2022-04-01/01/01/"]


def test_an_issue_shows_its_first_recorded_page() -> None:
    view = issue_page(issue(article("02/01"), pages=2))
    assert present(view.front).number == "2"
    assert len(view.items) == 1


def test_an_issue_without_a_page_is_a_masthead() -> None:
    view = issue_page(issue())
    assert (view.front, view.items, view.pages) == (None, (), ())
    assert view.masthead.page_count == ""


def test_an_extra_edition_says_so_everywhere() -> None:
    found = pages(issue(article("01/01"), day="2022-04-01-2"))
    view = view_at("2022-04-01-2/01/01/index.html", found, ArticleView)
    assert view.masthead.edition == "增刊一"
    assert view.issue.text == "2022年4月1日（增刊一）"
    assert "2022年4月1日增刊一（总第3547期）第1版" in view.citation


# drafts


def test_a_draft_is_nowhere_unless_it_is_asked_for() -> None:
    found = issue(article("01/01"), article("01/02", status="draft", aliases=("/old.htm",)))
    published = plan_issue(site(), unit(found))
    assert "标题01/02" not in repr(published)
    assert "old.htm" not in repr(published)
    assert f"{HERE}/01/02/index.html" in drawn(plan_issue(site(drafts=True), unit(found)))


# withdrawn articles


def test_a_withdrawn_article_keeps_its_address_and_says_why() -> None:
    view = article_page(issue(article("01/01"), WITHDRAWN), "01/02/")
    assert view.item.withdrawn
    assert not view.head.index
    assert [n.lines for n in view.corrections] == [("已撤稿",)]
    assert view.note == "说明"


def test_nothing_that_a_withdrawn_article_said_is_repeated() -> None:
    outputs = plan_issue(site(), unit(issue(article("01/01"), WITHDRAWN)))
    assert "机密" not in repr(outputs)
    assert "机密" not in repr(plan_home(site(), unit(issue(article("01/01"), WITHDRAWN))))


def test_the_pictures_of_a_withdrawn_article_are_not_published() -> None:
    outputs = plan_issue(site(), unit(issue(WITHDRAWN)))
    assert not [o for o in outputs if isinstance(o, Scaled)]


def test_a_withdrawn_article_links_to_no_list_that_lacks_it() -> None:
    view = article_page(issue(WITHDRAWN), "01/02/")
    assert [name.url for group in view.item.byline for name in group.names] == [""]
    assert present(view.section).url == ""


def test_a_section_of_the_paper_is_linked_even_from_a_withdrawn_article() -> None:
    view = article_page(issue(article("01/01", status="withdrawn")), "01/01/")
    assert present(view.section).url == "/paper/section/yaowen/"


def test_a_withdrawn_article_leaves_its_place_on_the_page() -> None:
    found = issue(article("01/01"), WITHDRAWN)
    for view in (issue_page(found), page(found, "01/")):
        assert [item.url for item in view.items] == ["/paper/2022-04-01/01/01/"]
        assert [link.text for link in view.pages[0].titles] == ["标题01/01"]


def test_visible_changes_nothing_that_is_published() -> None:
    found = issue(article("01/01"), article("02/01", photos=(PHOTO,)))
    assert visible(found, drafts=False) == found


# an article's fields
