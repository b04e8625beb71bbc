"""Spaces, signs and letters that look like those of YAML, and what can't be seen at all."""

from __future__ import annotations

import pytest

from tests.content.frontmatter.reading import read, said


@pytest.mark.parametrize("space", ["\u3000", "\u00a0", "\u2003", "\u202f"])
def test_another_kind_of_space_is_one_and_named(space: str) -> None:
    assert read(f"byline:{space}记者 张三") == {"byline": "记者 张三"}
    assert said(f"byline:{space}记者 张三") == ["warning odd-space 2:8"]
    fields = f"photos:\n{space}- file: a.jpg"
    assert read(fields) == {"photos": [{"file": "a.jpg"}]}
    assert said(fields) == ["warning odd-space 3:1"]


def test_a_fullwidth_space_before_a_value_takes_nothing_of_it() -> None:
    assert read("title: 　关于本 #话题 站") == {"title": "关于本 #话题 站"}
    assert read('subtitle: [一,　二 #话题,　"三"]') == {"subtitle": ["一", "二 #话题", "三"]}
    assert read("p: {a: 　甲, 乙}") == {"p": {"a": "甲, 乙"}}


def test_a_fullwidth_space_indents_as_far_as_it_looks() -> None:
    fields = "photos:\n　- file: a.jpg\n    alt: 甲\n　　caption: 乙"
    assert read(fields) == {"photos": [{"file": "a.jpg", "alt": "甲", "caption": "乙"}]}


def test_spaces_of_all_kinds_inside_a_text_stay() -> None:
    assert read("title: 春耕　备耕\u00a0会") == {"title": "春耕　备耕\u00a0会"}
    assert read("abstract: |\n  　　首段\n  次段") == {"abstract": "　　首段\n次段\n"}


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e"])
def test_what_cannot_be_seen_is_passed_over_and_named(mark: str) -> None:
    assert read(f"ti{mark}tle: 小{mark}雪") == {"title": "小雪"}
    assert said(f"ti{mark}tle: 小{mark}雪") == ["warning invisible-character 2:3"]


def test_joiners_of_emoji_and_scripts_stay() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert read(f"title: {family}") == {"title": family}


@pytest.mark.parametrize("sign", ["－", "－ ", "-", "– ", "• ", "●"])
def test_another_sign_before_an_item_is_a_hyphen(sign: str) -> None:
    fields = f"subtitle:\n  {sign}一\n  {sign}二"
    assert read(fields) == {"subtitle": ["一", "二"]}
    assert said(fields) == ["warning odd-hyphen 3:3", "warning odd-hyphen 4:3"]


def test_a_dash_or_a_minus_that_begins_a_text_is_no_item() -> None:
    assert read("subtitle:\n  ——记某某") == {"subtitle": "——记某某"}
    assert read("subtitle:\n  -5℃ 寒潮") == {"subtitle": "-5℃ 寒潮"}


def test_a_fullwidth_hash_begins_a_comment() -> None:
    assert read("＃ 注\ntitle: 甲\n＃kicker: 乙") == {"title": "甲"}
    assert said("＃ 注\ntitle: 甲") == ["warning fullwidth-hash 2:1"]


def test_a_fullwidth_space_before_a_colon_is_no_part_of_the_key() -> None:
    assert read("p: {file　：a.jpg}") == {"p": {"file": "a.jpg"}}


def test_a_key_in_quotation_marks_has_its_value_put_right_too() -> None:
    assert read("p: {'file': a　b #1，alt：甲}") == {"p": {"file": "a　b #1", "alt": "甲"}}


def test_an_item_of_a_list_may_be_a_field_with_a_fullwidth_colon() -> None:
    fields = "photos: [file：a.jpg，alt：甲]"
    assert read(fields) == {"photos": [{"file": "a.jpg"}, {"alt": "甲"}]}


def test_a_fullwidth_colon_at_which_yaml_stops_is_the_fault() -> None:
    assert said("photos:\n-\t说明乙：a.jpg") == ["error fullwidth-colon 3:6"]


def test_a_character_that_nobody_can_read_is_named_once() -> None:
    assert said("title: 王\ue123甲\nnote: \ue123") == ["warning private-character 2:9"]


def test_a_text_in_the_fields_place_is_named_and_a_list_is_told_what_belongs_there() -> None:
    assert said("甲") == ["error not-a-field 2:1"]
    assert said("- 标题：好") == ["error no-fields 2:0", "warning fullwidth-colon 2:5"]


def test_a_key_in_fullwidth_letters_is_known() -> None:
    assert read("ｔｉｔｌｅ: 甲") == {"title": "甲"}
    assert said("ｔｉｔｌｅ: 甲") == ["warning fullwidth-key 2:1"]


@pytest.mark.parametrize(
    "title",
    [
        "“三件套”落地",
        "【特稿】一，二",
        "［特稿］某某",
        "《甲》",
        "——记某某",
        "- 5℃".replace(" ", ""),
        "（一）",
    ],
)
def test_signs_of_a_chinese_text_stay_as_typed(title: str) -> None:
    assert read(f"title: {title}") == {"title": title}
    assert said(f"title: {title}") == []
