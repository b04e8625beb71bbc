"""The last look at an issue: what will be printed, what is left out, what somebody should see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from banxin.model import Article, Issue
from banxin.model.kinds import kind_of

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_TOOK = re.compile("图|摄")  # roles of whom a byline says that the pictures are theirs, too
_ENOUGH = 60  # characters by which a text is known again


class PageOverview(msgspec.Struct, frozen=True):
    """A page (版) with the titles that stand on it, in printed order."""

    number: str  # what it is called: 1, B1
    name: str
    titles: tuple[str, ...]


class IssueOverview(msgspec.Struct, frozen=True):
    """``drafts``, ``withdrawn``, ``unsigned`` and ``undescribed`` are names of articles' files;

    the last two of those with a picture that has no credit, or nothing for who can't see it.
    ``doubled``: pairs of files that tell the same story. ``unused``: pictures that no story shows.
    """

    key: str
    folder: str
    pages: tuple[PageOverview, ...]
    drafts: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    undescribed: tuple[str, ...] = ()
    doubled: tuple[tuple[str, str], ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Stories that are printed."""
        return sum(len(page.titles) for page in self.pages)


def overview(issue: Issue, files: Iterable[str] = (), *, drafts: bool = False) -> IssueOverview:
    """``files``: what lies in the issue's folder. ``drafts``: whether they are printed, as in a
    preview."""
    statuses = ("published", "draft") if drafts else ("published",)
    printed = [a for a in issue.articles if a.status in statuses]
    ours = [a for a in printed if kind_of(a.kind).listed]  # an advertisement's are its owner's
    return IssueOverview(
        issue.key,
        issue.folder,
        tuple(
            PageOverview(
                page.printed,
                page.name,
                tuple(a.title.text for a in page.articles if a.status in statuses),
            )
            for page in issue.pages
        ),
        () if drafts else tuple(_name(a) for a in issue.articles if a.status == "draft"),
        tuple(_name(a) for a in issue.articles if a.status == "withdrawn"),
        tuple(_name(a) for a in ours if _lacks_credit(a)),
        tuple(_name(a) for a in printed if any(not (p.alt or p.caption) for p in a.photos)),
        tuple(_doubled(printed)),
        tuple(_unused(issue, files)),
    )


def _lacks_credit(article: Article) -> bool:
    """Whether nobody is named whose a picture is, neither there nor in the byline (文/图)."""
    taken = any(_TOOK.search(one.role) for one in article.byline)
    return not taken and any(not photo.credits for photo in article.photos)


def _unused(issue: Issue, files: Iterable[str]) -> Iterator[str]:
    bodies = (issue.introduction, *(a.body for a in issue.articles))
    used = {ref.target for body in bodies for ref in body.refs}
    used |= {photo.picture.file for a in issue.articles for photo in a.photos}
    used |= {page.image.file for page in issue.pages if page.image}
    for name in sorted(files):
        if name.lower().endswith(_PICTURES) and f"{issue.folder}/{name}" not in used:
            yield name


def _name(article: Article) -> str:
    return article.file.rpartition("/")[2]


def _doubled(articles: list[Article]) -> Iterator[tuple[str, str]]:
    """A story that was put in twice has the same text; a title alone may well stand twice."""
    known: dict[str, Article] = {}
    for article in articles:
        beginning = "".join(article.body.text.split())[:_ENOUGH]
        if len(beginning) < _ENOUGH:
            beginning = f"{article.title.text}\n{beginning}"
        if beginning in known:
            yield _name(known[beginning]), _name(article)
        known.setdefault(beginning, article)
