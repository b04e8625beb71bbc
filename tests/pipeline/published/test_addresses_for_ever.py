"""The promise: an address that was published never dies, nor tells another story, unasked."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path

from banxin.checks.audit import audit
from banxin.checks.context import CheckContext
from banxin.content.paper_file import read_paper
from banxin.content.reading import read_issue
from banxin.model import Paper as PaperModel
from banxin.model.archive import Archive, IssueRow, published, row_of
from banxin.pipeline.build import build
from banxin.pipeline.context import cache_name
from banxin.pipeline.project import Options, Project
from banxin.pipeline.published.kept import kept
from banxin.pipeline.published.knowledge import keep_published
from banxin.problems import Problem, Problems, Severity
from banxin.site.link_targets import Targets
from tests.support.hasty_editor import HastyEditor, present_mark
from tests.support.paper import Paper
from tests.support.present import present

STEPS = 200
BUILDS = 2
DAYS = tuple(str(date(2024, 1, 1) + timedelta(days=n)) for n in range(20))


def test_no_published_address_dies_or_tells_another_story_unasked(tmp_path: Path) -> None:
    """Twenty issues, two hundred changes of a hasty editor; another seed each time."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    run = Run(HastyEditor(Paper(tmp_path), DAYS, seed), Options(tmp_path / "output", search=False))
    run.built()
    for step in range(1, STEPS + 1):
        run.one_change()
        if step % (STEPS // BUILDS) == 0:
            run.built()
    assert run.refused > STEPS / 10  # else nothing was tried
    assert run.published > STEPS / 10
    assert run.editor.moves


class Run:
    """Checks after every change and remembers what would be published; builds now and then."""

    def __init__(self, editor: HastyEditor, options: Options) -> None:
        self.editor = editor
        self.options = options
        self.project = Project(editor.paper.root)
        self.kept = self.project.cache / cache_name(options)
        self.refused = self.published = 0
        self._rows: dict[tuple[tuple[str, bytes], ...], IssueRow] = {}  # by files and their bytes

    def one_change(self) -> None:
        done = self.editor.edit()
        for _ in range(10):
            archive, problems = self.checked()
            if archive:
                keep_published(self.options, self.kept, archive)
                self.remember(archive, done)
                self.published += 1
                return
            self.refused += 1
            if self.editor.rng.random() < 0.4 or not self.gave_word(problems):
                break
        self.editor.take_back()
        archive, problems = self.checked()
        assert archive, f"{done}: taken back, and still {[p.code for p in problems]}"

    def checked(self) -> tuple[Archive | None, tuple[Problem, ...]]:
        """The content as a build reads it, and what the checks say; without its caches."""
        problems = Problems()
        paper = present(read_paper(self.project.root, problems))
        rows = tuple(self._row(folder, paper, problems) for folder in self.issues())
        archive = Archive(paper, (), rows)
        targets = Targets(published(archive, drafts=False), drafts=False)
        problems.extend(audit(archive, CheckContext(targets, None, kept(self.kept))))
        errors = tuple(p for p in problems if p.severity is Severity.ERROR)
        return None if errors else archive, errors

    def issues(self) -> list[Path]:
        return sorted(p for p in self.editor.issues.glob("*/*") if p.is_dir())

    def _row(self, folder: Path, paper: PaperModel, problems: Problems) -> IssueRow:
        """Read once for the same files."""
        path = folder.relative_to(self.project.root).as_posix()
        files = tuple((f"{path}/{f.name}", f.read_bytes()) for f in sorted(folder.iterdir()))
        if files not in self._rows:
            names = tuple(name.rpartition("/")[2] for name, _ in files)
            own = Problems()
            issue = present(read_issue(self.project.root, path, names, paper, own))
            self._rows[files] = row_of(issue, "", "", tuple(own))
        row = self._rows[files]
        problems.extend(row.problems)
        return row

    def gave_word(self, problems: tuple[Problem, ...]) -> bool:
        """One of those that the problem names; not for an issue, nor for other mistakes."""
        editor = self.editor
        problem = problems[0]
        details = dict(problem.details)
        if problem.code == "address-gone" and problem.place.file.endswith("issue.md"):
            editor.give_up(problem.place.file, details["address"], details["field"])
        elif problem.code in ("address-moved", "address-reused"):
            before = (editor.paper.root / problem.place.file).read_text("utf-8")
            editor.give_alias(problem.place.file, details["address"])
            return (editor.paper.root / problem.place.file).read_text("utf-8") != before
        else:
            return False
        return True

    def remember(self, archive: Archive, done: str) -> None:
        """What readers are told now, by the files alone; and whether it is what they were."""
        editor = self.editor
        now = {
            address: present_mark(editor.paper.root / article.file)
            for row in archive.rows
            for article in row.articles
            if not article.draft
            for address in (
                *(alias.strip("/") + "/" for alias in article.aliases),
                f"{row.key}/{article.key}/",
            )
        }
        for address, mark in editor.promised.items():
            if address not in editor.excused:
                assert now.get(address) == mark, f"{done}: {address} told {mark}"
        editor.promised |= now

    def built(self) -> None:
        build(self.project, self.options)
        self.remember(present(self.checked()[0]), "build")
        for address in self.editor.promised:
            page = self.options.output / address / "index.html"
            assert page.is_file(), address
            target = re.search(r'<a href="/([^"]*)">', page.read_text("utf-8"))
            assert target, address
