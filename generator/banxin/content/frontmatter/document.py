"""A Markdown file: front matter between two lines of ``---``, then the body."""

from __future__ import annotations

import re

import frontmatter
import msgspec
from frontmatter.default_handlers import BaseHandler

from banxin.content.frontmatter import faults
from banxin.content.frontmatter.nodes import Map, Pair, parse
from banxin.problems import Place, Problems

_FENCE = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)


class Document(msgspec.Struct, frozen=True):
    """``body`` begins on line ``body_line`` of the file; blank lines at its end are gone."""

    fields: Map
    body: str
    body_line: int


def split(file: str, text: str, problems: Problems) -> Document | None:
    """The document in ``text`` (line ends ``\\n``), or None after reporting why it is none."""
    blank = len(text) - len(text.lstrip())  # the library strips the text before it splits it
    handler = _Handler(file, problems, text.count("\n", 0, blank) + 1)
    metadata, _ = frontmatter.parse(text, handler=handler)
    if handler.failed:
        return None
    pairs = tuple(pair for pair in metadata.values() if isinstance(pair, Pair))
    # the body is taken from the handler: the library strips it, and columns would be wrong
    return Document(Map(pairs, handler.first_line, 1), handler.body, handler.body_line)


class _Handler(BaseHandler):
    """Strict where the library's own handler is lenient; one for each file.

    Reports a missing or unclosed fence, and hands out each field as a Pair of nodes that know
    their place. ``failed`` tells that something was reported.
    """

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, file: str, problems: Problems, first_line: int) -> None:
        super().__init__()
        self.file = file
        self.problems = problems
        self.first_line = first_line
        self.body = ""
        self.body_line = 0
        self.failed = False

    def split(self, text: str) -> tuple[str, str]:
        """Raises ValueError after reporting: to the library, text without front matter."""
        opening = _FENCE.match(text)
        if not opening:
            raise self.failure("no-front-matter")
        closing = _FENCE.search(text, opening.end())
        if not closing:
            raise self.failure("unclosed-front-matter")
        self.body = text[closing.end() + 1 :]
        self.body_line = self.first_line + text.count("\n", 0, closing.end()) + 1
        return text[opening.end() + 1 : closing.start()], self.body

    def load(self, fm: str) -> dict[str, object]:
        node = parse(self.file, fm, self.problems, line=self.first_line + 1)
        if isinstance(node, Map):
            return {pair.key.value: pair for pair in node.pairs}
        if node is not None:
            self.no_fields(fm)
        self.failed = True
        return {}

    def no_fields(self, source: str) -> None:
        """The front matter is a text or a list: perhaps every colon in it is full-width."""
        fault = faults.cause(source.split("\n"))
        if fault is None:
            self.problems.add(Place(self.file, self.first_line + 1), "no-fields")
            return
        place = Place(self.file, self.first_line + 1 + fault.line, fault.column + 1)
        self.problems.add(place, fault.code, **dict(fault.details))

    def failure(self, code: str) -> ValueError:
        self.failed = True
        self.problems.add(Place(self.file, self.first_line), code)
        return ValueError(code)
