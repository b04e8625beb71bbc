"""A folder of files to an issue."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from banxin.content import reading
from banxin.model import Correction, Credit, Headline, Issue, Jump, SignOff, Source, Term
from banxin.problems import Severity
from tests.support.content_folder import ARTICLE, FOLDER, ISSUE, ContentFolder, article, picture
from tests.support.paths import PAPERS, ROOT

EXAMPLE = ROOT

WHOLE = """---
版次: 1
section: yaowen
byline: 记者 洪纲 邵秀清
title: 区十六届人大常委会|第一次会议 召开
kicker: 从严从紧
subtitle: [副一, 副二]
abstract: 提要
rank: 倒头条
columns: 3
vertical: true
order: 7
dateline: 本报讯
event_date: 2022-03-31
column: 衢江政协
genre: 消息
source: {name: 鄞州新闻网, url: https://example.org/1}
signoff: {by: [甲, 乙], date: 2022-03-29}
photos:
  - {file: road.jpg, alt: 路, caption: 卡口, credit: 林楠 徐家和/摄}
region: [[2, 18], [64, 18], [64, 66]]
jump: {to: 2022-04-01/03/05}
people: [王慧杰]
status: published
corrections: [{date: 2022-04-03, note: 后}, {date: 2022-04-02, note: 先}]
aliases: [/a.htm]
note: 注
---
正文。
"""


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def issue(content: ContentFolder, folder: str = FOLDER) -> Issue:
    found = content.issue(folder)
    if found is None:
        raise LookupError(content.shown())
    return found


def test_every_field_of_an_article_is_read(content: ContentFolder) -> None:
    content.write(ARTICLE, WHOLE)
    found = content.first()
    assert content.codes() == []
    assert (found.file, found.key, found.page, found.order) == (ARTICLE, "01/01", 1, 7)
    assert found.section == Term("yaowen", "要闻")
    assert found.column == Term("zhengxie", "衢江政协")
    assert found.title == Headline(("区十六届人大常委会", "第一次会议 召开"))
    assert found.title.text == "区十六届人大常委会第一次会议 召开"
    assert [line.text for line in (*found.kicker, *found.subtitle)] == ["从严从紧", "副一", "副二"]
    assert found.byline == (Credit("记者", "洪纲"), Credit("记者", "邵秀清"))
    assert (found.rank, found.columns, found.vertical) == ("bottom", 3, True)
    assert (found.dateline, found.genre, found.abstract) == ("本报讯", "消息", "提要")
    assert found.event_date == date(2022, 3, 31)
    assert found.source == Source("鄞州新闻网", "https://example.org/1")
    assert found.signoff == SignOff(("甲", "乙"), date(2022, 3, 29))
    (photo,) = found.photos
    assert (photo.alt, photo.caption, photo.picture.width) == ("路", "卡口", 420)
    assert photo.credits == (Credit("摄", "林楠"), Credit("摄", "徐家和"))
    assert found.jump == Jump("2022-04-01", "03/05", 22, 12)
    assert found.corrections == (
        Correction(date(2022, 4, 2), "先"),
        Correction(date(2022, 4, 3), "后"),
    )
    assert (found.people, found.aliases, found.note) == (("王慧杰",), ("/a.htm",), "注")
    assert found.body.text == "正文。"


@pytest.mark.parametrize(
    ("fields", "names", "source"),
    [
        ("byline: 据新华社\n", [], Source("新华社")),
        ("byline: 县委宣传部供稿\n", [], Source("县委宣传部")),
        ("byline: 张三 据新华社报道\n", ["张三"], Source("新华社")),
        ("byline: 据新华社\nsource: 人民网\n", ["据新华社"], Source("人民网")),
        ("byline: 据新华社\nsource:\n", [], Source("新华社")),
        ("byline: 城关镇读者\n", ["城关镇读者"], None),
    ],
)
def test_a_source_in_the_byline_is_the_articles_unless_it_has_one(
    content: ContentFolder, fields: str, names: list[str], source: Source | None
) -> None:
    found = content.article(fields)
    assert [credit.text for credit in found.byline] == names
    assert found.source == source
    assert content.codes() == []


def test_an_article_needs_only_a_title_and_a_text(content: ContentFolder) -> None:
    content.write(ARTICLE, "---\n标题: 会议\n---\n正文。\n")
    found = content.first()
    assert content.codes() == []
    assert (found.page, found.order, found.section.name) == (1, 1, "要闻")
    assert (found.rank, found.status, found.note) == ("normal", "published", "")


def test_every_field_of_an_issue_is_read(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/page-01.png", picture("PNG", (30, 40)))
    content.write(f"{FOLDER}/page-01.pdf", b"%PDF-1.7\n")
    content.write(
        ISSUE,
        "---\n期号: 3547\nslogans: [春耕]\n天气: 晴\nnote: 示例\npages:\n"
        "  - name: 要闻\n    layout: front\n    image: page-01.png\n    pdf: page-01.pdf\n"
        "    credits: {责任编辑: 张三 李四, 校对: [王 五]}\n  - {}\n  -\n---\n\n编者按。\n",
    )
    found = issue(content)
    assert content.codes() == []
    assert (found.key, found.folder, found.day) == ("2022-04-01", FOLDER, date(2022, 4, 1))
    assert (found.number, found.edition, found.slogans) == (3547, 1, ("春耕",))
    assert (found.weather, found.note) == ("晴", "示例")
    assert found.introduction.text == "编者按。"
    first, second, third = found.pages
    assert (first.name, first.layout, first.pdf) == ("要闻", "front", f"{FOLDER}/page-01.pdf")
    assert first.image is not None
    assert first.image.height == 40
    assert first.credits == (
        Credit("责任编辑", "张三"),
        Credit("责任编辑", "李四"),
        Credit("校对", "王五"),
    )
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert second.articles == third.articles == ()


def test_articles_stand_by_page_order_and_number(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-02-b.md", article("order: 1\n"))
    content.write(f"{FOLDER}/01-03-c.md", article("order: 0\n"))
    content.write(f"{FOLDER}/02-01-d.md", article())
    content.write(f"{FOLDER}/02-02-e.md", article("page: 1\n"))
    found = issue(content)
    assert [a.key for a in found.pages[0].articles] == ["01/03", "01/01", "01/02", "02/02"]
    assert [a.key for a in found.articles][-1] == "02/01"
    assert content.codes() == []


def test_an_issue_that_lists_no_pages_has_those_of_its_articles(content: ContentFolder) -> None:
    content.write(ISSUE, "---\nnumber: 1\n---\n")
    content.write(f"{FOLDER}/03-01-x.md", article())
    assert [len(page.articles) for page in issue(content).pages] == [1, 0, 1]
    assert content.codes() == []


def test_a_second_edition_of_a_day_has_a_folder_of_its_own(content: ContentFolder) -> None:
    folder = f"{FOLDER}-2"
    content.write(f"{folder}/issue.md", "---\nedition: 2\n---\n")
    found = issue(content, folder)
    assert (found.key, found.edition, found.day) == ("2022-04-01-2", 2, date(2022, 4, 1))
    content.write(f"{folder}/issue.md", "---\n---\n")
    assert issue(content, folder).edition == 2
    assert content.codes() == []


@pytest.mark.parametrize("name", ["2022-4-1", "2022-02-29", "2022-04-01-1", "2022-04-01-x", "４月"])
def test_a_folder_must_be_named_for_a_day(content: ContentFolder, name: str) -> None:
    content.write(f"content/issues/2022/{name}/issue.md", "---\n---\n")
    assert content.issue(f"content/issues/2022/{name}") is None
    assert content.codes() == ["issue-folder-name"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("1-2-road.md", "01-02-road.md"),
        ("01_02_road.md", "01-02-road.md"),
        ("01-00-x.md", "01-02-x.md"),
        ("meeting.md", "01-02-meeting.md"),
        ("README.MD", "README.md"),
        ("01-02 会议.txt", "01-02-会议.md"),
        ("01-02-x.markdown", "01-02-x.md"),
    ],
)
def test_a_file_of_another_name_is_told_what_to_be_called(
    content: ContentFolder, name: str, shown: str
) -> None:
    content.write(f"{FOLDER}/{name}", "---\ntitle: x\n---\n")
    content.issue()
    assert len(content.codes()) == 1
    assert shown in content.shown()


def test_the_words_behind_the_numbers_are_for_people(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-02-人大会议 (二).md", article())
    content.write(f"{FOLDER}/01-03.md", article())
    content.write(f"{FOLDER}/notes.txt", "随手记")
    assert [a.key for a in issue(content).articles] == ["01/01", "01/02", "01/03"]
    assert content.codes() == []


def test_a_broken_issue_file_is_one_problem_and_the_articles_are_still_read(
    content: ContentFolder,
) -> None:
    content.write(ISSUE, "---\npages: [\n---\n")
    content.write(ARTICLE, "---\ntitle: 一\ncolumns: x\n---\n正文。\n")
    content.issue()
    assert content.places() == [
        "wants-number 01-01-meeting.md:3:10",
        "unclosed-bracket issue.md:2:8",
    ]


def test_a_name_that_is_known_takes_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    slugs = reading.Slugs({"林一": "linyi-1"})
    first = slugs.of("赵二")
    monkeypatch.setitem(sys.modules, "pypinyin", None)
    assert [slugs.of("林一"), slugs.of("赵二")] == ["linyi-1", first]
    with pytest.raises(ImportError):
        slugs.of("钱三")


def test_a_standing_page_is_read_with_what_lies_beside_it(content: ContentFolder) -> None:
    content.write("content/map.png", picture("PNG"))
    content.write("content/about.md", "---\n标题: 关于\n顺序: 2\n---\n![图](map.png)\n")
    found = content.standing("content/about.md")
    assert found is not None
    assert (found.key, found.title, found.order) == ("about", "关于", 2)
    assert [ref.target for ref in found.body.refs] == ["content/map.png"]


def test_a_standing_page_has_a_title(content: ContentFolder) -> None:
    content.write("content/about.md", "---\norder: 2\n---\n正文。\n")
    content.standing("content/about.md")
    assert content.places() == ["title-missing about.md:1"]


def test_a_picture_behind_a_refused_link_is_not_missed_twice(
    content: ContentFolder, tmp_path: Path
) -> None:
    (tmp_path / FOLDER / "away.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    content.write(ARTICLE, article("photos: [{file: away.jpg}]\n"))
    paper = content.paper()
    if paper is None:
        raise LookupError(content.shown())
    files = ("01-01-meeting.md", "issue.md", "road.jpg")  # as the scan_issues hands them over
    found = reading.read_issue(content.root, FOLDER, files, paper, content.problems)
    assert found is not None
    assert found.articles[0].photos == ()
    assert content.codes() == []


def test_the_example_paper_reads_without_a_problem() -> None:
    content = ContentFolder.__new__(ContentFolder)
    content.root = EXAMPLE
    assert content.everything() == []


def test_the_fictional_paper_reads_without_an_error(tmp_path: Path) -> None:
    content = ContentFolder.__new__(ContentFolder)
    content.root = tmp_path
    (tmp_path / "content").symlink_to(PAPERS / "jiangcheng", target_is_directory=True)
    content.everything()
    assert [p for p in content.problems if p.severity is Severity.ERROR] == []


# no consequence beside its cause


def test_a_line_is_a_paragraph_unless_the_paper_joins_them(content: ContentFolder) -> None:
    assert content.article(body="春耕\n备耕").body.html == "<p>春耕</p>\n<p>备耕</p>\n"
    content.write("content/paper.yml", "name: 报\n换行: 连写\n")
    assert content.article(body="春耕\n备耕").body.html == "<p>春耕备耕</p>\n"
    content.write(ISSUE, "---\nnumber: 1\n---\n甲\n乙\n")
    assert issue(content).introduction.html == "<p>甲乙</p>\n"
