"""A mail around a manuscript is set aside and told; a reader's letter is none."""

from __future__ import annotations

import pytest

from banxin.importers.manuscript import Paragraph
from banxin.importers.text.reader import read_text

TITLE = "花桥镇举办冬季篮球赛"
TEXT = "12月6日，花桥镇举办冬季篮球赛，来自全镇各村的十二支代表队参加了比赛。"
STORY = f"{TITLE}\n{TEXT}\n（江一帆）"
HEAD = "发件人：江一帆 <jiang@mail.example>\n发送时间：2026年12月6日\n收件人：花桥报\n主题：投稿"


def said(text: str) -> list[str]:
    return [b.said for b in read_text("a.txt", text).blocks if isinstance(b, Paragraph)]


def told(text: str) -> list[str]:
    return [dict(d.gaps)["text"] for d in read_text("a.txt", text).doubts if d.key == "aside"]


def test_a_mails_head_is_set_aside_and_its_addresses_are_not_told() -> None:
    text = f"{HEAD}\n\n{STORY}"
    assert said(text) == STORY.split("\n")
    assert told(text) == ["发件人、发送时间、收件人、主题"]


def test_who_sent_a_mail_is_not_named_once_more_below_it() -> None:
    text = f"{HEAD}\n\n{STORY}\n\n江一帆\n电话：13900000000"
    assert said(text) == STORY.split("\n")
    assert told(text) == ["发件人、发送时间、收件人、主题", "电话", "江一帆"]


@pytest.mark.parametrize(
    "greeting",
    [
        "编辑老师：\n您好！稿件如下，请审阅，谢谢！",
        "老师您好，稿件如下，请查收。",
        "尊敬的王编辑：\n投稿一篇，请斧正",
        "您好：\n发来小稿一篇，盼刊用。",
    ],
)
def test_what_a_contributor_says_to_the_office_is_set_aside(greeting: str) -> None:
    assert said(f"{greeting}\n\n{STORY}") == STORY.split("\n")
    assert told(f"{greeting}\n\n{STORY}") == greeting.split("\n")


@pytest.mark.parametrize("end", ["发自我的iPhone", "来自我的手机", "-------\n发自我的手机"])
def test_where_a_mail_was_written_is_set_aside(end: str) -> None:
    assert said(f"{STORY}\n\n{end}") == STORY.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        f"编辑同志：\n我是花桥镇的居民，想反映一下路灯的事。\n{TEXT}\n此致\n敬礼",
        f"花桥镇文化站通知\n时间：12月6日\n主题：冬季篮球赛\n{TEXT}",
        f"{TITLE}\n{TEXT}\n------------------",
        f"关于做好稿件采用工作的通知\n{TEXT}",
        f"{TITLE}\n记者：老师，您好！\n{TEXT}",
        f"老师的手稿\n{TEXT}",
    ],
    ids=["letter", "notice", "rule", "title", "interview", "manuscript"],
)
def test_what_only_looks_like_a_mail_stays(text: str) -> None:
    assert said(text) == text.split("\n")


@pytest.mark.parametrize("close", ["此致\n敬礼", "此致\n敬礼！", "顺祝\n编安！", "谢谢！"])
def test_how_a_cover_letter_closes_is_set_aside_with_who_signs_it(close: str) -> None:
    greeting = "编辑老师：\n您好！现发上稿件一篇，请审阅。"
    end = f"{close}\n花桥小学 江一帆\n手机：13900000000\n2026.12.6"
    text = f"{greeting}\n\n{STORY}\n\n{end}"
    assert said(text) == STORY.split("\n")
    aside = [*greeting.split("\n"), *close.split("\n"), "花桥小学 江一帆", "手机", "2026.12.6"]
    assert sorted(told(text)) == sorted(aside)


def test_whom_to_ask_about_the_manuscript_is_set_aside_below_it() -> None:
    greeting = "编辑老师：\n现投上稿件一篇，请查收。"
    text = f"{greeting}\n\n{STORY}\n\n联系人：江一帆\n联系电话：139 0000 0000\n发自我的手机"
    assert said(text) == STORY.split("\n")
    aside = told(text)
    assert {"联系人", "电话"} <= set(aside)
    assert not any("139" in one or "江一帆" in one for one in aside)


def test_whom_readers_may_ask_stays_above_whom_the_office_may() -> None:
    notice = f"{TITLE}\n{TEXT}\n联系人：沈微\n电话：13900000001"
    text = f"编辑老师：\n附上稿件，请查收。\n\n{notice}\n\n联系人：江一帆\n电话：13900000000"
    assert said(text) == notice.split("\n")


def test_a_letter_with_no_cover_letter_keeps_its_close() -> None:
    text = f"编辑同志：\n{TEXT}\n此致\n敬礼\n江一帆\n2026.12.6"
    assert said(text) == text.split("\n")
