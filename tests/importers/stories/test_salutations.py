"""To whom a text speaks is never its headline, and neither is a greeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.salutations import greets
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "夏令营后天开营，请在早上八点以前把孩子送到云岭镇中心小学，带好水杯和换洗的衣服。"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "opening",
    [
        "尊敬的先生/女士：",
        "尊敬的各位家长",
        "各位村民朋友们",
        "大家好！",
        "尊敬的各位领导、老师，亲爱的同学们：",
        "亲爱的同学们：大家晚上好！",
    ],
)
def test_first_words_head_a_text_that_has_no_other_headline(
    tmp_path: Path, way: str, opening: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# {opening}\n{TEXT}\n{TEXT}")
    assert (found.title, {*found.guessed}) == ("夏令营后天开营", {"title"})
    assert body_of(found) == [opening, TEXT, TEXT]
    assert not any(getattr(one, "subhead", False) for one in found.body)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("opening", ["各位家长朋友", "各单位、各村（社区）："])
def test_the_line_above_is_the_headline_and_nothing_belongs_to_it(
    tmp_path: Path, way: str, opening: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 致家长的一封信\n= {opening}\n{TEXT}\n{TEXT}")
    assert (found.title, found.subtitle) == ("致家长的一封信", ())
    assert body_of(found) == [opening, TEXT, TEXT]


def test_whom_a_headlines_style_was_given_to_is_the_text(tmp_path: Path) -> None:
    rows = paragraph("尊敬的各位家长：", '<w:pStyle w:val="主题"/>') + paragraph(TEXT) * 2
    found = story(tmp_path, docx(rows))
    assert (found.title, body_of(found)[0]) == ("夏令营后天开营", "尊敬的各位家长：")


@pytest.mark.parametrize(
    "title",
    [
        "各位代表看水库",
        "亲爱的老师，我想对您说",
        "家长会开到了田头",
        "尊敬的对手",
        "大家好才是真的好",
    ],
)
def test_what_only_begins_so_may_be_one(title: str) -> None:
    assert not greets(title)
