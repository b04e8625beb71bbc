from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import (
    Article,
    Body,
    Correction,
    Credit,
    Headline,
    Issue,
    Photo,
    Ref,
    SignOff,
    Source,
)
from banxin.site.feeds import feed
from banxin.site.inputs import FeedInput, FeedPart
from banxin.site.views import FeedEntry
from tests.support.planned import PHOTO, PICTURE, article, issue, site, unit


def of_all(found: Issue, **fields: object) -> FeedInput:
    keys = tuple(article.key for article in found.articles)
    return FeedInput("", "", "", (FeedPart(unit(found, **fields), keys),))


def entries(*articles: Article, **fields: object) -> tuple[FeedEntry, ...]:
    return feed(site(), of_all(issue(*articles), **fields)).entries


def test_a_feed_is_about_the_newest_issue_and_names_itself() -> None:
    found = feed(site(), of_all(issue(article("01/01"))))
    assert (found.title, found.subtitle) == ("江城晨报", "笃行 求是")
    assert found.id == found.url == "https://example.org/paper/feed.xml"
    assert found.home == "https://example.org/paper/"
    assert (found.language, found.rights) == ("zh-CN", "© 江城晨报")
    assert found.updated == "2022-04-01T00:00:00+08:00"


def test_an_entry_is_an_article_with_its_absolute_address() -> None:
    (entry,) = entries(article("01/01", abstract="提要"))
    assert entry.id == entry.url == "https://example.org/paper/2022-04-01/01/01/"
    assert (entry.title, entry.tags, entry.summary) == ("标题01/01", ("要闻",), "提要")
    assert entry.authors == ("林一",)
    assert entry.published == entry.updated == "2022-04-01T00:00:00+08:00"


def test_what_nobody_signed_is_the_papers() -> None:
    (entry,) = entries(article("01/01", byline=()))
    assert entry.authors == ("江城晨报",)


def test_a_correction_updates_the_entry_and_the_feed() -> None:
    corrected = article("01/01", corrections=(Correction(date(2022, 4, 2), "错"),))
    found = feed(site(), of_all(issue(corrected, article("01/02"))))
    assert found.updated == found.entries[0].updated == "2022-04-02T00:00:00+08:00"
    assert found.entries[1].updated == "2022-04-01T00:00:00+08:00"


def test_a_correction_dated_before_the_issue_turns_no_clock_back() -> None:
    early = article("01/01", corrections=(Correction(date(2022, 3, 1), "错"),))
    assert entries(early)[0].updated == "2022-04-01T00:00:00+08:00"


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_what_is_not_published_is_not_in_the_feed(status: str) -> None:
    assert entries(article("01/01", status=status)) == ()


def test_the_whole_article_is_in_the_entry() -> None:
    (entry,) = entries(
        article(
            "01/01",
            kicker=(Headline(("引", "题")),),
            subtitle=(Headline(("副题",)),),
            byline=(Credit("记者", "林一"),),
            photos=(PHOTO,),
            signoff=SignOff(("甲单位",), date(2022, 3, 29)),
            note="说明",
        )
    )
    for text in ("引题", "副题", "记者 林一", "卡口现场 林楠", "正文01/01。", "甲单位", "说明"):
        assert text in entry.content


@pytest.mark.parametrize(
    ("credits", "printed"),
    [
        ((Credit("摄", "林楠"), Credit("摄", "徐三")), "卡口现场 林楠 徐三 摄<"),
        ((Credit("绘", "李四"),), "卡口现场 李四 绘<"),
        ((Credit("", "资料图", "printed"),), "卡口现场 资料图<"),
        ((Credit("", "新华社发", "printed"),), "卡口现场 新华社发<"),
    ],
)
def test_a_photo_is_credited_as_it_is_on_its_page(
    credits: tuple[Credit, ...], printed: str
) -> None:
    (entry,) = entries(article("01/01", photos=(replace(PHOTO, credits=credits),)))
    assert printed in entry.content


def test_an_office_signs_a_text_and_the_paper_is_its_author() -> None:
    (entry,) = entries(article("01/01", byline=(Credit("", "县文联", "printed"),)))
    assert entry.authors == ("江城晨报",)
    assert "<p>县文联</p>" in entry.content


def test_the_source_is_said_as_on_the_page() -> None:
    (entry,) = entries(article("01/01", source=Source("新华社")))
    assert "<p>来源：新华社</p>" in entry.content


def test_whatever_an_entry_points_at_has_its_host() -> None:
    refs = (Ref("picture", PICTURE.file, picture=PICTURE), Ref("link", "content/x.md"))
    body = Body('<p><img \x1a0\x1a alt="a"><a href="\x1a1\x1a">看</a></p>', "看", refs)
    (entry,) = entries(
        article("01/01", body=body, photos=(PHOTO,)),
        targets=(("content/x.md", "2022-03-31/01/01/"),),
    )
    assert 'href="https://example.org/paper/2022-03-31/01/01/"' in entry.content
    assert entry.content.count('src="https://example.org/paper/2022-04-01/media/') == 2
    assert 'src="/' not in entry.content
    assert "srcset" not in entry.content


def test_nothing_that_an_editor_typed_becomes_markup() -> None:
    evil = '"><script>alert(1)</script>'
    (entry,) = entries(
        article(
            "01/01",
            kicker=(Headline((evil,)),),
            byline=(Credit(evil, evil),),
            photos=(Photo(PICTURE, evil, evil, (Credit("", evil),)),),
            signoff=SignOff((evil,)),
            note=evil,
        )
    )
    assert "<script" not in entry.content
    assert Markup.escape(evil) in entry.content


def test_a_feed_without_a_host_is_refused() -> None:
    with pytest.raises(ValueError, match="base URL"):
        feed(site("/paper/"), of_all(issue(article("01/01"))))


def test_an_issue_of_before_1901_has_a_time_that_readers_of_feeds_understand() -> None:
    old = replace(issue(article("01/01"), day="1872-04-30"), number=1)
    assert feed(site(), of_all(old)).updated == "1872-04-30T00:00:00+08:06"
