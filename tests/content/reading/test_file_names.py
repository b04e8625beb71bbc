"""Files whose names an editor, Windows, a browser or a drive made: each told the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content.reading.file_names import is_text, right_name
from banxin.content.scan import is_temporary
from tests.support.content_folder import FOLDER, ISSUE, ContentFolder, article

FOLDER_NAMES = ("issue.md", "01-01-meeting.md")


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("01-02-b.md.txt", "01-02-b.md"),
        ("01-02-b.md.md", "01-02-b.md"),
        ("01-02-b.MD", "01-02-b.md"),
        ("01-02-b。md", "01-02-b.md"),
        ("01-02.docx", "01-02.md"),
        ("０１-０２-b.md", "01-02-b.md"),
        ("０１－０２－b．md", "01-02-b.md"),
        ("01—02-b.md", "01-02-b.md"),
        ("01_02_b.markdown", "01-02-b.md"),
        ("1-2b.md", "01-02-b.md"),
        ("0102-b.md", "01-02-b.md"),
        ("第1版-02-会议.md", "01-02-会议.md"),
        ("01-100 b.md", "01-100-b.md"),
        ("01-01.txt", "01-02.md"),
        ("01-02 副本.md", "01-02.md"),
        ("01-02-b (1).md", "01-02-b.md"),
        ("01-02-b（2）.md", "01-02-b.md"),
        ("01-01-meeting - 副本.md", "01-02-meeting.md"),
        ("Copy of 01-02-b.md", "01-02-b.md"),
        ("会议.md", "01-02-会议.md"),
        ("第1版 会议.md", "01-02-会议.md"),
        ("第B2版会议.md", "B2-01-会议.md"),
        ("02-会议.md", "02-01-会议.md"),
        ("2-会议.md", "01-02-2-会议.md"),
        ("02-3 春耕 备耕.md", "02-03-春耕-备耕.md"),
        ("issue.md.txt", "issue.md"),
        ("Issue.md", "issue.md"),
        ("ISSUE.MD", "issue.md"),
        ("issue.txt", "issue.md"),
        ("issue (1).md", "issue.md"),
        ("ｉｓｓｕｅ．ｍｄ", "issue.md"),
    ],
)
def test_a_name_is_told_the_right_one(name: str, right: str) -> None:
    assert is_text(name)
    assert right_name(name, FOLDER_NAMES) == right


@pytest.mark.parametrize("name", ["1234.docx", "notes.txt", "page-01.pdf", "2022-04-01.html"])
def test_an_attachment_is_no_article(name: str) -> None:
    assert not is_text(name)


@pytest.mark.parametrize("name", ["~$01-02.docx", ".~lock.01-02.odt#", "01-02-b.md~"])
def test_what_word_and_others_leave_beside_an_open_file_is_passed_over(name: str) -> None:
    assert is_temporary(name)


def test_the_editor_reads_the_right_name(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-02-b.md.txt", article())
    content.issue()
    assert content.codes() == ["article-ending"]
    assert "改名为 01-02-b.md\n" in content.shown() + "\n"


@pytest.mark.parametrize(
    "name", ["01-02-手稿.docx", "01-02.wps", "01-02 手稿.DOC", "1-2-b.htm", "1-2.odt"]
)
def test_a_manuscript_is_to_be_imported_and_not_renamed(content: ContentFolder, name: str) -> None:
    content.write(f"{FOLDER}/{name}", "…")
    content.issue()
    assert content.codes() == ["article-manuscript"]
    shown = f'"{FOLDER}/{name}"' if " " in name else f"{FOLDER}/{name}"
    assert f"怎么办：运行 banxin import {shown}，" in content.shown()


def test_of_two_files_with_one_number_both_are_looked_through(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-02-a.md", "---\ntitle: 甲\nrank: leed\n---\n正文。\n")
    content.write(f"{FOLDER}/01-02-b.md", "---\ntitle: 乙\nkind: 讣文\n---\n")
    content.issue()
    assert content.places() == [
        "wants-choice 01-02-a.md:3:7",
        "number-taken 01-02-b.md",
        "wants-choice 01-02-b.md:3:7",
        "body-empty 01-02-b.md:5",
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("2022-4-1", "2022-04-01"),
        ("20220401", "2022-04-01"),
        ("2022年12月1日", "2022-12-01"),
        ("4月2日", "2022-04-02"),
        ("2022.4.1-2", "2022-04-01-2"),
        ("2022-04-03号外", "2022-04-03-2"),
        ("2022-04-03 副本", "2022-04-01"),  # no more than an example
        ("2022-02-30", "2022-04-01"),
        ("新建文件夹", "2022-04-01"),
    ],
)
def test_a_folder_of_another_name_is_told_the_day_that_it_means(
    content: ContentFolder, name: str, shown: str
) -> None:
    content.write(f"content/issues/2022/{name}/issue.md", "---\n---\n")
    content.issue(f"content/issues/2022/{name}")
    assert f"怎么办：改名，例如 {shown}；" in content.shown()


def test_an_issue_file_of_another_name_is_all_that_is_said(content: ContentFolder) -> None:
    text = (content.root / ISSUE).read_text("utf-8")
    content.remove(ISSUE)
    content.write(f"{FOLDER}/issue.md.txt", text)
    content.issue()
    assert content.places() == ["issue-file-name issue.md.txt"]


def test_a_copy_beside_its_original_is_named_as_one(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-01-meeting - 副本.md", article())
    content.issue()
    assert set(content.codes()) == {"article-copy"}


def test_a_copy_that_stands_alone_is_read_and_reminded_of(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-02-b (1).md", article())
    issue = content.issue()
    assert issue is not None
    assert [a.key for a in issue.articles] == ["01/01", "01/02"]
    assert content.codes() == ["named-as-copy"]


@pytest.mark.parametrize("name", ["01-02-copy.md", "01-02-第(2)期.md", "01-02-a b.md"])
def test_an_ordinary_name_is_passed_without_a_word(content: ContentFolder, name: str) -> None:
    content.write(f"{FOLDER}/{name}", article())
    content.issue()
    assert content.codes() == []


def test_a_name_without_an_ending_is_an_articles_when_it_has_its_numbers(
    content: ContentFolder,
) -> None:
    content.write(f"{FOLDER}/01-02-甲", article())
    content.write(f"{FOLDER}/LICENSE", "text")
    content.issue()
    assert content.places() == ["article-ending 01-02-甲"]
    assert "改名为 01-02-甲.md" in content.shown()


@pytest.mark.parametrize(
    "name", ["讲话稿.docx", "头条.txt", "01-03-成绩.xlsx", "01-04-表.csv", "01-06.zip", "稿.WPS"]
)
def test_a_document_that_no_article_links_to_is_reminded_of(
    content: ContentFolder, name: str
) -> None:
    content.write(f"{FOLDER}/{name}", article())
    content.issue()
    assert content.places() == [f"document-unused {name}"]


def test_a_document_that_an_article_links_to_is_an_attachment(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01-03-成绩.xlsx", "内容")
    content.article(body="见[成绩](01-03-成绩.xlsx)。")
    assert content.codes() == []


def test_a_text_that_cannot_be_read_is_not_taken_for_an_article(content: ContentFolder) -> None:
    (content.root / FOLDER / "头条.txt").symlink_to("gone.txt")
    content.issue()
    assert content.codes() == []


def test_nothing_is_unused_while_the_article_that_may_link_to_it_cannot_be_read(
    content: ContentFolder,
) -> None:
    content.write(f"{FOLDER}/成绩.xlsx", "内容")
    content.write(f"{FOLDER}/01-02-b.md", "没有字段")
    content.issue()
    assert content.codes() == ["no-front-matter"]


@pytest.mark.parametrize("name", ["01-05.md", "01-05-会议.md", "1-5 会议.md"])
def test_an_article_directly_in_content_is_no_page_of_the_site(
    content: ContentFolder, name: str
) -> None:
    content.write(f"content/{name}", article())
    assert content.standing(f"content/{name}") is None
    assert [p.code for p in content.problems] == ["stray-file"]
