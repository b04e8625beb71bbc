"""A paper that manuscripts are imported into, and manuscripts that lie beside it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.manuscripts import by_python_docx
from tests.support.manuscripts.laid_out import Typed
from tests.support.terminal import Terminal, write

FOLDER = "content/issues/2022/2022-04-01"
ISSUE = "---\nnumber: 3547\npages: [{name: 要闻}, {name: 综合}]\n---\n"
NEWS = (
    Typed("title", "江城县春耕备耕有序推进"),
    Typed("body", "本报讯（记者 沈微）3月31日，县里召开春耕备耕现场会。会议听取了各乡镇的汇报。"),
    Typed("body", "会议指出，要把种子、化肥备足备好，确保不误农时。"),
)


def importing_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A paper whose only issue is that of 2022-04-01, with two pages; manuscripts lie beside."""
    root = tmp_path / "paper"
    write(root, "content/paper.yml", "name: 江城日报\nbase_url: https://example.org/\n")
    write(root, f"{FOLDER}/issue.md", ISSUE)
    return Terminal(root, capsys)


def manuscript(paper: Terminal, name: str = "春耕.docx", *stories: object) -> Path:
    file = paper.folder.parent / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(by_python_docx.styled(stories or [NEWS], random.Random(1)))  # type: ignore[arg-type]
    return file


def read(paper: Terminal, path: str) -> str:
    return (paper.folder / path).read_text(encoding="utf-8")
