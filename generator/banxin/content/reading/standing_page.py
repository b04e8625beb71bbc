"""A standing page: content/about.md and its like."""

from __future__ import annotations

import os
from pathlib import Path

from banxin.content.fields import VOCABULARY
from banxin.content.fields.addresses import is_key
from banxin.content.fields.issue import STANDING, StandingKeys
from banxin.content.fields.record import record
from banxin.content.frontmatter import NOTHING, Document, Held, read_text, split
from banxin.content.links import Beside
from banxin.content.markdown.reader import Origin, render
from banxin.content.reading.file_names import is_numbered
from banxin.content.scan import leads_out
from banxin.model import Paper, Standing
from banxin.problems import Place, Problems
from banxin.problems.file_names import is_utf8


def read_standing(root: Path, file: str, paper: Paper, problems: Problems) -> Standing | None:
    """The standing page ``file``, content/about.md; None after reporting.

    It may point at files that lie directly in content/.
    """
    folder, _, name = file.rpartition("/")
    key = name.removesuffix(".md")
    if is_numbered(name):
        problems.add(Place(file), "stray-file")  # an article, one folder too high
        return None
    if not is_key(key):
        problems.add(Place(file), "standing-name", name=name)
        return None
    if leads_out(root, file):
        problems.add(Place(file), "symlink-outside")
        return None
    document = open_document(root, file, problems)
    if document is None:
        return None
    fields = record(file, document.fields, STANDING, problems)
    title = fields.get(StandingKeys.TITLE) or ""
    if not title and fields.is_empty(StandingKeys.TITLE):
        problems.add(Place(file, 1), "title-missing")
    beside = Beside(root, folder, _files(root / folder), problems)
    origin = Origin(file, document.body_line, key, beside, paper.joins_lines)
    body = render(document.body, origin, problems)
    return Standing(file, key, title, body, fields.get(StandingKeys.ORDER) or 0)


def open_document(
    root: Path, file: str, problems: Problems, held: Held = NOTHING
) -> Document | None:
    text = read_text(root, file, problems, held)
    return None if text is None else split(file, text, problems, VOCABULARY)


def _files(folder: Path) -> frozenset[str]:
    with os.scandir(folder) as entries:
        return frozenset(e.name for e in entries if e.is_file() and is_utf8(e.name))
