"""Front matter: what was typed, and where."""

from __future__ import annotations

import random
import time

import pytest
import yaml

from banxin.content.frontmatter import Document, List, Map, Node, Text, decode, faults, nodes, split
from banxin.problems import Problems


def read(text: str) -> Document:
    problems = Problems()
    document = split("a.md", text, problems)
    if document is None:
        raise LookupError(list(problems))
    return document


def found(text: str) -> list[str]:
    problems = Problems()
    assert split("a.md", text, problems) is None
    return [f"{p.code} {p.place.line}:{p.place.column}" for p in problems]


def value(document: Document, key: str) -> Node:
    return next(pair.value for pair in document.fields.pairs if pair.key.value == key)


@pytest.mark.parametrize(
    "typed", ["No", "12:30", "0123", "2022-03-31", "1e3", "null", "~", "true", "0x1F", "3.10", "="]
)
def test_a_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert value(read(f"---\ntitle: {typed}\n---\n"), "title") == Text(typed, 2, 8)


def test_keys_values_and_items_know_their_line_and_column() -> None:
    document = read("---\ntitle: 会议\n副题:\n  - 一\n  - {姓名: 洪纲}\n---\n")
    first, second = document.fields.pairs
    assert (first.key, first.value) == (Text("title", 2, 1), Text("会议", 2, 8))
    assert second.key == Text("副题", 3, 1)
    assert isinstance(second.value, List)
    item, group = second.value.items
    assert item == Text("一", 4, 5)
    assert isinstance(group, Map)
    assert (group.pairs[0].key.column, group.pairs[0].value.column) == (6, 10)


def test_the_body_is_kept_as_typed_and_knows_its_first_line() -> None:
    document = read("---\ntitle: 一\n---\n\n　　正文\n\n---\n\n又一段\n")
    assert document.body == "\n　　正文\n\n---\n\n又一段"
    assert document.body_line == 4


def test_blank_lines_above_the_front_matter_shift_no_place() -> None:
    document = read("\n\n---\ntitle: 一\n---\n正文")
    assert value(document, "title") == Text("一", 4, 8)
    assert (document.body, document.body_line) == ("正文", 6)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_and_a_byte_order_mark_are_read(end: str) -> None:
    text = end.join(["---", "title: 一", "---", "正文", "又"])
    decoded = decode("a.md", b"\xef\xbb\xbf" + text.encode(), Problems())
    assert decoded == "---\ntitle: 一\n---\n正文\n又"


def test_an_empty_front_matter_has_no_fields() -> None:
    assert read("---\n---\n正文").fields.pairs == ()
    assert read("---\n# 只有注释\n---\n正文").fields.pairs == ()


def test_a_block_of_lines_and_quotes_are_read_as_yaml_means_them() -> None:
    document = read("---\na: |\n  一\n  二\nb: '引''号'\nc: \"一\\n二\"\n---\n")
    texts = [pair.value.value for pair in document.fields.pairs if isinstance(pair.value, Text)]
    assert texts == ["一\n二\n", "引'号", "一\n二"]


def test_all_repeated_keys_and_all_tabs_are_reported_in_one_run() -> None:
    assert found("---\na: 1\na: 2\nb: 1\nb: 2\n---\n") == ["repeated-key 3:1", "repeated-key 5:1"]
    assert found("---\na:\n\t- 1\n\t- 2\n---\n") == ["yaml-tab 3:1", "yaml-tab 4:1"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('a: "一\nb: "二"', "unclosed-quote 2:4"),
        ("a: '一", "unclosed-quote 2:4"),
        ('a: "一"二\nb: 1', "text-after-quote 2:7"),
        ("a: *一*\nb: 1", "reserved-character 2:4"),
        ("a: &x 一\nb: *x", "reserved-character 2:4"),
        ("a: !!int 3", "reserved-character 2:4"),
        ("a: @一", "reserved-character 2:4"),
        ("a: %一", "reserved-character 2:4"),
        ("a: `一`", "reserved-character 2:4"),
        ("a: - 一", "reserved-character 2:4"),
        ("a: [一, 二\nb: 1", "unclosed-bracket 2:4"),
        ("a: {一\nb: 1", "unclosed-bracket 2:4"),
        ("a: 1\n正文从这里开始。\n", "not-a-field 3:1"),
        ("a: 1\n  b: 2", "yaml-indent 3:1"),
        ("p:\n  - name: 一\n   layout: 二", "yaml-indent 4:1"),
        ("- 一\na: 1", "yaml-indent 3:1"),
    ],
)
def test_what_yaml_cannot_explain_is_explained(source: str, code: str) -> None:
    assert found(f"---\n{source}\n---\n")[0] == code


@pytest.mark.parametrize(
    "text", ["要闻: 会议", '"三件套"落地', "*重要*", "C:\\目录", 'it\'s: "so"', "#话题", "- 一"]
)
def test_the_quoted_form_that_is_shown_reads_as_the_text(text: str) -> None:
    line = faults.quoted_line(f"title: {text}")
    assert yaml.safe_load(line) == {"title": text}


def test_nested_aliases_are_refused_before_they_unfold() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    began = time.process_time()
    codes = {code.split()[0] for code in found("---\n" + "\n".join(lines) + "\n---\n")}
    assert codes == {"reserved-character"}
    assert time.process_time() - began < 1


def test_deep_nesting_is_refused_at_once() -> None:
    began = time.process_time()
    assert found(f"---\na: {'[' * 40_000}\n---\n") == ["too-deep 2:11"]
    assert found("---\n" + "\n".join(" " * n + "a:" for n in range(300)) + "\n---\n") == [
        "too-deep 10:9"
    ]
    assert time.process_time() - began < 1


def test_fields_as_long_as_no_articles_are_refused() -> None:
    assert found("---\n" + "a: 甲\n" * 20_000 + "---\n") == ["fields-too-long 1:0"]


def test_the_slow_parser_reads_as_the_fast_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\n题: 一\nb: [二, {c: '3'}]\nd: |\n  四\n---\n"
    fast = read(text)
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    assert read(text) == fast


def test_whatever_is_typed_is_read_or_explained() -> None:
    chance = random.Random(20220401)
    sound = "---\ntitle: 会议\nkicker: [一, '二']\nphotos:\n  - {file: a.jpg}\n  - file: b\n---\n"
    for _ in range(3000):
        text = list(sound)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(4, len(text))
            text[at : at + chance.randint(0, 2)] = chance.choice("[]{}:'\"-&*!|>%@`#,?\t\n ：一.")
        problems = Problems()
        document = split("a.md", "".join(text), problems)
        assert (document is None) == bool(problems)


def test_a_soft_return_of_words_is_read_as_a_line_end_and_counted() -> None:
    problems = Problems()
    assert decode("a.md", "甲\n乙\x0b丙\x0b丁".encode(), problems) == "甲\n乙\n丙\n丁"
    (problem,) = problems
    assert (problem.code, str(problem.place)) == ("soft-return", "a.md:2:2")
    assert dict(problem.details) == {"count": "2"}


def test_utf16_is_named_as_such() -> None:
    problems = Problems()
    assert decode("a.md", "标题".encode("utf-16"), problems) is None
    assert [dict(p.details)["encoding"] for p in problems] == ["UTF-16"]


def test_the_line_of_the_first_foreign_byte_is_told() -> None:
    problems = Problems()
    decode("a.md", b"---\ntitle: x\n---\n" + "会议".encode("gbk"), problems)
    assert [(p.code, p.place.line) for p in problems] == [("not-utf8", 4)]


@pytest.mark.parametrize("escaped", ["\\0", "\\x0b", "\\x1a0\\x1a", "\\u2028"])
def test_a_control_character_cannot_be_smuggled_in_by_an_escape(escaped: str) -> None:
    assert found(f'---\ntitle: "a{escaped}b"\n---\n') == ["control-character 2:8"]


def test_an_escape_of_a_character_that_pages_have_is_fine() -> None:
    assert value(read('---\ntitle: "\\u9898\\n\\"题\\""\n---\n'), "title") == Text('题\n"题"', 2, 8)
