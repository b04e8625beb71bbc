"""文字：… 图片：… 编辑：… below an article: byline, photographers, and who is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Story
from tests.importers.stories.test_furniture import STORY, TEXT, TITLE, aside, body, of
from tests.support.manuscripts.by_hand import docx, drawing, image_relation, paragraph
from tests.support.manuscripts.reading import story


def staff(found: Story) -> list[str]:
    return [dict(d.gaps)["text"] for d in found.doubts if d.key == "staff"]


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("文字：江一帆\n图片：秦保国\n编辑：程春雨\n审核：孟一川", "文字：江一帆 图片：秦保国"),
        ("文字：江一帆 摄影：秦保国 编辑：程春雨", "文字：江一帆 摄影：秦保国"),
        ("文 | 江一帆\n图 | 秦保国\n编辑 | 程春雨", "文：江一帆 图：秦保国"),
        ("图文：江一帆\n责编：程春雨", "图文：江一帆"),
        ("编辑：程春雨\n文字：江一帆\n终审：孟一川", "文字：江一帆"),
        ("文/图 全媒体记者 江一帆\n编辑 程春雨 校对 孟一川", "文/图 全媒体记者 江一帆"),
        ("图／文 江一帆\n责任编辑：程春雨", "图／文 江一帆"),
    ],
)
def test_who_wrote_and_who_took_the_pictures_is_the_byline(lines: str, byline: str) -> None:
    found = of(STORY + lines)
    assert (found.byline, body(found)) == (byline, [TEXT, TEXT])
    told = "".join(staff(found) + aside(found))
    assert all(name in byline + told for name in ("江一帆", "程春雨"))


def test_an_office_that_sent_a_story_is_its_source() -> None:
    found = of(f"{STORY}供稿：县教育局\n编辑：程春雨\n")
    assert (found.credited, found.byline) == ("县教育局", "")
    assert "source" in found.guessed


def test_who_is_named_at_the_head_is_not_named_twice() -> None:
    head = f"{TITLE}\n\n本报讯（记者 江一帆）{TEXT}\n{TEXT}\n"
    found = of(f"{head}文字：江一帆\n视频：秦保国\n编辑：程春雨\n")
    assert (found.byline, body(found)) == ("记者 江一帆", [TEXT, TEXT])
    assert aside(found) == ["视频：秦保国"]


def test_who_took_the_pictures_stands_below_them(tmp_path: Path) -> None:
    title = paragraph(TITLE, '<w:jc w:val="center"/>', '<w:sz w:val="44"/><w:b/>')
    rows = [title, paragraph(TEXT), drawing("r1"), paragraph(TEXT)]
    rows += [paragraph(row) for row in ("文字：江一帆", "摄影：秦保国", "编辑：程春雨")]
    files = {"word/media/1.jpg": b"\xff\xd8\xff"}
    relations = image_relation("r1", "media/1.jpg")
    found = story(tmp_path, docx("".join(rows), files=files, relations=relations))
    assert found.byline == "文字：江一帆"
    assert [one.credit for one in found.pictures] == ["秦保国/摄"]
    assert "photos" in found.guessed


def test_who_took_a_picture_that_is_missing_stands_beside_who_wrote(tmp_path: Path) -> None:
    title = paragraph(TITLE, '<w:jc w:val="center"/>', '<w:sz w:val="44"/><w:b/>')
    rows = [title, paragraph(TEXT), drawing("r1"), paragraph(TEXT)]
    rows += [paragraph(row) for row in ("文字：江一帆", "摄影：秦保国")]
    assert story(tmp_path, docx("".join(rows))).byline == "文字：江一帆 摄影：秦保国"


def test_a_second_source_is_told() -> None:
    found = of(f"{TITLE}\n来源：花桥发布\n\n{TEXT}\n{TEXT}\n责任编辑：江一帆\n花桥县融媒体中心\n")
    assert (found.credited, body(found)) == ("花桥发布", [TEXT, TEXT])
    assert (aside(found), staff(found)) == (["花桥县融媒体中心"], ["责任编辑：江一帆"])


def test_a_source_with_its_label_is_surer_than_a_name_alone() -> None:
    found = of(
        f"{TITLE}\n花桥发布 2026-12-06 09:00\n\n{TEXT}\n{TEXT}\n来源：县教育局\n编辑：江一帆\n"
    )
    assert (found.credited, body(found)) == ("县教育局", [TEXT, TEXT])
    assert "source" not in found.guessed
    assert "花桥发布" in aside(found)


def test_a_source_that_is_known_already_marks_nothing() -> None:
    found = of(f"{TITLE}\n来源：花桥发布\n\n{TEXT}\n{TEXT}\n花桥县融媒体中心\n")
    assert (found.credited, set(found.guessed)) == ("花桥发布", set())


@pytest.mark.parametrize(
    "lines",
    [
        ["图：花桥水库"],
        ["联系人：江一帆", "地点：镇文化站"],
        ["记者：冬天打球冷不冷？", f"江一帆：{TEXT}"],
    ],
)
def test_lines_with_labels_of_other_kinds_stay(lines: list[str]) -> None:
    assert body(of(STORY + "\n".join(lines)))[2:] == lines
