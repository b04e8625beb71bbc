"""Files for programs, by what they are made from: an issue, a year, the site.

A new one is a function in a module of its own and its place in one of these rows. Whatever can be
told from an issue alone may as well come from a plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from banxin.site.context import SiteContext
from banxin.site.feeds import feed_list
from banxin.site.gone_pages import gone_of_issue, gone_of_paper
from banxin.site.inputs import IssueInput, SitewideInput, YearInput
from banxin.site.outputs import Output
from banxin.site.redirects import redirects
from banxin.site.root_files import root_files
from banxin.site.sitemaps import lists_sitemap, robots, sitemap, sitemap_index

OF_ISSUE: tuple[Callable[[SiteContext, IssueInput], Iterator[Output]], ...] = (
    redirects,
    gone_of_issue,
)
OF_YEAR: tuple[Callable[[SiteContext, YearInput], Iterator[Output]], ...] = (sitemap,)
OF_SITE: tuple[Callable[[SiteContext, SitewideInput], Iterator[Output]], ...] = (
    feed_list,
    robots,
    sitemap_index,
    lists_sitemap,
    gone_of_paper,
    root_files,
)
