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
    return built_for(repository, f"{BASE_URL}/")


def built_for(repository: Path, base_url: str) -> dict[str, bytes]:
    output = repository / "output"
    shutil.rmtree(output, ignore_errors=True)
    build(Project(repository), Options(output=output, base_url=base_url))
    return tree(output)


def test_years_are_drawn_on_machines_of_their_own_and_then_publish_draws_a_new_text_alone(
    github: Rehearsal, repository: Path
) -> None:
    archive = tree(github.run(WORKFLOWS / "archive.yml"))
    assert {"part 2025", "part 2026"} <= github.log.keys()
    assert archive == built(repository)
    with (repository / "content" / STORY).open("a", encoding="utf-8") as story:
        story.write("\n补上一段。\n")
    commit(repository)
    site = tree(github.run(WORKFLOWS / "publish.yml"))
    assert site == built(repository)
    assert site != archive
    drawn = re.search("画了 ([0-9]+) 个", github.log["build"])
    assert drawn
    assert int(drawn[1]) < 8


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


def test_an_address_is_missed_though_nothing_is_left_of_the_last_run(
    new_paper: Rehearsal,
) -> None:
    """The cache was evicted, and the story was deleted longer ago than the clone knows."""
    publish = new_paper.origin / ".github/workflows/publish.yml"
    story = next(iter(sorted(new_paper.origin.rglob("01-01-*.md"))))
    story.write_text(
        f"---\ntitle: 春耕开始\nsection: 要闻\n---\n{'秧田里一片忙碌。' * 9}\n", "utf-8"
    )
    commit(new_paper.origin)
    site = new_paper.run(publish)
    assert site
    new_paper.caches.clear()
    new_paper.variables["PUBLISHED"] = str(site)  # as read from its address
    story.unlink()
    commit(new_paper.origin)
    for n in range(3):
        (new_paper.origin / "content/about.md").write_text(f"---\ntitle: 关于\n---\n{n}\n", "utf-8")
        commit(new_paper.origin)
    with pytest.raises(StepFailed, match="address-gone"):
        new_paper.run(publish)


def test_a_mistake_in_a_new_paper_is_marked_in_its_file(new_paper: Rehearsal) -> None:
    check = new_paper.origin / ".github/workflows/check.yml"
    new_paper.run(check)
    story = next(iter(sorted(new_paper.origin.rglob("01-01-*.md"))))
    story.write_text(story.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    commit(new_paper.origin)
    with pytest.raises(StepFailed, match=r"::error file=content/issues/.*titel"):
        new_paper.run(check)


RCLONE = "[host]\ntype = alias\nremote = {folder}\n"


@pytest.fixture
def hosted_paper(new_paper: Rehearsal, tmp_path: Path) -> Rehearsal:
    """The same with a host of its own, whose login is a secret of the repository."""
    folder = tmp_path / "host"
    folder.mkdir()
    yml = new_paper.origin / "content/paper.yml"
    text = yml.read_text("utf-8").replace("https://example.org/", "https://paper.example/")
    yml.write_text(f'{text}\ndeploy: {{oss: {{to: "host:www"}}}}\n', "utf-8")
    (folder / "www").mkdir()
    commit(new_paper.origin)
    new_paper.variables["DEPLOY_TARGET"] = "oss"
    new_paper.secrets["RCLONE_CONFIG"] = RCLONE.format(folder=folder)
    return new_paper


def test_a_paper_with_a_host_of_its_own_is_brought_there_and_then_what_changed(
    hosted_paper: Rehearsal, tmp_path: Path
) -> None:
    origin, host = hosted_paper.origin, tmp_path / "host/www"
    workflow = origin / ".github/workflows/deploy.yml"
    hosted_paper.run(workflow)
    assert tree(host) == built_for(origin, "https://paper.example/")
    about = origin / "content/about.md"
    about.write_text(about.read_text("utf-8") + "\n补上一段。\n", "utf-8")
    commit(origin)
    hosted_paper.run(workflow)
    assert tree(host) == built_for(origin, "https://paper.example/")
    sent = re.search("传了 ([0-9]+) 个文件", hosted_paper.log["deploy"])
    assert sent
    assert int(sent[1]) < 5
    secret = hosted_paper.secrets["RCLONE_CONFIG"].splitlines()[-1]
    assert secret not in hosted_paper.log["deploy"]


def test_a_paper_is_published_on_its_host_or_on_pages_and_not_on_both(
    hosted_paper: Rehearsal,
) -> None:
    workflows = hosted_paper.origin / ".github/workflows"
    assert hosted_paper.run(workflows / "publish.yml") is None
    assert hosted_paper.log == {}
    del hosted_paper.variables["DEPLOY_TARGET"]
    assert hosted_paper.run(workflows / "publish.yml") is not None
    hosted_paper.run(workflows / "deploy.yml")
    assert hosted_paper.log == {}
