"""Documents in an issue's folder that no text links to: probably articles, which nothing reads."""

from __future__ import annotations

import re
from pathlib import Path

from banxin.content.reading.article import numbers
from banxin.content.reading.file_names import is_text
from banxin.model import Issue
from banxin.problems import Place, Problems

# pictures and PDFs aren't among them: pages and articles name those in fields
_DOCUMENT = re.compile(
    r"[.。](?:docx?|wps|rtf|odt|xlsx?|et|csv|pptx?|dps|zip|rar|7z)\s*$", re.IGNORECASE
)
_TEXT = re.compile(r"[.。](?:txt|text|markdown)\s*$", re.IGNORECASE)


def check_linked(root: Path, issue: Issue, files: tuple[str, ...], problems: Problems) -> None:
    """Warn of documents that nothing links to. Says nothing while an article can't be read,
    which may be the one that does."""
    if len(issue.articles) < sum(numbers(name) is not None for name in files):
        return
    bodies = (issue.introduction, *(article.body for article in issue.articles))
    linked = {ref.target for body in bodies for ref in body.refs if ref.kind == "file"}
    for name in files:
        file = f"{issue.folder}/{name}"
        if file not in linked and not is_text(name) and _is_document(root / file):
            problems.warn(Place(file), "document-unused", name=name)


def _is_document(file: Path) -> bool:
    """Whether it may be an article. A text file is one only if it has fields: not notes.txt."""
    return bool(_DOCUMENT.search(file.name) or (_TEXT.search(file.name) and _has_fields(file)))


def _has_fields(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"---")
    except OSError:  # gone, or not ours to read: nothing says that it is an article
        return False
