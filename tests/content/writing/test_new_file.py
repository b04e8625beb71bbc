"""A new file's front matter says what it was given, to the reader and to an editor."""

from __future__ import annotations

import random

import pytest

from banxin.content.fields import VOCABULARY
from banxin.content.frontmatter import List, Map, Node, split
from banxin.content.writing import Line, Remark, front_matter, scalar
from banxin.problems import Problems

SIGNS = "一二三 ab09:：#,，-*&!|>%@`'\"[]{}（）“”、。\\\u3000~?=/<+$^_.…—《》·"


def read(text: str) -> dict[str, object]:
    problems = Problems()
    document = split("a.md", text, problems, VOCABULARY)
    assert list(problems) == []
    assert document is not None
    return {pair.key.value: plain(pair.value) for pair in document.fields.pairs}


def plain(node: Node) -> object:
    if isinstance(node, Map):
        return {pair.key.value: plain(pair.value) for pair in node.pairs}
    return [plain(item) for item in node.items] if isinstance(node, List) else node.value


def test_a_front_matter_as_an_editor_would_type_it() -> None:
    photo = {"file": "01-02-1.jpg", "caption": "卡口: 现场", "credit": "林楠/摄"}
    lines = (
        Line("page", 1),
        Line("title", "区十六届人大|第一次会议召开", "请核对"),
        Line("subtitle", ["一", "二"]),
        Line("signoff", {"by": ["防控办公室", "指挥部"], "date": "2022-03-29"}),
        Line("photos", [photo]),
        Remark("请核对：第 3 段\n“深人”"),
    )
    assert front_matter(lines) == (
        "---\npage: 1\ntitle: 区十六届人大|第一次会议召开  # 请核对\nsubtitle: [一, 二]\n"
        'signoff: {by: [防控办公室, 指挥部], date: "2022-03-29"}\n'
        'photos:\n  - file: "01-02-1.jpg"\n    caption: "卡口: 现场"\n    credit: "林楠/摄"\n'
        "# 请核对：第 3 段 “深人”\n---\n\n"
    )


@pytest.mark.parametrize("seed", range(5))
def test_whatever_text_is_written_is_read_again(seed: int) -> None:
    random_ = random.Random(seed)
    for _ in range(200):
        text = "".join(random_.choices(SIGNS, k=random_.randint(1, 12))).strip(" ")
        other = "".join(random_.choices(SIGNS, k=random_.randint(1, 12))).strip(" ")
        if not text or not other:
            continue
        lines = (
            Line("note", text, "量过"),
            Line("kicker", [text, other]),
            Line("subtitle", [text * 9, other * 9]),
            Line("source", {"name": text}),
            Line("signoff", {"by": [text, other]}),
            Line("photos", [{"file": "a.jpg", "caption": text}, {"file": "b.jpg"}]),
        )
        assert read(front_matter(lines)) == {
            "note": text,
            "kicker": [text, other],
            "subtitle": [text * 9, other * 9],
            "source": {"name": text},
            "signoff": {"by": [text, other]},
            "photos": [{"file": "a.jpg", "caption": text}, {"file": "b.jpg"}],
        }


@pytest.mark.parametrize("text", ["记者 洪纲", "《桥》开通", "一、二"])
def test_a_text_that_surely_is_one_stands_bare(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2028", "\x85"])
def test_a_sign_that_nobody_sees_is_written_so_that_one_does(sign: str) -> None:
    text = scalar(f"甲{sign}乙")
    assert sign not in text
    assert f"\\u{ord(sign):04x}" in text
