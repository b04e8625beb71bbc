"""A newspaper in a temporary folder, small enough to be read in a test."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from banxin.pipeline.build import Report, build
from banxin.pipeline.output.staged_files import MARKER
from banxin.pipeline.program_digest import Program
from banxin.pipeline.project import Options, Project
from tests.support.paths import PAPERS

THEME = PAPERS / "plain"


class Paper:
    """Writes content and a plain theme of its own below ``root``, and builds them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.theme = root / "themes" / "plain"
        shutil.copytree(THEME, self.theme)
        self.write(
            "paper.yml",
            "name: 江城晨报\ntheme: plain\nbase_url: https://example.org/\n"
            "sections:\n  yaowen: 要闻\n  fukan: 副刊\n  s1: 第一\n  s2: 第二\n  s3: 第三\n",
        )

    def write(self, path: str, text: str) -> Path:
        """Write ``text`` to content/``path``."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def issue(self, day: str, *bodies: str, number: int = 0) -> None:
        """An issue of one page with an article for each of ``bodies``."""
        lines = f"number: {number}\n" if number else ""
        self.write(f"{folder(day)}/issue.md", f"---\n{lines}pages:\n  - name: 要闻\n---\n")
        for n, body in enumerate(bodies, 1):
            self.article(day, n, body)

    def article(self, day: str, number: int, body: str, **fields: str) -> Path:
        known = {"title": f"{day} 第{number}篇", "section": "要闻", "byline": "记者 林一"}
        lines = "".join(f"{key}: {value}\n" for key, value in (known | fields).items())
        return self.write(f"{folder(day)}/01-{number:02}-story.md", f"---\n{lines}---\n{body}\n")

    def options(self, where: str = "output", /, **asked: object) -> Options:
        """Edits at random mustn't be held up by what they leave: see test_addresses.py for that."""
        return replace(Options(self.root / where, search=False, addresses="free"), **asked)

    def build(
        self, where: str = "output", /, *, program: Program | None = None, **asked: Any
    ) -> Report:
        return build(Project(self.root), self.options(where, **asked), program=program)

    def drawn(self, where: str = "output") -> set[str]:
        return set(self.build(where).drawn)

    def tree(self, where: str = "output") -> dict[str, bytes]:
        """Every file of the site with its bytes."""
        base = self.root / where
        return {
            p.relative_to(base).as_posix(): p.read_bytes()
            for p in sorted(base.rglob("*"))
            if p.is_file()
        }

    def size(self) -> int:
        """Bytes of the site; our own mark, which is hidden, isn't part of it."""
        return sum(len(data) for path, data in self.tree().items() if path != MARKER)


def folder(day: str) -> str:
    return f"issues/{day[:4]}/{day}"
