"""What search engines are told (sitemaps.org): a sitemap a year, their index, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.site import page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import SitewideInput, YearInput
from banxin.site.outputs import Output
from banxin.site.views import RobotsView, SitemapView


def sitemap(site: SiteContext, inputs: YearInput) -> Iterator[Output]:
    if not site.base.origin:
        return
    base = site.base
    recorded = {(a.issue, a.page) for a in inputs.articles}
    urls = []
    for issue in inputs.issues:
        day = issue.day.isoformat()
        keys = enumerate(issue.page_keys, 1)
        pages = [key for number, key in keys if (issue.key, number) in recorded]
        urls.append((base.absolute(routes.issue(issue.key)), day))
        urls += [(base.absolute(routes.page(issue.key, key)), day) for key in pages]
    for a in inputs.articles:
        if a.listed and not a.withdrawn:
            urls.append((base.absolute(routes.article(a.issue, a.key)), a.changed.isoformat()))
    yield page_kinds.SITEMAP.at(routes.sitemap(inputs.year), SitemapView(tuple(urls)))


def sitemap_index(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    if site.base.origin:
        maps = tuple((site.base.absolute(routes.sitemap(y.year)), "") for y in inputs.years)
        yield page_kinds.SITEMAP_INDEX.at(routes.SITEMAP, SitemapView(maps))


def robots(site: SiteContext, _: SitewideInput) -> Iterator[Output]:
    view = RobotsView(site.base.absolute(routes.SITEMAP))
    yield page_kinds.ROBOTS.at(routes.ROBOTS, view)
