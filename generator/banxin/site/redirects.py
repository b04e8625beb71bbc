"""Old addresses that lead to new ones: an issue's running number, and articles' aliases."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.site import page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueInput
from banxin.site.outputs import Output
from banxin.site.views import RedirectView
from banxin.site.wording import title_of


def redirects(site: SiteContext, inputs: IssueInput) -> Iterator[Output]:
    issue = inputs.issue
    if issue.number and inputs.owns_number and "numbers" in site.paper.lists:
        for number in range(issue.number, (issue.naming.last or issue.number) + 1):
            yield _redirect(site, routes.number(number), routes.issue(issue.key), title_of(issue))
    for article in issue.articles:
        address, title = routes.article(issue.key, article.key), article.title.text
        old = (routes.old(alias) for alias in article.aliases if not routes.is_query(alias))
        for alias in dict.fromkeys(old):
            if alias != address:  # it says that this address is this story's
                yield _redirect(site, alias, address, title, article.file)


def _redirect(site: SiteContext, old: str, new: str, title: str, source: str = "") -> Output:
    view = RedirectView(site.base.url(new), site.base.absolute(new), title)
    return page_kinds.REDIRECT.at(old, view, source)
