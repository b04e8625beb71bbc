"""Which of an issue's pages is meant by what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from banxin.model import Page
from banxin.model.page_label import covers, label_after, page_key


def page_of(label: str, pages: Sequence[Page]) -> int:
    """The place of the page that is called so; else of the plate that has it among its pages; else
    of the n-th. 0 if there is none.

    Without any page listed, numbers are taken as they are.
    """
    if not pages:
        return int(label) if label.isdigit() else 0
    by_name = (page.number for page in pages if page_key(page.printed) == page_key(label))
    over_two = (page.number for page in pages if covers(page.printed, label))
    some_fold = (page.number for page in pages if label == "中缝" and page.printed.endswith(label))
    found = next(by_name, 0) or next(over_two, 0) or next(some_fold, 0)
    return found or _by_place(label, pages)


def _by_place(label: str, pages: Sequence[Page]) -> int:
    """A plain number counts pages where they have letters, and wasn't meant for another's."""
    number = int(label) if label.isdigit() else 0
    fits = 0 < number <= len(pages) and not pages[number - 1].printed[0].isdigit()
    return number if fits else 0


def page_labels(typed: Iterable[str]) -> list[str]:
    """What each page is called; one of which nothing is said ("") goes on counting from the last
    that has a number."""
    labels: list[str] = []
    last = "0"
    for label in typed:
        found = label or label_after(last)
        last = found if label_after(found) else last  # 中缝 isn't counted
        labels.append(found)
    return labels
