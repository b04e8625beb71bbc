"""What is written for programs: redirects, the feed, sitemaps, robots.txt, style sheets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address that leads to a new one."""

    url: str
    canonical: str
    title: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    id: str
    url: str
    title: str
    updated: str  # RFC 3339
    published: str
    authors: tuple[str, ...]
    section: str
    summary: str
    content: str  # HTML with absolute addresses


@dataclass(frozen=True, slots=True)
class FeedView:
    id: str
    title: str
    subtitle: str
    url: str
    home: str
    updated: str
    language: str
    rights: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A sitemap of pages, or the index of sitemaps: (address, last change or "")."""

    urls: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    sitemap: str
    disallow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StyleView:
    """A style sheet made from the theme's parameters: it sees the paper and nothing else."""
