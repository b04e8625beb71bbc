"""Which of the stories that are to be imported the paper has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from banxin.cli import issues
from banxin.content.fields.article import ArticleKeys
from banxin.content.frontmatter import Document, Text
from banxin.content.reading.standing_page import open_document
from banxin.importers.known import (
    OTHER_ISSUE,
    SAME_ISSUE,
    Fingerprint,
    Known,
    fingerprint,
    of_story,
)
from banxin.importers.planning import Wanted
from banxin.pipeline.project import Project
from banxin.problems import Problems

_NEAREST = 120  # issues: what is sent once more comes within weeks


def already(project: Project, key: str, wanted: Sequence[Wanted]) -> dict[int, Known]:
    """Of each story that is known where it is, by its number among ``wanted``: in the issue, in one
    of those around it, or before it among ``wanted``."""
    mine = [of_story(one.story) for one in wanted]
    found: dict[int, Known] = {}
    holders = _by_sentence(mine)
    for place, least in _places(project, key):
        for where, known, title in _articles(project, place):
            for n in {n for sentence in known.sentences for n in holders.get(sentence, ())}:
                if n not in found and mine[n].share(known) >= least:
                    found[n] = Known(where, title)
    for n, one in enumerate(mine):
        earlier = sorted({m for s in one.sentences for m in holders[s] if m < n})
        same = next((m for m in earlier if one.share(mine[m]) >= OTHER_ISSUE), None)
        if same is not None and n not in found:
            found[n] = Known(wanted[same].story.source, wanted[same].story.title)
    return found


def _by_sentence(prints: Sequence[Fingerprint]) -> defaultdict[str, list[int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(prints):
        for sentence in one.sentences:
            holders[sentence].append(n)
    return holders


def _places(project: Project, key: str) -> Iterator[tuple[str, float]]:
    """The issue and those around it, with how much of a story has to be there."""
    day = issues.day(key)
    near = sorted(issues.keys(project), key=lambda one: abs((issues.day(one) - day).days))
    for other in near[:_NEAREST]:
        yield issues.folder(other), SAME_ISSUE if other == key else OTHER_ISSUE


def _articles(project: Project, place: str) -> Iterator[tuple[str, Fingerprint, str]]:
    """Those that can be read: what is wrong with the others is said when they are checked."""
    for file in sorted((project.root / place).glob("*.md")):
        if file.name == "issue.md":
            continue
        where = f"{place}/{file.name}"
        document = open_document(project.root, where, Problems())
        if document is not None:
            title = _title(document)
            yield where, fingerprint(document.body.strip() or title), title


def _title(document: Document) -> str:
    found = (p.value for p in document.fields.pairs if ArticleKeys.TITLE.means(p.key.value))
    return next((value.value for value in found if isinstance(value, Text)), "")
