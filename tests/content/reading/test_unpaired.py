"""Half a pair of quotation marks, title marks or brackets is told where it is surely a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.content_folder import ARTICLE, ContentFolder, picture


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def told(content: ContentFolder, fields: str, body: str = "正文。") -> list[str]:
    """The codes of an article whose title is among ``fields``."""
    content.write(ARTICLE, f"---\nsection: 要闻\n{fields}\n---\n{body}\n")
    content.first()
    return content.codes()


@pytest.mark.parametrize(
    "fields",
    [
        'title: “三件套"落地见效（上',
        "title: 落地见效（上",
        "title: 甲）落地",
        "title: 标题\nbyline: 记者 张三（通讯员 李四",
        "标题: 标题\n电头: 本报讯（记者 张三",
        "title: 标题\nsubtitle: [落实《条例, 见成效]",
        "title: 标题\nkicker: 云溪》见闻",
        "title: 标题\nsubtitle: “春耕",
    ],
)
def test_half_a_pair_in_a_field_is_told_once(content: ContentFolder, fields: str) -> None:
    assert [code for code in told(content, fields) if code == "unpaired-mark"] == ["unpaired-mark"]


def test_half_a_pair_in_a_caption_is_told(content: ContentFolder) -> None:
    content.write(f"{ARTICLE.rpartition('/')[0]}/road.jpg", picture())
    photos = "photos: [{file: road.jpg, caption: 张三（左一在讲解}]"
    assert told(content, f"title: 标题\n{photos}") == ["unpaired-mark"]


@pytest.mark.parametrize(
    "fields",
    [
        "title: 标题\nsubtitle: [“春耕不误时, 备耕不误事”]",
        "kicker: “春耕不误时\ntitle: 备耕不误事”",
        "title: 1）报名  2）考试",
        "title: 一）报名",
        "title: （一)报名",
        "title: 人大代表履职（上）",
        "title: “《条例》（草案）”",
        "title: 标题\nbyline: 记者 张三（见习） 通讯员 李四",
        "title: 笑一笑：）",
    ],
)
def test_what_is_whole_or_has_no_other_half_passes(content: ContentFolder, fields: str) -> None:
    assert told(content, fields) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("《半个书名号。", "1:1"),
        ("甲。\n\n乙，落实《条例，丙《办法》。", "3:5"),
        ("半个书名号》。", "1:6"),
        ('他说：“三件套"落地。', "1:4"),
    ],
)
def test_half_a_pair_in_a_paragraph_is_told(content: ContentFolder, body: str, place: str) -> None:
    line, column = place.split(":")
    content.article(body=body)
    assert content.codes() == ["unpaired-mark"]
    assert content.places() == [f"unpaired-mark 01-01-meeting.md:{int(line) + 4}:{column}"]


@pytest.mark.parametrize(
    "body",
    [
        "他说：“第一段。\n\n“第二段。\n\n“第三段。”",
        "1）报名。\na）考试。\n甲）乙。",
        "书名号的前一半是“《”。",
        "》》》点这里",
        '“55"电视”和“大屏”',
        '他家的“55"电视。',
        '“甲"乙"丙”',
        "落实《城市\n管理条例》。",
        "```\n《\n```",
        "正文（没有完",
    ],
)
def test_what_may_be_meant_in_a_text_passes(content: ContentFolder, body: str) -> None:
    content.article(body=body)
    assert "unpaired-mark" not in content.codes()


def test_a_draft_may_be_half_done(content: ContentFolder) -> None:
    assert told(content, "title: 落地（上\nstatus: draft") == []
