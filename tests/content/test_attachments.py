"""What lies beside an article is published only if a browser runs nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content.attachments import KINDS
from tests.support.content_folder import FOLDER, ISSUE, ContentFolder, picture

RUNS = (
    *(".html", ".htm", ".xhtml", ".svg", ".svgz", ".js", ".mjs", ".xml", ".wasm", ".swf", ".css"),
    *(".HTML", ".shtml", ".mht", ".php", ".json", ".pdf ", ".xht", ".rss", ""),
)


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


@pytest.mark.parametrize("ending", RUNS)
def test_what_may_run_is_refused_where_it_is_linked_to(content: ContentFolder, ending: str) -> None:
    content.write(f"{FOLDER}/a{ending}", "<script>alert(1)</script>")
    content.article(body=f"正文。\n\n见[此](<a{ending.replace(' ', '%20')}>)")
    assert content.places() == ["attachment-kind 01-01-meeting.md:7:7"]
    assert "pdf、" in content.shown()
    assert "pdf、" in content.shown("en")


@pytest.mark.parametrize(
    "link", ["![此](a.jpg) [此](a.html)", "[此](a%2Ehtml)", "[此](./a.html#x)"]
)
def test_however_it_is_linked_to(content: ContentFolder, link: str) -> None:
    content.write(f"{FOLDER}/a.html", "")
    content.write(f"{FOLDER}/a.jpg", picture())
    content.article(body=link)
    assert content.codes() == ["attachment-kind"]


@pytest.mark.parametrize("ending", [*(one for kind in KINDS for one in kind), ".PDF", ".Docx"])
def test_what_is_listed_is_attached(content: ContentFolder, ending: str) -> None:
    content.write(f"{FOLDER}/表{ending}", "1,2")
    found = content.article(body=f"[此](表{ending})")
    assert content.codes() == []
    assert [ref.target for ref in found.body.refs] == [f"{FOLDER}/表{ending}"]


def test_a_standing_page_attaches_the_same_kinds(content: ContentFolder) -> None:
    content.write("content/a.svg", "<svg/>")
    content.write("content/about.md", "---\ntitle: 关于\n---\n[图](a.svg)\n")
    content.standing("content/about.md")
    assert content.places() == ["attachment-kind about.md:4:5"]


def test_an_issues_own_text_attaches_the_same_kinds(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/a.js", "")
    content.write(ISSUE, "---\npages: [{name: 要闻}]\n---\n[程序](a.js)\n")
    content.issue()
    assert content.places() == ["attachment-kind issue.md:4:6"]


def test_a_page_isnt_taken_for_the_pdf_of_a_page(content: ContentFolder) -> None:
    content.write(f"{FOLDER}/01.html", "<!-- %PDF-1.7 --><script>alert(1)</script>")
    content.write(ISSUE, "---\npages: [{name: 要闻, pdf: 01.html}]\n---\n")
    content.issue()
    assert content.codes() == ["pdf-not-one"]
