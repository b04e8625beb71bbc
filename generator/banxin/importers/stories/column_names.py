"""What papers call their columns: 江城时评, 法治课堂, 征文选登."""

from __future__ import annotations

import re

from banxin.model.characters import HAN

_COLUMNS_WORD = re.compile(
    rf"[{HAN}]{{1,4}}(?:时评|短评|快评|杂谈|随笔|漫谈|漫笔|论坛|观察|札记|来信|信箱|视点|茶座|调查|副刊|访谈|专访|对话|面对面|人物"
    r"|之声|之窗|往事|记忆|课堂|讲堂|天地|园地|周刊|专刊|速递|传真|见闻)|曝光台|光荣榜|红黑榜"
)


_SERIES = re.compile(
    r"\S{0,20}(?:征文(?:选登|选刊)?|选登|选刊|连载|系列(?:报道|评论|谈)|专栏)"
    r"(?:[\s·之—（(]*[①-⑳\d一二三四五六七八九十]{1,3}[)）]?)?|\S{2,16}[·—]+[①-⑳]|\S{2,16}之[二三四五六七八九十]"
)


_GENRE = re.compile("小小说|微型?小说|散文诗?|随笔|杂文|诗歌|诗词|童话|寓言|报告文学|纪实文学")


def is_genre(text: str) -> bool:
    """Whether a line says what is below it and nothing else: 小小说, 诗歌."""
    return bool(_GENRE.fullmatch(text))


def names_column(text: str) -> bool:
    """Whether a few words over a headline are what papers call their columns: 江城时评, and what
    goes on from issue to issue: 征文选登, 走进重点项目·③."""
    called = _COLUMNS_WORD.fullmatch(text) or is_genre(text)
    return bool(called or _SERIES.fullmatch(text))
