"""What a site or a messenger prints around an article: set aside and told, and nothing else is."""

from __future__ import annotations

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph, Span, Table
from banxin.importers.stories.reader import stories
from banxin.importers.stories.site_lines import is_site_line
from banxin.importers.stories.story import Story, Text
from banxin.importers.text.reader import read_text

TITLE = "花桥镇举办冬季篮球赛"
TEXT = "12月6日，花桥镇举办冬季篮球赛，来自全镇各村的十二支代表队参加了比赛。"
STORY = f"{TITLE}\n\n{TEXT}\n{TEXT}\n"


def of(text: str) -> Story:
    (found,) = stories(read_text("a.txt", text))
    return found


def body(found: Story) -> list[str]:
    return [one.paragraph.said for one in found.body if isinstance(one, Text)]


def aside(found: Story) -> list[str]:
    return [dict(d.gaps)["text"] for d in found.doubts if d.key == "aside"]


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 镇村 > 花桥",
        "您现在的位置：网站首页>>乡镇动态>>正文",
        "网站首页 | 政务公开 | 办事服务 | 互动交流",
        "花桥新闻网 > 文体 > 正文",
        "打印 关闭窗口",
        "【打印】【关闭】",
        "[打印]",
        "返回顶部",
        "上一篇：花桥镇召开河长制会议",
        "下一条：没有了",
        "字号：大 中 小",
        "【字体：大 中 小】 打印 分享到：",
        "A- A A+",
        "分享到：微信 微博 QQ空间",
        "扫一扫在手机打开当前页",
        "微信扫一扫关注该公众号",
        "点赞 12 在看 3",
        "阅读 1024",
        "发布时间：2026-12-06 09:12",
        "2026年12月6日 09:12",
        "浏览次数：123",
        "主办：花桥镇人民政府　网站标识码：0000000000　版权所有",
        "声明：本文图片来源于网络，版权归原作者所有，如有侵权请联系删除。",
        "相关阅读：花桥村的柑橘熟了",
    ],
)
def test_a_line_of_a_sites_own_is_known(line: str) -> None:
    assert is_site_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "评论",
        "微信",
        "大 中 小",
        "首页上的老照片引来许多人的回忆。",
        "2026年12月6日",
        "扫描二维码报名",
        "扫码关注公众号预约门票",
        "请扫描二维码下载申请表",
        "时间：2026年12月6日",
        "地址：花桥镇东街8号",
        "主办：花桥镇文化站",
        "下一个路口",
        "声明",
        "特别声明：我公司从未委托任何人收取费用。",
        "点赞花桥好人",
        "相关链接",
        "往期稿件怎么找",
    ],
)
def test_what_may_be_a_storys_own_words_is_not(line: str) -> None:
    assert not is_site_line(line)


def test_nothing_above_or_below_a_story_gets_into_it() -> None:
    above = "首页 > 镇村 > 花桥\n"
    below = "打印 关闭\n上一篇：花桥镇召开河长制会议\n下一篇：没有了\n"
    found = of(above + STORY + below)
    assert (found.title, found.kicker, body(found)) == (TITLE, (), [TEXT, TEXT])
    assert aside(found) == [row for row in (above + below).split("\n") if row]


@pytest.mark.parametrize(
    "name", ["往期推荐", "▼相关阅读▼", "【推荐阅读】", "猜你喜欢", "相关新闻："]
)
def test_other_stories_headlines_below_a_story_go_with_their_name(name: str) -> None:
    headlines = ["花桥村的柑橘熟了", "这条老街，您走过吗？", "河长巡河记 2026-11-20"]
    found = of(STORY + "\n".join([name, *headlines]))
    assert body(found) == [TEXT, TEXT]
    assert aside(found) == [name, *headlines]


def test_a_newspapers_own_box_stays() -> None:
    found = of(f"{STORY}相关链接\n{TEXT}\n")
    assert body(found) == [TEXT, TEXT, "相关链接", TEXT]
    assert aside(found) == []


@pytest.mark.parametrize("name", ["相关报道", "精彩推荐"])
def test_a_name_above_the_first_story_is_its_column(name: str) -> None:
    found = of(f"{name}\n{STORY}")
    assert aside(found) == []
    assert TITLE in (found.title, *found.subtitle)


def test_a_sites_navigation_goes_with_what_stands_above_it() -> None:
    above = [
        "花桥镇人民政府",
        "网站首页",
        "走进花桥",
        "政务公开",
        "办事服务",
        "您的位置：首页 > 要闻",
    ]
    found = of("\n".join(above) + f"\n{STORY}附件：\n返回顶部")
    assert (found.title, found.kicker, body(found)) == (TITLE, (), [TEXT, TEXT])
    assert aside(found) == [*above, "附件：", "返回顶部"]


def test_a_notices_attachments_stay() -> None:
    assert body(of(f"{STORY}附件：\n1.参赛名单\n"))[2:] == ["附件：", "1.参赛名单"]


def test_the_next_storys_headline_is_none_of_those_below_the_first() -> None:
    second = STORY.replace(TITLE, "花桥镇河道清淤工程开工")
    found = stories(read_text("a.txt", f"{STORY}相关阅读\n花桥村的柑橘熟了\n\n\n{second}"))
    assert [one.title for one in found] == [TITLE, "花桥镇河道清淤工程开工"]
    assert aside(found[0]) == ["相关阅读", "花桥村的柑橘熟了"]


def test_single_words_to_press_are_known_by_each_other() -> None:
    found = of(STORY + "点赞\n在看\n分享\n")
    assert body(found) == [TEXT, TEXT]
    assert body(of(f"{TITLE}\n{TEXT}\n评论\n{TEXT}\n")) == [TEXT, "评论", TEXT]


def test_who_runs_a_site_is_set_aside_with_its_last_line_alone() -> None:
    foot = "主办：花桥镇人民政府\n地址：花桥镇东街8号\n版权所有 花桥镇人民政府\n"
    assert body(of(STORY + foot)) == [TEXT, TEXT]
    assert "主办：花桥镇文化站" in body(of(f"{STORY}主办：花桥镇文化站\n"))


def test_a_sites_tables_above_a_headline_are_set_aside() -> None:
    nav = Table((("首页", "政务公开", "互动交流"),))
    filed = Table((("索 引 号：", "2026-0001", "发布机构：", "花桥镇"), ("文　号：", "无", "", "")))
    rows = [Paragraph((Span(text),)) for text in (TITLE, "来源：花桥镇", TEXT, TEXT)]
    (found,) = stories(Manuscript("a.html", (nav, filed, *rows)))
    assert (found.title, found.credited, body(found)) == (TITLE, "花桥镇", [TEXT, TEXT])
    assert len(aside(found)) == 2


def test_a_storys_own_table_stays() -> None:
    table = Table((("单位", "发布机构"), ("花桥镇", "12")))
    rows = [Paragraph((Span(text),)) for text in (TITLE, TEXT, TEXT)]
    (found,) = stories(Manuscript("a.html", (*rows, table)))
    assert found.body[-1] == table


def test_a_list_of_staff_with_line_breaks_is_read_line_by_line() -> None:
    last = Paragraph((Span("END\n来源 | 花桥镇\n编辑 | 江一帆\n审核 | 柏小雨"),))
    rows = [Paragraph((Span(text),)) for text in (TITLE, TEXT, TEXT)]
    (found,) = stories(Manuscript("a.html", (*rows, last)))
    assert (found.credited, body(found)) == ("花桥镇", [TEXT, TEXT])


def test_who_speaks_in_a_short_line_is_no_subhead() -> None:
    found = of(f"{TITLE}\n{TEXT}\n他问：“这么早，露水重不重？”\n{TEXT}\n")
    assert not any(one.subhead for one in found.body if isinstance(one, Text))


def test_a_reporter_who_is_the_author_is_named_once() -> None:
    found = of(f"{TITLE}\n作者：江一帆\n\n本报讯（记者 江一帆）{TEXT}\n{TEXT}\n")
    assert found.byline == "记者 江一帆"


def test_who_orders_and_what_is_ordered_are_one_headline() -> None:
    found = of(f"花桥镇人民政府\n关于实行野外禁火的通告\n\n{TEXT}\n{TEXT}\n")
    assert (found.title, found.subtitle) == ("花桥镇人民政府|关于实行野外禁火的通告", ())
    assert "title" in found.guessed


@pytest.mark.parametrize(
    "line", ["花桥公安 2026-12-06 09:12 浙江", "花桥公安 2026-12-06 09:12 内蒙古"]
)
def test_a_messengers_account_with_its_time_and_province_is_set_aside(line: str) -> None:
    found = of(f"{TITLE}\n{line}\n\n{TEXT}\n{TEXT}\n")
    assert (found.title, found.subtitle, body(found)) == (TITLE, (), [TEXT, TEXT])
    assert aside(found) == [line]
