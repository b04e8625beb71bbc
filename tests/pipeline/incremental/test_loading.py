from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from banxin.content import reading
from banxin.content.scan import IssueFolder
from banxin.model import Issue, Paper
from banxin.model.archive import Archive
from banxin.pipeline.incremental import loading as loading
from banxin.pipeline.incremental.loading import ReadJob, load, read_folder
from banxin.pipeline.incremental.store import FileState, SourceStore
from banxin.problems import BuildFailed, Problems
from tests.support.paper import Paper as Desk
from tests.support.paper import folder

DAY = "2024-01-02"
FOLDER = f"content/{folder(DAY)}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.issue("2024-01-01", "一。", number=1)
    desk.issue(DAY, "二。", number=2)
    return desk


def loaded(desk: Desk, problems: Problems | None = None) -> tuple[Archive, list[int]]:
    """The archive, and how many folders had to be read."""
    problems = Problems() if problems is None else problems
    ticks: list[int] = []
    with SourceStore(desk.root / ".banxin/sources.sqlite", "engine") as sources:
        archive, _ = load(
            desk.root,
            sources,
            problems,
            processes=1,
            tick=lambda n, total: ticks.append(n),
        )
    return archive, ticks


def refused(desk: Desk) -> list[str]:
    with pytest.raises(BuildFailed) as failed:
        loaded(desk)
    return [f"{p.place}: {p.code}" for p in failed.value.problems]


def test_issues_come_oldest_first_with_extra_editions_behind(desk: Desk) -> None:
    desk.issue(f"{DAY}-2", "号外。")
    desk.issue("2023-12-31", "旧。")
    archive, _ = loaded(desk)
    assert [row.key for row in archive.rows] == ["2023-12-31", "2024-01-01", DAY, f"{DAY}-2"]


def test_what_was_read_is_not_read_again(desk: Desk) -> None:
    assert loaded(desk)[1] == [1, 2]
    assert loaded(desk)[1] == []
    desk.article(DAY, 1, "改。")
    assert loaded(desk)[1] == [1]


def test_a_renamed_file_is_read_again_though_no_byte_of_it_changed(desk: Desk) -> None:
    loaded(desk)
    file = desk.root / FOLDER / "01-01-story.md"
    file.rename(file.with_name("01-02-story.md"))
    archive, ticks = loaded(desk)
    assert ticks == [1]
    assert archive.rows[-1].articles[0].key == "01/02"


def test_a_change_of_the_papers_sections_is_read_with_every_issue(desk: Desk) -> None:
    loaded(desk)
    paper = desk.root / "content/paper.yml"
    paper.write_text(paper.read_text("utf-8").replace("要闻", "头版", 1), "utf-8")
    assert len(refused(desk)) == 2


def test_a_change_of_the_papers_name_reads_no_issue(desk: Desk) -> None:
    loaded(desk)
    paper = desk.root / "content/paper.yml"
    paper.write_text(paper.read_text("utf-8").replace("晨报", "晚报"), "utf-8")
    archive, ticks = loaded(desk)
    assert (archive.paper.name, ticks) == ("江城晚报", [])


def test_all_that_is_wrong_is_said_in_one_run_and_what_is_right_is_kept(desk: Desk) -> None:
    desk.article(DAY, 1, "[x](nowhere.png)")
    desk.write("issues/2023/2023-12-31/01-01-a.md", "---\ntitle: 题\n")
    desk.write("about.md", "no fields")
    assert refused(desk) == [
        "content/about.md:1: no-front-matter",
        "content/issues/2023/2023-12-31: issue-file-missing",
        "content/issues/2023/2023-12-31/01-01-a.md:1: unclosed-front-matter",
        f"{FOLDER}/01-01-story.md:6:5: link-missing",
    ]
    desk.article(DAY, 1, "好。")
    (desk.root / "content/about.md").unlink()
    (desk.root / "content/issues/2023/2023-12-31/01-01-a.md").unlink()
    (desk.root / "content/issues/2023/2023-12-31").rmdir()
    assert loaded(desk)[1] == [1]  # the sound issue was kept from the run that failed


def test_warnings_are_said_again_when_nothing_is_read(desk: Desk) -> None:
    desk.article(DAY, 1, "文。", event_date="2024-02-01")
    for _ in range(2):
        problems = Problems()
        loaded(desk, problems)
        assert [p.code for p in problems] == ["event-after-issue"]


def test_an_issue_that_goes_is_forgotten(desk: Desk) -> None:
    loaded(desk)
    for file in (desk.root / FOLDER).iterdir():
        file.unlink()
    (desk.root / FOLDER).rmdir()
    loaded(desk)
    with SourceStore(desk.root / ".banxin/sources.sqlite", "engine") as sources:
        assert sources.folders() == {f"content/{folder('2024-01-01')}"}
        assert sources.db.execute("select count(*) from issues").fetchone() == (1,)


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_issue = reading.read_issue

    def slow(*given: Any) -> Issue | None:
        found = read_issue(*given)
        desk.article(DAY, 1, "编辑又存了一次盘。")
        return found

    monkeypatch.setattr(reading, "read_issue", slow)
    assert f"{FOLDER}: changed-while-read" in refused(desk)
    monkeypatch.undo()
    assert len(loaded(desk)[1]) == 1


def test_a_file_that_vanishes_while_it_is_read_is_said(desk: Desk) -> None:
    found = read_folder(ReadJob(desk.root, IssueFolder(FOLDER, ()), (gone(),), Paper(""), "words"))
    assert "changed-while-read" in {p.code for p in found.problems}
    assert found.parsed is None


def gone() -> FileState:
    return FileState("01-09-gone.md", 1, 1, True, "d")


def test_an_issue_that_cannot_be_read_is_never_passed_over_in_silence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read_issue", lambda *_: None)
    assert refused(desk)[-1] == f"{FOLDER}: issue-unreadable"


def test_an_issue_comes_out_of_the_store_as_its_summaries_say(desk: Desk) -> None:
    archive, _ = loaded(desk)
    row = archive.rows[-1]
    with SourceStore(desk.root / ".banxin/sources.sqlite", "engine") as sources:
        (summary,) = sources.summaries(row.listing)
        (article,) = sources.issue(row.digest).articles
    assert (summary.issue, summary.key, summary.title) == (DAY, "01/01", article.title.text)
    assert summary.bylines[0][1] == "林一"
