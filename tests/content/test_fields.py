"""Fields: keys, aliases, kinds of value, bylines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from banxin.content.bylines import credits
from banxin.content.fields import SHAPES, Record, Shape, closest, fields_table, record
from banxin.content.fields.article import ARTICLE, ArticleKeys
from banxin.content.fields.article_parts import PHOTO
from banxin.content.fields.record import Field, Kind
from banxin.content.frontmatter import Map, parse
from banxin.model import Credit, Headline
from banxin.problems import Problems
from tests.support.content_folder import ISSUE, ContentFolder

FIELDS = [(shape, f) for shape in SHAPES for f in shape.fields]


def typed(shape: Shape, source: str, problems: Problems) -> Record:
    node = parse("a.md", source, problems)
    if not isinstance(node, Map):
        raise LookupError(list(problems))
    return record("a.md", node, shape, problems)


@pytest.mark.parametrize(("shape", "f"), FIELDS, ids=lambda x: getattr(x, "key", None) or x.name)
def test_every_example_is_a_value_of_its_field_under_every_name(
    shape: Shape, f: Field[object]
) -> None:
    for name in (f.key, *f.aliases):
        problems = Problems()
        value = typed(shape, f"{name}: {f.example}\n", problems).get(f)
        assert list(problems) == []
        assert value not in (None, "", ())


@pytest.mark.parametrize("shape", SHAPES, ids=lambda s: s.name)
def test_no_two_fields_of_a_shape_share_a_name(shape: Shape) -> None:
    names = [name for f in shape.fields for name in (f.key, *f.aliases)]
    assert len(names) == len(set(names))


def test_every_field_has_a_chinese_alias_and_says_what_it_takes_and_where_it_is_shown() -> None:
    rows = fields_table()
    assert len(rows) == len(FIELDS)
    for row in rows:
        assert row.aliases
        assert all(ord(a[-1]) > 0x2E7F or a in ("版面PDF", "with") for a in row.aliases)
        assert row.takes
        assert row.shown
        assert row.takes_en
        assert row.shown_en
    assert all(isinstance(f.kind, Kind) for _, f in FIELDS)


def test_the_table_knows_the_words_of_the_trade() -> None:
    aliases = {alias: row.key for row in fields_table() for alias in row.aliases}
    words = {"引题": "kicker", "主题": "title", "副题": "subtitle", "版块": "section",
             "署名": "byline", "栏目": "column", "提要": "abstract", "电头": "dateline",
             "落款": "signoff", "热区": "region", "下转": "jump", "稿源": "source"}  # fmt: skip
    article = {alias: row.key for row in fields_table() if row.file == "article"
               for alias in row.aliases}  # fmt: skip
    assert {word: article[word] for word in words} == words
    assert aliases["版面图"] == "image"


@pytest.mark.parametrize(
    ("typed_key", "meant"),
    [("tittle", "title"), ("Title", "title"), ("bylin", "byline"), ("副提", "副题"),
     ("电投", "电头"), ("event-date", "event_date"), ("photo", "photos"), ("xyzzy", "")],
)  # fmt: skip
def test_a_misspelt_key_is_guessed(typed_key: str, meant: str) -> None:
    assert closest(typed_key, ARTICLE.names) == meant


def complaints(shape: Shape, source: str) -> list[str]:
    problems = Problems()
    typed(shape, source, problems)
    return [f"{p.code} {dict(p.details)['meant']}".strip() for p in problems]


@pytest.mark.parametrize(
    ("shape", "key", "said"),
    [
        (ARTICLE, "题目", "misspelt-key 标题"),
        (ARTICLE, "标签", "unknown-key"),
        (ARTICLE, "小标题", "unknown-key"),
        (ARTICLE, "字数", "unknown-key"),
        (ARTICLE, "关键词", "unknown-key"),
        (ARTICLE, "日期", "unknown-key"),
        (ARTICLE, "分类", "misspelt-key 版块"),
        (ARTICLE, "摄影", "role-as-key 署名"),
        (ARTICLE, "责编", "role-as-key 署名"),
        (ARTICLE, "采访", "role-as-key 署名"),
        (ARTICLE, "通讯员", "role-as-key 署名"),
        (PHOTO, "图片", "misspelt-key 文件"),
        (PHOTO, "名称", "misspelt-key 文件"),
    ],
)
def test_a_word_of_the_trade_is_guessed_by_its_sense(shape: Shape, key: str, said: str) -> None:
    assert complaints(shape, f"{key}: 甲\n") == [said]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda s: s.name)
def test_a_word_of_the_trade_means_a_field_that_there_is(shape: Shape) -> None:
    meant = {word.meant for word in shape.words.values()} - {""}
    assert meant <= set(shape.names)
    assert not set(shape.words) & set(shape.names)


@pytest.mark.parametrize(
    ("status", "meant"), [("定稿", "已发布"), ("待审", "草稿"), ("撤回", "撤稿"), ("好了", "")]
)
def test_a_status_of_another_word_is_guessed_by_its_sense(status: str, meant: str) -> None:
    problems = Problems()
    typed(ARTICLE, f"status: {status}\n", problems).get(ArticleKeys.STATUS)
    assert [dict(p.details)["meant"] for p in problems] == [meant]


def test_a_remark_is_neither_printed_nor_lost_without_a_word(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    assert not content.article("备注: 内部，勿登\n").note
    assert content.codes() == ["internal-remark"]
    assert "改成 编者注: 内部，勿登；不登的，写成注释：# 内部，勿登" in content.shown()


def test_a_photographer_of_a_field_of_his_own_is_told_where_he_goes(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.article("摄影: 张三\n")
    assert "写成 署名: 摄影 张三；" in content.shown()
    content.article("责编: [张三, 李四]\n")
    assert "写成 署名: 责编 张三 李四；" in content.shown()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者 洪纲 邵秀清", "记者:洪纲 记者:邵秀清"),
        ("本报记者　洪纲、邵秀清", "本报记者:洪纲 本报记者:邵秀清"),
        ("记者 刘威 通讯员 李钱乾", "记者:刘威 通讯员:李钱乾"),
        ("林楠 徐家和/摄", "摄:林楠 摄:徐家和"),
        ("林楠　徐家和／摄", "摄:林楠 摄:徐家和"),
        ("文/图 林楠", "文/图:林楠"),
        ("文/图：林楠 徐家和", "文/图:林楠 文/图:徐家和"),
        ("张三/文 李四/图", "文:张三 图:李四"),
        ("文/张三 图/李四", "文:张三 图:李四"),
        ("张三 文 李四 图", "文:张三 图:李四"),
        ("文 张三 图 李四", "文:张三 图:李四"),
        ("记者 林楠 摄", "记者/摄:林楠"),
        ("文/图 本报记者 张三", "本报记者/文/图:张三"),
        ("（记者 洪纲）", "记者:洪纲"),
        ("记者洪纲", "记者:洪纲"),
        ("记者 洪 纲 邵秀清", "记者:洪纲 记者:邵秀清"),
        ("通讯员 阿卜杜拉·买买提 艾力 • 沙", "通讯员:阿卜杜拉·买买提 通讯员:艾力·沙"),
        ("记者 文天祥 图雅 作家辉", "记者:文天祥 记者:图雅 记者:作家辉"),
        ("衢江区融媒体中心", ":衢江区融媒体中心"),
        ("本报评论员", ":本报评论员"),
        ("", ""),
    ],
)
def test_a_byline_is_read_as_newspapers_print_it(text: str, expected: str) -> None:
    assert " ".join(f"{c.role}:{c.name}" for c in credits(text)) == expected


def test_a_name_in_latin_letters_is_one_name() -> None:
    assert credits("Jean-Luc Picard 李四/摄") == (
        Credit("摄", "Jean-Luc Picard"),
        Credit("摄", "李四"),
    )


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ("byline: [{role: 记者, name: 洪纲}, 通讯员 李四]", "byline",
         (Credit("记者", "洪纲"), Credit("通讯员", "李四"))),
        ("署名: {身份: 记者, 姓名: 洪 纲}", "byline", (Credit("记者", "洪 纲"),)),
        ("引题: 一", "kicker", (Headline(("一",)),)),
        ("副题: [一, 二|三]", "subtitle", (Headline(("一",)), Headline(("二", "三")))),
        ("subtitle: |\n  一\n  二", "subtitle", (Headline(("一",)), Headline(("二",)))),
        ("rank: 倒头条", "rank", "bottom"),
        ("稿级: 通告", "rank", "notice"),
        ("状态: 撤稿", "status", "withdrawn"),
        ("竖题: 是", "vertical", True),
        ("vertical: No", "vertical", False),
        ("columns: ３", "columns", 3),
        ("event_date: 2022年3月31日", "event_date", date(2022, 3, 31)),
        ("event_date: 2022-3-1", "event_date", date(2022, 3, 1)),
        ("people: 王慧杰 徐惠文、潘佶", "people", ("王慧杰", "徐惠文", "潘佶")),
        ("aliases: /html/2022-04/01/content_123.htm", "aliases",
         ("/html/2022-04/01/content_123.htm",)),
        ("热区: [[0, 0], [99.5, 0], [100, 100]]", "region",
         (("0", "0"), ("99.5", "0"), ("100", "100"))),
        ("abstract: >\n  一\n  二", "abstract", "一 二"),
        ("note:", "note", ""),
    ],
)  # fmt: skip
def test_a_value_is_typed(fields: str, attribute: str, value: object, tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    assert getattr(content.article(f"{fields}\n"), attribute) == value
    assert content.codes() == []


@pytest.mark.parametrize(
    "path",
    ["a.htm", "//example.org", "/a/../b", "/a?", "/a#b", "/a b", "/", "/a\\b", "/a" * 501],
)
def test_an_old_address_that_could_lead_astray_is_refused(path: str, tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.article(f"aliases: ['{path}']\n")
    assert content.codes() == ["wants-site-path"]


def test_every_old_address_that_cannot_be_one_is_named(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.article("aliases: ['a.htm', '/b.htm', '/c d']\n")
    assert content.codes() == ["wants-site-path", "wants-site-path"]


@pytest.mark.parametrize(
    "region", ["[[0, 0], [1, 1]]", "[[0, 0], [1, 1], [101, 2]]", "[[0, 0], [1, 1], [-1, 2]]",
               "[[0, 0], [1, 1], [x, 2]]", "[[0, 0], [1, 1], [2]]", "all"],
)  # fmt: skip
def test_a_hot_area_lies_on_the_page(region: str, tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.article(f"region: {region}\n")
    assert content.codes() == ["wants-region"]


@pytest.mark.parametrize(
    "to", ["2022-04-01/3/5", "2022-13-01/03/05", "2022-04-01-1/03/05", "第三版"]
)
def test_a_jump_names_an_article(to: str, tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.article(f"jump: {{to: {to}}}\n")
    assert content.codes() == ["wants-article"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("photos: [{file: [road.jpg]}]\n", "wants-text 01-01-meeting.md:4:17"),
        ("signoff: [[甲]]\n", "wants-fields 01-01-meeting.md:4:10"),
    ],
)
def test_a_list_where_one_value_belongs_is_said_once(
    tmp_path: Path, fields: str, place: str
) -> None:
    content = ContentFolder(tmp_path)
    content.article(fields)
    assert content.places() == [place]


def pages(content: ContentFolder, credits: str) -> tuple[Credit, ...]:
    """The credits of an issue's first page, typed as ``credits``."""
    content.write(ISSUE, f"---\npages:\n  - name: 要闻\n    credits: {credits}\n---\n")
    found = content.issue()
    return found.pages[0].credits if found else ()


def test_a_pages_credits_may_be_typed_like_a_byline(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    typed = "[责任编辑 张三, {role: 校对, name: 李四}]"
    assert pages(content, typed) == (Credit("责任编辑", "张三"), Credit("校对", "李四"))
    assert content.codes() == []


def test_a_pages_credit_that_is_no_name_is_said_and_the_others_stand(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    assert pages(content, "{责任编辑: [{甲: 乙}], 校对: 李四}") == (Credit("校对", "李四"),)
    assert content.codes() == ["wants-text"]


def test_a_namesake_in_a_list_of_roles_is_the_one_who_is_meant(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    assert content.article("byline: [{role: 记者, name: '王芳#石室'}]\n").byline == (
        Credit("记者", "王芳", "person", "石室"),
    )
