"""What a check may know beside the archive."""

from __future__ import annotations

import msgspec

from banxin.model.published import NONE, PublishedAddresses
from banxin.site.link_targets import Targets


class CheckContext(msgspec.Struct, frozen=True):
    """``targets``: what a link may lead to, as readers get the site. ``layouts``: those that the
    theme has; None where it couldn't be read. ``published``: what readers were told at which
    address; ``lenient``: for a preview, where an address that vanishes is no error yet."""

    targets: Targets
    layouts: tuple[str, ...] | None
    published: PublishedAddresses = NONE
    lenient: bool = False
