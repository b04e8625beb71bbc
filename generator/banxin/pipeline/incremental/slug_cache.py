"""Keys of names that an issue had when it was last read: correcting it needs no dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banxin.content import reading
from banxin.model import Paper
from banxin.model.archive import Summary
from banxin.pipeline.incremental.file_state import parse_key
from banxin.pipeline.incremental.store import SourceStore


def known_slugs(
    folders: Iterable[str], vocabulary: Paper, reading_digest: str, sources: SourceStore
) -> reading.Slugs:
    """Keys of the names in these issues, as far as the same program gave them.

    ``reading_digest``: of the program and the vocabulary.
    """
    terms, people = (
        (*vocabulary.sections, *vocabulary.columns, *vocabulary.topics),
        vocabulary.people,
    )
    given = {t.name for t in terms} | {p.name for p in people}  # with keys that an editor chose
    slugs: dict[str, str] = {}
    for folder in folders:
        states, parsed, row = sources.folder(folder)
        if row and parsed == parse_key(reading_digest, folder, states):
            found = (term for one in sources.summaries(row.listing) for term in _terms(one))
            slugs |= {name: key for key, name in found if name and name not in given}
    return reading.Slugs(slugs)


def _terms(summary: Summary) -> Iterator[tuple[str, str]]:
    yield summary.section
    if summary.column:
        yield summary.column
    yield from summary.topics
    for key, name in (*((one.key, one.name) for one in summary.signed), *summary.people):
        if "（" not in name:  # 王芳（石室） is 王芳#石室 to whoever asks
            yield key, name
