"""The documents tell the truth: their field tables, their commands, their links."""

from __future__ import annotations

import re

import click
import pytest

from banxin.cli.command_tree import tree
from banxin.cli.commands.fields import markdown
from banxin.content.fields import fields_table
from banxin.problems.texts import Language, Words
from tests.support.paths import ROOT
from tools import field_docs
from tools.field_docs import FILES

DOCUMENTS = (
    "README.md",
    "README.en.md",
    "CONTRIBUTING.md",
    "docs/editors.md",
    "docs/fields.md",
    "generator/banxin/scaffold/files/README.md",
)


OF_A_PAPER = ("preview", "publish", "setup")  # of tools/paper.py, which passes on all others


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", FILES)
def test_the_tables_of_fields_are_those_of_the_rows(language: Language) -> None:
    """To mend it: python -m tools.field_docs."""
    assert text(f"docs/{FILES[language]}") == field_docs.text(language)


def test_the_field_table_has_every_field_and_alias() -> None:
    table = markdown(Words("zh"))
    for row in fields_table():
        assert f"| `{row.key}` | {' '.join(row.aliases)} |" in table


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_the_documents_show_exists(document: str) -> None:
    shown = re.findall(r"(?:^|`|\(|/)(banxin(?: [^`\n|）)]*)?)", text(document), re.MULTILINE)
    commands = [line.split("  ")[0].split(" #")[0].strip() for line in shown]
    assert commands
    for line in commands:
        _, *words = line.split()
        command: click.Command = tree(Words("zh"))
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            if words[0] in OF_A_PAPER:
                words = []
                break
            assert words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        known = {opt for p in command.get_params(click.Context(command)) for opt in p.opts}
        assert {w.split("=")[0] for w in words if w.startswith("-")} <= known, line


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "README.en.md",
        "CONTRIBUTING.md",
        "docs/editors.md",
        "docs/publishing.md",
        "docs/fields.md",
        "docs/plugins.md",
        "docs/architecture.md",
    ],
)
def test_every_file_the_documents_link_to_exists(document: str) -> None:
    here = (ROOT / document).parent
    links = re.findall(r"\]\((?!https?://)([^)#]+)", re.sub(r"`[^`\n]*`", "", text(document)))
    assert [link for link in links if not (here / link).exists()] == []


def test_the_glossary_has_every_term_once() -> None:
    glossary = text("docs/glossary.md").split("## 报纸")[1].split("\n## ")[0]
    terms = re.findall(r"^\| ([^|]+) \| ([a-z, -]+) \|", glossary, re.MULTILINE)
    names = [name for _, english in terms for name in english.split(", ")]
    for name in ("issue", "page", "article", "section", "column", "kicker", "title", "subtitle"):
        assert names.count(name) == 1
    for name in ("byline", "dateline", "masthead", "ear", "folio line", "sign-off", "hot area"):
        assert names.count(name) == 1


def test_the_readme_names_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", text("README.md") + text("CONTRIBUTING.md")))
    assert {"site", "test"} <= named <= targets
