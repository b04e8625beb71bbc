from __future__ import annotations

from pathlib import Path

import pytest

from banxin.pipeline.explanation import as_file, explain
from banxin.pipeline.project import Project
from tests.support.paper import Paper

ARTICLE = "2024-01-02/01/01/index.html"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue("2024-01-02", "一。", "二。")
    paper.build()
    return paper


def why(paper: Paper, path: str = ARTICLE, **asked: object) -> tuple[str, tuple[str, ...]]:
    found = explain(Project(paper.root), paper.options(**asked), path)
    return found.state, found.reasons


def test_a_page_that_is_as_it_should_be_is_current(paper: Paper) -> None:
    assert why(paper) == ("current", ())


def test_an_edit_of_its_article_changes_its_content(paper: Paper) -> None:
    paper.article("2024-01-02", 1, "改。")
    assert why(paper) == ("changed", ("content",))


def test_a_template_it_uses_is_a_reason(paper: Paper) -> None:
    (paper.theme / "base.html").write_text("{% block main %}{% endblock %}")
    assert why(paper) == ("changed", ("template",))


def test_the_papers_name_is_on_every_page(paper: Paper) -> None:
    settings = (paper.root / "content/paper.yml").read_text(encoding="utf-8")
    paper.write("paper.yml", settings.replace("江城晨报", "新名"))
    state, reasons = why(paper, "404.html")
    assert (state, reasons) == ("changed", ("program-or-paper",))


def test_a_new_page_a_damaged_page_and_none_at_all(paper: Paper) -> None:
    paper.article("2024-01-02", 3, "三。")
    (paper.root / "output" / ARTICLE).write_text("x")
    assert why(paper, "2024-01-02/01/03/") == ("new", ())
    assert why(paper) == ("damaged", ())
    assert why(paper, "2024-01-02/01/09/") == ("unplanned", ())


def test_asking_for_everything_is_a_reason(paper: Paper) -> None:
    assert why(paper, redraw=True) == ("changed", ("options",))


def test_a_file_of_the_theme_that_was_changed_is_a_reason_of_its_own(paper: Paper) -> None:
    style = paper.theme / "static/style.css"
    style.parent.mkdir()
    style.write_text("p { color: red }")
    paper.build()
    style.write_text("p { color: blue }")
    assert why(paper, "assets/style.css") == ("changed", ("file",))


def test_it_says_what_a_page_is_made_from(paper: Paper) -> None:
    found = explain(Project(paper.root), paper.options(), "/2024-01-02/01/01/")
    assert found.source == "content/issues/2024/2024-01-02"
    assert found.template == "article.html"


@pytest.mark.parametrize(
    "path",
    [
        "/paper/2024-01-02/01/01/",
        "2024-01-02/01/01/",
        "2024-01-02/01/01",
        "output/2024-01-02/01/01/index.html",
        "./output/2024-01-02/01/01/",
    ],
)
def test_an_address_or_a_files_path_will_do(path: str) -> None:
    assert as_file(path, "/paper/") == ARTICLE


def test_the_home_page_has_the_shortest_path() -> None:
    assert as_file("/", "/") == "index.html"
    assert as_file("/feed.xml", "/") == "feed.xml"
