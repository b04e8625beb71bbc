"""The paper as it is, before anything is drawn: frozen values, no input or output.

paper.py, issue.py, article.py, body.py and credits.py hold what a paper is made of; archive.py what
a build keeps of it; kinds.py what a kind of
article changes; fingerprint.py tells whether a value has changed, characters.py of which kind a
character is. May import problems. Never reads a file.

All paths (``file``, ``folder``) run from the project's root, with ``/``: content/issues/2022/…
Like nearly all values of this program they are msgspec Structs: quicker than dataclasses to
declare, which every command does, to make and to read from a cache.
Text is plain text unless its name says HTML. ``""``, ``None``, ``0`` and ``()`` mean: not given.
"""

from __future__ import annotations

from banxin.model.article import (
    Article,
    Correction,
    ExtraValue,
    Headline,
    Jump,
    Photo,
    Rank,
    SignOff,
    Source,
    Status,
)
from banxin.model.body import Body, Picture, Ref
from banxin.model.credits import Credit
from banxin.model.deploy_target import DeployTarget
from banxin.model.gone import Gone
from banxin.model.issue import Issue, Page, Standing
from banxin.model.kinds import ArticleKind
from banxin.model.paper import ExtraField, ExtraType, Paper, Person, PictureSettings, Term

__all__ = [
    "Article",
    "ArticleKind",
    "Body",
    "Correction",
    "Credit",
    "DeployTarget",
    "ExtraField",
    "ExtraType",
    "ExtraValue",
    "Gone",
    "Headline",
    "Issue",
    "Jump",
    "Page",
    "Paper",
    "Person",
    "Photo",
    "Picture",
    "PictureSettings",
    "Rank",
    "Ref",
    "SignOff",
    "Source",
    "Standing",
    "Status",
    "Term",
]
