"""All checks of a whole archive. A check is a function in a module of this package and its place in
``CHECKS``; its texts are those of the problems that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from banxin.checks.context import CheckContext
from banxin.checks.issue_dates import newest_has_something, no_issue_far_ahead
from banxin.checks.layouts import layouts_of_the_theme
from banxin.checks.links import jumps_elsewhere, links_of_articles, links_of_standing_pages
from banxin.checks.numbering import (
    any_issue,
    no_issue_twice,
    running_numbers,
    yearly_numbers,
)
from banxin.checks.old_addresses import (
    aliases_differ_not_only_in_case,
    aliases_that_a_host_can_serve,
)
from banxin.checks.published_addresses import addresses_for_ever, no_address_twice
from banxin.checks.root_files import root_files_beside_our_own
from banxin.checks.specimens import no_specimens_left
from banxin.checks.standing_pages import no_reserved_address
from banxin.model.archive import Archive
from banxin.problems import Problem, Severity

ArchiveCheck = Callable[[Archive, CheckContext], Iterable[Problem]]

CHECKS: tuple[ArchiveCheck, ...] = (
    links_of_articles,
    links_of_standing_pages,
    jumps_elsewhere,
    no_issue_twice,
    running_numbers,
    yearly_numbers,
    no_issue_far_ahead,
    newest_has_something,
    no_specimens_left,
    layouts_of_the_theme,
    no_reserved_address,
    root_files_beside_our_own,
    any_issue,
    aliases_differ_not_only_in_case,
    aliases_that_a_host_can_serve,
    no_address_twice,
    addresses_for_ever,
)

# what holds of the issues whatever becomes of articles that couldn't be read
_EARLY: tuple[ArchiveCheck, ...] = (no_issue_twice, running_numbers, layouts_of_the_theme)


def early_audit(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    """Errors between issues, or between one and the theme, while articles have errors, too."""
    for check in _EARLY:
        yield from (p for p in check(archive, context) if p.severity is Severity.ERROR)


def audit(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    """Everything wrong between issues, or between an issue and the theme."""
    for check in CHECKS:
        yield from check(archive, context)
