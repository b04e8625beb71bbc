from __future__ import annotations

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import (
    Article,
    Body,
    Correction,
    Credit,
    ExtraValue,
    Headline,
    Issue,
    Photo,
    Ref,
    SignOff,
    Source,
)
from banxin.site.feeds import feed, plan_feed
from banxin.site.inputs import FeedInput, FeedPart
from banxin.site.outputs import Drawn, Made
from banxin.site.views import FeedEntry, FeedView
from tests.support.paths import JSON_FEED as SCHEMA
from tests.support.planned import PAPER, PHOTO, PICTURE, PINGLUN, article, issue, site, unit


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
    for text in ("引题", "副题", "记者 林一", "卡口现场 林楠", "01/01</span>。", "甲单位", "说明"):
        assert text in entry.content


def test_a_name_is_in_the_entry_as_it_was_typed() -> None:
    said = "扎西·顿珠，12～18℃"
    (entry,) = entries(article("01/01", abstract=said, body=Body.of(f"<p>{said}</p>", said)))
    assert entry.content.count(said) == 2


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


def test_an_entry_says_what_a_reader_of_the_page_reads() -> None:
    footnote = '<p>话<sup><a href="#fn1">1</a></sup>。</p><table><tr><td>表</td></tr></table>'
    (entry,) = entries(
        article(
            "01/01",
            dateline="本报讯",
            column=PINGLUN,
            abstract="提要",
            source=Source("新华社", "https://news.example/1"),
            signoff=SignOff(("甲单位",), date(2022, 3, 29)),
            corrections=(Correction(date(2022, 4, 2), "人名有误，已改正"),),
            extra=(ExtraValue("fangtan", "访谈对象", "text", "张三"),),
            body=Body(footnote),
        )
    )
    for said in (
        '<a href="https://example.org/paper/column/pinglun/">时评</a>',
        "<p><b>本报讯</b>　话",
        "<em>提要</em>",
        "<td>表</td>",
        '来源：<a href="https://news.example/1">新华社</a>',
        "<p>2022年3月29日</p>",
        "2022年4月2日　人名有误，已改正",
        "访谈对象：张三",
        f'href="{entry.url}#fn1"',
    ):
        assert said in entry.content
    assert 'href="#' not in entry.content
    assert entry.tags == ("要闻", "时评")


def test_a_story_of_a_list_without_paragraphs_has_its_dateline_too() -> None:
    (entry,) = entries(article("01/01", dateline="本报讯", body=Body("<ul><li>一</li></ul>")))
    assert "本报讯" in entry.content


@pytest.mark.parametrize(
    ("kind", "key", "address"),
    [
        ("", "", "feed"),
        ("front", "", "feed/page-01"),
        ("section", "yaowen", "section/yaowen/feed"),
        ("by", "linyi", "by/linyi/feed"),
    ],
)
def test_each_feed_has_an_address_and_a_form_in_json(kind: str, key: str, address: str) -> None:
    inputs = replace(of_all(issue(article("01/01"))), kind=kind, key=key, name="名")
    atom, as_json = plan_feed(site(), inputs)
    assert (atom.path, as_json.path) == (f"{address}.xml", f"{address}.json")
    assert isinstance(as_json, Made)
    written = json.loads(as_json.data)
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in schema.iter_errors(written)] == []
    assert written["feed_url"] == f"https://example.org/paper/{address}.json"
    assert written["items"][0]["content_html"] == entries(article("01/01"))[0].content


def test_json_is_left_out_where_the_paper_says_so() -> None:
    bare = replace(site(), paper=replace(PAPER, feeds=()))
    assert [o.path for o in plan_feed(bare, of_all(issue(article("01/01"))))] == ["feed.xml"]


def test_a_hub_is_named_in_both_forms() -> None:
    hub = replace(site(), paper=replace(PAPER, hub="https://hub.example/"))
    atom, as_json = plan_feed(hub, of_all(issue(article("01/01"))))
    assert isinstance(atom, Drawn)
    assert isinstance(atom.page, FeedView)
    assert atom.page.hub == "https://hub.example/"
    assert isinstance(as_json, Made)
    assert json.loads(as_json.data)["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
