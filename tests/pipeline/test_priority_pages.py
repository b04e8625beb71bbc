"""Pages that somebody looks at are drawn before all others, and shown before all are drawn."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

import pytest

from banxin.pipeline.build import Report, build
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed
from banxin.site.outputs import Scaled
from tests.support.paper import Paper

DAYS = ("2024-01-02", "2024-01-03", "2024-01-04")
PAGE = f"{DAYS[1]}/index.html"


class Reader:
    """Looks at one page; notes what it is shown, and what the output held then."""

    def __init__(self, paper: Paper, page: str) -> None:
        self.paper = paper
        self.page = page
        self.shown: dict[str, bytes] = {}
        self.published: dict[str, bytes] = {}
        self.steps: list[str] = []

    def requested(self) -> Container[str]:
        return (self.page,)

    def show_first(self, files: Mapping[str, bytes], pictures: tuple[Scaled, ...] = ()) -> None:
        self.shown |= files
        self.published = self.paper.tree()
        self.steps.append("shown")

    def progress(self, phase: str, done: int, total: int) -> None:
        self.steps.append(f"{phase} {done}")

    def build(self) -> Report:
        options = self.paper.options(processes=1)
        return build(Project(self.paper.root), options, self.progress, priority=self)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paper:
    monkeypatch.setattr("banxin.pipeline.drawing.WORTH_SPREADING", 8)
    paper = Paper(tmp_path)
    for day in DAYS:
        paper.issue(day, "一。")
    paper.build()
    return paper


def restyled(paper: Paper, text: str = "新") -> None:
    file = paper.theme / "base.html"
    file.write_text(file.read_text("utf-8").replace("</body>", f"{text}</body>"), "utf-8")


def test_a_page_that_is_looked_at_is_shown_before_others_are_drawn(paper: Paper) -> None:
    reader, before = Reader(paper, PAGE), paper.tree()
    restyled(paper)
    reader.build()
    assert reader.steps[:2] == ["shown", "draw 1"]
    assert reader.published == before
    assert "新</body>".encode() in reader.shown[PAGE]
    assert {path: paper.tree()[path] for path in reader.shown} == reader.shown


def test_nobody_is_shown_anything_where_a_few_pages_are_drawn(paper: Paper) -> None:
    reader = Reader(paper, PAGE)
    paper.article(DAYS[1], 1, "二。")
    reader.build()
    assert "shown" not in reader.steps
    assert "二。".encode() in paper.tree()[f"{DAYS[1]}/01/01/index.html"]


def test_a_page_that_could_not_be_drawn_is_not_shown(paper: Paper) -> None:
    reader, before = Reader(paper, PAGE), paper.tree()
    restyled(paper, "{{ page.nothing }}")
    with pytest.raises(BuildFailed):
        reader.build()
    assert "shown" not in reader.steps
    assert paper.tree() == before


def test_a_page_that_nobody_has_drawn_makes_no_difference(paper: Paper) -> None:
    reader = Reader(paper, "2024-02-30/index.html")
    restyled(paper)
    reader.build()
    assert "shown" not in reader.steps
    clean = paper.build("clean", processes=1)
    assert clean.outputs
    assert paper.tree() == paper.tree("clean")


def test_a_build_that_is_stopped_while_it_draws_publishes_nothing(paper: Paper) -> None:
    class Impatient(Reader):
        def progress(self, phase: str, done: int, total: int) -> None:
            if phase == "draw" and done == 2:
                raise LookupError

    before = paper.tree()
    restyled(paper)
    with pytest.raises(LookupError):
        Impatient(paper, PAGE).build()
    assert paper.tree() == before
    assert not list((paper.root / ".banxin").glob("staged-*"))
    assert paper.build().drawn
