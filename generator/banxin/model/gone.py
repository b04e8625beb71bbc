"""What an editor says of an address that leads to nothing any more."""

from __future__ import annotations

import msgspec


class Gone(msgspec.Struct, frozen=True):
    """An address that was published and has nothing to tell any more, and why.

    Of an issue: 01/02, a story, or 04, a page. Of the paper: any, without a slash before it.
    """

    address: str
    reason: str
