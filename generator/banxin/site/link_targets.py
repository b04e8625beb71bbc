"""Every address that a link or a jump may lead to, looked up only when something leads there.

A target is a Markdown file, or for a jump an issue and an article: "2022-04-01/03/05".
"""

from __future__ import annotations

from banxin.model.archive import Archive, ArticleRow, IssueRow
from banxin.site import routes


class Targets:
    """Articles, issues and standing pages of an archive. ``drafts``: articles in the making, too.

    Few are pointed at, so nothing is laid out for the tens of thousands that aren't.
    """

    def __init__(self, archive: Archive, *, drafts: bool) -> None:
        self._drafts = drafts
        self._standing = {page.file: routes.standing(page.key) for page in archive.standing}
        self._folders = {row.folder: row for row in archive.rows}
        self._keys = {row.key: row for row in archive.rows}

    def get(self, target: str) -> str | None:
        """The address of ``target``; None if it leads nowhere."""
        if target in self._standing:
            return self._standing[target]
        issue = self._folders.get(target.removesuffix("/issue.md"))
        if issue and target.endswith("/issue.md"):
            return routes.issue(issue.key)
        found = self._found(target)
        if found is None or (found[1].draft and not self._drafts):
            return None
        return routes.article(found[0].key, found[1].key)

    def printed_on(self, target: str) -> str:
        """The label of the page where that article is printed; "" of anything else."""
        found = self._found(target)
        return found[1].page if found else ""

    def is_draft(self, target: str) -> bool:
        """Whether ``target`` is an article that isn't to be published yet."""
        found = self._found(target)
        return found is not None and found[1].draft

    def __contains__(self, target: str) -> bool:
        return self.get(target) is not None

    def _found(self, target: str) -> tuple[IssueRow, ArticleRow] | None:
        """The article of that file or those numbers, draft or not."""
        issue = self._folders.get(target.rpartition("/")[0])
        if issue is None:
            issue = self._keys.get(target.partition("/")[0])
        if issue is None:
            return None
        key = target.removeprefix(f"{issue.key}/")
        found = (a for a in issue.articles if target == a.file or key == a.key)
        return next(((issue, article) for article in found), None)
