"""Addresses that readers were given: none may die, or tell another story, without a word for it.

An editor's word is: the article put back as withdrawn, its old address among the ``aliases`` of
another, or ``gone`` with a reason. An article that names its own address among its aliases says
that it is the one that has always been there, however little it looks like it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.model.likeness import is_another, is_same
from banxin.model.published import PublishedAddress
from banxin.problems import Place, Problem, error, warning
from banxin.site import routes
from banxin.site.address_book import Entry, addresses

_PAPER = "content/paper.yml"
_Report = Callable[..., Problem]


def addresses_for_ever(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    if not context.published:
        return
    report: _Report = warning if context.lenient else error
    book = _Book.of(archive, context)
    issues = {row.key for row in archive.rows}
    lost = set()  # issues of which one problem tells everything
    for address, known in sorted(context.published.items()):
        entry = book.now.get(address)
        if entry is None:
            issue = routes.issue_of(address)
            if routes.issue(issue) in book.given_up or issue in lost:
                continue
            if issue and issue not in issues and not book.has_moved(known):
                lost.add(issue)
                yield report(Place(_PAPER, 1), "issue-gone", issue=issue)
            else:
                yield _gone(report, address, known, book, issue if issue in issues else "")
        elif book.is_another(known, entry):
            place, now = Place(entry.file, 1), book.where(known)
            yield report(place, "address-reused", address=f"/{address}", was=_was(known), now=now)


def no_address_twice(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A story, an alias and a word for what is gone can't share an address."""
    seen: dict[str, Entry] = {}
    for entry in addresses(archive):
        other = seen.setdefault(entry.address, entry)
        if other.file != entry.file and (other.typed or entry.typed):
            path = routes.file(entry.address)
            yield error(Place(entry.file, 1), "path-twice", path=path, other=other.file)


class _Book(msgspec.Struct, frozen=True):
    """``now``: what is at each address; ``new``: of that, what was never published before."""

    now: Mapping[str, Entry]
    new: tuple[Entry, ...]
    given_up: frozenset[str]

    @classmethod
    def of(cls, archive: Archive, context: CheckContext) -> _Book:
        now: dict[str, Entry] = {}
        for entry in addresses(archive):
            now.setdefault(entry.address, entry)
        known = context.published
        new = tuple(e for e in now.values() if e.signature and _is_news(known.get(e.address), e))
        given_up = frozenset(routes.old(gone.address) for gone in archive.paper.gone)
        return cls(now, new, given_up)

    def is_another(self, known: PublishedAddress, entry: Entry) -> bool:
        return not entry.vouched and is_another(known.signature, entry.signature)

    def moved(self, known: PublishedAddress) -> Entry | None:
        """Where the story is told now."""
        return next((e for e in self.new if is_same(known.signature, e.signature)), None)

    def has_moved(self, known: PublishedAddress) -> bool:
        return bool(known.signature) and self.moved(known) is not None

    def where(self, known: PublishedAddress) -> str:
        found = self.moved(known)
        return f"/{found.address}" if found else ""


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
    if not issue:
        line = f"/{address}: …"
        return report(Place(_PAPER, 1), "address-gone", field=f"gone: {{{line}}}", **details)
    file = f"content/issues/{issue[:4]}/{issue}/issue.md"
    inside = address.removeprefix(f"{issue}/").strip("/")
    return report(Place(file, 1), "address-gone", field=f"gone: {{{inside}: …}}", **details)


def _was(known: PublishedAddress) -> str:
    return f"《{known.title}》" if known.title else ""
