"""A name that nobody can know, below the title of an essay or a poem: 阿桠, 一叶舟子."""

from __future__ import annotations

import re

from msgspec.structs import replace

from banxin.content.bylines.vocabulary import is_no_name, is_phrase, may_be_organisation
from banxin.importers.stories import patterns
from banxin.importers.stories.story import Story, Text
from banxin.model.characters import HAN

_NAME = re.compile(rf"[{HAN}·]{{2,5}}")
_MARK = re.compile(rf"^[{patterns.MARKS}]\s*")
# what a few letters below a title say that are no name: news, kinds of text, parts of a series
_SAYS = re.compile(
    "[的了在是有与和为被把从到将就]|开展|举行|召开|启动|落幕|开幕|揭晓|发布|通知|公告|见闻|纪实|侧记|综述|印象"
    "|观察|采访|报道|消息|快讯|简讯|散文|随笔|小说|诗歌|组诗|童话|杂文|故事|连载|节选|节录|外一[首篇章]"
    "|代序|后记|评论|专访|人物|副刊|征文|其[一二三]|之[一二三四五]|^[上中下]篇?$|第.[章节回]|[写致献]给|题记|引子|楔子|前言|序言|开场|尾声|按语"
)
_NEWS = re.compile(r"记者|本报|近日|日前|连日来|据悉|[^，。]{2,12}(?:获悉|了解到)")
_LONG = 30  # characters of a paragraph
_OPENING = 2  # paragraphs in which news shows that it is


def pen_name(line: str) -> str:
    """阿桠 of □ 阿　桠; "" for a line that may say anything else."""
    bare = _MARK.sub("", patterns.one_line(line))
    bare = patterns.bare_byline(bare) if bare[:1] in ("（", "(") else bare
    name = bare.replace(" ", "")
    if not _NAME.fullmatch(name) or _SAYS.search(name) or (" " in bare and len(name) > 3):
        return ""
    return "" if may_be_organisation(name) or is_no_name(name) or is_phrase(name) else name


def with_pen_name(story: Story) -> Story:
    """Of a text that isn't news, a short line alone below the title is its author's, to be looked
    at."""
    signed = story.byline or story.dateline or story.credited or story.signoff or story.kind
    if signed or len(story.subtitle) > 1 or not _is_essay(story):
        return story
    opening = story.body[0]
    below = opening.paragraph.said if isinstance(opening, Text) and not opening.subhead else ""
    name = pen_name(story.subtitle[0] if story.subtitle else below)
    if not name:
        return story
    body = story.body if story.subtitle else story.body[1:]
    guessed = (story.guessed - {"subtitle"}) | {"byline"}
    return replace(story, byline=name, subtitle=(), body=body, guessed=guessed)


def _is_essay(story: Story) -> bool:
    texts = [one.paragraph.said for one in story.body if isinstance(one, Text)]
    opening = "".join(texts[:_OPENING])
    return any(len(text) > _LONG for text in texts) and not _NEWS.search(opening)
