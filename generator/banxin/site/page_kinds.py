"""Every kind of page: the template that draws it and the value that its template is given.

A new kind is that value (in views/), a function that plans it, a template in each theme, and its
row here. The tests draw each row with every bundled theme; the guide for themes lists them.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from banxin.site import routes, views
from banxin.site.outputs import Drawn
from banxin.site.views import View

V = TypeVar("V", bound=View)


class PageKind(msgspec.Struct, Generic[V], frozen=True):
    """``shows``: what it is, for the guide. ``built_in``: Banxin brings the template, which a theme
    may replace. ``optional``: without the template there is no such file."""

    template: str
    view: type[V]
    shows: str
    built_in: bool = False
    optional: bool = False

    def at(self, address: str, view: V, source: str = "") -> Drawn:
        """The page at ``address``. ``source``: the file in which an editor chose it, if one did."""
        return Drawn(routes.file(address), self.template, view, source)


HOME = PageKind("home.html", views.IssueView, "首页：最新一期")
ISSUE = PageKind("issue.html", views.IssueView, "一期")
PAGE = PageKind("page.html", views.PageView, "一版")
ARTICLE = PageKind("article.html", views.ArticleView, "一篇稿，撤了的也是")
LIST = PageKind(
    "list.html", views.ListView, "一个版块、栏目、署名、人物的一年；一个专题；历年的同一天"
)
INDEX = PageKind(
    "index.html", views.IndexView, "一个版块、栏目、署名、人物的各年；全部版块、栏目……"
)
ARCHIVE = PageKind("archive.html", views.ArchiveView, "往期")
YEAR = PageKind("year.html", views.YearView, "一年的日历")
MONTH = PageKind("month.html", views.MonthView, "一月的日历和各期")
STANDING = PageKind("standing.html", views.StandingView, "固定页面：关于本报……")
NOT_FOUND = PageKind("404.html", views.MessageView, "找不到的页")
EMPTY = PageKind("empty.html", views.MessageView, "还没有出报时的首页")
SEARCH = PageKind("search.html", views.MessageView, "检索页")
REDIRECT = PageKind("redirect.html", views.RedirectView, "旧地址转到新地址", built_in=True)
FEED = PageKind("feed.xml", views.FeedView, "订阅源", built_in=True)
FEED_LIST = PageKind("feeds.opml", views.FeedListView, "全部订阅源的清单", built_in=True)
SITEMAP = PageKind("sitemap.xml", views.SitemapView, "一年的站点地图", built_in=True)
SITEMAP_INDEX = PageKind("sitemapindex.xml", views.SitemapView, "各年的站点地图", built_in=True)
NEWS_SITEMAP = PageKind(
    "newssitemap.xml", views.NewsSitemapView, "最近两天的新闻站点地图", built_in=True
)
ROBOTS = PageKind("robots.txt", views.RobotsView, "给搜索引擎的话", built_in=True)
STYLES = PageKind("parameters.css", views.StyleView, "由参数生成的样式，可以没有", optional=True)

# all of the above, in their order
PAGE_KINDS = tuple(kind for kind in globals().values() if isinstance(kind, PageKind))
