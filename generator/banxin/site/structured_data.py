"""Articles and issues for machines: schema.org as JSON-LD, and citation_* for libraries.

The terms are those of schema.org's NewsArticle, PublicationIssue and Newspaper. An article names
its issue by the ``@id`` that the issue's own page has (JSON-LD 1.1, 3.3 Node Identifiers), and
doesn't repeat what its page says elsewhere: its address (canonical), language (``lang``) and page's
name, or a date of change that is the day it was published.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from markupsafe import Markup

from banxin.model import Article, Issue, Page, Paper, Photo
from banxin.model.archive import last_change
from banxin.model.credits import line, plain_name
from banxin.model.kinds import kind_of
from banxin.model.listing import listed
from banxin.model.naming import span
from banxin.site import routes
from banxin.site.context import SiteContext

_UNSAFE = re.compile("[<>&\u2028\u2029]")
JsonObject = dict[str, Any]


def moment(paper: Paper, day: date) -> str:
    """Midnight of ``day`` where the paper appears: 2022-04-01T00:00:00+08:00."""
    return _midnight(paper.timezone, day)


@lru_cache(maxsize=64)  # the same for all articles of an issue
def _midnight(timezone_name: str, day: date) -> str:
    midnight = datetime.combine(day, time(), ZoneInfo(timezone_name))
    offset = midnight.utcoffset() or timedelta()
    # before 1901 clocks in Shanghai were 8:05:43 ahead; RFC 3339 knows no seconds in an offset
    minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return midnight.replace(tzinfo=timezone(minutes)).isoformat()


def script(node: JsonObject) -> Markup:
    """One JSON document that can't end the ``<script>`` it stands in."""
    text = msgspec.json.encode({"@context": "https://schema.org", **node}).decode()
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def newspaper(site: SiteContext) -> JsonObject:
    paper = site.paper
    node: JsonObject = {"@type": "Newspaper", "name": paper.name, "inLanguage": paper.language}
    _set(node, "alternateName", paper.latin_name)
    _set(node, "url", site.base.absolute(routes.HOME))
    publishers = [
        {"@type": "Organization", "name": s.name}
        for s in paper.sponsors
        if s.role in ("主办", "出版")
    ]
    _set(node, "publisher", publishers)
    return node


def issue(site: SiteContext, found: Issue) -> JsonObject:
    node: JsonObject = {
        "@type": "PublicationIssue",
        "@id": _id(site, found),
        "datePublished": found.day.isoformat(),
        "isPartOf": newspaper(site),
    }
    _set(node, "issueNumber", issue_number(found))
    _set(node, "url", site.base.absolute(routes.issue(found.key)))
    if found.pages:
        node["pagination"] = _pagination(found.pages)
    return node


def issue_number(found: Issue) -> str:
    """In the whole series, or else in its year; "" where the paper counts nothing."""
    naming = found.naming
    if found.number:
        return span(found.number, naming.last)
    return span(naming.yearly, naming.yearly_last) if naming.yearly else ""


def _pagination(pages: tuple[Page, ...]) -> str:
    """1-4; A1-A8, B1-B4 are told one by one."""
    if any(page.label for page in pages):
        return ", ".join(page.printed for page in pages)
    return f"1-{len(pages)}"


def _id(site: SiteContext, found: Issue) -> str:
    """An address from the site's root, which is enough for a name within it."""
    return site.base.url(routes.issue(found.key))


def whole_issue(site: SiteContext, found: Issue) -> Markup:
    """The issue with the headlines of all its articles."""
    named = listed(found)
    parts = [
        _with_url(site, found, article, {"@type": "NewsArticle", "headline": article.title.text})
        for article in found.articles
        if article.key in named and kind_of(article.kind).schema == "NewsArticle"
    ]
    node = issue(site, found)
    _set(node, "hasPart", parts)
    return script(node)


def article(site: SiteContext, found: Issue, page: Page, one: Article) -> Markup:
    paper, changed = site.paper, last_change(one, found.day)
    node: JsonObject = {
        "@type": kind_of(one.kind).schema,
        "headline": one.title.text,
        "datePublished": moment(paper, found.day),
        "articleSection": one.section.name,
        "printPage": page.printed,
        "isPartOf": {"@id": _id(site, found)},
    }
    _set(node, "dateModified", moment(paper, changed) if changed != found.day else "")
    _describe(node, one)
    _set(node, "author", _authors(one))
    _set(node, "creditText", _credit_text(one))
    _set(node, "locationCreated", _places(one))
    _set(node, "image", [_image(site, found, photo) for photo in one.photos])
    _amend(node, paper, one)
    return script(node)


def _describe(node: JsonObject, one: Article) -> None:
    around = [h.text for h in (*one.kicker, *one.subtitle)]
    _set(node, "alternativeHeadline", around[0] if len(around) == 1 else around)
    _set(node, "abstract", one.abstract)
    _set(node, "dateline", one.dateline)
    _set(node, "genre", one.genre)
    _set(node, "temporalCoverage", one.event_date.isoformat() if one.event_date else "")
    _set(node, "mentions", [{"@type": "Person", "name": plain_name(n)} for n in one.people])
    if one.source:
        node["sourceOrganization"] = {"@type": "Organization", "name": one.source.name}
        _set(node, "isBasedOn", one.source.url)


def _authors(one: Article) -> list[JsonObject]:
    signed = one.signoff.by if one.signoff else ()
    return _people(one) + [{"@type": "Organization", "name": name} for name in signed]


def _people(one: Article) -> list[JsonObject]:
    people: list[JsonObject] = []
    for credit in one.byline:
        if credit.kind == "person":
            person: JsonObject = {"@type": "Person", "name": credit.name}
            _set(person, "jobTitle", credit.role)
            people.append(person)
    return people


def _credit_text(one: Article) -> str:
    """The printed byline, where its authors with their titles before them wouldn't say it."""
    rows = groupby(_people(one), key=lambda person: person.get("jobTitle", ""))
    said = " ".join(" ".join((role, *(p["name"] for p in row))).strip() for role, row in rows)
    printed = line(one.byline)
    return printed if printed != said else ""


def _places(one: Article) -> list[JsonObject]:
    return [{"@type": "Place", "name": c.name} for c in one.byline if c.kind == "place"]


def _amend(node: JsonObject, paper: Paper, one: Article) -> None:
    """Sign-off date, corrections, withdrawal."""
    if one.signoff and one.signoff.date:
        node["dateCreated"] = one.signoff.date.isoformat()
    if one.corrections:
        node["correction"] = [
            {"@type": "CorrectionComment", "text": c.note, "datePublished": moment(paper, c.date)}
            for c in one.corrections
        ]
    if one.status == "withdrawn":
        node["creativeWorkStatus"] = "Withdrawn"


def _image(site: SiteContext, found: Issue, photo: Photo) -> JsonObject:
    view = site.picture(photo.picture, found.key)
    node: JsonObject = {"@type": "ImageObject", "url": site.for_machines(view)}
    node |= {"width": f"{view.width}px", "height": f"{view.height}px"}
    _set(node, "caption", photo.caption)
    _set(node, "creditText", "、".join(c.text for c in photo.credits))
    return node


def _with_url(site: SiteContext, found: Issue, one: Article, node: JsonObject) -> JsonObject:
    _set(node, "url", site.base.absolute(routes.article(found.key, one.key)))
    return node


def _set(node: JsonObject, name: str, value: object) -> None:
    if value:
        node[name] = value
