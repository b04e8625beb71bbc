"""A few keys of a file are changed, and no byte beside them."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from banxin.content.fields import Field
from banxin.content.fields.article import ArticleKeys as Keys
from banxin.content.writing import edited
from banxin.problems import Problems
from tests.support.paths import ROOT

FILE = "content/issues/2026/2026-01-01/01-01-x.md"
GOLDEN = sorted((ROOT / "tests/papers").glob("*/issues/*/*/*.md"))
EXAMPLE = sorted((ROOT / "content/issues").glob("*/*/*.md"))
ARTICLES = [file for file in (*GOLDEN, *EXAMPLE) if file.name != "issue.md"]
FIELDS: tuple[Field[object], ...] = (Keys.NOTE, Keys.COLUMN, Keys.BYLINE, Keys.GENRE, Keys.ABSTRACT)

_TITLES = "|".join((Keys.TITLE.key, *Keys.TITLE.aliases))
TITLE = re.compile(f"^(?:{_TITLES}): ([^|>\n].*)$".encode(), re.MULTILINE)
TITLED = [file for file in ARTICLES if TITLE.search(file.read_bytes())]


def change(data: bytes, field: Field[object], typed: str | None) -> bytes:
    problems = Problems()
    changed = edited(FILE, data, {field: typed}, problems)
    assert not problems
    assert changed is not None
    return changed


@pytest.mark.parametrize("file", ARTICLES, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_a_field_that_comes_and_goes_leaves_a_papers_file_as_it_was(file: Path) -> None:
    data = file.read_bytes()
    for field in FIELDS:
        if not any(re.search(rf"^{name} *:".encode(), data, re.MULTILINE) for name in names(field)):
            added = change(data, field, "江平")
            assert len(added) > len(data)
            assert change(added, field, None) == data


@pytest.mark.parametrize("file", TITLED, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_a_title_changed_there_and_back_leaves_a_papers_file_as_it_was(file: Path) -> None:
    data = file.read_bytes()
    found = TITLE.search(data)
    assert found
    before = found[1].decode().split("  #")[0].rstrip()
    start, end = found.start(1), found.start(1) + len(before.encode())
    changed = change(data, Keys.TITLE, "另一个题目")
    assert changed == data[:start] + "另一个题目".encode() + data[end:]
    assert change(changed, Keys.TITLE, before) == data


def names(field: Field[object]) -> tuple[str, ...]:
    return (field.key, *field.aliases)


VALUES: dict[Field[object], tuple[str, ...]] = {
    Keys.KICKER: ("从严从紧", "'单引号 里'", '"双引号，里"', "[甲, 乙]", "\n  - 甲\n  - “乙”"),
    Keys.BYLINE: ("记者 周南", "\n  - {role: 读者, name: 钟一鸣}", "{role: 读者, name: 钟一鸣}"),
    Keys.NOTE: ("据扫描件录入", "|\n  一\n\n  二", ">\n  折\n  行", '"#号"', ""),
    Keys.PEOPLE: ("[甲一, 乙二]", "甲一、乙二", "\n- 甲一\n- 乙二"),
    Keys.SOURCE: ("新华社", "\n  name: 新华社", "{name: 新华社}"),
    Keys.PAGE: ("1", "第一版"),
}
NEW: dict[Field[object], str] = {
    Keys.KICKER: "[新, “题”]",
    Keys.BYLINE: "记者 新人",
    Keys.NOTE: '"新: 注"',
    Keys.PEOPLE: "[新人]",
    Keys.SOURCE: "{name: 新华网}",
    Keys.PAGE: "2",
}
Row = tuple[Field[object] | None, str, str]  # whose it is, its text, the comment behind


def made(random_: random.Random) -> list[Row]:
    """The lines of a front matter as editors type them, in any order, with comments about."""
    rows: list[Row] = [(Keys.TITLE, f"{random_.choice(names(Keys.TITLE))}: 题目", "")]
    for field in random_.sample(sorted(VALUES, key=lambda f: f.key), random_.randint(1, 6)):
        value = random_.choice(VALUES[field])
        space = "" if not value or value[0] == "\n" else random_.choice((" ", "  "))
        remark = "" if "\n" in value else random_.choice(("", "", "  # 已核", "   # a: b"))
        rows.append((field, f"{random_.choice(names(field))}:{space}{value}", remark))
    random_.shuffle(rows)
    for _ in range(random_.randint(0, 3)):
        extra = random_.choice(("# 责编：改过", "", "# title: 旧题"))
        rows.insert(random_.randrange(len(rows) + 1), (None, extra, ""))
    return rows


def written(rows: list[Row], random_state: tuple[str, str, str]) -> bytes:
    start, end, body = random_state
    text = "\n".join(["---", *(text + remark for _, text, remark in rows), "---", body])
    return (start + text.replace("\n", end)).encode()


@pytest.mark.parametrize("seed", range(10))
def test_of_a_thousand_files_only_what_was_asked_for_changes(seed: int) -> None:
    """A hundred files a seed: one field set or taken out, all else to the byte."""
    random_ = random.Random(seed)
    for _ in range(100):
        rows = made(random_)
        around = (
            random_.choice(("", "", "\ufeff")),
            random_.choice(("\n", "\n", "\r\n")),
            random_.choice(("\n正文。\n", "正文。", "\n一。  \n\n---\n\ntitle: 假\n\n")),
        )
        data = written(rows, around)
        field = random_.choice(sorted(VALUES, key=lambda f: f.key))
        assert change(data, field, NEW[field]) == written(set_in(rows, field), around)
        assert change(data, field, None) == written(without(rows, field), around)


def set_in(rows: list[Row], field: Field[object]) -> list[Row]:
    if any(row[0] is field for row in rows):
        return [
            (f, f"{t.partition(':')[0]}:{space(t)}{NEW[field]}", r) if f is field else (f, t, r)
            for f, t, r in rows
        ]
    title = next(t for f, t, _ in rows if f is Keys.TITLE)
    name = field.key if title.startswith("title") else field.aliases[0]
    return [*rows, (field, f"{name}: {NEW[field]}", "")]


def space(text: str) -> str:
    """What stands between the colon and a value on its line; one space where nothing does."""
    found = re.match(r"[^:]*:( +)\S", text)
    return found[1] if found else " "


def without(rows: list[Row], field: Field[object]) -> list[Row]:
    """A comment behind the field stays, on a line of its own."""
    kept: list[Row] = []
    for row in rows:
        if row[0] is not field:
            kept.append(row)
        elif row[2]:
            kept.append((None, row[2].strip(), ""))
    return kept


def test_several_fields_are_set_at_once_or_none() -> None:
    data = "---\ntitle: 桥\npage: 1\n---\n".encode()
    problems = Problems()
    changes: dict[Field[object], str | None] = {Keys.PAGE: "2", Keys.STATUS: None, Keys.ORDER: "3"}
    changed = edited(FILE, data, changes, problems)
    assert changed == "---\ntitle: 桥\npage: 2\norder: 3\n---\n".encode()
    assert edited(FILE, b"---\n{title: x, page: 1}\n---\n", {Keys.NOTE: "x"}, problems) is None
    assert not problems


@pytest.mark.parametrize("typed", ["[甲, 乙", "甲\nbyline: 乙", '"甲'])
def test_a_value_that_would_change_what_stands_beside_it_is_refused(typed: str) -> None:
    data = "---\ntitle: 桥\nnote: 注\nbyline: 江平\n---\n".encode()
    assert edited(FILE, data, {Keys.NOTE: typed}, Problems()) is None
