"""What the search knows of an article; and how Pagefind is told."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from banxin.model import Article, Issue, SignOff
from banxin.model.credits import line, people, plain_name
from banxin.model.kinds import kind_of
from banxin.model.listing import pointers
from banxin.search.index import forms, tokenizer
from banxin.search.index.pinyin import Readings, Sound
from banxin.site.wording import edition

TITLE_ENDS = 64  # a hit before this position is in the title,
HEADS_END = 128  # before this one in kicker or subtitle: client/paper.js ranks by it
# Pagefind writes every weight but that of 25/24 into each posting: 1.05 is cheapest
PLAIN = "___PAGEFIND_WEIGHT___1.05"
Sounds = tuple[Sound, ...]


class SearchRecord(msgspec.Struct, frozen=True):
    """An article's text and what it can be filtered by. ``url``: from the site's root, with /."""

    url: str
    day: str  # 2022-04-01
    page: int | str  # its number, or what it is called: B1
    section: str
    title: str
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""
    body: str = ""
    signoff: str = ""
    captions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()  # names of the byline
    people: tuple[str, ...] = ()  # other names that pinyin finds
    kind: str = ""  # its name; "" of news
    searched: bool = True  # without being asked for
    more: tuple[str, ...] = ()  # abstract, column, source, edition, corrections
    column: str = ""  # its name
    page_name: str = ""  # 要闻
    edition: str = ""  # 号外; "" of the usual paper


def records(issue: Issue, address: Callable[[Article], str]) -> tuple[SearchRecord, ...]:
    """The published articles of an issue, in printed order, but for those that only point at one.

    ``address``: from the site's root.
    """
    only_pointing = pointers(issue)
    return tuple(
        _record(issue, article, address(article))
        for article in issue.articles
        if article.status == "published" and article.key not in only_pointing
    )


def _record(issue: Issue, article: Article, address: str) -> SearchRecord:
    authors, called = people(article.byline), issue.page_called(article.page)
    extra = edition(issue.edition, issue.naming.edition_name)
    credited = (name for p in article.photos for name in people(p.credits))
    return SearchRecord(
        url=f"/{address.lstrip('/')}",
        day=issue.day.isoformat(),
        page=int(called) if called.isdigit() else called,
        section=article.section.name,
        title=article.title.text,
        kicker="\n".join(line.text for line in article.kicker),
        subtitle="\n".join(line.text for line in article.subtitle),
        byline=line(article.byline),
        body=f"{article.dateline}\n{article.body.text}",
        signoff=_signoff(article.signoff),
        captions=tuple(f"{p.caption}\n{line(p.credits)}" for p in article.photos),
        authors=authors,
        kind=kind_of(article.kind).name if article.kind else "",
        searched=kind_of(article.kind).searched,
        more=_more(article, extra),
        column=article.column.name if article.column else "",
        edition=extra,
        page_name=next((p.name for p in issue.pages if p.number == article.page), ""),
        people=tuple(
            n
            for n in dict.fromkeys((*map(plain_name, article.people), *credited))
            if n not in authors
        ),
    )


def _more(article: Article, extra: str) -> tuple[str, ...]:
    column = article.column.name if article.column else ""
    source = article.source.name if article.source else ""
    notes = (correction.note for correction in article.corrections)
    return tuple(text for text in (article.abstract, column, source, extra, *notes) if text)


def _signoff(signoff: SignOff | None) -> str:
    if signoff is None:
        return ""
    day = signoff.date
    dated = (f"{day.year}年{day.month}月{day.day}日",) if day else ()
    return "\n".join((*signoff.by, *dated))


def content(record: SearchRecord, readings: Sounds) -> str:
    """All of a record's text in tokens; a phrase can't be found across two fields.

    The fields stand in this order: title, kicker, subtitle, byline, body, sign-off, captions,
    what else there is; then title and names by sound, and the token that every record has.
    """
    title = _filled(tokenizer.encode(record.title), TITLE_ENDS)
    heads = tokenizer.encode(record.kicker) + tokenizer.FIELD + tokenizer.encode(record.subtitle)
    rest = (record.byline, record.body, record.signoff, *record.captions, *record.more)
    tokens = [_filled(title + heads, HEADS_END), *map(tokenizer.encode, rest)]
    return PLAIN + " " + tokens[0] + tokenizer.FIELD.join(tokens[1:]) + _pinyin(readings)


def folded(record: SearchRecord) -> str:
    """The characters that the index holds as others, each followed by that one."""
    heads = (record.title, record.kicker, record.subtitle, record.byline)
    rest = (record.body, record.signoff, *record.captions, *record.more)
    return forms.folded("".join((*heads, *rest)))


def sounds(record: SearchRecord, readings: Readings) -> Sounds:
    """Of title and names, each as it is read."""
    found = [readings.title(record.title), *map(readings.name, (*record.authors, *record.people))]
    return tuple(sound for sound in found if sound)


def _filled(tokens: str, end: int) -> str:
    """Closed as a field, and filled so that the next one begins at position ``end``."""
    closed = tokens + tokenizer.FIELD
    return closed + tokenizer.FILL * (end - len(closed.split()))


def _pinyin(readings: Sounds) -> str:
    fields = ("".join(f" {tokenizer.SYLLABLE}{s}" for _, s in sound) for sound in readings)
    return tokenizer.FIELD + tokenizer.FIELD.join((*fields, f" {tokenizer.SYLLABLE}"))
