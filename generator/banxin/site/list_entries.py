"""One line of a list: an article, or an issue among its articles."""

from __future__ import annotations

from banxin.model.archive import Summary
from banxin.model.page_label import in_words
from banxin.site import routes
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueHead
from banxin.site.views import ListEntry
from banxin.site.wording import edition, long_date, serial


def entry(site: SiteContext, summary: Summary, *, by: str = "") -> ListEntry:
    """``by``: the key of the name whose list it is; then with what he did in the article."""
    done = (one.works for one in summary.signed if by and one.key == by)
    return ListEntry(
        url=site.base.url(routes.article(summary.issue, summary.key)),
        title=summary.title,
        date=long_date(summary.day),
        date_iso=summary.day.isoformat(),
        page=in_words(summary.label or str(summary.page)),
        names=summary.bylines,
        works=next(done, ()),
    )


def issue_entry(site: SiteContext, issue: IssueHead) -> ListEntry:
    words = (
        edition(issue.edition, issue.naming.edition_name),
        serial(issue.day, issue.number, issue.naming),
        f"全部{issue.counted}版" if issue.counted else "",
    )
    return ListEntry(
        url=site.base.url(routes.issue(issue.key)),
        title="　".join(word for word in words if word),
        date=long_date(issue.day),
        date_iso=issue.day.isoformat(),
        page="",
        names=(),
    )
