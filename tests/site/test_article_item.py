"""An article as it stands on a page or alone: every field, picture and link."""

from __future__ import annotations

import json
from datetime import date
from typing import get_type_hints

import msgspec
import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.content.reading import term_key
from banxin.model import (
    Article,
    Body,
    Correction,
    Credit,
    Headline,
    Issue,
    Jump,
    Ref,
    SignOff,
    Source,
    Term,
)
from banxin.site.issue import plan_issue
from banxin.site.outputs import Copied, Scaled
from banxin.site.views import ArticleView, IssueView, Item, Link, PageView, View
from tests.support.planned import PHOTO, PICTURE, article, drawn, issue, site, unit, view_at
from tests.support.present import present
from tests.support.withdrawn import WITHDRAWN

HERE = "2022-04-01"


def pages(found: Issue, **fields: object) -> dict[str, View]:
    return drawn(plan_issue(site(), unit(found, **fields)))


def article_page(found: Issue, path: str, **fields: object) -> ArticleView:
    return view_at(f"{HERE}/{path}index.html", pages(found, **fields), ArticleView)


FULL = article(
    "01/01",
    title=Headline(("区十六届人大", "第一次会议召开")),
    kicker=(Headline(("引题",)),),
    subtitle=(Headline(("一",)), Headline(("二",))),
    byline=(Credit("记者", "林一"), Credit("记者", "周二"), Credit("摄", "徐三")),
    dateline="本报讯",
    event_date=date(2022, 3, 31),
    column=Term("pinglun", "时评"),
    genre="消息",
    source=Source("鄞州新闻网", "https://example.com/1"),
    signoff=SignOff(("甲", "乙"), date(2022, 3, 29)),
    photos=(PHOTO,),
    people=("王五",),
    corrections=(Correction(date(2022, 4, 2), "人名有误"),),
    note="据扫描件录入",
    region=(("2", "18"), ("64", "18"), ("64", "66")),
)


def test_an_article_shows_all_that_was_given() -> None:
    view = article_page(issue(FULL), "01/01/")
    item = view.item
    assert item.title.parts == ("区十六届人大", "第一次会议召开")
    assert [(b.role, [n.text for n in b.names]) for b in item.byline] == [
        ("记者", ["林一", "周二"]),
        ("摄", ["徐三"]),
    ]
    assert item.byline[0].names[0].url == "/paper/by/linyi/"
    assert present(item.column).url == "/paper/column/pinglun/"
    assert item.source == Link("https://example.com/1", "鄞州新闻网")
    signoff = present(item.signoff)
    assert (signoff.lines, signoff.date) == (("甲", "乙"), "2022年3月29日")
    assert (item.photos[0].caption, item.photos[0].alt) == ("卡口现场", "一辆货车")
    assert view.event_date == "2022年3月31日"
    assert view.people == (Link(f"/paper/people/{term_key('王五')}/", "王五"),)
    assert (view.corrections[0].date_iso, view.corrections[0].lines) == (
        "2022-04-02",
        ("人名有误",),
    )
    assert view.note == "据扫描件录入"
    assert view.citation == (
        "区十六届人大第一次会议召开[N]. 江城晨报, 2022年4月1日（总第3547期）第1版."
    )


def test_an_articles_headline_knows_the_names_in_it_that_must_not_be_cut() -> None:
    title = Headline(("王五林一同赴要闻现场",))
    named = article("01/01", title=title, people=("王五",), byline=(Credit("记者", "林一"),))
    assert {"王五", "林一"} <= set(article_page(issue(named), "01/01/").item.words)
    assert "周二" not in article_page(issue(named), "01/01/").item.words


def test_a_photo_without_words_for_the_blind_takes_its_caption() -> None:
    silent = replace(PHOTO, alt="")
    view = article_page(issue(article("01/01", photos=(silent,))), "01/01/")
    assert view.item.photos[0].alt == "卡口现场"


def test_an_article_goes_on_elsewhere_and_that_one_says_where_it_comes_from() -> None:
    first = article("01/01", jump=Jump(HERE, "03/01"))
    found = issue(first, article("03/01"))
    targets = ((f"{HERE}/03/01", f"{HERE}/03/01/"),)
    there = present(article_page(found, "01/01/", targets=targets).item.jump)
    assert (there.url, there.text) == ("/paper/2022-04-01/03/01/", "下转第3版")
    back = present(article_page(found, "03/01/", targets=targets).item.continues)
    assert (back.url, back.text) == ("/paper/2022-04-01/01/01/", "上接第1版")


def test_a_teaser_points_without_being_continued() -> None:
    teaser = article("01/01", jump=Jump(HERE, "03/01"), rank="teaser")
    found = issue(teaser, article("03/01"))
    targets = ((f"{HERE}/03/01", f"{HERE}/03/01/"),)
    assert present(article_page(found, "01/01/", targets=targets).item.jump).text == "详见第3版"
    assert article_page(found, "03/01/", targets=targets).item.continues is None


# what bodies refer to


def with_ref(ref: Ref, html: str) -> Article:
    return article("01/01", body=Body(html, "文", (ref,)))


def test_a_link_in_the_text_leads_to_the_address_of_the_file_it_names() -> None:
    other = "content/issues/2022/2022-03-31/01-02-x.md"
    found = issue(with_ref(Ref("link", other, '#"x"'), '<a href="\x1a0\x1a">看</a>'))
    view = article_page(found, "01/01/", targets=((other, "2022-03-31/01/02/"),))
    assert view.item.body == '<a href="/paper/2022-03-31/01/02/#&#34;x&#34;">看</a>'


def test_a_picture_in_the_text_comes_in_all_its_sizes() -> None:
    found = issue(
        with_ref(Ref("picture", PICTURE.file, picture=PICTURE), "<img \x1a0\x1a alt='a'>")
    )
    body = article_page(found, "01/01/").item.body
    assert 'src="/paper/2022-04-01/media/0123456789abcdef-1200.webp"' in body
    assert 'width="1200" height="800"' in body
    assert "480w" in body


def test_a_file_beside_the_article_is_taken_along_under_a_url_that_browsers_read() -> None:
    file = 'content/issues/2022/2022-04-01/附 件".pdf'
    found = issue(with_ref(Ref("file", file), '<a href="\x1a0\x1a">表</a>'))
    outputs = plan_issue(site(), unit(found))
    (copied,) = (o for o in outputs if isinstance(o, Copied))
    assert copied == Copied('2022-04-01/files/附 件".pdf', f"/paper/{file}")
    body = view_at(f"{HERE}/01/01/index.html", drawn(outputs), ArticleView).item.body
    assert 'href="/paper/2022-04-01/files/%E9%99%84%20%E4%BB%B6%22.pdf"' in body


def test_a_printed_page_comes_with_its_image_and_its_pdf() -> None:
    found = issue(article("01/01", region=(("2", "18"), ("64", "18"), ("64", "66"))))
    page = replace(found.pages[0], image=PICTURE, pdf="content/issues/2022/2022-04-01/p.pdf")
    found = replace(found, pages=(page,))
    outputs = plan_issue(site(), unit(found))
    assert Copied(f"{HERE}/01/page.pdf", f"/paper/{page.pdf}") in outputs
    views = drawn(outputs)
    view = view_at(f"{HERE}/01/index.html", views, PageView)
    assert present(view.plate).alt == "第1版：要闻"
    assert view.pdf == view.pages[0].pdf == "/paper/2022-04-01/01/page.pdf"
    assert view_at(f"{HERE}/01/01/index.html", views, ArticleView).plate == view.plate


def test_one_picture_used_twice_is_written_once() -> None:
    found = issue(article("01/01", photos=(PHOTO, PHOTO)), article("01/02", photos=(PHOTO,)))
    paths = [o.path for o in plan_issue(site(), unit(found)) if isinstance(o, Scaled)]
    assert len(paths) == len(set(paths)) == 4


def test_the_head_of_an_issue_lists_what_it_holds() -> None:
    head = view_at(
        f"{HERE}/index.html",
        pages(issue(article("01/01"), article("01/02"), replace(WITHDRAWN, key="01/03"))),
        IssueView,
    ).head
    assert head.title == "2022年4月1日 总第3547期"
    assert head.description == "标题01/01；标题01/02"
    assert [part["headline"] for part in json.loads(head.jsonld)["hasPart"]] == [
        "标题01/01",
        "标题01/02",
    ]


@pytest.mark.parametrize("name", Item.__struct_fields__)
def test_what_a_template_gets_has_the_type_that_is_declared(name: str) -> None:
    """Whether it is made or is as it was written, for one article with everything in it."""
    item = article_page(issue(FULL), "01/01/").item
    value, declared = getattr(item, name), get_type_hints(Item)[name]
    if declared is Markup:
        assert type(value) is Markup
    else:
        assert msgspec.convert(value, declared) == value  # raises where it is another
