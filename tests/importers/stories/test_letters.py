"""A reader's letter: its formulas are no headlines, and who signs it signs off."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "近来镇上的路灯坏了三盏，晚上行人很不方便，希望有关部门派人来修一修。"
SIGNED = "> 云岭镇村民 沈小满\n> 2026年12月3日"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("greeting", ["此致\n敬礼！", "　　此致\n敬礼", "此致敬礼", "此致　敬礼！"])
@pytest.mark.parametrize("head", ["编辑同志：", "尊敬的编辑部老师：", "江城日报编辑："])
def test_a_letter_is_one_and_said_to_be_a_guess(
    tmp_path: Path, way: str, greeting: str, head: str
) -> None:
    rows = f"# 希望修一修路灯\n{head}\n{TEXT}\n{TEXT}\n{greeting}\n{SIGNED}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, found.kind, "kind" in found.guessed) == ("希望修一修路灯", "letter", True)
    assert body_of(found) == [
        head,
        TEXT,
        TEXT,
        *(" ".join(g.split()) for g in greeting.split("\n")),
    ]
    assert (found.signoff, found.signoff_date) == (("云岭镇村民 沈小满",), "2026-12-03")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("to", ["全县人民", "县人民医院"])
def test_a_letter_to_others_is_one_by_its_beginning_and_its_end(
    tmp_path: Path, way: str, to: str
) -> None:
    rows = f"# 致全县人民的一封信\n{to}：\n{TEXT}\n此致\n敬礼！\n> 江城县人民政府\n> 12月3日"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.kind, found.signoff, found.signoff_date) == (
        "letter", ("江城县人民政府",), "12月3日",
    )  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_letter_without_a_headline_is_not_called_after_whom_it_is_to(
    tmp_path: Path, way: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"编辑同志：\n{TEXT}\n{TEXT}\n此致\n敬礼！\n> 沈小满")
    assert (found.title, found.signoff) == ("近来镇上的路灯坏了三盏", ("沈小满",))


@pytest.mark.parametrize("way", WAYS)
def test_the_name_of_letters_over_a_headline_is_its_column(tmp_path: Path, way: str) -> None:
    rows = f"# 读者来信\n# 希望修一修路灯\n编辑同志：\n{TEXT}\n{TEXT}此致\n敬礼！\n> 沈小满"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.column, found.title, found.kind) == ("读者来信", "希望修一修路灯", "letter")


@pytest.mark.parametrize("way", WAYS)
def test_the_next_story_is_cut_below_who_signed(tmp_path: Path, way: str) -> None:
    letter = f"# 希望修一修路灯\n编辑同志：\n{TEXT}\n此致\n敬礼！\n{SIGNED}"
    news = f"# 春耕备耕有序推进\n本报讯（记者 沈微）{TEXT}"
    found = typed_rows(tmp_path, way, f"{letter}\n{news}")
    assert [(s.title, s.kind) for s in found] == [
        ("希望修一修路灯", "letter"), ("春耕备耕有序推进", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_notice_to_offices_is_no_letter(tmp_path: Path, way: str) -> None:
    rows = f"# 关于检修路灯的通知\n各乡镇人民政府：\n{TEXT}\n{TEXT}\n> 江城县城管局\n> 12月3日"
    (found,) = typed_rows(tmp_path, way, rows)
    assert found.kind == "notice"


@pytest.mark.parametrize("way", WAYS)
def test_of_a_telephone_below_a_letter_only_that_it_stood_there_is_told(
    tmp_path: Path, way: str
) -> None:
    end = "此致\n敬礼\n> 沈小满\n> 手机：13800000000\n> 2026年12月3日"
    (found,) = typed_rows(tmp_path, way, f"# 希望修一修路灯\n编辑同志：\n{TEXT}\n{TEXT}\n{end}")
    assert (found.signoff, found.signoff_date) == (("沈小满",), "2026-12-03")
    assert [dict(d.gaps)["label"] for d in found.doubts if d.key == "contact"] == ["手机"]
    assert not any("13800000000" in text for text in body_of(found))
