"""Stories to set right: short, invented, each thing in a field of its own."""

from __future__ import annotations

from collections.abc import Callable

from banxin.importers.manuscript import Comment, Paragraph, Span, Table, doubt
from banxin.importers.planning import Wanted
from banxin.importers.stories.story import Story, StoryPicture, Text


def text(said: str, *, subhead: bool = False, note: str = "") -> Text:
    spans = (Span(said), Span("", note=note)) if note else (Span(said),)
    return Text(Paragraph(spans), subhead=subhead)


BRIDGE = Story(
    "桥.docx",
    title="老桥修好了",
    kicker=("城南旧事",),
    byline="记者 沈微",
    dateline="本报讯",
    signoff=("南门街道",),
    signoff_date="2022-03-31",
    pictures=(StoryPicture("a.jpg", caption="图为老桥。", credit="林桐 摄"), StoryPicture("b.jpg")),
    body=(
        text("桥面换了青石。"),
        text("桥洞"),
        text("桥洞里凉快。", note="1"),
        Table((("年", "月"),)),
    ),
    notes=(("1", "桥有三个洞。"),),
    comments=(Comment("主任", "核一下", "桥洞里凉快"),),
    page="1",
    guessed=frozenset({"title", "byline", "photos"}),
    doubts=(doubt("caption", begins="桥洞"), doubt("cut", begins="老桥")),
)
MARKET = Story(
    "市.docx",
    title="早市|提前",
    subtitle=("半小时",),
    byline="通讯员 江禾",
    credited="西街社区",
    column="街巷",
    pictures=(StoryPicture("a.jpg", caption="图为早市。"),),
    body=(text("菜场五点半开门。", note="1"), text("周阿姨来得早。")),
    notes=(("1", "试行三个月。"),),
    page="1",
    doubts=(doubt("cut", begins="早市"),),
)


def wanted(story: Story, fetch: Callable[[str], bytes | None] | None = None) -> Wanted:
    def own(name: str) -> bytes:
        return f"{story.source} {name}".encode()

    return Wanted(story, page=story.page, place=3, slug="x", pictures=fetch or own)


def remembered(story: Story) -> list[str]:
    return [dict(one.gaps)["text"] for one in story.doubts if one.key == "left-out"]


def said(story: Story) -> list[str]:
    return [block.paragraph.said for block in story.body if isinstance(block, Text)]
