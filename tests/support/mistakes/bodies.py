"""In articles' texts."""

from __future__ import annotations

from tests.support.content_folder import ARTICLE, article
from tests.support.mistakes.making import Mistake, in_body

BODIES = (
    in_body("html-in-body", "甲<span>乙</span>", 2),
    in_body("merge-conflict", "<<<<<<< HEAD", 1),
    in_body("comment-left-out", "甲<!-- 待核实 -->", 2),
    in_body("comment-unclosed", "甲<!-- 待核实", 2),
    in_body("half-width-punctuation", "抓春耕,抓防火,抓防汛。", 4),
    Mistake(
        "dateline-twice",
        ARTICLE,
        article("dateline: 本报讯\n", body="本报讯 春耕。"),
        "01-01-meeting.md:6:1",
    ),
    in_body("unpaired-mark", "落实《条例。", 3),
    in_body("jump-typed", "（下转第3版）", 1),
    in_body("private-character", "甲\ue123", 2),
    in_body("invisible-in-body", "春耕\u200b备耕", 3),
    in_body("garbled-text", "春\ufffd备耕", 2),
    in_body("picture-as-text", "![春耕] (road.jpg)", 1),
    in_body("link-without-text", "见[](https://example.org/)", 5),
    Mistake(
        "table-cell-broken",
        ARTICLE,
        article(body='品名\t价\n"五花肉\n(带皮)"\t18'),
        "01-01-meeting.md:6",
    ),
    in_body("lines-wrapped", f"{'春耕备耕' * 4}\n{'春耕备耕' * 4}\n春耕。", 0),
    Mistake(
        "table-ragged",
        ARTICLE,
        article(body="|甲|乙|\n|--|--|\n|丙|丁|戊|"),
        "01-01-meeting.md:7",
    ),
    in_body("table-wide", f"{'甲|' * 11}乙\n{'-|' * 11}-", 0),
    in_body("table-too-large", f"{'甲|' * 30}乙\n{'-|' * 30}-", 0),
    in_body("table-without-rule", "| 甲 | 乙 |\n| 丙 | 丁 |", 0),
    in_body("code-unclosed", "```\n甲", 0),
    in_body("entity-refused", "甲&#12;乙", 2),
    in_body("body-too-long", "[甲]" * 20_000, 1),
    Mistake("fields-too-long", ARTICLE, article("note2: 甲\n" * 8_000), "01-01-meeting.md:1"),
    in_body("body-too-deep", f"{'> ' * 20}甲", 0),
    in_body("footnote-twice", "[^1]: 甲\n[^1]: 乙\n\n丙[^1]", 0),
    in_body("entity-read", "版权&copy;本报", 3),
    in_body("wechat-words", "点击上方蓝字关注我们", 1),
    in_body("comment-odd", "<!——责编注：勿发——>", 1),
    in_body("word-field", "PAGE \\* MERGEFORMAT 1", 6),
    in_body("address-cut", "见https://example.org/?q=江州&p=2", 2),
    in_body("link-as-text", "详见［名单］（名单.pdf）", 3),
    Mistake(
        "fields-in-body",
        ARTICLE,
        article(body="正文。\n\n---\ntitle: 另一篇\n---\n正文。"),
        "01-01-meeting.md:7:1",
    ),
    in_body("single-hash", "# 江州发布", 1),
    in_body("backslash-at-end", "把船还给岸\\\n把岸还给草", 6),
    in_body("asterisks-printed", "春耕，**备耕", 4),
)
