"""A page at each address that leads to nothing any more: that it does, and why."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from banxin.site import page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueInput, SitewideInput
from banxin.site.outputs import Output
from banxin.site.views import Link, PageHead, StandingView
from banxin.site.wording import title_of

_TITLE = "这里的内容不再提供"
_BODY = Markup('<p>{}</p>\n<p><a href="{}">{}</a></p>\n')


def gone_of_issue(site: SiteContext, inputs: IssueInput) -> Iterator[Output]:
    issue = inputs.issue
    up = site.link(routes.issue(issue.key), title_of(issue))
    for gone in issue.gone:
        address = f"{issue.key}/{gone.address}/"
        yield _page(address, gone.reason, up, f"{issue.folder}/issue.md")


def gone_of_paper(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    up = site.link(routes.ARCHIVE, "往期")
    for gone in inputs.gone:
        yield _page(routes.old(gone.address), gone.reason, up, "content/paper.yml")


def _page(address: str, reason: str, up: Link, source: str) -> Output:
    """Without a canonical address: none is to be remembered."""
    body = _BODY.format(reason, up.url, up.text)
    view = StandingView(PageHead(_TITLE, index=False), _TITLE, body)
    return page_kinds.STANDING.at(address, view, source)
