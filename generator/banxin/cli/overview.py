"""The last look at an issue, in words: what will be printed, what stays out, what to see to."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.overview import IssueOverview, PageOverview
from banxin.model.page_label import FOLD, in_words
from banxin.problems.texts import Words


def lines(found: IssueOverview, words: Words) -> Iterator[str]:
    yield words("overview.issue", key=found.key, stories=words("overview.stories", n=found.count))
    yield from (f"  {_page(page, words)}" for page in found.pages)
    lists = (
        ("overview.drafts", found.drafts),
        ("overview.withdrawn", found.withdrawn),
        ("overview.unsigned", found.unsigned),
        ("overview.undescribed", found.undescribed),
        ("overview.unused", found.unused),
    )
    for key, names in lists:
        if names:
            yield "  " + words(key, names=words("terminal.list").join(names))
    for one, other in found.doubled:
        yield "  " + words("overview.doubled", one=one, other=other)


def _page(page: PageOverview, words: Words) -> str:
    key = "overview.page" if page.name else "overview.nameless"
    called = words("overview.numbered", page=page.number)
    if page.number.endswith(FOLD):
        called = in_words(page.number)
    gaps = {"page": called} | ({"name": page.name} if page.name else {})
    label = words(key, **gaps)
    if not page.titles:
        return words("overview.empty", page=label)
    return words("overview.full", page=label, stories=words("overview.stories", n=len(page.titles)))
