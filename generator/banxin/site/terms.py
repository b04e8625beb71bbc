"""Sections, columns and bylines with their years, as far as the whole site knows them."""

from __future__ import annotations

import msgspec

from banxin.site.context import SiteContext
from banxin.site.inputs import SitewideInput


class Counted(msgspec.Struct, frozen=True):
    """A section, column or byline: its name, and how many articles it has in which year."""

    name: str
    years: tuple[tuple[int, int], ...]  # (year, articles), newest first

    @property
    def total(self) -> int:
        return sum(count for _, count in self.years)


def terms_of_kind(site: SiteContext, inputs: SitewideInput, kind: str) -> dict[str, Counted]:
    """What paper.yml lists comes first, in its order, and has its page from the first day: every
    page links to it. The rest follows by key."""
    paper = site.paper
    listed = {"section": paper.sections, "column": paper.columns}.get(kind, ())
    names = {term.key: term.name for term in listed}
    years: dict[str, list[tuple[int, int]]] = {key: [] for key in names}
    for year in inputs.years:
        for term in (term for term in year.terms if term.kind == kind):
            names.setdefault(term.key, term.name)
            years.setdefault(term.key, []).append((year.year, term.count))
    order = [*(term.key for term in listed), *sorted(years.keys() - {t.key for t in listed})]
    return {key: Counted(names[key], tuple(years[key])) for key in order}
