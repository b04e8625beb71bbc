"""What readers were told at an address, as far as anybody remembers."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

# the titles of what ``banxin init`` writes begin so: whoever has tried it may delete it
SPECIMEN = "样稿："


class PublishedAddress(msgspec.Struct, frozen=True):
    """``signature``: of the story (see likeness.py), ``title``: its headline; "" if not known."""

    signature: str = ""
    title: str = ""


PublishedAddresses = Mapping[str, PublishedAddress]  # by address: 2022-04-01/01/02/
NONE: PublishedAddresses = {}
