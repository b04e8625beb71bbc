"""What Zotero takes from a page: its Embedded Metadata translator, retold.

After addHighwireMetadata(), processHighwireCreators(), addLowQualityMetadata() and init() of
https://github.com/zotero/translators, "Embedded Metadata.js", and COinS.js, which goes before it
where a page has a span of class Z3988. What it asks of pages like ours is here, in its order; what
it knows of books, reports or theses isn't.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_cover_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
    "citation_language": "language",
}
_TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
_GUESSED_BYLINES = ("byline", "bylines", "vcard", "article-byline")


@dataclass
class _Page(HTMLParser):
    """``metas``: those of the head, by their ``name`` alone: with a name, no property counts."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    canonical: str = ""
    language: str = ""
    spans: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag == "html":
            self.language = given.get("lang", "")
        elif tag == "meta" and given.get("name"):
            self.metas.append((given["name"], given.get("content", "")))
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        elif tag == "span" and "Z3988" in classes:
            self.spans.append(given.get("title", ""))
        if set(classes) & set(_GUESSED_BYLINES):
            self.guessed.append(tag)


@dataclass
class CitedItem:
    type: str
    fields: dict[str, str]
    authors: list[str]
    guesses: bool  # authors would be taken from whatever looks like a byline


def embedded_metadata(html: str) -> CitedItem:
    page = _Page()
    page.feed(html)
    if page.spans:
        raise ValueError("COinS goes before embedded metadata")
    fields = {}
    for name, ours in _FIELDS.items():  # of several the first; later rows win, as there
        if value := " ".join(_text(page, name).split()):
            fields[ours] = value
    first, last = _text(page, "citation_firstpage"), _text(page, "citation_lastpage")
    first = re.split(r"\s*-\s*", first.replace("\u2013", "-"))[0].strip()
    if first:
        fields["pages"] = f"{first}-{last.strip()}" if last.strip() else first
    fields.setdefault("abstractNote", _text(page, "description"))
    fields.setdefault("url", page.canonical)
    fields.setdefault("language", page.language)
    authors = _authors(
        [content for name, content in page.metas if name.endswith("citation_author")]
    )
    return CitedItem(_type(page), fields, authors, guesses=not authors and bool(page.guessed))


def _text(page: _Page, name: str) -> str:
    return next((content for known, content in page.metas if known.endswith(name)), "")


def _type(page: _Page) -> str:
    found = ""
    for name, content in page.metas:
        short = name[name.rfind("citation_") :] if "citation_" in name else ""
        found = _TYPES.get(short, found) if content else found
    guessed = any(name == "citation_title" for name, _ in page.metas)
    return found or ("journalArticle" if guessed else "webpage")


def _authors(nodes: list[str]) -> list[str]:
    found: list[str] = []
    last = ""
    for node in nodes:
        names = re.split(r"\s*;\s*", node)
        by_comma = re.split(r"\s*,\s*", names[0])
        spaced = len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]
        if len(names) == len(nodes) == 1 and spaced:
            names = by_comma
        for name in map(str.strip, names):
            if name and re.search(r"[^\s,-.;]", name) and name != last:
                found.append(name)
                last = name
    return found
