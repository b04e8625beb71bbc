"""Every address that readers are given for good: issues, pages, articles, old addresses.

Lists by year, section or name come and go with what is in them; these don't.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from banxin.model.archive import Archive, ArticleRow, IssueRow, published
from banxin.site import routes

OTHERS = "others"  # addresses that belong to no year


class Entry(msgspec.Struct, frozen=True):
    """``signature``: of the story that is told there, "" where none is; ``file``: who says so.

    ``vouched``: an editor said that this address is this story's, whatever was there before;
    ``typed``: it doesn't follow from where the file lies, but was written down.
    """

    address: str
    file: str
    signature: str = ""
    vouched: bool = False
    typed: bool = False


def addresses(archive: Archive) -> Iterator[Entry]:
    """Of the site as readers get it."""
    for row in published(archive, drafts=False).rows:
        yield from _of_issue(row)
    yield from _of_paper(archive)


def typed_addresses(archive: Archive) -> Iterator[Entry]:
    """Those alone that somebody wrote down; there are few."""
    for row in published(archive, drafts=False).rows:
        if row.gone or any(article.aliases for article in row.articles):
            yield from (entry for entry in _of_issue(row) if entry.typed)
    yield from (entry for entry in _of_paper(archive) if entry.typed)


def of_specimens(archive: Archive) -> Iterator[str]:
    """Addresses that are served, but that nobody is promised: the specimens' issues and pages."""
    for row in filter(_is_specimen, published(archive, drafts=False).rows):
        yield from (entry.address for entry in _of_pages(row))


def _of_paper(archive: Archive) -> Iterator[Entry]:
    for page in archive.standing:
        yield Entry(routes.standing(page.key), page.file)
    for gone in archive.paper.gone:
        yield Entry(routes.old(gone.address), "content/paper.yml", typed=True)


def _of_issue(row: IssueRow) -> Iterator[Entry]:
    """Nothing of one that holds nothing but specimens."""
    if _is_specimen(row):
        return
    yield from _of_pages(row)
    for article in row.articles:
        if not article.draft and not article.specimen:
            yield from _of_article(row.key, article)
    for gone in row.gone:
        yield Entry(f"{row.key}/{gone.address}/", f"{row.folder}/issue.md", typed=True)


def _is_specimen(row: IssueRow) -> bool:
    return bool(row.articles) and all(article.specimen for article in row.articles)


def _of_pages(row: IssueRow) -> Iterator[Entry]:
    file = f"{row.folder}/issue.md"
    yield Entry(routes.issue(row.key), file)
    for key in row.page_keys:
        yield Entry(routes.page(row.key, key), file)


def _of_article(issue: str, article: ArticleRow) -> Iterator[Entry]:
    address = routes.article(issue, article.key)
    served = (alias for alias in article.aliases if not routes.is_query(alias))
    old = tuple(map(routes.old, served))
    yield Entry(address, article.file, article.signature, address in old)
    for alias in dict.fromkeys(old):
        if alias != address:
            yield Entry(alias, article.file, typed=True)


def book(row: IssueRow) -> str:
    """A line an address that follows from where the issue's files lie, its signature behind it.

    Made once, when the issue is read: there may be a hundred thousand of them.
    """
    return "".join(_line(entry) for entry in _of_issue(row) if not entry.typed)


def _line(entry: Entry) -> str:
    return f"{entry.address.replace(' ', '%20')} {entry.signature}".rstrip() + "\n"


def by_year(archive: Archive) -> dict[str, str]:
    """The text of each year's file, by the year."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in published(archive, drafts=False).rows:
        texts[row.key[:4]].append(row.addresses or book(row))
    more: dict[str, set[str]] = defaultdict(set)
    for entry in (*typed_addresses(archive), *_of_paper(archive)):
        more[routes.issue_of(entry.address)[:4] or OTHERS].add(_line(entry))
    for year, lines in more.items():
        texts[year] += sorted(lines)
    return {year: text for year in sorted(texts) if (text := "".join(texts[year]))}


def told(archive: Archive) -> dict[str, str]:
    """The signature of what is at each address, by the address."""
    return {address: known for text in by_year(archive).values() for address, known in read(text)}


def read(text: str) -> Iterator[tuple[str, str]]:
    """(address, signature) of each line of such a text; lines of another form are left out."""
    for line in text.split("\n")[:-1]:  # what follows the last newline was cut off
        address, _, signature = line.partition(" ")
        if address and len(signature) in (0, 22) and address[0] not in "#/<":
            yield address.replace("%20", " ") if "%" in address else address, signature
