"""How many fields of known stories an import gets right."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from banxin.content.bylines import credits
from banxin.importers import formats
from banxin.importers.stories.reader import stories as read_stories
from banxin.importers.stories.story import Story, Text
from tests.support.manuscripts import awkward, by_hand, by_python_docx, contributors
from tests.support.manuscripts.laid_out import Typed, typed
from tests.support.manuscripts.stories import Truth, story

Producer = Callable[[Sequence[Sequence[Typed]], random.Random], bytes]
STYLED: tuple[Producer, ...] = (by_python_docx.styled, by_python_docx.by_word)
BY_LOOKS: tuple[Producer, ...] = (by_python_docx.by_looks, by_hand.by_word, by_hand.by_wps)
ODD: tuple[Producer, ...] = (awkward.by_taste, awkward.plain)
SENT: tuple[Producer, ...] = (contributors.with_joined_heads, contributors.on_a_sheet)
FORMS: tuple[Producer, ...] = (contributors.on_forms,)
MARKABLE = {  # by the mark that stands for it
    **{name: name for name in ("title", "kicker", "subtitle", "column", "byline")},
    "dateline": "dateline",
    "source": "source",
    "signoff": "signoff",
    "date": "signoff",
}
_TYPED: dict[Producer, Callable[[Truth, random.Random], list[Typed]]] = {
    **dict.fromkeys(ODD, awkward.typed),
    **dict.fromkeys((*SENT, *FORMS), contributors.typed),
}


@dataclass(slots=True)
class Score:
    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    marks: Counter[tuple[bool, bool]] = field(default_factory=Counter)  # marked, wrong

    @property
    def share(self) -> float:
        return sum(self.right.values()) / max(1, sum(self.all.values()))

    def add(
        self, name: str, wanted: object, found: object, where: str, *, marked: bool = False
    ) -> None:
        if not wanted and not found:
            return
        self.all[name] += 1
        if name in MARKABLE:
            self.marks[marked, wanted != found] += 1
        if wanted == found:
            self.right[name] += 1
        else:
            self.wrong.append(f"{where} {name}: {wanted!r} / {found!r}")


def score(producers: Sequence[Producer], files: int, seed: int) -> Score:
    """``files`` documents of one to four stories each, by each producer in turn."""
    total = Score()
    with tempfile.TemporaryDirectory() as folder:
        for n in range(files):
            random_ = random.Random(f"{seed}-{n}")
            truths = [story(random_) for _ in range(random_.choice((1, 1, 1, 2, 3, 4)))]
            producer = producers[n % len(producers)]
            truths = truths[:1] if producer in FORMS else truths
            type_ = _TYPED.get(producer, typed)
            data = producer([type_(t, random_) for t in truths], random_)
            path = Path(folder, f"{n}.docx")
            path.write_bytes(data)
            compare_file(total, truths, path, f"{producer.__name__} {seed}-{n}")
    return total


def compare_file(total: Score, truths: Sequence[Truth], path: Path, where: str) -> None:
    with formats.opened(path) as (manuscript, _):
        found = read_stories(manuscript)
    total.add("stories", len(truths), len(found), where)
    for n, truth in enumerate(truths):
        compare(total, truth, found[n] if n < len(found) else Story(""), where)


def compare(total: Score, truth: Truth, found: Story, where: str) -> None:
    pictures = found.pictures[:1]
    texts = [(b.paragraph.said, b.subhead) for b in found.body if isinstance(b, Text)]
    pairs: tuple[tuple[str, object, object], ...] = (
        ("title", truth.title, found.title.replace("|", "")),
        ("kicker", tuple(truth.kicker), found.kicker),
        ("subtitle", tuple(truth.subtitle), found.subtitle),
        ("column", truth.column, found.column),
        ("byline", people(truth.byline), people(found.byline)),
        ("dateline", truth.dateline, found.dateline),
        ("source", truth.source, found.credited),
        ("signoff", tuple(truth.signoff), found.signoff),
        ("date", truth.date, found.signoff_date),
        ("caption", truth.caption, pictures[0].caption if pictures else ""),
        ("credit", people(truth.credit), people(pictures[0].credit) if pictures else ()),
        ("body", [text for text, _ in truth.body], [text for text, _ in texts]),
        ("subheads", [t for t, sub in truth.body if sub], [t for t, sub in texts if sub]),
    )
    for name, wanted, got in pairs:
        total.add(name, wanted, got, where, marked=MARKABLE.get(name, "") in found.guessed)


def people(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((c.role, c.name) for c in credits(text)) if text else ()
