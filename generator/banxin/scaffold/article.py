"""The first text of an article: a form to fill in, a draft until the editor says otherwise."""

from __future__ import annotations

from banxin.content import placeholders
from banxin.content.writing import scalar

_FORM = """\
---
title: {title}
page: {page}
status: draft        # 草稿，不登；定稿后删去这一行
# 下面按需要写：去掉行首的“# ”就生效，用不着的行删去。全部字段：banxin fields
# kicker: {kicker}
# subtitle: [{subtitles}]
# byline: {byline}
# dateline: 本报讯
{section}
# rank: normal       # lead 头条 second bottom 倒头条 box 加框 photo 图片新闻 brief 简讯 notice 公告
# event_date: {example_day}
# photos:
#   - {{file: photo.jpg, alt: {alt}, caption: {caption}, credit: 张三/摄}}
---

{body}
"""
_NAMED = "# section: 要闻      # 版块；不写就是版名"
_NAMELESS = "section: {section}        # 版块；这一版还没有版名，所以要写"


def article_text(*, title: str, page: str, section: str, example_day: str) -> str:
    """A new article for ``page``; an empty title gets a stand-in that nobody can overlook.

    ``section`` is empty where the page has a name, which then is the section.
    """
    return _FORM.format(
        title=scalar(title or placeholders.TITLE),
        page=page,
        section=_NAMELESS.format(section=scalar(section)) if section else _NAMED,
        example_day=example_day,
        kicker=placeholders.KICKER,
        subtitles=", ".join(placeholders.SUBTITLES),
        byline=placeholders.BYLINE,
        alt=placeholders.ALT,
        caption=placeholders.CAPTION,
        body=placeholders.BODY,
    )
