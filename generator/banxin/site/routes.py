"""Addresses: the only module that knows what they look like.

Every function gives an address from the site's root without the base path: ``2022-04-01/01/``.
They never depend on titles, which get corrected; they are ASCII, lower case, and for ever.
"""

from __future__ import annotations

import posixpath
import re
from typing import Self
from urllib.parse import quote, unquote, urlsplit

import msgspec

from banxin.content.fields.addresses import is_base_url

HOME = ""
ARCHIVE = "archive/"
SEARCH = "search/"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NOT_FOUND = "404.html"
ASSETS = "assets/"
MEDIA = "/media/"  # in the addresses of pictures, and in no other
# Output paths below it lie in a folder of their own, not in the site's: see Elsewhere. Hidden, so
# that no address begins like it.
ELSEWHERE = ".banxin-media/"
DAYS = "today/"
NEWS_SITEMAP = "sitemap-news.xml"
LISTS_SITEMAP = "sitemap-lists.xml"
DAYS_SITEMAP = "sitemap-today.xml"
CORRECTIONS_SITEMAP = "sitemap-corrections.xml"
ADDRESSES = "addresses/"
CORRECTIONS = "corrections/"
CORRECTIONS_FEED = "corrections/feed.xml"
FEED_LIST = "feeds.opml"
_IN_URI = "/%:@!$&'()*+,;=-._~"  # RFC 3986, and what is escaped already
_DYNAMIC = re.compile(r"\.(?:aspx?|jspx?|php\d?|do|action|cgi|cfm|dll)$", re.IGNORECASE)
_ISSUE = re.compile(r"(\d{4}-\d\d-\d\d(?:-\d+)?)/", re.ASCII)


def issue(key: str) -> str:
    return f"{key}/"


def page(issue_key: str, page_key: str) -> str:
    """``page_key``: 01, or b1 of a page that is called B1."""
    return f"{issue_key}/{page_key}/"


def article(issue_key: str, article_key: str) -> str:
    return f"{issue_key}/{article_key}/"


def number(running: int) -> str:
    return f"n/{running}/"


def year(year: int) -> str:
    return f"{ARCHIVE}{year}/"


def month(year: int, month: int) -> str:
    return f"{ARCHIVE}{year}/{month:02}/"


def terms(kind: str) -> str:
    """All sections, columns, bylines … ``kind``: section, column, by, people or topic."""
    return f"{kind}/"


def term(kind: str, key: str) -> str:
    return f"{kind}/{key}/"


def term_year(kind: str, key: str, year: int) -> str:
    return f"{kind}/{key}/{year}/"


def day(month: int, day: int) -> str:
    """What was printed on that day of any year."""
    return f"{DAYS}{month:02}-{day:02}/"


def corrections(year: int) -> str:
    return f"{CORRECTIONS}{year}/"


def feed(kind: str, key: str) -> str:
    """An Atom feed: of everything (kind ""), of page 1 (front), or of a term."""
    if kind == "front":
        return "feed/page-01.xml"
    return term(kind, key) + FEED if kind else FEED


def json_feed(address: str) -> str:
    """The JSON Feed beside an Atom feed."""
    return address.removesuffix("xml") + "json"


def standing(key: str) -> str:
    return f"{key}/"


def old(path: str) -> str:
    """The address at which a plain server looks for ``path`` of an older site, from its root.

    It decodes what it is asked for, and serves a name without an ending as a folder; what is asked
    behind a question mark it doesn't heed.
    """
    path = path.partition("?")[0]
    address = posixpath.normpath(unquote(path)).strip("/")
    is_file = "." in address.rpartition("/")[2] and not path.endswith("/")
    return address if is_file or not address else f"{address}/"


def is_dynamic(path: str) -> bool:
    """Whether a plain server wouldn't know such a file as a page: a program used to answer."""
    return bool(_DYNAMIC.search(path.partition("?")[0]))


def is_query(path: str) -> bool:
    """Whether only what stands behind its question mark tells which page is meant."""
    return "?" in path and is_dynamic(path)


def sitemap(year: int) -> str:
    return f"sitemap-{year}.xml"


def media(issue_key: str, name: str) -> str:
    return f"{issue_key}{MEDIA}{name}"


def pdf(issue_key: str, page_key: str) -> str:
    """The printed page (版) as a PDF."""
    return f"{page(issue_key, page_key)}page.pdf"


def issue_of(address: str) -> str:
    """The key of the issue that ``address`` is one of, or lies below; "" for any other."""
    found = _ISSUE.match(address)
    return found[1] if found else ""


def file(address: str) -> str:
    """The output file that a plain static server answers with at ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


class Base(msgspec.Struct, frozen=True):
    """Where the site will lie: ``path`` begins and ends with ``/``, ``origin`` may be unknown."""

    path: str = "/"
    origin: str = ""  # https://example.org, without a slash at the end

    @classmethod
    def of(cls, base_url: str) -> Self:
        """From ``https://host/paper/`` or just ``/paper/``. Raises ValueError otherwise."""
        if base_url and not is_base_url(base_url):
            raise ValueError(base_url)
        parts = urlsplit(base_url)
        path = f"/{parts.path.strip('/')}/".replace("//", "/")
        return cls(path, f"{parts.scheme}://{parts.netloc}" if parts.netloc else "")

    def url(self, address: str) -> str:
        """For a link on a page."""
        return self.path + address

    def absolute(self, address: str) -> str:
        """For machines elsewhere; empty when the origin is unknown."""
        return f"{self.origin}{self.path}{address}" if self.origin else ""

    def uri(self, address: str) -> str:
        """The same in ASCII: a host by its registered name, what else isn't ASCII escaped."""
        parts = urlsplit(self.absolute(address))
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        return f"{parts.scheme}://{host}{quote(parts.path, safe=_IN_URI)}"


class Elsewhere(Base, frozen=True):
    """Another host's: links to it name it always."""

    def url(self, address: str) -> str:
        return self.absolute(address)
