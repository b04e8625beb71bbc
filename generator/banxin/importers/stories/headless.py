"""A story without a headline gets what stands in for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.manuscript import Table, doubt
from banxin.importers.stories import patterns
from banxin.importers.stories.first_words import first_words
from banxin.importers.stories.reading import StoryReading
from banxin.importers.stories.roundup import are_items
from banxin.importers.stories.salutations import greets
from banxin.importers.stories.story import StoryPicture, Text
from banxin.model.characters import HAN

_BRIEFS = "简讯"
_LEAST = 6  # letters of a headline
_COPY = re.compile(r"[\s\-—_]*(?:副本|[(（]\d{1,3}[)）])|\d{4}[.\-年]?\d{1,2}[.\-月]?\d{0,2}日?")
# what files are called that hold a text: no headline
_FILES = re.compile(
    "新建|未命名|无标题|文档|文本|稿|最终|终版|修改|副本|附件|模板|正文|作业|汇总|材料|投递|提交|截图|扫描"
)
_GENRE = re.compile(
    "(?:[通公布]告|通知|公示|启事|声明|体会|心得|总结|报告|汇报|读后感|观后感|感想|感悟|随笔|作文|征文|演讲|简介|方案|计划|记录|纪要)$"
)


def headline_of(name: str) -> str:
    """What a file is called, where that may be a headline: no kind of text, no number, nobody."""
    stem = _COPY.sub("", PurePath(name).stem).strip(" \u3000-—_")
    letters = re.findall(f"[{HAN}]", stem)
    kind = _FILES.search(stem) or _GENRE.search(stem)
    parts = [part for part in re.split(r"[\s_\-—+]+", stem) if part]
    somebody = any(patterns.is_name(p) or may_be_organisation(p) for p in (stem, *parts))
    if len(letters) < _LEAST or kind or somebody or stem[:1].isdigit():
        return ""
    return stem.replace("|", "丨").replace("_", " ")


def made_title(reading: StoryReading, shown: Sequence[StoryPicture], name: str) -> str:
    """A story without a headline gets what its file is called, where that says something, or its
    first words as one, to be replaced. ``name``: the file's; "" where it has other stories."""
    reading.guessed.add("title")
    said = [one.paragraph.said for one in reading.body if isinstance(one, Text)]
    called = "" if are_items(said) else headline_of(name)
    reading.doubts.append(doubt("title-missing", "title"))
    if called or are_items(said):
        return called or _BRIEFS
    texts = [one for one in reading.body if isinstance(one, Text)]
    said = [one.paragraph.said for one in sorted(texts, key=lambda one: one.subhead)]
    said = [one for one in said if not patterns.is_number_alone(one) and not greets(one)]
    said += [one.caption for one in shown if one.caption]
    tables = (one for one in reading.body if isinstance(one, Table))
    said += [cell.strip() for table in tables for row in table.rows for cell in row if cell.strip()]
    first = next((one for one in said if one[-1:] not in "：:"), "")  # 各单位： is to whom
    return first_words(first or next(iter(said), ""))
