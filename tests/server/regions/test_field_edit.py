"""The field in an article's file, changed and nothing beside it."""

from __future__ import annotations

import pytest

from banxin.problems import Problems
from banxin.server.regions.field_edit import with_region

FILE = "content/issues/2026/2026-01-01/01-01-x.md"
POINTS = (("2", "18"), ("64.5", "18"), ("64", "66"))
TYPED = "[[2, 18], [64.5, 18], [64, 66]]"


def article(fields: str, body: str = "正文。\n") -> str:
    return f"---\n{fields}---\n{body}"


def edited(text: str, points: tuple[tuple[str, str], ...] = POINTS) -> str:
    problems = Problems()
    changed = with_region(FILE, text.encode(), points, problems)
    assert not problems
    assert changed is not None
    return changed.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # in place, under its own name
        (
            "title: 桥\nregion: [[1, 1], [2, 2], [3, 1]]\npage: 1\n",
            "title: 桥\nregion: @\npage: 1\n",
        ),
        ("热区: [[1, 1], [2, 2], [3, 1]]\ntitle: 桥\n", "热区: @\ntitle: 桥\n"),
        ('title: 桥\n"region" : [[1,1],[2,2],[3,1]]\n', 'title: 桥\n"region" : @\n'),
        # comments stay
        (
            "title: 桥 # 题\nregion: [[1, 1], [2, 2], [3, 1]]   # 量过\n# 完\n",
            "title: 桥 # 题\nregion: @   # 量过\n# 完\n",
        ),
        (
            "region: [[1, 1],  # 左\n         [2, 2],\n\n         [3, 1]] # 右\ntitle: 桥\n",
            "region: @ # 右\n# 左\ntitle: 桥\n",
        ),
        (
            "region: # 手量\n  - [1, 1] # 左\n  # 中\n  - [2, 2]\n  - [3, 1]\n\n# 题\ntitle: 桥\n",
            "region: @ # 手量\n  # 左\n  # 中\n\n# 题\ntitle: 桥\n",
        ),
        ("title: 桥\nregion:\n- - 1\n  - 1\n- [2, 2]\n- [3, 1]\n", "title: 桥\nregion: @\n"),
        # a value on the line below its key, and none at all
        ("region:\n  [[1, 1], [2, 2], [3, 1]]\ntitle: 桥\n", "region: @\ntitle: 桥\n"),
        ("region:\ntitle: 桥\n", "region: @\ntitle: 桥\n"),
        ("region:   # 以后再画\ntitle: 桥\n", "region: @   # 以后再画\ntitle: 桥\n"),
        # new, last, in the language of the title's key
        ("title: 桥\n", "title: 桥\nregion: @\n"),
        ("主题: 桥\n版次: 1\n", "主题: 桥\n版次: 1\n热区: @\n"),
        ("  title: 桥\n  page: 1\n", "  title: 桥\n  page: 1\n  region: @\n"),
        ("title: 桥\nnote: |\n  一\n  二\n", "title: 桥\nnote: |\n  一\n  二\nregion: @\n"),
        (
            "title: 桥\nbyline: 记者 周南\n  吴荻\n# 尾\n",
            "title: 桥\nbyline: 记者 周南\n  吴荻\n# 尾\nregion: @\n",
        ),
        # fields in braces
        (
            "{title: 桥, region: [[1, 1], [2, 2], [3, 1]], page: 1}\n",
            "{title: 桥, region: @, page: 1}\n",
        ),
        # beside fields that hold others
        (
            "title: 桥\nsource: {name: 甲, url: 乙}\n",
            "title: 桥\nsource: {name: 甲, url: 乙}\nregion: @\n",
        ),
        # characters outside the basic plane and wide ones don't shift the columns
        ("{title: 𠮷𠮷桥, region: [[1, 1], [2, 2], [3, 1]]}\n", "{title: 𠮷𠮷桥, region: @}\n"),
    ],
)
def test_only_the_field_changes(before: str, after: str) -> None:
    assert edited(article(before)) == article(after.replace("@", TYPED))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 桥\nregion: [[1, 1], [2, 2], [3, 1]]\npage: 1\n", "title: 桥\npage: 1\n"),
        ("title: 桥\n热区:\n  - [1, 1]\n  - [2, 2] # 右\n  - [3, 1]\n", "title: 桥\n  # 右\n"),
        ("title: 桥\nregion:\npage: 1\n", "title: 桥\npage: 1\n"),
        ("title: 桥\n", "title: 桥\n"),
    ],
)
def test_no_points_take_the_field_out(before: str, after: str) -> None:
    assert edited(article(before), ()) == article(after)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    before = article("title: 桥\npage: 1\n", "一。\n\n二。  \n\n").replace("\n", end)
    after = article(f"title: 桥\npage: 1\nregion: {TYPED}\n", "一。\n\n二。  \n\n")
    assert edited(before) == after.replace("\n", end)
    assert edited(edited(before), ()) == before


def test_a_file_that_mixes_line_ends_keeps_each() -> None:
    before = "---\r\ntitle: 桥\nregion: [[1, 1], [2, 2], [3, 1]]\r\npage: 1\n---\r\n一。\n二。\r\n"
    assert edited(before) == before.replace("[[1, 1], [2, 2], [3, 1]]", TYPED)


def test_a_byte_order_mark_and_blank_lines_before_the_fence_stay() -> None:
    before = "\ufeff\n\n---\ntitle: 桥\n---\n一。"
    assert edited(before) == f"\ufeff\n\n---\ntitle: 桥\nregion: {TYPED}\n---\n一。"
    assert edited("\ufeff---\ntitle: 桥\n---\n") == f"\ufeff---\ntitle: 桥\nregion: {TYPED}\n---\n"


def test_a_body_that_looks_like_fields_is_left_alone() -> None:
    body = "region: [[9, 9], [8, 8], [7, 9]]\n\n---\n\n热区: 无\n"
    assert edited(article("title: 桥\n", body)) == article(f"title: 桥\nregion: {TYPED}\n", body)


@pytest.mark.parametrize(
    "fields",
    [
        "{title: 桥, page: 1}\n",  # a line below would be outside of the braces
        "title: 桥\nregion: [[1, 1], [2, 2], [3, 1]]\n热区: [[1, 1], [2, 2], [3, 1]]\n",
    ],
)
def test_where_no_line_can_be_changed_safely_the_editor_is_told_what_to_write(fields: str) -> None:
    problems = Problems()
    assert with_region(FILE, article(fields).encode(), POINTS, problems) is None
    (found,) = problems
    assert found.code == "regions-by-hand"
    assert dict(found.details)["field"] == f"region: {TYPED}"


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title: x", b"---\ntitle: [\n---\n"])
def test_a_file_with_errors_is_left_alone_and_its_errors_told(data: bytes) -> None:
    problems = Problems()
    assert with_region(FILE, data, POINTS, problems) is None
    assert problems
