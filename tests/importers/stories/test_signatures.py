"""Who signed parts stories where no line looks like a headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import PICTURE, WAYS, typed_rows

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
NEWS = f"松坪乡图书漂流再添新路\n记者 沈荻\n本报讯 2月10日，{TEXT}\n{TEXT}"
BRIEF = f"枫桥村旧街改造再添新路\n近日，{TEXT}"
PLAIN = ("text", "word without looks")


@pytest.mark.parametrize("way", PLAIN)
@pytest.mark.parametrize("sign", ["（陆平 摄影报道）", "（记者 陆平）"])
def test_a_text_that_somebody_else_signed_is_another_story(
    tmp_path: Path, way: str, sign: str
) -> None:
    first, second = typed_rows(tmp_path, way, f"{NEWS}\n{BRIEF}{sign}")
    assert (second.title, second.byline) == ("枫桥村旧街改造再添新路", sign.strip("（）"))
    assert body_of(first)[-1] == TEXT


@pytest.mark.parametrize("way", WAYS)
def test_so_it_is_below_a_headline_as_large_as_the_text(tmp_path: Path, way: str) -> None:
    rows = f"% 图书漂流：书香到户\n= ◎记者 陆平 苏南\n{TEXT}\n* 一张清单\n{TEXT}\n% 旧街有了新路"
    found = typed_rows(tmp_path, way, f"{rows}\n{PICTURE}\n近日，{TEXT}（郑立冬 摄影报道）")
    assert [one.title for one in found] == ["图书漂流：书香到户", "旧街有了新路"]


@pytest.mark.parametrize("way", PLAIN)
def test_who_signs_twice_wrote_one_story(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{NEWS}\n把路修到家门口\n{TEXT}（记者 沈荻）")
    assert found.title == "松坪乡图书漂流再添新路"


@pytest.mark.parametrize("way", PLAIN)
def test_a_last_part_that_is_signed_is_no_story(tmp_path: Path, way: str) -> None:
    rows = f"把路修到家门口\n本报讯 {TEXT}\n{TEXT}\n一张清单管到底\n{TEXT}\n{TEXT}（记者 沈荻）"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, found.byline) == ("把路修到家门口", "记者 沈荻")


@pytest.mark.parametrize(("way", "mark"), [("word without looks", ""), ("word", "% ")])
def test_a_signed_paragraph_with_its_picture_is_a_story(
    tmp_path: Path, way: str, mark: str
) -> None:
    rows = mark + NEWS.replace("记者 沈荻\n", "")
    rows = f"{rows}\n{mark}{BRIEF}（陆平 摄影报道）\n{PICTURE}\n图为改造现场。"
    _, second = typed_rows(tmp_path, way, rows)
    assert (second.title, second.pictures[0].caption) == (
        "枫桥村旧街改造再添新路",
        "图为改造现场。",
    )


@pytest.mark.parametrize("way", PLAIN)
@pytest.mark.parametrize("name", ["范子衿", "尹微"])
def test_a_line_with_a_name_alone_below_it_begins_an_essay(
    tmp_path: Path, way: str, name: str
) -> None:
    _, second, third = typed_rows(
        tmp_path, way, f"{NEWS}\n一把旧伞\n{name}\n{TEXT}\n{TEXT}\n{NEWS}"
    )
    assert (second.title, second.byline, len(body_of(second))) == ("一把旧伞", name, 2)
    assert third.title == "松坪乡图书漂流再添新路"


@pytest.mark.parametrize("way", PLAIN)
def test_a_line_with_a_dashed_one_below_it_begins_a_story(tmp_path: Path, way: str) -> None:
    rows = f"一把旧伞\n范子衿\n{TEXT}\n{TEXT}\n水质监测再加力\n——渡口街道治水见闻\n{TEXT}\n{TEXT}"
    _, second = typed_rows(tmp_path, way, rows)
    assert (second.title, second.subtitle) == ("水质监测再加力", ("——渡口街道治水见闻",))


@pytest.mark.parametrize("way", PLAIN)
def test_who_said_what_is_quoted_begins_none(tmp_path: Path, way: str) -> None:
    rows = f"一把旧伞\n范子衿\n{TEXT}\n{TEXT}\n地上本没有路\n——鲁迅\n{TEXT}\n{TEXT}"
    assert len(typed_rows(tmp_path, way, rows)) == 1
