"""paper.yml and people.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content import paper_file
from banxin.content.fields.paper import PaperKeys
from banxin.content.paper_file import field_place
from banxin.model import Credit, Paper, Person, Term
from tests.support.content_folder import ContentFolder

FULL = """
报名: 今日衢江
latin_name: JIN RI QU JIANG
nameplate: nameplate.png
标语: [富强, 民主]
主办单位:
  - {role: 主办, name: 中共衢州市衢江区委 衢江区人民政府}
  - {身份: 承办, 名称: 衢江传媒集团}
place: 衢州市衢江区
timezone: Asia/Urumqi
language: zh-Hans
base_url: https://example.org/paper
摘登到: 2014
换行: 连写
theme: my-theme
parameters: {accent: b3261e, margin: 010}
sections: {yaowen: 要闻, min-sheng2: 民生}
columns: {zhengxie: 衢江政协}
准印证号: 浙内准字第0000号
邮编: 324022
phone: 0570-0000000
icp: 浙ICP备0号
police: 浙公网安备0号
copyright: © 今日衢江
"""


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def paper(content: ContentFolder, text: str) -> Paper:
    content.write("content/paper.yml", text)
    found = content.paper()
    if found is None:
        raise LookupError(content.shown())
    return found


def test_the_place_of_a_field_is_found_again(tmp_path: Path) -> None:
    assert str(field_place(tmp_path, PaperKeys.NAMEPLATE)) == "content/paper.yml"
    (tmp_path / "content").mkdir()
    text = "name: 江城晨报\n报名图: 没有.png\n"
    (tmp_path / "content/paper.yml").write_text(text, "utf-8")
    assert str(field_place(tmp_path, PaperKeys.NAMEPLATE)) == "content/paper.yml:2:6"
    assert str(field_place(tmp_path, PaperKeys.PICTURES)) == "content/paper.yml"


def test_every_field_of_the_paper_is_read(content: ContentFolder) -> None:
    assert paper(content, FULL) == Paper(
        name="今日衢江",
        latin_name="JIN RI QU JIANG",
        nameplate="content/nameplate.png",
        slogans=("富强", "民主"),
        sponsors=(
            Credit("主办", "中共衢州市衢江区委 衢江区人民政府"),
            Credit("承办", "衢江传媒集团"),
        ),
        place="衢州市衢江区",
        timezone="Asia/Urumqi",
        language="zh-Hans",
        base_url="https://example.org/paper/",
        excerpts_until=2014,
        joins_lines=True,
        theme="my-theme",
        parameters=(("accent", "b3261e"), ("margin", "010")),
        sections=(Term("yaowen", "要闻"), Term("min-sheng2", "民生")),
        columns=(Term("zhengxie", "衢江政协"),),
        licence_number="浙内准字第0000号",
        postal_code="324022",
        phone="0570-0000000",
        icp="浙ICP备0号",
        police="浙公网安备0号",
        copyright="© 今日衢江",
    )
    assert content.codes() == []


def test_all_but_the_name_may_be_left_out(content: ContentFolder) -> None:
    assert paper(content, "name: 今日衢江\n") == Paper("今日衢江")


def test_sponsors_may_be_given_by_role(content: ContentFolder) -> None:
    found = paper(content, "name: 报\nsponsors:\n  主办: 区委 宣传部\n  承办: [甲, 乙]\n")
    assert found.sponsors == (
        Credit("主办", "区委 宣传部"),
        Credit("承办", "甲"),
        Credit("承办", "乙"),
    )


NO_ADDRESSES = (
    "example.org",
    "ftp://example.org/",
    "https://",
    "https://a b/",
    "https://example.org/?x=1",
    "https://[x/",
    "https://example.org:x/",
)


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_a_base_url_must_be_one(content: ContentFolder, url: str) -> None:
    assert paper(content, f"name: 报\nbase_url: '{url}'\n").base_url == ""
    assert content.codes() == ["wants-url"]


@pytest.mark.parametrize("zone", ["Beijing", "../etc/passwd", "/etc/passwd", "Asia", "东八区"])
def test_a_time_zone_must_exist(content: ContentFolder, zone: str) -> None:
    assert paper(content, f"name: 报\ntimezone: {zone}\n").timezone == "Asia/Shanghai"
    assert content.codes() == ["wants-timezone"]


def test_of_several_time_zones_none_is_taken(content: ContentFolder) -> None:
    found = paper(content, "name: 报\ntimezone: [Asia/Urumqi, Asia/Shanghai]\n")
    assert found.timezone == "Asia/Shanghai"
    assert content.codes() == ["wants-text"]


def test_a_section_without_a_name_of_its_own_is_said_and_the_others_stand(
    content: ContentFolder,
) -> None:
    found = paper(content, "name: 报\nsections: {yaowen: [要闻], fukan: 副刊}\n")
    assert found.sections == (Term("fukan", "副刊"),)
    assert content.codes() == ["wants-text"]


def test_a_column_or_topic_may_say_what_it_is(content: ContentFolder) -> None:
    terms = "columns: {a: {name: 甲, about: 说甲}, b: 乙}\n专题:\n  c: {名称: 丙, 说明: 说丙}\n"
    found = paper(content, f"name: 一\n{terms}")
    assert found.columns == (Term("a", "甲", "说甲"), Term("b", "乙"))
    assert found.topics == (Term("c", "丙", "说丙"),)


@pytest.mark.parametrize(
    ("term", "code"),
    [("{about: 说甲}", "term-without-name"), ("{nam: 甲}", "misspelt-key"), ("[甲]", "wants-text")],
)
def test_a_column_without_a_name_is_said_once(content: ContentFolder, term: str, code: str) -> None:
    paper(content, f"name: 一\ncolumns: {{a: {term}}}\n")
    assert content.codes() == [code]


def test_namesakes_have_a_word_each_and_nobody_is_listed_twice(content: ContentFolder) -> None:
    rows = ("{name: 王芳, id: 石室}", "{name: 王芳, 区分: 城关}", "王芳", "{name: 王芳, id: 石室}")
    content.write("content/people.yml", "".join(f"- {row}\n" for row in rows))
    people = paper(content, "name: 一\n").people
    assert [person.who for person in people] == ["王芳#石室", "王芳#城关", "王芳"]
    assert content.codes() == ["person-twice"]


def test_lists_are_those_that_are_asked_for(content: ContentFolder) -> None:
    for asked, found in (("[today, people]", ("today", "people")), ("none", ())):
        assert paper(content, f"name: 一\n名录: {asked}\n").lists == found


def test_a_parameter_that_is_no_text_is_said_and_the_others_stand(content: ContentFolder) -> None:
    found = paper(content, "name: 报\nparameters: {accent: [b3261e], margin: 010}\n")
    assert found.parameters == (("margin", "010"),)
    assert content.codes() == ["wants-text"]


@pytest.mark.parametrize("year", ["14", "二〇一四", "2014年", "20140101", "0014", "[2014]"])
def test_a_year_has_four_digits(content: ContentFolder, year: str) -> None:
    assert paper(content, f"name: 报\nexcerpts_until: {year}\n").excerpts_until == 0
    assert content.codes() == ["wants-year"]


def test_people_stand_in_order_of_rank(content: ContentFolder) -> None:
    content.write("content/people.yml", "- {name: 徐惠文, title: 区长, order: 2}\n"
               "- {姓名: 王慧杰, 职务: 区委书记, 顺序: 1, key: wang}\n- 潘佶\n")  # fmt: skip
    assert paper(content, "name: 报\n").people == (
        Person("王慧杰", "区委书记", "wang"),
        Person("徐惠文", "区长"),
        Person("潘佶"),
    )
    assert content.codes() == []


def test_an_unreadable_paper_is_none_after_one_report(content: ContentFolder) -> None:
    for text in ("name: [", "- 今日衢江\n", "今日衢江"):
        content.write("content/paper.yml", text)
        assert content.paper() is None
        assert len(content.codes()) == 1


def test_the_files_read_are_those_that_exist(content: ContentFolder) -> None:
    folder = content.root / "content"
    assert paper_file.paper_files(content.root) == (folder / "paper.yml",)
    content.write("content/people.yml", "")
    assert paper_file.paper_files(content.root) == (folder / "paper.yml", folder / "people.yml")
    assert paper(content, "name: 报\n").people == ()
