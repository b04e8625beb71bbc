"""A Markdown file: front matter between two lines of ``---``, then the body."""

from __future__ import annotations

import frontmatter
import msgspec
from frontmatter.default_handlers import BaseHandler

from banxin.content.frontmatter import fences
from banxin.content.frontmatter.characters import invisible_at_start, name_of
from banxin.content.frontmatter.nodes import List, Map, Pair, Text, parse
from banxin.content.frontmatter.unchecked import printed, unchecked
from banxin.content.frontmatter.vocabulary import NO_WORDS, Vocabulary
from banxin.problems import Place, Problems

LONGEST = 50_000  # characters of fields: a hundred pictures with captions take half of that


class Document(msgspec.Struct, frozen=True):
    """``body`` begins on line ``body_line`` of the file; blank lines at its end are gone."""

    fields: Map
    body: str
    body_line: int


def split(
    file: str, text: str, problems: Problems, vocabulary: Vocabulary = NO_WORDS
) -> Document | None:
    """The document in ``text`` (line ends ``\\n``), or None after reporting why it is none."""
    text = _without_marks(file, text, problems)
    blank = len(text) - len(text.lstrip())  # the library strips the text before it splits it
    handler = _Handler(file, problems, text.count("\n", 0, blank) + 1, vocabulary)
    metadata, _ = frontmatter.parse(text, handler=handler)
    if handler.failed:
        return None
    pairs = tuple(pair for pair in metadata.values() if isinstance(pair, Pair))
    # the body is taken from the handler: the library strips it, and columns would be wrong
    return Document(Map(pairs, handler.first_line, 1), handler.body, handler.body_line)


def _without_marks(file: str, text: str, problems: Problems) -> str:
    """A file may begin with a byte order mark too many, and with others that can't be seen."""
    marks = invisible_at_start(text)
    if marks:
        place = Place(file, 1, 1)
        problems.warn(place, "invisible-character", character=name_of(text[0]), shown="---")
    return text[marks:]


class _Handler(BaseHandler):
    """Reads more than the library's own handler, and passes over nothing; one for each file.

    Reports a missing or unclosed fence, and hands out each field as a Pair of nodes that know
    their place. ``failed`` tells that something was reported as an error.
    """

    FM_BOUNDARY = fences.OPENING
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(
        self, file: str, problems: Problems, first_line: int, vocabulary: Vocabulary
    ) -> None:
        super().__init__()
        self.file = file
        self.problems = problems
        self.first_line = first_line
        self.vocabulary = vocabulary
        self.body = ""
        self.body_line = 0
        self.failed = False

    def split(self, text: str) -> tuple[str, str]:
        """Raises ValueError after reporting: to the library, text without front matter."""
        opening = fences.opening(text)
        if not opening:
            bare = "issue-without-fields" if self.file.endswith("/issue.md") else "no-front-matter"
            raise self.failure(text, bare)
        closing = fences.closing(text, opening.end)
        if not closing:
            raise self.failure(text, "unclosed-front-matter")
        self.remind(text, opening)
        self.remind(text, closing)
        self.body = text[closing.end + 1 :]
        self.body_line = self.line_of(text, closing.end) + 1
        return text[opening.end + 1 : closing.start], self.body

    def load(self, fm: str) -> dict[str, object]:
        if self.conflicts(fm, self.first_line + 1):
            return {}
        if len(fm) > LONGEST:
            self.failed = True
            place = Place(self.file, self.first_line)
            self.problems.add(place, "fields-too-long", length=len(fm), most=LONGEST)
            return {}
        node = parse(
            self.file, fm, self.problems, line=self.first_line + 1, vocabulary=self.vocabulary
        )
        self.remind_of_guesses(fm)
        if isinstance(node, Map):
            return {pair.key.value: pair for pair in node.pairs}
        if node is not None:
            self.no_fields(node)
        self.failed = True
        return {}

    def line_of(self, text: str, at: int) -> int:
        return self.first_line + text.count("\n", 0, at)

    def remind(self, text: str, fence: fences.Fence) -> None:
        """Say that a fence isn't one of plain hyphens."""
        if not fence.is_sound:
            place = Place(self.file, self.line_of(text, fence.start), 1)
            self.problems.warn(place, "odd-fence", text=fence.typed)

    def remind_of_guesses(self, fm: str) -> None:
        """One reminder a file: twenty imported articles would drown all others."""
        found = list(unchecked(fm, self.first_line + 1))
        if found:
            said = "；".join(text for _, text in found)
            place = Place(self.file, found[0][0])
            self.problems.warn(place, "guess-unchecked", count=len(found), said=said)
        for line, column, text in printed(fm, self.first_line + 1):
            self.problems.warn(Place(self.file, line, column), "guess-printed", text=text)

    def conflicts(self, text: str, first: int) -> bool:
        """Report what a merge left behind; what follows from it isn't looked at."""
        found = None
        for found in fences.CONFLICT.finditer(text):
            if found[0].startswith("<"):
                break
        if found is None:
            return False
        self.failed = True
        place = Place(self.file, first + text.count("\n", 0, found.start()), 1)
        self.problems.add(place, "merge-conflict", text=found[0])
        return True

    def no_fields(self, node: Text | List) -> None:
        """The front matter is a list, or a text: perhaps it is the article's."""
        if isinstance(node, List):
            self.problems.add(Place(self.file, self.first_line + 1), "no-fields")
        else:
            place = Place(self.file, node.line, node.column)
            self.problems.add(place, "not-a-field", text=node.value.split("\n")[0])

    def failure(self, text: str, code: str) -> ValueError:
        if not self.conflicts(text, self.first_line):
            self.failed = True
            self.problems.add(Place(self.file, self.first_line), code)
        return ValueError(code)
