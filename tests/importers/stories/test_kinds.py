"""What a story is, as its title and its form say: a guess, marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
SIGNED = "> 江城县水利局\n> 2026年3月1日"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("讣告", "obituary"),
        ("讣　告", "obituary"),
        ("沈小满同志讣告", "obituary"),
        ("更正", "correction"),
        ("更正与致歉", "correction"),
        ("更正启事", "correction"),
        ("本报声明", "statement"),
        ("关于禁止燃放烟花爆竹的通告", "notice"),
        ("江城县人民政府公告（第3号）", "notice"),
        ("县自来水公司招聘启事", "notice"),
        ("拟表彰对象公示", "notice"),
        ("停水通知", "notice"),
        ("鸣　谢", "notice"),
        ("县职业中学2026年招生简章", "notice"),
        ("江城县优秀教师名单", "names"),
    ],
)
def test_a_title_says_what_a_text_is(tmp_path: Path, way: str, title: str, kind: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# {title}\n{TEXT}\n{TEXT}\n{SIGNED}")
    assert (found.kind, "kind" in found.guessed) == (kind, True)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "title", ["县里发布禁放通告", "一张特殊的通知", "名单之外的英雄", "更正一个误会的下午"]
)
def test_news_about_such_a_text_is_none(tmp_path: Path, way: str, title: str) -> None:
    rows = f"# {title}\n本报讯（记者 沈微）{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert found.kind == ""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("title", ["浪淘沙·大坪茶园", "如梦令（江边）", "七绝·新桥夜泊"])
def test_what_is_written_to_a_tune_is_a_poem_however_few_its_lines(
    tmp_path: Path, way: str, title: str
) -> None:
    lines = "春雨润新芽，绿满山洼。\n采茶女子鬓边花。\n十指纤纤云里手，摘下朝霞。"
    (found,) = typed_rows(tmp_path, way, f"# {title}\n= 沈微\n{lines}")
    assert (found.title, found.byline, found.kind) == (title, "沈微", "poem")


@pytest.mark.parametrize("way", WAYS)
def test_a_text_about_a_tune_is_none(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 水调歌头·一个词牌的来历\n= 沈微\n{TEXT}\n{TEXT}")
    assert found.kind == ""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("asks", ["问：", "记者：", "主持人：", "* 问："])
def test_questions_and_answers_are_an_interview(tmp_path: Path, way: str, asks: str) -> None:
    answers = "答：" if "问" in asks else "沈局长："
    turn = f"{asks}今年怎么干？\n{answers}{TEXT}\n"
    (found,) = typed_rows(tmp_path, way, f"# 今年怎么干\n□ 本报记者 沈微\n{TEXT}\n{turn * 3}")
    assert (found.kind, "kind" in found.guessed) == ("qa", True)


@pytest.mark.parametrize("way", WAYS)
def test_a_text_with_one_question_is_none(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 今年怎么干\n{TEXT}\n记者：怎么干？\n{TEXT}\n{TEXT}")
    assert found.kind == ""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["一叶", "山里人", "听雨轩主"])
def test_a_pen_name_between_a_poem_and_its_title_is_its_author(
    tmp_path: Path, way: str, name: str
) -> None:
    verse = "老渡口的船还在等着\n等一个人\n江水不说话\n只把月光送远"
    (found,) = typed_rows(tmp_path, way, f"# 渡口\n= {name}\n\n{verse}\n{verse}")
    assert (found.title, found.byline, found.subtitle) == ("渡口", name, ())
    assert "kind" in found.guessed
    assert "byline" in found.guessed or name != "一叶"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("title", ["致筑路工人的感谢信", "致全县家长的一封信"])
def test_what_calls_itself_a_letter_and_says_to_whom_is_one(
    tmp_path: Path, way: str, title: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# {title}\n尊敬的各位朋友：\n{TEXT}\n{TEXT}")
    assert found.kind == "letter"
    (found,) = typed_rows(tmp_path, way, f"# {title}\n{TEXT}\n{TEXT}")
    assert found.kind == ""
