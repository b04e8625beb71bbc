"""The last look at an issue: what is printed, what is left out, what should be seen to."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from banxin.checks.overview import overview
from banxin.model import Article, Body, Credit, Headline, Issue, Page, Photo, Picture, Term

LONG = "清明节前，全区各乡镇开展森林防火巡查，" * 5


def article(name: str, title: str, text: str = "", **more: object) -> Article:
    body = Body.of(f"<p>{text or title}</p>\n", text or title)
    file = f"content/issues/2022/2022-04-01/{name}"
    section = Term("yaowen", "要闻")
    key = name[:5].replace("-", "/")
    made = Article(file, key, 1, 1, Headline((title,)), section, body=body)
    return replace(made, **more)


def issue(*articles: Article) -> Issue:
    pages = (Page(1, "要闻", articles=articles), Page(2, "综合"))
    return Issue("2022-04-01", "content/issues/2022/2022-04-01", date(2022, 4, 1), pages=pages)


def photo(**more: object) -> Photo:
    return replace(Photo(Picture("content/a.jpg", "0" * 32, "JPEG", 4, 3)), **more)


def test_it_lists_the_stories_page_by_page_and_the_drafts_that_stay_out() -> None:
    found = overview(
        issue(article("01-01-a.md", "一"), article("01-02-b.md", "二", status="draft"))
    )
    assert [(p.number, p.name, p.titles) for p in found.pages] == [
        ("1", "要闻", ("一",)),
        ("2", "综合", ()),
    ]
    assert found.drafts == ("01-02-b.md",)
    assert found.count == 1


def test_a_preview_with_drafts_counts_them_as_printed() -> None:
    found = overview(issue(article("01-02-b.md", "二", status="draft")), drafts=True)
    assert (found.count, found.drafts) == (1, ())


def test_a_picture_without_a_name_or_without_words_is_seen() -> None:
    signed = photo(credits=(Credit("摄", "林楠"),), caption="卡口")
    plain = photo()
    found = overview(
        issue(
            article("01-01-a.md", "一", photos=(signed,)),
            article("01-02-b.md", "二", photos=(signed, plain)),
        )
    )
    assert found.unsigned == found.undescribed == ("01-02-b.md",)


def test_whose_pictures_they_are_may_stand_in_the_byline() -> None:
    by = [(Credit(role, "林楠"),) for role in ("记者/文/图", "摄影报道", "记者")]
    found = overview(
        issue(*(article(f"01-0{n}-a.md", "一", photos=(photo(),), byline=by[n]) for n in range(3)))
    )
    assert found.unsigned == ("01-02-a.md",)


def test_a_story_that_was_put_in_twice_is_seen_and_a_common_title_is_not() -> None:
    once, twice = article("01-01-a.md", "一", LONG), article("01-03-c.md", "另一个标题", LONG)
    assert overview(issue(once, twice)).doubled == (("01-01-a.md", "01-03-c.md"),)
    brief = article("01-01-a.md", "简讯", "甲。"), article("01-02-b.md", "简讯", "乙。")
    assert overview(issue(*brief)).doubled == ()
    draft = replace(twice, status="draft")
    assert overview(issue(once, draft)).doubled == ()


def test_a_picture_that_no_story_shows_is_seen() -> None:
    shown = article("01-01-a.md", "一", photos=(photo(),))
    here = ("01-01-a.md", "a.jpg", "12MP.JPG", "list.pdf")
    folder = issue(shown).folder
    used = replace(shown, photos=(Photo(Picture(f"{folder}/a.jpg", "0" * 32, "JPEG", 4, 3)),))
    assert overview(issue(used), here).unused == ("12MP.JPG",)
