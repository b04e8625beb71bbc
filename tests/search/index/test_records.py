"""What of an issue can be found."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from banxin.model import Article, Body, Credit, Headline, Issue, Page, Photo, Picture, SignOff, Term
from banxin.model.article import Correction, Source
from banxin.model.naming import IssueNaming
from banxin.search import SearchRecord, records

PICTURE = Picture("content/a.jpg", "0" * 32, "JPEG", 10, 10)
STORY = Article(
    file="content/issues/2022/2022-04-01/01-02-a.md",
    key="01/02",
    page=3,
    order=2,
    title=Headline(("疫情防控", "推进会召开")),
    section=Term("yaowen", "要闻"),
    kicker=(Headline(("引题",)),),
    subtitle=(Headline(("副题一",)), Headline(("副题二",))),
    byline=(Credit("记者", "虞澜"), Credit("记者", "褚岑"), Credit("通讯员", "郗汀")),
    dateline="本报讯",
    signoff=SignOff(("办公室",), date(2022, 3, 29)),
    photos=(Photo(PICTURE, "不检索", "路口设卡", (Credit("摄", "厍朗"),)),),
    people=("虞澜", "蔺芃"),
    note="不检索",
    abstract="摘要一句",
    column=Term("shiping", "时评"),
    source=Source("外地日报"),
    corrections=(Correction(date(2022, 4, 2), "人数应为七人"),),
    body=Body("<p>正文</p>", "正文\n第二段"),
)


def issue(*articles: Article) -> Issue:
    pages = (Page(3, "理论", articles=articles),)
    return Issue("2022-04-01", "content/issues/2022/2022-04-01", date(2022, 4, 1), pages=pages)


def test_a_record_holds_what_is_printed_of_an_article() -> None:
    (found,) = records(issue(STORY), lambda article: f"2022-04-01/{article.key}/")
    assert found == SearchRecord(
        url="/2022-04-01/01/02/",
        day="2022-04-01",
        page=3,
        section="要闻",
        title="疫情防控推进会召开",
        kicker="引题",
        subtitle="副题一\n副题二",
        byline="记者 虞澜 褚岑 通讯员 郗汀",
        body="本报讯\n正文\n第二段",
        signoff="办公室\n2022年3月29日",
        captions=("路口设卡\n厍朗 摄",),
        authors=("虞澜", "褚岑", "郗汀"),
        people=("蔺芃", "厍朗"),
        more=("摘要一句", "时评", "外地日报", "人数应为七人"),
        column="时评",
        page_name="理论",
    )


def test_a_story_of_an_extra_is_found_as_one() -> None:
    extra = replace(issue(STORY), edition=2, naming=IssueNaming("号外"))
    (found,) = records(extra, lambda _: "2022-04-01-2/01/02/")
    assert found.edition == "号外"
    assert "号外" in found.more


def test_drafts_and_withdrawn_articles_cannot_be_found() -> None:
    hidden = (replace(STORY, status="draft"), replace(STORY, status="withdrawn"))
    assert records(issue(*hidden), lambda _: "") == ()


def test_an_office_is_read_and_is_no_author() -> None:
    office = Credit("", "县文联", "printed")
    photo = replace(STORY.photos[0], credits=(Credit("", "资料图", "printed"),))
    (found,) = records(issue(replace(STORY, byline=(office,), photos=(photo,))), lambda _: "")
    assert (found.byline, found.authors) == ("县文联", ())
    assert "资料图" in found.captions[0]
    assert "资料图" not in found.people


def test_a_record_survives_being_stored() -> None:
    (found,) = records(issue(STORY), lambda _: "")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=SearchRecord) == found
