"""The tool of a new paper, run as an editor does, with a git that knows nobody else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from banxin.scaffold.files.tools import paper as tool

NAMES = {"GIT_AUTHOR_NAME": "张三", "GIT_COMMITTER_NAME": "张三"}
EMAILS = {"GIT_AUTHOR_EMAIL": "z@example.org", "GIT_COMMITTER_EMAIL": "z@example.org"}
GIT = {
    **NAMES,
    **EMAILS,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
}


def run(folder: Path, *command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **GIT, "LANG": "C.UTF-8", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *words: str) -> str:
    ran = run(folder, "git", *words)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def published(capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capfd.readouterr()
    code = tool.main(["publish"])
    captured = capfd.readouterr()
    return code, captured.out + captured.err


STORY = "content/about.md"


def write(folder: Path, text: str) -> None:
    (folder / STORY).write_text(f"---\ntitle: 关于\n---\n{text}\n", "utf-8")
