"""A list gets one item more, and no byte beside it changes."""

from __future__ import annotations

import random

import pytest

from banxin.content.fields.article import ArticleKeys as Keys
from banxin.content.writing import with_item
from banxin.problems import Problems

FILE = "content/issues/2026/2026-01-01/01-01-x.md"
NEW = "/2026-01-01/01/02/"
FORMS = [  # the field as it is typed, and with another item
    ("aliases: [/a.htm]", f"aliases: [/a.htm, {NEW}]"),
    ("aliases: [/a.htm, '/b.htm']  # 老站", f"aliases: [/a.htm, '/b.htm', {NEW}]  # 老站"),
    ("aliases: [ /a.htm ]", f"aliases: [ /a.htm, {NEW} ]"),
    ("aliases: [/a.htm,]", f"aliases: [/a.htm, {NEW},]"),
    ("aliases: []", f"aliases: [{NEW}]"),
    ("aliases: /a.htm", f"aliases: [/a.htm, {NEW}]"),
    ('aliases: "/a.htm"   # 老站', f'aliases: ["/a.htm", {NEW}]   # 老站'),
    ("aliases:\n  - /a.htm", f"aliases:\n  - /a.htm\n  - {NEW}"),
    (
        "aliases:\n- /a.htm # 一\n# 二\n- '/b.htm' # 三",
        f"aliases:\n- /a.htm # 一\n# 二\n- '/b.htm' # 三\n- {NEW}",
    ),
    ("aliases: # 老站\n    -   /a.htm", f"aliases: # 老站\n    -   /a.htm\n    -   {NEW}"),
    ("aliases: [/a.htm,\n  /b.htm]", f"aliases: [/a.htm,\n  /b.htm, {NEW}]"),
    ("aliases:", f"aliases: [{NEW}]"),
    ("旧地址: [/a.htm]", f"旧地址: [/a.htm, {NEW}]"),
]


@pytest.mark.parametrize(("typed", "wanted"), FORMS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_an_item_is_added_in_the_form_that_is_there(
    typed: str, wanted: str, end: str, start: str
) -> None:
    def file(field: str) -> bytes:
        rows = f"---\n# 责编\ntitle: '题 目' # 一\n{field}\npage:  1\n---\n\n正文。\n"
        return (start + rows.replace("\n", end)).encode()

    problems = Problems()
    assert with_item(FILE, file(typed), Keys.ALIASES, NEW, problems) == file(wanted)
    assert not problems


def test_a_file_without_the_field_gets_it_in_the_titles_language() -> None:
    data = "---\n标题: 桥\n---\n正文\n".encode()
    changed = with_item(FILE, data, Keys.ALIASES, NEW, Problems())
    assert changed == f"---\n标题: 桥\n{Keys.ALIASES.aliases[0]}: [{NEW}]\n---\n正文\n".encode()


@pytest.mark.parametrize(
    "field", ["aliases: {a: b}", "aliases: |\n  /a.htm", "aliases: &x [/a.htm]"]
)
def test_what_is_no_list_of_texts_is_left_alone(field: str) -> None:
    data = f"---\ntitle: 桥\n{field}\n---\n".encode()
    changed = with_item(FILE, data, Keys.ALIASES, NEW, Problems())
    assert changed is None or field.split("\n")[0] in changed.decode()


@pytest.mark.parametrize("seed", range(5))
def test_items_come_one_after_another(seed: int) -> None:
    random_ = random.Random(seed)
    typed, _ = random_.choice(FORMS)
    data = f"---\ntitle: 桥\n{typed}\nnote: '注, 一'\n---\n".encode()
    for n in range(5):
        changed = with_item(FILE, data, Keys.ALIASES, f"/{n}/", Problems())
        assert changed is not None
        assert len(changed) > len(data)
        data = changed
    assert data.decode().index("/0/") < data.decode().index("/4/")
    assert b"\nnote: '\xe6\xb3\xa8, \xe4\xb8\x80'\n---\n" in data
