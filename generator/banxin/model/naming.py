"""What an issue is called beside its day: the name of an edition, and its numbers in series."""

from __future__ import annotations

import msgspec


class IssueNaming(msgspec.Struct, frozen=True):
    """``edition_name``: 号外, 增刊, 特刊, 周末版; "" for the usual.

    ``last``: of a double number (第12–13期) the second; 0 of a single one. ``yearly`` is the number
    within its year, 0 if the paper has none. ``restarts``: 总第 counts anew from this issue.
    """

    edition_name: str = ""
    last: int = 0
    yearly: int = 0
    yearly_last: int = 0
    restarts: bool = False


USUAL = IssueNaming()


def span(first: int, last: int) -> str:
    """12, or 12–13 of a double number."""
    return f"{first}–{last}" if last else str(first)
