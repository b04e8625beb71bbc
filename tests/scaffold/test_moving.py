"""The front matter of a story that moves: changed where that is safe, else left to the editor."""

from __future__ import annotations

import pytest

from banxin.scaffold.moving import CannotEdit, Numbering, relinked, renumbered

OLD, NEW = Numbering("2022-04-01", "01", 5), Numbering("2022-04-01", "02", 3)
ADDRESS = "/2022-04-01/01/05/"


def moved(fields: str) -> str:
    text = f"---\ntitle: 修路\n{fields}\n---\n正文。\n"
    made = renumbered("01-05.md", text.encode(), OLD, NEW, alias=True).decode()
    return made.split("\n---\n")[0][14:]


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("byline: 甲", f"byline: 甲\naliases: [{ADDRESS}]"),
        ("旧地址: /a/", f"旧地址: [/a/, {ADDRESS}]"),
        ("aliases:", f"aliases: [{ADDRESS}]"),
        ("aliases: /a/   # 2019", f"aliases: [/a/, {ADDRESS}]   # 2019"),
        ("aliases: [/a/, /b/]", f"aliases: [/a/, /b/, {ADDRESS}]"),
        ("aliases:\n  - '/a/'", f"aliases:\n  - '/a/'\n  - {ADDRESS}"),
        ("page: 01", f"page: 2\naliases: [{ADDRESS}]"),
        ("page:", f"page: 2\naliases: [{ADDRESS}]"),
    ],
)
def test_the_old_address_goes_where_the_editor_would_put_it(typed: str, becomes: str) -> None:
    assert moved(typed) == becomes


@pytest.mark.parametrize(
    "typed",
    [
        "aliases: |\n  /a/",
        "aliases: {a: b}",
        "aliases: &x [/a/]",
        "page: 1\npage: 1",
    ],
)
def test_what_has_no_safe_place_for_a_change_is_left_to_the_editor(typed: str) -> None:
    with pytest.raises(CannotEdit):
        moved(typed)


def test_only_links_to_what_moved_are_written_anew() -> None:
    text = "[a](01-05-road.md#x)、[b](02-01-other.md)、[c](../../about.md)、[d](https://a.cn/b.md)"
    folder = "content/issues/2022-04-01"
    where = {f"{folder}/01-05-road.md": f"{folder}/02-03-road.md"}
    assert relinked(text, folder, lambda path: where.get(path, path)) == text.replace(
        "01-05-road", "02-03-road"
    )
    assert relinked("[b](02-01-other.md)", folder, lambda path: path, "content/issues/2022") == (
        "[b](../2022-04-01/02-01-other.md)"
    )
