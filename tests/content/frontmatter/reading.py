"""What a front matter is read as, in plain values, and what is said about it."""

from __future__ import annotations

from banxin.content.fields import VOCABULARY
from banxin.content.frontmatter import Document, List, Map, Node, split
from banxin.problems import Problem, Problems
from banxin.problems.reports import as_dict


def plain(node: Node) -> object:
    """Nodes without their places: mappings, lists and texts."""
    if isinstance(node, Map):
        return {pair.key.value: plain(pair.value) for pair in node.pairs}
    return [plain(item) for item in node.items] if isinstance(node, List) else node.value


def opened(text: str) -> tuple[Document | None, list[Problem]]:
    """A whole file, read as an article is."""
    problems = Problems()
    document = split("a.md", text, problems, VOCABULARY)
    return document, list(problems)


def read(fields: str) -> object:
    """The fields between two sound fences; None if there are errors."""
    document, _ = opened(f"---\n{fields}\n---\n正文。\n")
    return plain(document.fields) if document else None


def said(fields: str) -> list[str]:
    """Severity, code and place of each problem, the first of the fields on line 2."""
    _, problems = opened(f"---\n{fields}\n---\n正文。\n")
    return [f"{p.severity} {p.code} {p.place.line}:{p.place.column}" for p in problems]


def advice(fields: str) -> list[str]:
    """What to do about each problem, in Chinese."""
    _, problems = opened(f"---\n{fields}\n---\n正文。\n")
    return [str(as_dict(problem)["todo"]) for problem in problems]
