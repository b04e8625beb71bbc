"""One frozen Struct for each kind of page: all that its template may see.

A template gets two values: ``paper`` (a PaperView, the same on every page) and ``page`` (a
View, see page_kinds). URLs begin with the base path and can be printed as they are; ``Markup`` is
HTML that is safe to print; every other text is escaped by the template.

It imports the model and the layout's rows; it never reads a file, and computes nothing: that is
the site's.
"""

from __future__ import annotations

from banxin.layout.rows import Block, Placed, Row
from banxin.site.views.elements import (
    Byline,
    Count,
    Extra,
    FeedLink,
    Image,
    Lead,
    Link,
    Masthead,
    Notice,
    PageHead,
    PageLink,
    PaperView,
    Variant,
    View,
)
from banxin.site.views.feeds import (
    FeedEntry,
    FeedListView,
    FeedView,
    NewsEntry,
    NewsSitemapView,
    RedirectView,
    RobotsView,
    SitemapView,
    StyleView,
)
from banxin.site.views.lists import (
    ArchiveView,
    ArchiveYear,
    CalendarDay,
    IndexView,
    IssueEntry,
    ListEntry,
    ListView,
    MessageView,
    MonthCalendar,
    MonthView,
    StandingView,
    YearView,
)
from banxin.site.views.pages import ArticleView, IssueView, Item, PageView

__all__ = [
    "ArchiveView",
    "ArchiveYear",
    "ArticleView",
    "Block",
    "Byline",
    "CalendarDay",
    "Count",
    "Extra",
    "FeedEntry",
    "FeedLink",
    "FeedListView",
    "FeedView",
    "Image",
    "IndexView",
    "IssueEntry",
    "IssueView",
    "Item",
    "Lead",
    "Link",
    "ListEntry",
    "ListView",
    "Masthead",
    "MessageView",
    "MonthCalendar",
    "MonthView",
    "NewsEntry",
    "NewsSitemapView",
    "Notice",
    "PageHead",
    "PageLink",
    "PageView",
    "PaperView",
    "Placed",
    "RedirectView",
    "RobotsView",
    "Row",
    "SitemapView",
    "StandingView",
    "StyleView",
    "Variant",
    "View",
    "YearView",
]
