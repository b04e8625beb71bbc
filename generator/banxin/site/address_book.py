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


def addresses(archive: Archive, *, typed_only: bool = False) -> Iterator[Entry]:
    """Of the site as readers get it; those alone that somebody typed, where that is enough."""
    for row in published(archive, drafts=False).rows:
        if not typed_only or row.gone or any(article.aliases for article in row.articles):
            yield from (e for e in _of_issue(row) if e.typed or not typed_only)
    for page in archive.standing:
        yield Entry(routes.standing(page.key), page.file)
    for gone in archive.paper.gone:
        yield Entry(routes.old(gone.address), "content/paper.yml", typed=True)


def _of_issue(row: IssueRow) -> Iterator[Entry]:
    """Nothing of one that holds nothing but specimens."""
    if row.articles and all(article.specimen for article in row.articles):
        return
    file = f"{row.folder}/issue.md"
    yield Entry(routes.issue(row.key), file)
    for number in range(1, row.pages + 1):
        yield Entry(routes.page(row.key, number), file)
    for article in row.articles:
        if not article.draft and not article.specimen:
            yield from _of_article(row.key, article)
    for gone in row.gone:
        yield Entry(f"{row.key}/{gone.address}/", file, typed=True)


def _of_article(issue: str, article: ArticleRow) -> Iterator[Entry]:
    address = routes.article(issue, article.key)
    served = (alias for alias in article.aliases if not routes.is_query(alias))
    old = tuple(map(routes.old, served))
    yield Entry(address, article.file, article.signature, address in old)
    for alias in dict.fromkeys(old):
        if alias != address:
            yield Entry(alias, article.file, typed=True)


def _told(archive: Archive) -> Iterator[tuple[str, str]]:
    for entry in addresses(archive):
        typed = entry.typed and " " in entry.address
        yield entry.address.replace(" ", "%20") if typed else entry.address, entry.signature


def by_year(archive: Archive) -> dict[str, str]:
    """The text of each year's file, by the year: a line an address, its signature behind it."""
    lines: dict[str, list[str]] = defaultdict(list)
    for address, signature in _told(archive):
        year = address[:4] if address[4:5] == "-" and routes.issue_of(address) else OTHERS
        lines[year].append(f"{address} {signature}" if signature else address)
    return {year: "\n".join(sorted(set(found))) + "\n" for year, found in sorted(lines.items())}


def read(text: str) -> Iterator[tuple[str, str]]:
    """(address, signature) of each line of such a text; lines of another form are left out."""
    for line in text.split("\n")[:-1]:  # what follows the last newline was cut off
        address, _, signature = line.partition(" ")
        if address and not address.startswith(("#", "/", "<")) and len(signature) in (0, 22):
            yield address.replace("%20", " "), signature
