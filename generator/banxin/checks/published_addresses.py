"""Addresses that readers were given: none may die, or tell another story, without a word for it.

An editor's word is: the article put back as withdrawn, its old address among the ``aliases`` of
another, or ``gone`` with a reason. An article that names its own address among its aliases says
that it is the one that has always been there, however little it looks like it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive, IssueRow, published
from banxin.model.likeness import is_another, is_same
from banxin.model.published import PublishedAddress
from banxin.problems import Place, Problem, error, warning
from banxin.problems.texts import within_book_marks
from banxin.site import routes
from banxin.site.address_book import Entry, addresses, of_specimens, told, typed_addresses

_PAPER = "content/paper.yml"
_Report = Callable[..., Problem]


def addresses_for_ever(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    if not context.published:
        return
    now = told(archive)
    changed = {a for a, known in context.published.items() if now.get(a) != known.signature}
    changed.difference_update(of_specimens(archive))
    if changed:
        yield from _complaints(archive, context, sorted(changed))


def _complaints(
    archive: Archive, context: CheckContext, changed: Iterable[str]
) -> Iterator[Problem]:
    report: _Report = warning if context.lenient else error
    now = {entry.address: entry for entry in reversed(tuple(addresses(archive)))}
    book = _Book.of(archive, context, now)
    lost = set()  # issues of which one problem tells everything
    for address in changed:
        known, entry = context.published[address], now.get(address)
        issue = routes.issue_of(address)
        if entry is not None:
            if book.is_another(known, entry):
                place, was = Place(entry.file, 1), _was(known)
                details = {"address": f"/{address}", "was": was, "now": book.where(known)}
                yield report(place, "address-reused", **details)
        elif routes.issue(issue) in book.given_up or issue in lost:
            continue
        elif issue and issue not in book.issues and not book.moved(known):
            lost.add(issue)
            yield report(Place(book.folders.get(issue, _PAPER), 1), "issue-gone", issue=issue)
        else:
            yield _gone(report, address, known, book, issue if issue in book.issues else "")


def no_address_twice(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A story, an alias and a word for what is gone can't share an address."""
    typed = {entry.address for entry in typed_addresses(archive)}
    seen: dict[str, Entry] = {}
    for entry in addresses(archive) if typed else ():
        if entry.address in typed:
            other = seen.setdefault(entry.address, entry)
            if other.file != entry.file:
                path = routes.file(entry.address)
                yield error(Place(entry.file, 1), "path-twice", path=path, other=other.file)


class _Book(msgspec.Struct, frozen=True):
    """``new``: what was never published at its address before; ``given_up``: whole issues, too.

    ``issues``: those that readers get; ``folders``: the file of each that there is, by its key;
    ``drafts``: the file of each, by the address that it would have.
    """

    new: tuple[Entry, ...]
    given_up: frozenset[str]
    issues: frozenset[str]
    folders: Mapping[str, str]
    drafts: Mapping[str, str]

    @classmethod
    def of(cls, archive: Archive, context: CheckContext, now: Mapping[str, Entry]) -> _Book:
        known = context.published
        new = tuple(e for e in now.values() if e.signature and _is_news(known.get(e.address), e))
        given_up = frozenset(routes.old(gone.address) for gone in archive.paper.gone)
        rows = archive.rows
        issues = frozenset(row.key for row in published(archive, drafts=False).rows)
        folders = {row.key: f"{row.folder}/issue.md" for row in rows}
        return cls(new, given_up, issues, folders, dict(_drafts(rows)))

    def is_another(self, known: PublishedAddress, entry: Entry) -> bool:
        return not entry.vouched and is_another(known.signature, entry.signature)

    def moved(self, known: PublishedAddress) -> Entry | None:
        """Where the story is told now."""
        return next((e for e in self.new if is_same(known.signature, e.signature)), None)

    def where(self, known: PublishedAddress) -> str:
        found = self.moved(known)
        return f"/{found.address}" if found else ""


def _drafts(rows: Iterable[IssueRow]) -> Iterator[tuple[str, str]]:
    """(address, file) of each."""
    for row in rows:
        for article in row.articles:
            if article.draft:
                yield routes.article(row.key, article.key), article.file


def _is_news(known: PublishedAddress | None, entry: Entry) -> bool:
    """Whether the story wasn't told there before."""
    return known is None or is_another(known.signature, entry.signature)


def _gone(
    report: _Report, address: str, known: PublishedAddress, book: _Book, issue: str
) -> Problem:
    """At the file that the story is told in now, or else where its loss can be explained."""
    details = {"address": f"/{address}", "was": _was(known)}
    found = book.moved(known)
    if found:
        return report(Place(found.file, 1), "address-moved", now=f"/{found.address}", **details)
    if address in book.drafts:
        return report(Place(book.drafts[address], 1), "address-drafted", **details)
    if not issue:
        line = f"/{address}: …"
        return report(Place(_PAPER, 1), "address-gone", field=f"gone: {{{line}}}", **details)
    file = f"content/issues/{issue[:4]}/{issue}/issue.md"
    inside = address.removeprefix(f"{issue}/").strip("/")
    return report(Place(file, 1), "address-gone", field=f"gone: {{{inside}: …}}", **details)


def _was(known: PublishedAddress) -> str:
    return f"《{within_book_marks(known.title)}》" if known.title else ""
