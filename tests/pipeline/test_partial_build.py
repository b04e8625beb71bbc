"""Years built by themselves and joined are the whole site, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banxin.cli import main
from banxin.cli.commands.build import first_and_last
from banxin.cli.session import WrongUse
from banxin.pipeline.build import build
from banxin.pipeline.jobs import CorrectionsJob, FeedJob, ListingJob, SelectionJob
from banxin.pipeline.project import Options, Project
from banxin.pipeline.worker import JobResult, PlannedTask, draw_planned
from banxin.problems import BuildFailed
from banxin.problems.texts import Words
from banxin.rendering.renderer import Renderer
from tests.support.paper import Paper, folder
from tests.support.paths import PAPERS

DAYS = ("2022-05-06", "2023-12-31", "2024-01-01", "2024-01-02")
JIANGCHENG = PAPERS / "jiangcheng"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    paper.article("2024-01-02", 1, "[旧稿](../../2022/2022-05-06/01-01-story.md)")
    return paper


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The units that are drawn, not taken over; but for lists of the whole archive and feeds."""
    drawn: list[str] = []

    def noted(planned: PlannedTask, renderer: Renderer, staging: Path) -> JobResult:
        if not isinstance(planned.task.job, ListingJob | FeedJob | CorrectionsJob | SelectionJob):
            drawn.append(planned.task.job.job_id)
        return draw_planned(planned, renderer, staging)

    monkeypatch.setattr("banxin.pipeline.drawing.draw_planned", noted)
    return drawn


def parts(paper: Paper) -> tuple[Path, ...]:
    """The years up to 2023, and 2024."""
    paper.build("old", years=(2000, 2023))
    paper.build("new", years=(2024, 2024))
    return paper.root / "old", paper.root / "new"


def test_parts_joined_are_the_whole_and_only_the_frame_is_drawn(
    paper: Paper, drawn: list[str]
) -> None:
    paper.build("whole")
    found = parts(paper)
    drawn.clear()
    paper.build("joined", parts=found)
    assert drawn == ["site", "assets"]
    assert paper.tree("joined") == paper.tree("whole")


def test_a_part_may_be_drawn_in_another_folder(
    paper: Paper, drawn: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "paper"
    shutil.copytree(paper.root, elsewhere)
    options = Options(elsewhere / "old", search=False, years=(2000, 2023))
    build(Project(elsewhere), options)
    drawn.clear()
    paper.build("joined", parts=(elsewhere / "old",))
    assert set(drawn) == {"2024", "2024-01-01", "2024-01-02", "site", "assets"}
    paper.build("whole")
    assert paper.tree("joined") == paper.tree("whole")


def test_a_part_holds_its_years_with_their_links_across_the_edge_and_nothing_else(
    paper: Paper,
) -> None:
    parts(paper)
    tree = paper.tree("new")
    tops = {path.split("/")[0] for path in tree if not path.startswith(".")}
    assert {top for top in tops if top[:2] == "20"} == {"2024-01-01", "2024-01-02"}
    assert "index.html" not in tops
    assert "sitemap.xml" not in tops
    assert "2023-12-31/" in tree["2024-01-01/index.html"].decode()
    assert "2022-05-06/01/01/" in tree["2024-01-02/01/01/index.html"].decode()


def test_what_a_part_has_otherwise_than_planned_is_drawn_anew(
    paper: Paper, drawn: list[str]
) -> None:
    found = parts(paper)
    paper.article("2023-12-31", 1, "改过的。")  # after the part was built
    (found[1] / "2024-01-01/index.html").write_text("damaged")
    (found[1] / "2024-01-02/index.html").unlink()
    drawn.clear()
    paper.build("joined", parts=found)
    assert set(drawn) == {"2023-12-31", "2024-01-01", "2024-01-02", "site", "assets"}
    paper.build("whole")
    assert paper.tree("joined") == paper.tree("whole")


def test_times_that_a_transfer_lost_cost_nothing(paper: Paper, drawn: list[str]) -> None:
    copies = []
    for part in parts(paper):
        copies.append(part.with_name(f"{part.name}-copy"))
        shutil.copytree(part, copies[-1], copy_function=shutil.copyfile)
    drawn.clear()
    paper.build("joined", parts=tuple(copies))
    assert drawn == ["site", "assets"]


def test_after_joining_a_build_finds_nothing_to_do(paper: Paper) -> None:
    paper.build("joined", parts=parts(paper))
    assert paper.build("joined").drawn == ()


def test_joining_into_an_older_site_leaves_nothing_of_it(paper: Paper) -> None:
    paper.build("joined")
    shutil.rmtree(paper.root / "content" / folder("2024-01-01"))
    paper.build("joined", parts=parts(paper))
    paper.build("whole")
    assert paper.tree("joined") == paper.tree("whole")


def test_pictures_that_lie_elsewhere_are_joined_too(paper: Paper) -> None:
    file = paper.root / "content/paper.yml"
    file.write_text(f"{file.read_text('utf-8')}media_base: https://img.example.org/\n", "utf-8")
    paper.article("2024-01-02", 2, "[表](table.csv)")
    (paper.root / "content" / folder("2024-01-02") / "table.csv").write_text("a,b\n")
    paper.build("joined", parts=parts(paper))
    paper.build("whole")
    assert paper.tree("joined-media") == paper.tree("whole-media")
    assert "2024-01-02/files/table.csv" in paper.tree("joined-media")


def test_a_folder_that_is_no_part_is_refused_before_anything_is_written(paper: Paper) -> None:
    paper.build("whole")
    with pytest.raises(BuildFailed, match="part-unknown"):
        paper.build("joined", parts=(paper.root / "whole",))
    assert not (paper.root / "joined").exists()


def test_the_example_paper_is_joined_like_any_other(tmp_path: Path, drawn: list[str]) -> None:
    """With every kind of article, issue and key, in the theme that is shipped, and with search."""
    shutil.copytree(JIANGCHENG, tmp_path / "content")
    project = Project(tmp_path)
    years = sorted({p.name for p in (tmp_path / "content/issues").iterdir()})
    assert len(years) > 1
    for year in years:
        build(project, Options(tmp_path / year, index=False, years=(int(year), int(year))))
    drawn.clear()
    found = tuple(tmp_path / year for year in years)
    build(project, Options(tmp_path / "joined", index=False, parts=found))
    assert drawn == ["site", "assets"]
    build(project, Options(tmp_path / "whole", index=False))
    assert tree(tmp_path / "joined") == tree(tmp_path / "whole")


def tree(base: Path) -> dict[str, bytes]:
    return {p.relative_to(base).as_posix(): p.read_bytes() for p in base.rglob("*") if p.is_file()}


def test_years_are_asked_for_as_one_or_as_a_span() -> None:
    words = Words("zh")
    assert first_and_last(words, None) is None
    assert first_and_last(words, "2008") == (2008, 2008)
    assert first_and_last(words, "2008-2012") == (2008, 2012)


@pytest.mark.parametrize("odd", ["08", "2012-2008", "2008-", "2008/2012", ""])
def test_what_is_no_years_is_refused_with_an_example(odd: str) -> None:
    with pytest.raises(WrongUse, match="--years 2008-2012"):
        first_and_last(Words("zh"), odd)


def test_parts_are_built_and_joined_from_the_command_line(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(paper.root)
    for asked in ("--years 2022-2023", "--years 2024", "--join parts/2022-2023 --join parts/2024"):
        assert main(["build", "--no-search", *asked.split()]) == 0
    paper.build("whole")
    assert paper.tree() == paper.tree("whole")
