"""Sections, columns, bylines, people and topics: which lists an article is in, and how many are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from banxin.model import Paper, Term
from banxin.model.archive import Summary, TermCount
from banxin.model.credits import listed_name
from banxin.site.context import SiteContext
from banxin.site.inputs import SitewideInput

KINDS = {"section": "版块", "column": "栏目", "by": "署名", "people": "人物", "topic": "专题"}
_SWITCHES = {"by": "bylines", "people": "people", "topic": "topics"}  # words of paper.yml


def kinds_of(paper: Paper) -> dict[str, str]:
    """The kinds of list that the paper wants, with their titles."""
    return {
        kind: title
        for kind, title in KINDS.items()
        if kind not in _SWITCHES or _SWITCHES[kind] in paper.lists
    }


def terms_of(summary: Summary) -> Iterator[tuple[str, str, str]]:
    """(kind, key, name) of every list an article belongs to."""
    if summary.withdrawn or not summary.listed:
        return
    yield "section", *summary.section
    if summary.column:
        yield "column", *summary.column
    for one in summary.signed:
        yield "by", one.key, one.name
    for person in summary.people:
        yield "people", *person
    for topic in summary.topics:
        yield "topic", *topic


def term_counts(articles: Iterable[Summary]) -> tuple[TermCount, ...]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    names: dict[tuple[str, str], str] = {}
    works: dict[str, dict[str, int]] = defaultdict(dict)
    for summary in articles:
        for kind, key, name in dict.fromkeys(terms_of(summary)):
            counts[kind, key] += 1
            names.setdefault((kind, key), name)
        for one in summary.signed if summary.listed and not summary.withdrawn else ():
            for work in one.works:
                works[one.key][work] = works[one.key].get(work, 0) + 1
    return tuple(
        TermCount(kind, key, names[kind, key], count, _of(works, kind, key))
        for (kind, key), count in sorted(counts.items())
    )


def _of(works: dict[str, dict[str, int]], kind: str, key: str) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(works[key].items())) if kind == "by" and key in works else ()


class Counted(msgspec.Struct, frozen=True):
    """A section, column, byline …: its name, and how many articles it has in which year.

    ``about``: what paper.yml says of it; the title of a person. ``works``: most first.
    """

    name: str
    years: tuple[tuple[int, int], ...]  # (year, articles), newest first
    about: str = ""
    works: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(count for _, count in self.years)


def terms_of_kind(site: SiteContext, inputs: SitewideInput, kind: str) -> dict[str, Counted]:
    """What paper.yml lists comes first, in its order, and has its page from the first day: every
    page links to it. The rest follows by key; of people, those of people.yml before others."""
    paper = site.paper
    listed = _listed(paper, kind)
    names = {term.key: term.name for term in listed}
    years: dict[str, list[tuple[int, int]]] = {key: [] for key in names}
    works: dict[str, dict[str, int]] = defaultdict(dict)
    for year in inputs.years:
        for term in (term for term in year.terms if term.kind == kind):
            names.setdefault(term.key, term.name)
            years.setdefault(term.key, []).append((year.year, term.count))
            for work, count in term.works:
                works[term.key][work] = works[term.key].get(work, 0) + count
    about = {term.key: term.about for term in listed}
    titles = _titles(paper) if kind in ("by", "people") else {}
    ranks = {name: n for n, name in enumerate(titles)} if kind == "people" else {}
    rest = sorted(years.keys() - about.keys(), key=lambda k: (ranks.get(names[k], len(ranks)), k))
    return {
        key: Counted(
            names[key],
            tuple(years[key]),
            about.get(key) or titles.get(names[key], ""),
            tuple(sorted(works[key].items(), key=lambda row: (-row[1], row[0]))),
        )
        for key in (*about, *rest)
    }


def _listed(paper: Paper, kind: str) -> tuple[Term, ...]:
    rows = {"section": paper.sections, "column": paper.columns, "topic": paper.topics}
    return rows.get(kind, ())


def _titles(paper: Paper) -> dict[str, str]:
    """What people.yml says of everybody, in order of rank, by the name in a list."""
    return {listed_name(person.who): person.title for person in paper.people}
