from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banxin.cli import main
from banxin.scaffold.files.tools import paper as tool
from tests.support.paper_tool import GIT, git


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new paper with an address of its own, not set up yet."""
    folder = tmp_path_factory.mktemp("begun") / "小城报"
    assert main(["init", str(folder), "--name", "小城报"]) == 0
    yml = folder / "content/paper.yml"
    yml.write_text(yml.read_text("utf-8").replace("https://example.org/", "https://a.cn/"), "utf-8")
    return folder


@pytest.fixture
def paper(begun: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(begun, tmp_path / "小城报", symlinks=True))


@pytest.fixture
def newsroom(paper: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set up already, and git is nobody's yet. ``banxin`` isn't run: it finds no mistake."""
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(tool, "ROOT", paper)
    monkeypatch.setattr(tool, "set_up", lambda: None)
    monkeypatch.setattr(tool, "banxin", lambda *words: 0)
    return paper


@pytest.fixture
def origin(newsroom: Path) -> Path:
    folder = newsroom.parent / "origin.git"
    git(newsroom, "init", "-q", "-b", "main")
    git(newsroom, "init", "-q", "--bare", "-b", "main", str(folder))
    git(newsroom, "remote", "add", "origin", str(folder))
    return folder
