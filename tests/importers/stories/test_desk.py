"""What contributors and editors write for each other around a text: set aside, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Story
from tests.importers.stories.test_imprint import HEAD, TEXT
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TITLE = "县人大代表视察养老服务工作"


def told(found: Story) -> str:
    gaps = [dict(d.gaps) for d in found.doubts]
    return "；".join(one.get("text", one.get("label", "")) for one in gaps)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line",
    [
        "审稿意见：同意刊发。 签发人：王大力",
        "审核意见：同意",
        "领导意见：同意发布。",
        "（字数：586）",
        "字数：约1200字",
        "（全文1260字）",
        "报送时间：2026年11月24日",
        "投稿日期：2026.11.24",
        "（稿件已经县府办审核）",
        "稿件编号：20261126-003 体裁：消息 字数：420",
    ],
)
@pytest.mark.parametrize("below", [True, False])
def test_what_is_for_the_office_is_no_text(
    tmp_path: Path, way: str, line: str, *, below: bool
) -> None:
    head = f"# {TITLE}\n{line}\n本报讯（记者 沈微）{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n{line}" if below else head)
    assert (body_of(found), found.byline, told(found)) == ([TEXT, TEXT], "记者 沈微", line)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line",
    [
        "通联：云溪县白石乡中心小学 邮编：324500 电话：13757012345",
        "通联地址：云溪县白石乡中心小学 13757012345",
        "作者通联：13757012345",
    ],
)
def test_of_where_to_reach_a_contributor_only_that_it_stood_there_is_told(
    tmp_path: Path, way: str, line: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"{HEAD}\n{line}")
    assert (body_of(found), told(found)) == ([TEXT, TEXT], "通联")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line",
    [
        "【二审已过】王主任：标题改短一点，请沈微再核数字。 11.25",
        "（定稿）",
        "【已审】",
        "（二审稿）",
        "[送审稿 11.25]",
    ],
)
def test_a_mark_of_how_far_a_text_got_is_told_and_no_story(
    tmp_path: Path, way: str, line: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"{line}\n# {TITLE}\n本报讯（记者 沈微）{TEXT}\n{TEXT}")
    assert (found.title, body_of(found), told(found)) == (TITLE, [TEXT, TEXT], line)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (f"（定稿）{TITLE}", "（定稿）"),
        (f"【已审】{TITLE}", "【已审】"),
        (f"{TITLE}（二审稿）", "（二审稿）"),
        (f"{TITLE}[终稿]", "[终稿]"),
    ],
)
def test_beside_a_headline_it_is_no_part_of_it(
    tmp_path: Path, way: str, line: str, mark: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# {line}\n本报讯（记者 沈微）{TEXT}\n{TEXT}")
    assert (found.title, body_of(found), told(found)) == (TITLE, [TEXT, TEXT], mark)


@pytest.mark.parametrize(
    "title",
    ["城区供水价格调整方案（征求意见稿）", "一审判决：（定稿）之争", "【急救】夏天怎样防溺水"],
)
def test_other_brackets_of_a_headline_stay(tmp_path: Path, title: str) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# {title}\n本报讯（记者 沈微）{TEXT}\n{TEXT}")
    assert (found.title, told(found)) == (title, "")


@pytest.mark.parametrize(
    "line", ["征文意见：请寄县文联。", "审核意见不一致的，由县纪委会同有关部门研究决定。"]
)
def test_a_line_of_the_text_stays(tmp_path: Path, line: str) -> None:
    (found,) = typed_rows(tmp_path, "word", f"{HEAD}\n{line}")
    assert body_of(found) == [TEXT, TEXT, line]
