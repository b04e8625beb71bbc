"""A person at a terminal: runs ``banxin`` in a folder and reads what it says."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from banxin.cli import main

NOON = datetime(2022, 4, 2, 4, 0, tzinfo=UTC)  # 12:00 in Beijing


@dataclass(frozen=True, slots=True)
class Said:
    """What one command left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Terminal:
    folder: Path
    capture: pytest.CaptureFixture[str]
    now: datetime = NOON
    environ: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str) -> Said:
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            self.capture.readouterr()
            code = main(arguments, environ=self.environ, now=lambda: self.now)
        finally:
            os.chdir(before)
        captured = self.capture.readouterr()
        return Said(code, captured.out, captured.err)


def write(root: Path, path: str, text: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def tree(root: Path) -> dict[str, bytes]:
    """Every file under ``root`` with its content."""
    return {f.relative_to(root).as_posix(): f.read_bytes() for f in root.rglob("*") if f.is_file()}
