from __future__ import annotations

import json
from datetime import date
from typing import Any

from banxin.model import Article, Correction, Credit, Headline, SignOff, Source
from banxin.site import structured_data
from tests.support.planned import PAPER, PHOTO, article, issue, site


def node(one: Article, base: str = "https://example.org/paper/") -> dict[str, Any]:
    found = issue(one)
    text = structured_data.article(site(base), found, found.pages[0], found.articles[0])
    data: dict[str, Any] = json.loads(text)
    return data


def test_an_article_is_a_news_article_on_a_page_of_an_issue_of_the_newspaper() -> None:
    found = node(article("01/01", dateline="本报讯", genre="消息", abstract="提要"))
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == "标题01/01"
    assert found["printPage"] == "1"
    assert found["articleSection"] == "要闻"
    assert (found["dateline"], found["genre"], found["abstract"]) == ("本报讯", "消息", "提要")


def test_an_article_belongs_to_the_issue_whose_page_says_the_rest() -> None:
    one = issue(article("01/01"), article("01/02"))
    whole = json.loads(structured_data.whole_issue(site(), one))
    assert node(article("01/01"))["isPartOf"] == {"@id": whole["@id"]}
    assert node(article("01/01"), base="/paper/")["isPartOf"] == {"@id": whole["@id"]}
    assert (whole["@type"], whole["datePublished"]) == ("PublicationIssue", "2022-04-01")
    assert (whole["issueNumber"], whole["pagination"]) == ("3547", "1-1")
    assert whole["url"] == "https://example.org/paper/2022-04-01/"
    paper = whole["isPartOf"]
    assert (paper["@type"], paper["name"]) == ("Newspaper", "江城晨报")
    assert paper["alternateName"] == "Jiangcheng Morning Post"
    assert paper["publisher"] == [{"@type": "Organization", "name": "江城日报社"}]


def test_what_the_page_says_elsewhere_is_not_said_again() -> None:
    assert not {"url", "inLanguage", "dateModified", "printSection"} & node(article("01/01")).keys()


def test_it_is_published_at_midnight_where_the_paper_appears() -> None:
    found = node(article("01/01", event_date=date(2022, 3, 31)))
    assert found["datePublished"] == "2022-04-01T00:00:00+08:00"
    assert found["temporalCoverage"] == "2022-03-31"


def test_one_line_beside_the_title_is_a_text_and_several_are_a_list() -> None:
    one, two = Headline(("引题",)), Headline(("副", "题"))
    assert node(article("01/01", kicker=(one,)))["alternativeHeadline"] == "引题"
    both = node(article("01/01", kicker=(one,), subtitle=(two,)))
    assert both["alternativeHeadline"] == ["引题", "副题"]


def test_authors_are_people_with_their_role_and_signatories_are_organisations() -> None:
    found = node(
        article(
            "01/01",
            byline=(Credit("记者", "林一"), Credit("", "周二")),
            signoff=SignOff(("甲办公室",), date(2022, 3, 29)),
        )
    )
    assert found["author"] == [
        {"@type": "Person", "name": "林一", "jobTitle": "记者"},
        {"@type": "Person", "name": "周二"},
        {"@type": "Organization", "name": "甲办公室"},
    ]
    assert found["dateCreated"] == "2022-03-29"


def test_who_is_not_surely_a_person_is_no_author_but_is_credited() -> None:
    byline = (
        Credit("记者", "林一"),
        Credit("发自", "北京", "place"),
        Credit("", "县文联", "printed"),
    )
    found = node(article("01/01", byline=byline))
    assert found["author"] == [{"@type": "Person", "name": "林一", "jobTitle": "记者"}]
    assert found["creditText"] == "记者 林一 发自北京 县文联"
    assert found["locationCreated"] == [{"@type": "Place", "name": "北京"}]
    assert "author" not in node(article("01/01", byline=(Credit("", "县文联", "printed"),)))


def test_a_byline_that_its_authors_say_is_not_said_again() -> None:
    assert "creditText" not in node(article("01/01", byline=(Credit("记者", "林一"),)))
    assert node(article("01/01", byline=(Credit("摄", "林一"),)))["creditText"] == "林一 摄"


def test_a_photo_has_its_size_its_caption_and_its_author() -> None:
    (image,) = node(article("01/01", photos=(PHOTO,)))["image"]
    assert image == {
        "@type": "ImageObject",
        "url": "https://example.org/paper/2022-04-01/media/0123456789abcdef-1200.webp",
        "width": "1200px",
        "height": "800px",
        "caption": "卡口现场",
        "creditText": "林楠",
    }


def test_a_source_and_the_people_of_an_article_are_named() -> None:
    found = node(article("01/01", source=Source("鄞州新闻网", "https://e.org/1"), people=("王五",)))
    assert found["sourceOrganization"] == {"@type": "Organization", "name": "鄞州新闻网"}
    assert found["isBasedOn"] == "https://e.org/1"
    assert found["mentions"] == [{"@type": "Person", "name": "王五"}]


def test_corrections_and_withdrawal_are_said() -> None:
    notes = (Correction(date(2022, 4, 2), "人名有误"),)
    found = node(article("01/01", corrections=notes, status="withdrawn"))
    assert found["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "人名有误",
            "datePublished": "2022-04-02T00:00:00+08:00",
        }
    ]
    assert found["dateModified"] == "2022-04-02T00:00:00+08:00"
    assert found["creativeWorkStatus"] == "Withdrawn"


def test_a_correction_dated_before_the_issue_modifies_nothing_earlier() -> None:
    early = article("01/01", corrections=(Correction(date(2022, 3, 1), "错"),))
    assert "dateModified" not in node(early)


def test_what_is_not_given_is_not_said() -> None:
    found = node(article("01/01", byline=()), base="/paper/")
    absent = ("author", "abstract", "dateline", "genre", "image", "correction", "mentions")
    assert not [name for name in absent if name in found]


def test_an_issue_lists_its_headlines() -> None:
    found = issue(article("01/01"), article("02/01", status="withdrawn"))
    parts = json.loads(structured_data.whole_issue(site(), found))["hasPart"]
    assert parts == [
        {
            "@type": "NewsArticle",
            "headline": "标题01/01",
            "url": "https://example.org/paper/2022-04-01/01/01/",
        }
    ]


def test_no_text_can_end_the_script_that_holds_it() -> None:
    evil = "</script><script>alert(1)</script><!-- & \u2028"
    found = issue(article("01/01", title=Headline((evil,))))
    text = structured_data.whole_issue(site(), found)
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["hasPart"][0]["headline"] == evil


def test_times_before_1901_have_offsets_of_whole_minutes() -> None:
    assert structured_data.moment(PAPER, date(1872, 4, 30)) == "1872-04-30T00:00:00+08:06"
