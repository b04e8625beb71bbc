"""How many fields of the county papers' manuscripts an import gets right, and what it marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from banxin.importers import formats
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, Text
from tests.support.manuscripts.county_files import Answer, CountyFile
from tests.support.manuscripts.scoring import MARKABLE, Score, people


def score_county(files: Iterable[CountyFile], folder: Path) -> Score:
    total = Score()
    for file in files:
        path = folder / file.name
        path.write_bytes(file.data())
        with formats.opened(path) as (manuscript, _):
            found = stories(manuscript)
        total.add("stories", len(file.answers), len(found), file.name)
        for n, answer in enumerate(file.answers):
            compare(total, answer, found[n] if n < len(found) else Story(""), file.name)
    return total


def compare(total: Score, answer: Answer, found: Story, where: str) -> None:
    said = answer.fields
    body = [(b.paragraph.said, b.subhead) for b in found.body if isinstance(b, Text)]
    while body and body[-1][0] in answer.after:
        body.pop()
    title = "".join(said.get("title", []))
    made = title == "?" and "title" in found.guessed
    pairs: tuple[tuple[str, object, object], ...] = (
        ("title", title, title if made else found.title.replace("|", "")),
        ("kicker", tuple(said.get("kicker", ())), found.kicker),
        ("subtitle", tuple(said.get("subtitle", ())), found.subtitle),
        ("column", "".join(said.get("column", ())), found.column),
        ("byline", people(" ".join(said.get("byline", ()))), people(found.byline)),
        ("dateline", "".join(said.get("dateline", ())), found.dateline),
        ("source", "".join(said.get("source", ())), found.credited),
        ("signoff", tuple(said.get("signoff", ())), found.signoff),
        ("date", "".join(said.get("date", ())), found.signoff_date),
        ("caption", said.get("caption", []), [p.caption for p in found.pictures if p.caption]),
        ("credit", list(map(people, said.get("credit", []))),
         [people(p.credit) for p in found.pictures if p.credit]),
        ("page", "".join(said.get("page", ())), found.page),
        ("rank", "".join(said.get("rank", ())), found.rank),
        ("body", [text for text, _ in answer.body], [text for text, _ in body]),
        ("subheads", [t for t, sub in answer.body if sub], [t for t, sub in body if sub]),
    )  # fmt: skip
    for name, wanted, got in pairs:
        total.add(name, wanted, got, where, marked=MARKABLE.get(name, "") in found.guessed)
