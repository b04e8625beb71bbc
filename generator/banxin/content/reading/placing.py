"""Whether what editors want of places on a page can be done: each exists, none twice, no circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from banxin.content.fields.placing import CORNERS
from banxin.model import Article, NextTo
from banxin.problems import Place, Problems


def check_places(articles: Iterable[Article], problems: Problems) -> None:
    """Reports what can't be done. Articles of other pages are no neighbours."""
    shown = {article.key: article for article in articles if article.status != "withdrawn"}
    for article in shown.values():
        for wanted in (article.below, article.beside):
            if wanted:
                _check_neighbour(article, wanted, shown, problems)
    _check_corners(shown.values(), problems)


def _check_neighbour(
    article: Article, wanted: NextTo, shown: Mapping[str, Article], problems: Problems
) -> None:
    place = Place(article.file, wanted.line, wanted.column)
    other, name = shown.get(wanted.article), wanted.article.replace("/", "-")
    if other is None or other.page != article.page:
        problems.add(place, "place-unknown", name=name)
    elif article.below and article.beside and wanted is article.beside:
        problems.add(place, "place-twice")
    elif article.key in _chain(wanted.article, shown):
        problems.add(place, "place-circle", name=name)


def _chain(key: str, shown: Mapping[str, Article]) -> set[str]:
    """The articles that one is to stand next to, one by the other."""
    found: set[str] = set()
    while key in shown and key not in found:
        found.add(key)
        wanted = shown[key].below or shown[key].beside
        key = wanted.article if wanted else ""
    return found


def _check_corners(articles: Iterable[Article], problems: Problems) -> None:
    taken: dict[tuple[int, str], Article] = {}
    for article in articles:
        corner = (article.page, article.place)
        if article.place and corner in taken:
            word = next(word for word, key in CORNERS.items() if key == article.place)
            other = taken[corner].file.rsplit("/", 1)[-1]
            problems.add(Place(article.file, 1), "place-taken", corner=word, other=other)
        else:
            taken[corner] = article
