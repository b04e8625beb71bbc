"""tools/paper.py of a new paper sets itself up."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from banxin.scaffold.files.tools import paper as tool
from tests.support.paper_tool import run

PYTHON = Path(sys.base_prefix, "bin", f"python{sys.version_info[0]}.{sys.version_info[1]}")


SITE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def test_our_own_wheel_installs_by_its_hash_with_no_index_and_builds_the_paper(
    paper: Path,
) -> None:
    """Into an environment of its own, by a Python whose packages nobody touches."""
    made = run(paper, PYTHON, "-m", "venv", ".venv")
    assert made.returncode == 0, made.stderr
    own = run(paper, ".venv/bin/python", "-c", SITE).stdout.strip()
    here = run(paper, sys.executable, "-c", SITE).stdout.strip()
    requirement = "".join((paper / "requirements.txt").read_text("utf-8").splitlines(True)[1:3])
    (paper / "own.txt").write_text(requirement, "utf-8")
    pip = (".venv/bin/python", "-m", "pip", "install", "-q", "--no-index", "--no-deps")
    installed = run(paper, *pip, "--require-hashes", "--no-compile", "-r", "own.txt")
    assert installed.returncode == 0, installed.stderr
    (Path(own) / "tests.pth").write_text(here, "utf-8")  # what else it needs, behind its own
    where = run(paper, ".venv/bin/python", "-c", "import banxin; print(banxin.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(paper)
    built = run(paper, ".venv/bin/banxin", "build", "--publish", "--no-search")
    assert built.returncode == 0, built.stderr
    assert "小城报" in (paper / "output/index.html").read_text("utf-8")


def test_a_wheel_that_was_changed_is_not_installed(paper: Path) -> None:
    wheel = next((paper / "vendor").iterdir())
    wheel.write_bytes(wheel.read_bytes() + b"x")
    requirement = "".join((paper / "requirements.txt").read_text("utf-8").splitlines(True)[1:3])
    (paper / "requirements.txt").write_text(requirement, "utf-8")
    said = run(paper, PYTHON, "tools/paper.py", "setup", PIP_NO_INDEX="1")
    assert said.returncode == 1
    assert "vendor/ 里的文件或者下载的包被改过" in said.stdout
    assert not (paper / ".venv/installed").exists()


class Installing:
    """Stands in for what makes an environment and installs into it; ``fails``: pip does."""

    def __init__(self) -> None:
        self.times, self.fails = 0, False

    def __call__(
        self, command: list[str | Path], **how: object
    ) -> subprocess.CompletedProcess[str]:
        if "venv" in command:
            Path(command[-1]).mkdir()
            return subprocess.CompletedProcess(command, 0, "", "")
        self.times += 1
        (tool.VENV / f"installation-{self.times}").touch()
        return subprocess.CompletedProcess(command, int(self.fails), "", "Connection refused")


@pytest.fixture
def installing(paper: Path, monkeypatch: pytest.MonkeyPatch) -> Installing:
    found = Installing()
    for name, value in (
        *(("VENV", ".venv"), ("INSTALLED", ".venv/installed"), ("BEFORE", ".venv-before")),
        ("REQUIREMENTS", "requirements.txt"),
    ):
        monkeypatch.setattr(tool, name, paper / value)
    monkeypatch.setattr(tool, "has_banxin", lambda: True)
    monkeypatch.setattr(subprocess, "run", found)
    return found


def require_more(paper: Path) -> None:
    with (paper / "requirements.txt").open("a") as file:
        file.write("# newer\n")


def test_it_is_set_up_again_only_when_the_requirements_change(
    paper: Path, installing: Installing
) -> None:
    tool.set_up()
    tool.set_up()
    assert installing.times == 1
    require_more(paper)
    tool.set_up()
    assert installing.times == 2
    assert not (paper / ".venv-before").exists()


def test_what_worked_goes_on_working_if_the_next_one_cannot_be_installed(
    paper: Path, installing: Installing, capsys: pytest.CaptureFixture[str]
) -> None:
    tool.set_up()
    require_more(paper)
    installing.fails = True
    tool.set_up()
    assert "先用原来装好的那一份" in capsys.readouterr().out
    assert [f.name for f in (paper / ".venv").iterdir() if f.name != "installed"] == [
        "installation-1"
    ]
    assert not (paper / ".venv-before").exists()
    installing.fails = False
    tool.set_up()
    assert (paper / ".venv/installation-3").exists()


def test_what_is_in_use_is_not_replaced(
    paper: Path,
    installing: Installing,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Windows moves no folder in which a program runs."""
    tool.set_up()
    require_more(paper)

    def rename(self: Path, target: Path) -> None:
        raise PermissionError(self)

    monkeypatch.setattr(Path, "rename", rename)
    tool.set_up()
    assert "关掉以后再运行一次" in capsys.readouterr().out
    assert (paper / ".venv/installation-1").exists()


def test_one_who_stops_the_installation_has_what_was_there_before(
    paper: Path, installing: Installing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped() -> None:
        tool.VENV.mkdir()
        raise KeyboardInterrupt

    install = tool.install
    monkeypatch.setattr(tool, "install", stopped)
    assert tool.main(["setup"]) == 130
    shutil.rmtree(paper / ".venv")
    monkeypatch.setattr(tool, "install", install)
    assert tool.main(["setup"]) == 0
    require_more(paper)
    monkeypatch.setattr(tool, "install", stopped)
    assert tool.main(["setup"]) == 130
    assert (paper / ".venv/installation-1").exists()


def test_a_first_installation_that_fails_says_why_and_leaves_nothing_that_seems_to_work(
    paper: Path, installing: Installing, capsys: pytest.CaptureFixture[str]
) -> None:
    installing.fails = True
    assert tool.main(["preview"]) == 1
    said = capsys.readouterr().out
    assert said.index("Connection refused") < said.index("版心没有装成")
    assert not (paper / ".venv/installed").exists()


def test_a_python_that_makes_no_environments_says_what_is_missing(
    paper: Path,
    installing: Installing,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(command: list[str], **how: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "Error:\nNo module named ensurepip\n", "")

    monkeypatch.setattr(subprocess, "run", refused)
    assert tool.main(["setup"]) == 1
    said = capsys.readouterr().out
    assert "建不了虚拟环境（No module named ensurepip）" in said
    assert "apt install python3-venv" in said


@pytest.mark.parametrize("name", ["banxin", "banxin.exe"])
def test_an_environment_without_the_program_is_made_anew(
    paper: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(tool, "BIN", paper / ".venv/bin")
    assert not tool.has_banxin()
    (paper / ".venv/bin").mkdir(parents=True)
    (paper / ".venv/bin" / name).touch()
    assert tool.has_banxin()
