"""The workflows, rehearsed on this machine: what they publish, and what they needn't draw again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from banxin.cli import main
from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.support.paths import ROOT
from tests.support.rehearsal import BASE_URL, Rehearsal, StepFailed

WORKFLOWS = ROOT / ".github/workflows"
PAPER = ROOT / "tests/papers/jiangcheng"  # its issues lie in two years
STORY = next(iter(sorted((PAPER / "issues/2025").rglob("01-01-*.md")))).relative_to(PAPER)


def commit(repository: Path) -> None:
    git = ("git", "-C", repository, "-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "An issue"], check=True)


def as_set_up(clone: Path) -> None:
    """As after ``make`` has installed what it installs: this environment, newer than its locks."""
    (clone / ".venv").mkdir()
    (clone / ".venv" / Path(sys.executable).parent.name).symlink_to(Path(sys.executable).parent)
    for stamp in (".made", ".ready-for-site"):
        (clone / ".venv" / stamp).touch()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "origin"
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / "themes", folder / "themes")
    shutil.copytree(PAPER, folder / "content")
    for name in ("Makefile", "pyproject.toml", "requirements.lock", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    commit(folder)
    return folder


@pytest.fixture
def github(repository: Path, tmp_path: Path) -> Rehearsal:
    (tmp_path / "github").mkdir()
    return Rehearsal(repository, tmp_path / "github", as_set_up)


def tree(folder: Path | None) -> dict[str, bytes]:
    """Its files as a visitor gets them, so without hidden ones."""
    assert folder
    files = (p for p in folder.rglob("*") if p.is_file())
    named = ((p.relative_to(folder).as_posix(), p) for p in files)
    return {name: p.read_bytes() for name, p in named if not name.startswith(".")}


def built(repository: Path) -> dict[str, bytes]:
    """What one build of the repository gives."""
    output = repository / "output"
    shutil.rmtree(output, ignore_errors=True)
    build(Project(repository), Options(output=output, base_url=f"{BASE_URL}/"))
    return tree(output)


def test_years_drawn_on_machines_of_their_own_are_published_as_one_site(
    github: Rehearsal, repository: Path
) -> None:
    site = tree(github.run(WORKFLOWS / "archive.yml"))
    assert {"part 2025", "part 2026"} <= github.log.keys()
    assert site == built(repository)


def test_after_the_archive_a_new_text_is_all_that_publish_draws(
    github: Rehearsal, repository: Path
) -> None:
    archive = tree(github.run(WORKFLOWS / "archive.yml"))
    with (repository / "content" / STORY).open("a", encoding="utf-8") as story:
        story.write("\n补上一段。\n")
    commit(repository)
    site = tree(github.run(WORKFLOWS / "publish.yml"))
    assert site == built(repository)
    assert site != archive
    drawn = re.search("画了 ([0-9]+) 个", github.log["build"])
    assert drawn
    assert int(drawn[1]) < 5


def test_a_stray_file_beside_the_years_stops_nobody(github: Rehearsal, repository: Path) -> None:
    (repository / "content/issues/说明.txt").write_text("别的", "utf-8")
    commit(repository)
    assert tree(github.run(WORKFLOWS / "archive.yml")) == built(repository)


@pytest.fixture
def new_paper(tmp_path: Path) -> Rehearsal:
    """As an editor has it who began with ``banxin init``; the package itself is installed."""
    folder = tmp_path / "origin"
    assert main(["init", str(folder), "--name", "小城新报"]) == 0
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    commit(folder)
    (tmp_path / "github").mkdir()
    return Rehearsal(folder, tmp_path / "github", lambda clone: None, {"安装 banxin"})


def test_a_new_paper_is_published_at_its_address(new_paper: Rehearsal) -> None:
    site = tree(new_paper.run(new_paper.origin / ".github/workflows/publish.yml"))
    home = site["index.html"].decode()
    assert "小城新报" in home
    assert f'<link rel="canonical" href="{BASE_URL}/' in home
    assert not [name for name, data in site.items() if b"example.org" in data]


def test_a_mistake_in_a_new_paper_is_marked_in_its_file(new_paper: Rehearsal) -> None:
    check = new_paper.origin / ".github/workflows/check.yml"
    new_paper.run(check)
    story = next(iter(sorted(new_paper.origin.rglob("01-01-*.md"))))
    story.write_text(story.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    commit(new_paper.origin)
    with pytest.raises(StepFailed, match=r"::error file=content/issues/.*titel"):
        new_paper.run(check)
