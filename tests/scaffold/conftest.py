from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banxin.cli import main


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
