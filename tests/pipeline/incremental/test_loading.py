from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from banxin import model
from banxin.content import reading
from banxin.content.scan import FileEntry, IssueFolder
from banxin.model.archive import Archive
from banxin.pipeline.incremental import loading as loading
from banxin.pipeline.incremental.loading import ReadJob, load, read_folder
from banxin.pipeline.incremental.store import FileState, SourceStore
from banxin.problems import BuildFailed, Problems
from tests.support.paper import Paper, folder

DAY = "2024-01-02"
FOLDER = f"content/{folder(DAY)}"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue("2024-01-01", "一。", number=1)
    paper.issue(DAY, "二。", number=2)
    return paper


def loaded(paper: Paper, problems: Problems | None = None) -> tuple[Archive, list[int]]:
    """The archive, and how many folders had to be read."""
    problems = Problems() if problems is None else problems
    ticks: list[int] = []
    with SourceStore(paper.root / ".banxin/sources.sqlite", "engine") as sources:
        archive, _ = load(
            paper.root,
            sources,
            problems,
            processes=1,
            tick=lambda n, total: ticks.append(n),
        )
    return archive, ticks


def refused(paper: Paper) -> list[str]:
    with pytest.raises(BuildFailed) as failed:
        loaded(paper)
    return [f"{p.place}: {p.code}" for p in failed.value.problems]


def test_issues_come_oldest_first_with_extra_editions_behind(paper: Paper) -> None:
    paper.issue(f"{DAY}-2", "号外。")
    paper.issue("2023-12-31", "旧。")
    archive, _ = loaded(paper)
    assert [row.key for row in archive.rows] == ["2023-12-31", "2024-01-01", DAY, f"{DAY}-2"]


def test_what_was_read_is_not_read_again(paper: Paper) -> None:
    assert loaded(paper)[1] == [1, 2]
    assert loaded(paper)[1] == []
    paper.article(DAY, 1, "改。")
    assert loaded(paper)[1] == [1]


def test_a_renamed_file_is_read_again_though_no_byte_of_it_changed(paper: Paper) -> None:
    loaded(paper)
    file = paper.root / FOLDER / "01-01-story.md"
    file.rename(file.with_name("01-02-story.md"))
    archive, ticks = loaded(paper)
    assert ticks == [1]
    assert archive.rows[-1].articles[0].key == "01/02"


def test_a_change_of_the_papers_sections_is_read_with_every_issue(paper: Paper) -> None:
    loaded(paper)
    file = paper.root / "content/paper.yml"
    file.write_text(file.read_text("utf-8").replace("要闻", "头版", 1), "utf-8")
    assert len(refused(paper)) == 2


def test_a_change_of_the_papers_name_reads_no_issue(paper: Paper) -> None:
    loaded(paper)
    file = paper.root / "content/paper.yml"
    file.write_text(file.read_text("utf-8").replace("晨报", "晚报"), "utf-8")
    archive, ticks = loaded(paper)
    assert (archive.paper.name, ticks) == ("江城晚报", [])


def test_all_that_is_wrong_is_said_in_one_run_and_what_is_right_is_kept(paper: Paper) -> None:
    paper.article(DAY, 1, "[x](nowhere.png)")
    paper.write("issues/2023/2023-12-31/01-01-a.md", "---\ntitle: 题\n")
    paper.write("about.md", "no fields")
    assert refused(paper) == [
        "content/about.md:1: no-front-matter",
        "content/issues/2023/2023-12-31: issue-file-missing",
        "content/issues/2023/2023-12-31/01-01-a.md:1: unclosed-front-matter",
        f"{FOLDER}/01-01-story.md:6:5: link-missing",
    ]
    paper.article(DAY, 1, "好。")
    (paper.root / "content/about.md").unlink()
    (paper.root / "content/issues/2023/2023-12-31/01-01-a.md").unlink()
    (paper.root / "content/issues/2023/2023-12-31").rmdir()
    assert loaded(paper)[1] == [1]  # the sound issue was kept from the run that failed


def test_where_the_paper_cannot_be_read_it_is_said_that_the_articles_were_not(
    paper: Paper,
) -> None:
    paper.article(DAY, 1, "[x](nowhere.png)")
    paper.write("paper.yml", "name: [\n")
    told = {line.rpartition(": ")[2] for line in refused(paper)}
    assert told == {"articles-unread", "unclosed-bracket"}
    paper.write("paper.yml", "name: 江城晨报\nsections: {s: 要闻}\n")
    assert [line.rpartition(": ")[2] for line in refused(paper)] == ["link-missing"]


def test_warnings_are_said_again_when_nothing_is_read(paper: Paper) -> None:
    paper.article(DAY, 1, "文。", event_date="2024-02-01")
    for _ in range(2):
        problems = Problems()
        loaded(paper, problems)
        assert [p.code for p in problems] == ["event-after-issue"]


def test_an_issue_that_goes_is_forgotten(paper: Paper) -> None:
    loaded(paper)
    for file in (paper.root / FOLDER).iterdir():
        file.unlink()
    (paper.root / FOLDER).rmdir()
    loaded(paper)
    with SourceStore(paper.root / ".banxin/sources.sqlite", "engine") as sources:
        assert sources.folders() == {f"content/{folder('2024-01-01')}"}
        assert sources.db.execute("select count(*) from issues").fetchone() == (1,)


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_issue = reading.read_issue

    def slow(*given: Any) -> model.Issue | None:
        found = read_issue(*given)
        paper.article(DAY, 1, "编辑又存了一次盘。")
        return found

    monkeypatch.setattr(reading, "read_issue", slow)
    assert f"{FOLDER}: changed-while-read" in refused(paper)
    monkeypatch.undo()
    assert len(loaded(paper)[1]) == 1


def test_a_file_that_vanishes_while_it_is_read_is_said(paper: Paper) -> None:
    found = read_folder(
        ReadJob(paper.root, IssueFolder(FOLDER, ()), (gone(),), model.Paper(""), "words")
    )
    assert "changed-while-read" in {p.code for p in found.problems}
    assert found.parsed is None


def gone() -> FileState:
    return FileState(FileEntry("01-09-gone.md", 1, 1, 1, 1), True, "d")


def test_an_issue_that_cannot_be_read_is_never_passed_over_in_silence(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read_issue", lambda *_: None)
    assert refused(paper)[-1] == f"{FOLDER}: issue-unreadable"


def test_an_issue_comes_out_of_the_store_as_its_summaries_say(paper: Paper) -> None:
    archive, _ = loaded(paper)
    row = archive.rows[-1]
    with SourceStore(paper.root / ".banxin/sources.sqlite", "engine") as sources:
        (summary,) = sources.summaries(row.listing)
        (article,) = sources.issue(row.digest).articles
    assert (summary.issue, summary.key, summary.title) == (DAY, "01/01", article.title.text)
    assert summary.bylines == ("林一",)
