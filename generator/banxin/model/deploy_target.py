"""Where a finished site is brought to (deploy in paper.yml). No part of what pages show."""

from __future__ import annotations

import msgspec


class DeployTarget(msgspec.Struct, frozen=True):
    """A host by the name that the editor gave it; either ``to`` or ``git`` is set.

    ``to`` is a remote of rclone's configuration and a folder there (``oss:bucket/paper``), or a
    folder of this computer. ``git``: a repository's address, or the name of a remote.
    """

    name: str
    to: str = ""
    git: str = ""
    branch: str = "gh-pages"
    media: str = ""  # as ``to``, for the pictures of a paper with a media_base
    url: str = ""  # where readers find it, ends with "/"; empty: unknown
