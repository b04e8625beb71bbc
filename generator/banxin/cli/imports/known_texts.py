"""What is said of stories that are there already: where, what differs, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from banxin.importers.known import Known
from banxin.importers.planning import Wanted
from banxin.problems.texts import Words


def told(known: Known, words: Words) -> Iterator[str]:
    """Below the story's fields in the list."""
    yield words("importing.known", where=known.where, title=known.title)
    if known.change:
        key = "importing.known.sent-otherwise" if known.sent else "importing.known.otherwise"
        yield words(key, **_gaps(known, words))


def counted(known: Mapping[int, Known], words: Words) -> Iterator[str]:
    """Below the list."""
    if known:
        yield words("importing.known.total", n=len(known))
    if changed := _changed(known):
        yield words("importing.known.total.otherwise", n=changed)


def skipped(wanted: Sequence[Wanted], known: Mapping[int, Known], words: Words) -> Iterator[str]:
    """Of those that aren't written because they are there, the changed ones last."""
    for n, one in sorted(known.items(), key=lambda pair: (pair[1].change is not None, pair[0])):
        story = wanted[n].story
        key = "importing.known.skipped"
        if one.change and one.sent:
            key = "importing.known.skipped.sent-otherwise"
        elif one.change:
            key = "importing.known.skipped.otherwise"
        yield words(key, title=story.title, source=story.source, **_gaps(one, words))
    if known:
        changed = _changed(known)
        yield words("importing.known.skipped.total", same=len(known) - changed, changed=changed)
    if len(known) == len(wanted):
        yield words("importing.known.none")


def _changed(known: Mapping[int, Known]) -> int:
    return sum(one.change is not None for one in known.values())


def _gaps(known: Known, words: Words) -> dict[str, object]:
    gaps: dict[str, object] = {"where": known.where, "file": known.where.rpartition("/")[2]}
    if known.change:
        nothing = words("importing.known.nothing")
        gaps |= {"n": known.change.paragraphs}
        gaps |= {"before": quoted(known.change.before) or nothing}
        gaps |= {"after": quoted(known.change.after) or nothing}
    return gaps


def quoted(text: str) -> str:
    """Quotes within quotes."""
    return text.translate(str.maketrans("“”", "‘’"))
