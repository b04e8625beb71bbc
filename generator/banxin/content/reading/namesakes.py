"""Who is meant by a name, where people.yml has several of that name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banxin.content.fields.article import ArticleKeys
from banxin.content.fields.record import Field, Record
from banxin.content.reading.issue_context import IssueContext
from banxin.content.reading.terms import Slugs
from banxin.model import Article, Person
from banxin.model.credits import NAMESAKE, plain_name

_NAMING: tuple[Field[object], ...] = (ArticleKeys.BYLINE, ArticleKeys.PHOTOS, ArticleKeys.PEOPLE)


def person_keys(
    articles: Iterable[Article], people: tuple[Person, ...], slugs: Slugs
) -> tuple[tuple[str, str], ...]:
    """Of everybody who is named: the key that people.yml gives, or the name's own."""
    given = {person.who: person.key for person in people if person.key}
    found = {one for article in articles for one in _named(article)}
    return tuple((one, given.get(one) or slugs.of(one)) for one in sorted(found))


def _named(article: Article) -> Iterator[str]:
    for field in _NAMING:
        yield from _of_field(article, field)


def _of_field(article: Article, field: Field[object]) -> tuple[str, ...]:
    if field is ArticleKeys.PEOPLE:
        return article.people
    credits = article.byline
    if field is ArticleKeys.PHOTOS:
        credits = tuple(credit for photo in article.photos for credit in photo.credits)
    return tuple(credit.who for credit in credits if credit.kind == "person")


def check_namesakes(article: Article, fields: Record, context: IssueContext) -> None:
    """Complain of a name that says nobody of people.yml, and remind of one that is several's."""
    for field in _NAMING:
        for one in dict.fromkeys(_of_field(article, field)):
            _check(one, field, fields, context)


def _check(one: str, field: Field[object], fields: Record, context: IssueContext) -> None:
    name = plain_name(one)
    if one in {person.who for person in context.people}:
        return
    known = [person.who for person in context.people if person.name == name]
    if NAMESAKE in one:
        said = "、".join(known) or "—"
        fields.problems.add(fields.place(field), "person-id-unknown", who=one, known=said)
    elif len(known) > 1:
        said = "、".join(known)
        fields.problems.warn(fields.place(field), "person-ambiguous", name=name, known=said)
