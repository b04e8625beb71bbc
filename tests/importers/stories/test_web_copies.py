"""Whole texts as people copy them from sites, applications and messengers."""

from __future__ import annotations

import msgspec
import pytest

from tests.importers.stories.test_furniture import body, of

TITLE = "青石县召开冬季旅游推介会"
TEXT = (
    "12月3日，青石县召开冬季旅游推介会，来自省内外的四十多家旅行社负责人参加会议，共话发展。",
    "推介会上，县文旅局发布了“冬游青石”十条精品线路，涵盖温泉康养、民俗体验等，签约12份。",
    "“青石的山水很有特色，我们准备把这里列入冬季主推线路。”春秋旅行社经理郭春晓说。",
)
STORY = "\n".join(TEXT)


class Copied(msgspec.Struct, frozen=True):
    above: str
    below: str
    byline: str = ""
    source: str = ""
    guessed: frozenset[str] = frozenset()


A_STATE_APPLICATION = Copied(
    f"{TITLE}\n青石融媒\n2026-12-04\n作者：卫小川\n",
    "责任编辑：鲁小鱼\n点赞\n收藏\n“学习强国”学习平台编辑\n播报暂停",
    byline="卫小川",
    source="青石融媒",
    guessed=frozenset(("source",)),
)
A_CENTRAL_SITE = Copied(
    f"山城网>>山城频道>>县区\n\n{TITLE}\n2026年12月04日08:40 | 来源：山城网－县区频道\n小字号\n",
    "(责编：鲁小鱼、樊一川)\n分享让更多人看到\n推荐阅读\n小香菇撑起致富伞\n老茶馆里的新故事",
    source="山城网－县区频道",
)
THE_COUNTYS_APPLICATION = Copied(
    f"{TITLE}\n2026-12-04 09:00 青石融媒 阅读量 1.2万\n",
    "记者：卫小川  鲁小鱼\n【一审一校】樊一川 【二审二校】贺小雨\n扫码下载“青石云”客户端\n"
    "版权声明：本网所有内容未经授权不得转载",
    byline="记者：卫小川 鲁小鱼",
    source="青石融媒",
    guessed=frozenset(("source",)),
)
A_MESSENGER = Copied(
    f"↑点击上方“青石发布”关注我们\n{TITLE}\n原创 卫小川 青石发布\n2026-12-04 18:20 发表于山城\n"
    "以下文章来源于青石文旅 ，作者卫小川\n青石文旅.\n青石县文旅局官方账号\n",
    "监制：樊一川\n编辑：鲁小鱼 | 校对：贺小雨\n来源：青石文旅\n阅读 1234\n赞 45\n分享\n收藏\n"
    "精选留言\n小林：真美啊\n写下你的留言",
    byline="卫小川",
    source="青石文旅",
)
A_FEED = Copied(
    f"{TITLE}\n青石融媒\n2026-12-04 10:20\n·\n青石县融媒体中心官方账号\n关注\n",
    "举报\n评论 12\n赞 34\n收藏\n分享\n相关推荐\n小香菇撑起致富伞\n12评论\n3天前\n老茶馆里的新故事",
    source="青石融媒",
    guessed=frozenset(("source",)),
)
AN_AGENCYS_SITE = Copied(
    f"山城社 > 地方 > 正文\n2026-12-01 10:20:33\n来源：山城社\n{TITLE}\n字体： 小 中 大 分享到：\n",
    "【纠错】\n【责任编辑:鲁小鱼】\n阅读下一篇：\n老茶馆里的新故事",
    source="山城社",
)
ONE_LABEL_A_LINE = Copied(
    f"{TITLE}\n来源：青石融媒\n作者：卫小川\n时间：2026-12-01 10:00\n阅读量：3021\n",
    "（责任编辑：鲁小鱼）\n本文来源：青石融媒\n特别声明：以上内容不代表本平台立场，如有侵权请联系删除。\n"
    "打开客户端，查看更多精彩资讯",
    byline="卫小川",
    source="青石融媒",
)


@pytest.mark.parametrize(
    "copied",
    [
        A_STATE_APPLICATION,
        A_CENTRAL_SITE,
        THE_COUNTYS_APPLICATION,
        A_MESSENGER,
        A_FEED,
        AN_AGENCYS_SITE,
        ONE_LABEL_A_LINE,
    ],
    ids=["state", "central", "county", "messenger", "feed", "agency", "labels"],
)
def test_of_a_copy_the_story_alone_is_taken(copied: Copied) -> None:
    found = of(f"{copied.above}\n{STORY}\n\n{copied.below}\n")
    assert (found.title, found.kicker, found.subtitle) == (TITLE, (), ())
    assert body(found) == list(TEXT)
    assert (found.byline, found.credited) == (copied.byline, copied.source)
    assert found.guessed <= copied.guessed


@pytest.mark.parametrize("copied", [A_STATE_APPLICATION, A_MESSENGER, A_FEED, AN_AGENCYS_SITE])
def test_every_line_of_a_copy_is_somewhere_or_told(copied: Copied) -> None:
    text = f"{copied.above}\n{STORY}\n\n{copied.below}\n"
    found = of(text)
    told = "".join("".join(dict(one.gaps).values()) for one in found.doubts)
    kept = "".join((found.title, found.byline, found.credited, *body(found), told))
    for word in "".join(sign if sign.isalnum() else " " for sign in text).split():
        assert word in kept or word in ("来源", "作者", "以下文章来源于青石文旅", "作者卫小川"), (
            word
        )
