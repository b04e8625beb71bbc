"""What a Chinese keyboard, Word and WPS do to YAML: read as it was meant, or named on its line."""

from __future__ import annotations

import pytest

from banxin.content.frontmatter import List
from tests.content.frontmatter.reading import advice, opened, plain, read, said


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("小雪 #节气", "小雪 #节气"),
        ("#话题 大家谈", "#话题 大家谈"),
        ("C# 语言", "C# 语言"),
        ("第一名 #1 #2", "第一名 #1 #2"),
        ("小雪 #节气  # 待核", "小雪 #节气"),
        ("要闻        # 版块；不写就是版名", "要闻"),
        ('"甲" # 乙', "甲"),
        ("'5 # 号楼'", "5 # 号楼"),
    ],
)
def test_a_hash_belongs_to_the_text_but_for_a_comment_set_apart(typed: str, value: str) -> None:
    assert read(f"title: {typed}") == {"title": value}
    assert said(f"title: {typed}") == []


@pytest.mark.parametrize("typed", ["5 # 号楼", "小雪  #节气", "# 话题"])
def test_a_doubtful_hash_is_text_and_reminded_of(typed: str) -> None:
    assert read(f"title: {typed}") == {"title": typed}
    assert [word.split()[1] for word in said(f"title: {typed}")] == ["hash-in-text"]
    assert f'title: "{typed}"' in advice(f"title: {typed}")[0]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("page: 1 # 版", "page", "1"),
        ("status: draft #草稿", "status", "draft"),
        ("event_date: 2022-03-31 # 见报前一天", "event_date", "2022-03-31"),
        ("直排标题: 是 # 竖", "直排标题", "是"),
    ],
)
def test_behind_a_number_a_date_or_a_known_word_every_hash_is_a_comment(
    line: str, key: str, value: str
) -> None:
    assert read(line) == {key: value}
    assert said(line) == []


def test_a_comment_beside_a_key_whose_value_stands_below_is_one() -> None:
    assert read("photos: # 图\n  - file: a.jpg") == {"photos": [{"file": "a.jpg"}]}
    assert said("pages:               # 按版次排\n- name: 要闻") == []


def test_a_hash_in_a_text_of_several_lines_belongs_to_it() -> None:
    assert read("abstract: 甲\n  乙 #丙 丁\n  戊") == {"abstract": "甲 乙 #丙 丁 戊"}


@pytest.mark.parametrize(
    ("fields", "value", "where"),
    [
        ("title：甲\nbyline：乙", {"title": "甲", "byline": "乙"}, ["2:6", "3:7"]),
        ("标题 ： 甲", {"标题": "甲"}, ["2:4"]),
        (
            "photos:\n  - file：a.jpg\n    图说：雪",
            {"photos": [{"file": "a.jpg", "图说": "雪"}]},
            ["3:9", "4:7"],
        ),
        ("photos:\n  - 文件：a.jpg", {"photos": [{"文件": "a.jpg"}]}, ["3:7"]),
        (
            "credits: {责任编辑：张三, 校对：李四}",
            {"credits": {"责任编辑": "张三", "校对": "李四"}},
            ["2:15"],
        ),
    ],
)
def test_every_fullwidth_colon_behind_a_key_is_read_and_reminded_of(
    fields: str, value: object, where: list[str]
) -> None:
    assert read(fields) == value
    assert said(fields) == [f"warning fullwidth-colon {place}" for place in where]


@pytest.mark.parametrize(
    "fields",
    [
        "abstract:\n  说明：本期为示例",
        "abstract: |\n  问：甲\n  答：乙",
        "title: 甲：乙",
        "subtitle: [甲：乙]",
    ],
)
def test_a_fullwidth_colon_in_a_text_is_text(fields: str) -> None:
    assert said(fields) == []
    assert "：" in str(read(fields))


@pytest.mark.parametrize(
    ("fields", "value", "where"),
    [
        ("title:甲", {"title": "甲"}, "2:6"),
        ("photos:\n  - file:a.jpg", {"photos": [{"file": "a.jpg"}]}, "3:9"),
        (
            "source: {name:新闻网, url: https://a.cn/x}",
            {"source": {"name": "新闻网", "url": "https://a.cn/x"}},
            "2:14",
        ),
    ],
)
def test_a_colon_without_its_space_is_read_and_reminded_of(
    fields: str, value: object, where: str
) -> None:
    assert read(fields) == value
    assert said(fields) == [f"warning no-space-after-colon {where}"]


@pytest.mark.parametrize(
    ("fields", "value", "where", "shown"),
    [
        (
            "caption: 图为: 下雪了",
            {"caption": "图为: 下雪了"},
            "unquoted-colon 2:12",
            'caption: "图为: 下雪了"',
        ),
        ("title: 比分 3: 2", {"title": "比分 3: 2"}, "unquoted-colon 2:12", 'title: "比分 3: 2"'),
        (
            "p:\n  - {file: a.jpg, caption: 图为: 下雪了}",
            {"p": [{"file": "a.jpg", "caption": "图为: 下雪了"}]},
            "unquoted-character 3:30",
            '- {file: a.jpg, caption: "图为: 下雪了"}',
        ),
        (
            "p:\n  - {file: a.jpg, caption: 11月28日, 下雪了}",
            {"p": [{"file": "a.jpg", "caption": "11月28日, 下雪了"}]},
            "unquoted-character 3:34",
            '- {file: a.jpg, caption: "11月28日, 下雪了"}',
        ),
        (
            "p:\n  - {file: a.jpg，caption: 雪}",
            {"p": [{"file": "a.jpg", "caption": "雪"}]},
            "fullwidth-comma 3:17",
            "- {file: a.jpg, caption: 雪}",
        ),
        (
            "parameters: {accent: #b3261e}",
            {"parameters": {"accent": "#b3261e"}},
            "unquoted-character 2:22",
            'parameters: {accent: "#b3261e"}',
        ),
        (
            "title: [特稿]某某",
            {"title": "[特稿]某某"},
            "unquoted-character 2:8",
            'title: "[特稿]某某"',
        ),
        (
            "p: [{file: 'C:\\图\\a.jpg', caption: 图[资料]甲}]",
            {"p": [{"file": "C:\\图\\a.jpg", "caption": "图[资料]甲"}]},
            "unquoted-character 2:36",
            'caption: "图[资料]甲"',
        ),
    ],
)
def test_a_sign_of_yamls_in_a_text_is_text_and_the_quoted_line_is_shown(
    fields: str, value: object, where: str, shown: str
) -> None:
    assert read(fields) == value
    assert said(fields) == [f"warning {where}"]
    assert shown in advice(fields)[0]


def test_a_hash_is_no_comment_right_behind_a_quote_or_a_brace() -> None:
    assert said("note: '甲'#'乙'") == ["error text-after-quote 2:10"]
    assert read("subtitle: [#一,#二]") == {"subtitle": ["#一", "#二"]}
    assert read("note: { #file: a.jpg, alt: 乙}") == {"note": {"#file: a.jpg": "", "alt": "乙"}}


def test_a_text_in_which_another_known_key_begins_is_refused() -> None:
    assert said("title: 甲 byline: 乙") == ["error field-in-value 2:16"]


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ("subtitle: [一，二]", {"subtitle": ["一", "二"]}),
        ("people: [张三，李四]", {"people": ["张三", "李四"]}),
        ("people: [张三、李四]", {"people": ["张三", "李四"]}),
        ("subtitle: [一、抓春耕，二、抓防火]", {"subtitle": ["一、抓春耕", "二、抓防火"]}),
        (
            "region: [[2，18]，[64，18]，[64，66]]",
            {"region": [["2", "18"], ["64", "18"], ["64", "66"]]},
        ),
        ('subtitle: ["一"，"二", 三]', {"subtitle": ["一", "二", "三"]}),
        ("subtitle: [“甲，乙”，丙]", {"subtitle": ["“甲，乙”", "丙"]}),
    ],
)
def test_fullwidth_commas_part_a_list_that_has_no_others(fields: str, value: object) -> None:
    assert read(fields) == value
    assert {word.split()[1] for word in said(fields)} == {"fullwidth-comma"}


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ("subtitle: [从严从紧，打赢攻坚战, 第二行]", ["从严从紧，打赢攻坚战", "第二行"]),
        ("subtitle: [一、抓春耕]", ["一、抓春耕"]),
        ("subtitle: [王慧杰、徐惠文等参加调研]", ["王慧杰、徐惠文等参加调研"]),
    ],
)
def test_where_they_belong_to_an_item_they_stay(fields: str, value: list[str]) -> None:
    assert read(fields) == {"subtitle": value}
    assert said(fields) == []


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ("people: 【张三，李四】", {"people": ["张三", "李四"]}),
        ("subtitle: [一，二】", {"subtitle": ["一", "二"]}),
        ("subtitle: ［一，二］", {"subtitle": ["一", "二"]}),
        (
            "photos:\n  - ｛file：a.jpg，caption：雪｝",
            {"photos": [{"file": "a.jpg", "caption": "雪"}]},
        ),
    ],
)
def test_fullwidth_brackets_of_a_list_are_read_and_reminded_of(fields: str, value: object) -> None:
    assert read(fields) == value
    assert any("fullwidth-bracket" in word for word in said(fields))


def test_black_brackets_around_a_line_of_text_are_text_with_a_word_about_lists() -> None:
    assert read("subtitle: 【一，二】") == {"subtitle": "【一，二】"}
    assert said("subtitle: 【一，二】") == ["warning fullwidth-list 2:11"]
    assert "subtitle: [一, 二]" in advice("subtitle: 【一，二】")[0]


def test_a_backslash_in_double_quotes_is_one() -> None:
    assert read('file: "C:\\图\\a.jpg"') == {"file": "C:\\图\\a.jpg"}
    assert said('file: "C:\\图\\a.jpg"') == ["warning backslash-in-quotes 2:10"]


def test_everything_that_is_refused_is_named_in_one_run() -> None:
    fields = 'title: @一\nkicker: *一*\nsubtitle: "甲\n'
    fields += "abstract: [一, 二\ngenre: '三'四\n\tnote: 五\n正文。"
    assert said(fields) == [
        "error reserved-character 2:8",
        "error reserved-character 3:9",
        "error unclosed-quote 4:11",
        "error unclosed-bracket 5:11",
        "error text-after-quote 6:11",
        "error yaml-tab 7:1",
        "error not-a-field 8:1",
    ]


def test_lines_of_text_among_the_fields_are_named_once() -> None:
    assert said("title: 甲\n第一段。\n第二段。\nbyline: 乙\n第三段。") == [
        "error not-a-field 3:1",
        "error not-a-field 6:1",
    ]


@pytest.mark.parametrize("title", ["'甲乙'，丙: 丁", "[一，二", "一 #二\u200b", "*甲*"])
def test_columns_are_those_of_the_line_as_typed(title: str) -> None:
    document, _ = opened(f"---\nnote: {title}\ntitle：甲\n---\n")
    if document:
        assert document.fields.pairs[0].value.column == 7
        assert document.fields.pairs[1].value.column == 7


def test_items_behind_a_corrected_one_keep_their_columns() -> None:
    document, _ = opened("---\nsubtitle: [一，二 #三，'四'，五]\n---\n")
    assert document is not None
    found = document.fields.pairs[0].value
    assert isinstance(found, List)
    assert [(plain(item), item.column) for item in found.items] == [
        ("一", 12),
        ("二 #三", 14),
        ("四", 19),
        ("五", 23),
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ("照片：\n  - 文件：a.jpg\n    说明：秋收现场", "改成：    说明: 秋收现场"),
        ("photos:\n  - file: a.jpg\n    caption: 【甲，乙】", "    caption: [甲, 乙]"),
        ("photos:\n  - file: a.jpg\n    caption: 5 # 号楼", '    caption: "5 # 号楼"'),
        ("photos:\n  - file: a.jpg\n    caption: *甲*", '    caption: "*甲*"'),
    ],
)
def test_a_line_is_shown_with_its_indentation(fields: str, shown: str) -> None:
    """Pasted without it, a caption would become a field of the article."""
    assert shown in advice(fields)[-1]
