"""Every doubt and every refusal has a text, and every text is of one."""

from __future__ import annotations

import ast
from pathlib import Path

import banxin.cli.imports
import banxin.importers
from banxin.problems.texts.sentences import sentences

SOURCES = sorted(
    file
    for module in (banxin.importers.__file__, banxin.cli.imports.__file__)
    for file in Path(module or "").parent.rglob("*.py")
)


def literals() -> set[str]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES)
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def calls(name: str) -> set[str]:
    """The first arguments of all calls of a function, where they are written out."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES)
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    found = (n.args[0] for n in nodes if isinstance(n.func, ast.Name) and n.func.id == name)
    return {str(one.value) for one in found if isinstance(one, ast.Constant)}


def keys(kind: str) -> set[str]:
    return {k.removeprefix(kind) for k in sentences("importing") if k.startswith(kind)}


def test_every_doubt_and_every_refusal_has_a_text() -> None:
    assert len(calls("doubt")) > 10
    assert calls("doubt") - keys("doubt.") == set()
    assert calls("Refused") - keys("refused.") == set()


def test_every_text_is_of_a_doubt_or_a_refusal() -> None:
    assert keys("doubt.") - literals() == set()
    assert keys("refused.") - literals() == set()
