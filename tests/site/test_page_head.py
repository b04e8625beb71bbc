from __future__ import annotations

from msgspec.structs import replace

from banxin.model import Article, Body, Credit
from banxin.site import page_head
from banxin.site.views import PageHead
from tests.support.planned import PHOTO, article, issue, site


def of(one: Article, base: str = "https://example.org/paper/") -> PageHead:
    found = issue(one)
    return page_head.of_article(site(base), found, found.pages[0], found.articles[0])


def test_an_article_is_described_by_its_abstract_else_by_its_first_words() -> None:
    text = "第一段。\n第二段。"
    assert of(article("01/01", abstract="提要", body=Body("", text))).description == "提要"
    assert of(article("01/01", body=Body("", text))).description == "第一段。 第二段。"


def test_a_long_description_is_cut() -> None:
    abstract = of(article("01/01", abstract="长" * 500)).description
    opening = of(article("01/01", body=Body("", "长" * 500))).description
    assert (len(abstract), len(opening)) == (page_head.DESCRIPTION_LENGTH, page_head.OPENING_LENGTH)
    assert abstract.endswith("长…")
    assert opening.endswith("长…")


def test_libraries_are_told_authors_paper_date_issue_and_page() -> None:
    head = of(article("02/01", page=1, byline=(Credit("记者", "林一"), Credit("记者", "周二"))))
    assert head.meta == (
        ("citation_title", "标题02/01"),
        ("citation_author", "林一"),
        ("citation_author", "周二"),
        ("citation_journal_title", "江城晨报"),
        ("citation_publication_date", "2022/04/01"),
        ("citation_issue", "3547"),
        ("citation_firstpage", "1"),
        ("citation_language", "zh-CN"),
    )


def test_an_office_is_no_author_for_libraries() -> None:
    head = of(article("01/01", byline=(Credit("", "县文联", "printed"),)))
    assert "citation_author" not in dict(head.meta)


def test_what_is_unknown_has_no_tag() -> None:
    head = of(article("01/01", byline=()), base="/paper/")
    assert "citation_author" not in {n for n, _ in head.meta}
    assert head.canonical == ""
    assert head.image == ""


def test_messengers_get_the_first_photo_by_its_absolute_address() -> None:
    head = of(article("01/01", photos=(PHOTO,)))
    assert head.image == ("https://example.org/paper/2022-04-01/media/0123456789abcdef-1200.jpg")
    assert head.kind == "article"


def test_a_page_lists_its_titles() -> None:
    found = issue(article("01/01"), article("01/02", status="withdrawn"))
    head = page_head.of_page(site(), found, found.pages[0])
    assert head.title == "第1版：要闻 2022年4月1日"
    assert head.description == "标题01/01"
    assert head.index


def test_only_what_can_be_read_is_offered_to_search_engines() -> None:
    assert of(article("01/01")).index
    assert not of(article("01/01", status="withdrawn")).index
    empty = issue(pages=1)
    assert not page_head.of_page(site(), empty, empty.pages[0]).index


def test_a_picture_without_a_text_is_described_by_its_caption() -> None:
    alone = article("01/01", photos=(replace(PHOTO, caption="通车"),), body=Body(""))
    assert page_head.opening(alone) == page_head.first_words(alone) == "通车"


def test_a_description_begins_with_text_and_not_with_a_subhead() -> None:
    for subhead in ("<h3>一、开工</h3>\n", "<p><strong>开工</strong></p>\n"):
        body = Body(f"{subhead}<p>水利<strong>修缮</strong>开工。</p>\n<h3>完工</h3>\n")
        assert page_head.opening(article("01/01", body=body)) == "水利修缮开工。 完工"
        assert page_head.first_words(article("01/01", body=body)) == "水利修缮开工。"
    only = Body("<p><strong>特此公告</strong></p>\n")
    assert page_head.opening(article("01/01", body=only)) == "特此公告"
