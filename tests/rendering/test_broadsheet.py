"""The default theme: every page kind draws, says what it should, and stays within its weight."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import Headline
from banxin.site import views
from banxin.site.views import View
from tests.support import sample_views as sample
from tests.support.sample_articles import front_items
from tests.support.sample_views import THEME, draw

STATIC = THEME / "static"
VOID = {"meta", "link", "input", "img", "br", "wbr", "hr"}


class Outline(HTMLParser):
    """The elements of a page, its ids, and whether every element was closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID and tag not in ("path", "rect", "polygon"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.seen if name == tag]


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


KINDS = sample.all_views()


@pytest.mark.parametrize(("template", "name", "value"), KINDS, ids=[name for _, name, _ in KINDS])
def test_every_page_kind_draws_with_nothing_but_its_values(
    template: str, name: str, value: View
) -> None:
    page = Outline(draw(template, value))
    assert page.faults == []
    assert page.open == []
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    assert page.all("a")[0]["href"] == "#main"
    ids = [attrs["id"] for _, attrs in page.seen if "id" in attrs]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("template", "name", "value"), KINDS, ids=[name for _, name, _ in KINDS])
def test_no_page_needs_what_its_own_policy_forbids(template: str, name: str, value: View) -> None:
    html = draw(template, value)
    page = Outline(html)
    assert not [attrs for _, attrs in page.seen if "style" in attrs]
    assert not [a for _, attrs in page.seen for a in attrs if a.startswith("on")]
    assert page.all("style") == []
    assert "unsafe-inline" not in html
    policy = page.all("meta")[2]["content"]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    scripts = [s for s in page.all("script") if s.get("type") != "application/ld+json"]
    assert [s.get("src") for s in scripts] == ["/pagefind/everywhere.js", "/assets/reading.js"]


@pytest.mark.parametrize(("template", "name", "value"), KINDS, ids=[name for _, name, _ in KINDS])
def test_no_file_waits_for_the_script_that_runs_before_the_first_paint(
    template: str, name: str, value: View
) -> None:
    """Where a page has a policy, browsers don't look ahead of such a script."""
    loaded = (None, "module", "stylesheet", "modulepreload")
    loads = [
        attrs.get("src") or attrs.get("href")
        for tag, attrs in Outline(draw(template, value)).seen
        if tag in ("script", "link") and attrs.get("rel", attrs.get("type")) in loaded
    ]
    files = [file for file in loads if file]
    assert "/assets/style.css" in files
    assert files.index("/assets/reading.js") == len(files) - 1, name


def test_headings_never_skip_a_level() -> None:
    for template, name, value in KINDS:
        levels = [int(tag[1]) for tag, _ in Outline(draw(template, value)).seen if tag in HEADINGS]
        steps = [b - a for a, b in pairwise(levels)]
        assert max(steps, default=0) <= 1, name


HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def test_weights_stay_within_the_table() -> None:
    twelve = sample.issue()
    assert len(twelve.items) == 12
    assert weight(draw("home.html", twelve).encode()) <= 15 * 1024
    assert weight(draw("article.html", sample.article()).encode()) <= 8 * 1024
    assert weight((STATIC / "style.css").read_bytes()) <= 6 * 1024
    assert weight((STATIC / "reading.js").read_bytes()) <= 10 * 1024


def test_the_front_page_shows_the_masthead_and_every_article_in_full() -> None:
    shown = text(draw("home.html", sample.issue()))
    for words in (
        "江城晨报",
        "2026年11月24日",
        "星期二",
        "农历丙午年十月十六",
        "总第12866期",
        "今日4版",
    ):
        assert words in shown
    for item in sample.issue().items:
        assert " ".join(item.title.text.split()) in shown
        assert re.sub("[\u2060\\s]", "", text(item.body)) in re.sub("[\u2060\\s]", "", shown)


def test_all_pages_and_titles_of_the_issue_are_on_its_page() -> None:
    page = Outline(draw("issue.html", sample.issue()))
    links = {a.get("href") for a in page.all("a")}
    for number in sample.pages():
        assert number.url in links
        assert {title.url for title in number.titles} <= links


def test_a_page_that_was_not_recorded_keeps_its_place_and_says_so() -> None:
    html = draw("page.html", sample.page("3", recorded=False))
    assert "本版未收录" in html
    assert html.count('href="/2026-11-24/03/"') == 2  # number, and from the page after
    assert 'class="sheet"' not in html


def test_a_page_image_has_a_hot_area_for_each_article_and_the_same_links_as_a_list() -> None:
    view = sample.page(plate=True)
    html = draw("page.html", view)
    svg = html[html.index("<svg") : html.index("</svg>")]
    assert [a["href"] for a in Outline(svg).all("a")] == [item.url for item in view.items]
    assert all(a["aria-label"] for a in Outline(svg).all("a"))
    assert Outline(svg).all("polygon")[0]["points"] == "2,18 64,18 64,66 2,66 "
    rest = html.replace(svg, "")
    assert all(f'href="{item.url}"' in rest for item in view.items)


def test_the_page_of_an_issue_shows_what_every_page_opens_with_and_no_text_in_full() -> None:
    view = sample.issue()
    lead = views.Lead("/2026-11-24/01/01/", Headline(("头条",)), (), "开头……", None)
    first = replace(view.pages[0], lead=lead)
    html = draw("issue.html", replace(view, pages=(first, *view.pages[1:])))
    assert '<h3><a href="/2026-11-24/01/01/">头条</a></h3>' in html
    assert "<p>开头……</p>" in html
    assert 'class="txt' not in html


def test_picture_layout_and_list_are_switched_without_script() -> None:
    page = Outline(draw("page.html", sample.page(plate=True)))
    switches = [i["id"] for i in page.all("input") if i.get("name") == "view"]
    css = (STATIC / "style.css").read_text()
    assert switches == ["as-plate", "as-sheet", "as-list"]
    assert all(f":has(#{switch}:checked)" in css for switch in switches)


def test_without_a_page_image_there_is_nothing_to_switch() -> None:
    assert 'name="view"' not in draw("page.html", sample.page())


def test_an_article_says_where_it_stood_and_how_to_cite_it() -> None:
    html = draw("article.html", sample.article())
    shown, where = text(html), text(html[html.index('class="where"') : html.index("</header>")])
    assert "2026年11月24日" in where
    assert "第1版：要闻" in where
    assert "江城铁路大桥今日通车[N]. 江城晨报, 2026年11月24日（总第12866期）第1版." in shown
    assert "更正" in shown
    assert "来源：江城电视台" in shown
    assert "本报讯" in shown


def test_two_photographers_share_one_credit_after_their_names() -> None:
    assert "林楠 徐家和　摄" in draw("article.html", sample.article())


def test_roles_before_names_keep_their_order() -> None:
    shown = text(draw("home.html", sample.issue()))
    assert shown.index("主管：江城传媒集团") < shown.index("主办：江城晨报社")


def test_a_withdrawn_article_leaves_a_tombstone_and_not_its_text() -> None:
    told = sample.withdrawn()
    shown = text(draw("article.html", replace(told, note="应作者要求撤下。")))
    assert "撤稿说明" in shown
    assert "应作者要求撤下。" in shown
    assert "首趟动车" not in shown


def test_a_notice_is_signed_and_dated() -> None:
    item = next(i for i in front_items() if i.rank == "notice")
    html = draw("article.html", replace(sample.article(), item=item))
    assert "<p>江城自来水公司</p>" in html
    assert '<time datetime="2026-11-23">2026年11月23日</time>' in html


def test_headings_of_a_body_follow_the_title_of_the_page_they_stand_on() -> None:
    body = Markup("<p>甲</p><h3>江底有什么</h3><h4>泥</h4><p>乙</p>")
    item = replace(sample.article().item, body=body)
    alone = draw("article.html", replace(sample.article(), item=item))
    assert "<h2>江底有什么</h2><h3>泥</h3>" in alone
    view = sample.page()
    laid_out = draw(
        "page.html", replace(view, items=(replace(item, rank="second"), *view.items[1:]))
    )
    assert "<h3>江底有什么</h3>" in laid_out


def test_jumps_lead_on_and_back() -> None:
    item = replace(
        sample.article().item,
        jump=views.Link("/2026-11-24/03/05/", "下转第3版"),
        continues=views.Link("/2026-11-24/01/01/", "上接第1版"),
    )
    html = draw("article.html", replace(sample.article(), item=item))
    assert '<a href="/2026-11-24/03/05/">（下转第3版）</a>' in html
    assert '<a href="/2026-11-24/01/01/">（上接第1版）</a>' in html


def test_text_from_editors_is_escaped_everywhere() -> None:
    nasty = "<b>甲&乙</b>"
    item = replace(
        sample.article().item, title=Headline((nasty,)), dateline=nasty, abstract=nasty, genre=nasty
    )
    html = draw("article.html", replace(sample.article(), item=item, note=nasty, citation=nasty))
    assert nasty not in html
    assert "&lt;b&gt;甲&amp;乙&lt;/b&gt;" in html


def test_the_calendar_links_the_days_that_have_issues_and_only_those() -> None:
    html = draw("month.html", {n: v for _, n, v in KINDS}["month"])
    table = Outline(html[html.index("<table") : html.index("</table>")])
    assert len(table.all("a")) == 26


def test_a_second_edition_of_a_day_has_a_link_of_its_own() -> None:
    view = next(v for _, name, v in KINDS if name == "month")
    assert isinstance(view, views.MonthView)
    day = views.CalendarDay(
        1, (views.Link("/2026-11-01/", "一"), views.Link("/2026-11-01-2/", "增刊一"))
    )
    weeks = ((day, *view.month.weeks[0][1:]), *view.month.weeks[1:])
    html = draw("month.html", replace(view, month=replace(view.month, weeks=weeks)))
    assert 'href="/2026-11-01-2/" title="增刊一"><sup>增</sup>' in html


def test_the_search_box_is_a_plain_form_and_absent_from_a_site_without_search() -> None:
    html = draw("home.html", sample.issue())
    assert '<form action="/search/" role="search">' in html
    bare = draw("home.html", sample.issue(), sample.paper(search_url="", feed_url=""))
    assert "/pagefind/" in html
    assert "/pagefind/" not in bare
    assert "<form" not in bare
    assert "application/atom+xml" not in bare


def test_without_the_reading_tools_no_script_is_loaded() -> None:
    off = {**dict(sample.paper().parameters), "reading": "false"}
    html = draw("article.html", sample.article(), sample.paper(parameters=tuple(off.items())))
    assert "reading.js" not in html


def test_every_style_class_that_a_layout_can_ask_for_exists() -> None:
    css = (STATIC / "sheet.css").read_text()
    spans = [f".s{n}" for n in range(3, 10)]
    titles = [f".u{n} " for n in range(3, 12)]
    for name in (*spans, *titles, ".x1", ".x2", *(f".l{n}{{" for n in range(1, 6))):
        assert name in css
