"""What is written for programs: redirects, the feed, sitemaps, robots.txt, style sheets."""

from __future__ import annotations

import msgspec

from banxin.site.views.elements import View


class RedirectView(View, frozen=True):
    """An old address that leads to a new one."""

    url: str
    canonical: str
    title: str


class FeedEntry(msgspec.Struct, frozen=True):
    id: str
    url: str
    title: str
    updated: str  # RFC 3339
    published: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str
    content: str  # HTML with absolute addresses
    image: str = ""


class FeedView(View, frozen=True):
    id: str
    title: str
    subtitle: str
    url: str
    home: str
    updated: str
    language: str
    rights: str
    hub: str  # WebSub, "" without one
    entries: tuple[FeedEntry, ...]


class FeedListView(View, frozen=True):
    """All feeds, for a reader program to import: (title, address of the feed, of the page)."""

    title: str
    feeds: tuple[tuple[str, str, str], ...]


class SitemapView(View, frozen=True):
    """A sitemap of pages, or the index of sitemaps: (address, last change or "")."""

    urls: tuple[tuple[str, str], ...]


class NewsEntry(msgspec.Struct, frozen=True):
    url: str
    published: str  # RFC 3339
    title: str


class NewsSitemapView(View, frozen=True):
    """The articles of the last two days, as search engines for news take them."""

    name: str
    language: str  # zh-cn, en
    entries: tuple[NewsEntry, ...]


class RobotsView(View, frozen=True):
    sitemap: str
    disallow: tuple[str, ...] = ()


class StyleView(View, frozen=True):
    """A style sheet made from the theme's parameters: it sees the paper and nothing else."""
