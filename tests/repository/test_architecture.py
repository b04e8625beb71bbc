"""The description of the architecture names what is there."""

from __future__ import annotations

import re

from tests.support.paths import ROOT

TEXT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def test_every_file_it_names_exists() -> None:
    named = set(re.findall(r"`((?:generator|tests|themes|tools)/[\w./-]+)`", TEXT))
    assert len(named) > 15
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_document_names_files_that_exist() -> None:
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    named = {
        (document.name, path)
        for document in documents
        if document.name != "CHANGELOG.md"
        for path in re.findall(
            r"`((?:generator|tests|tools)/[\w./-]+)`", document.read_text("utf-8")
        )
    }
    assert [(name, path) for name, path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_row_it_shows_is_in_the_program() -> None:
    """As it stands there, line breaks and indentation aside."""
    sources = "".join(f.read_text("utf-8") for f in (ROOT / "generator").rglob("*.py"))
    shown = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert shown
    for code in shown:
        assert _plain(code) in _plain(sources)


def test_every_name_it_gives_to_a_list_is_one() -> None:
    for name, file in (
        ("PARTS", "content/reading/article.py"),
        ("OF_ISSUE", "site/machine_files.py"),
        ("CHECKS", "checks/audit.py"),
        ("tree", "cli/command_tree.py"),
    ):
        assert f"`{name}`" in TEXT
        assert re.search(rf"\b{name}\b", (ROOT / "generator/banxin" / file).read_text("utf-8"))


def _plain(code: str) -> str:
    return re.sub(r"\s+|,(?=\s*\))", "", code)
