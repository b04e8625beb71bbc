from __future__ import annotations

import pytest

from banxin.site import routes
from banxin.site.routes import Base


def test_addresses_are_as_designed() -> None:
    assert routes.issue("2022-04-01-2") == "2022-04-01-2/"
    assert routes.page("2022-04-01", "01") == "2022-04-01/01/"
    assert routes.article("2022-04-01", "01/02") == "2022-04-01/01/02/"
    assert routes.number(3547) == "n/3547/"
    assert routes.month(2022, 4) == "archive/2022/04/"
    assert routes.term_year("section", "yaowen", 2022) == "section/yaowen/2022/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("archive/", "archive/index.html"),
        ("feed.xml", "feed.xml"),
        ("404.html", "404.html"),
    ],
)
def test_a_plain_server_finds_the_file_of_every_address(address: str, file: str) -> None:
    assert routes.file(address) == file


@pytest.mark.parametrize(
    ("given", "path", "absolute"),
    [
        ("https://example.org/", "/", "https://example.org/archive/"),
        ("https://example.org", "/", "https://example.org/archive/"),
        ("https://a.github.io/paper", "/paper/", "https://a.github.io/paper/archive/"),
        ("http://localhost:8000/x/y/", "/x/y/", "http://localhost:8000/x/y/archive/"),
        ("https://衢江.中国/报/", "/报/", "https://衢江.中国/报/archive/"),
        ("https://[::1]:8000/", "/", "https://[::1]:8000/archive/"),
        ("HTTPS://example.org/a%20b/", "/a%20b/", "https://example.org/a%20b/archive/"),
        ("/paper/", "/paper/", ""),
        ("/", "/", ""),
        ("", "/", ""),
    ],
)
def test_a_base_is_read_from_a_url_or_a_path(given: str, path: str, absolute: str) -> None:
    base = Base.of(given)
    assert base.path == path
    assert base.absolute(routes.ARCHIVE) == absolute
    assert base.url(routes.ARCHIVE) == f"{path}archive/"


@pytest.mark.parametrize(
    "given",
    [
        *("example.org", "ftp://x/", "javascript:1", "https://", "https://a/?b", "https://a b/"),
        *("https://a:99999/", "https://a:x/", "https://u:p@a/", "https://.../", "https://[::1/"),
        *("/../x/", "https://a/../../x/", "https://a/x/./y/", "https://a/%2e%2e/x/", "/a//b/"),
        *(
            "https://a/\\u4e2d/",
            "https://a\\b/",
            "/\\u4e2d/",
            "//a/x/",
            'https://a/"/',
            "https://a/<b>/",
        ),
        *("https://a/\udcbb/", "https://\udcbb/", "https://a/\u200b/", "https://a/%00/", "/a\nb/"),
    ],
)
def test_what_is_no_base_url_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Base.of(given)


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("/html/2022-04/01/content_123.htm", "html/2022-04/01/content_123.htm"),
        ("/node/123", "node/123/index.html"),
        ("/node/123/", "node/123/index.html"),
        ("/v1.2/", "v1.2/index.html"),
        ("/%E6%97%A7/a%20b.htm", "旧/a b.htm"),
        ("/a//b/./c.htm", "a/b/c.htm"),
        ("/.", "index.html"),
        ("/%2e%2e/a.htm", "a.htm"),
    ],
)
def test_an_old_address_is_the_file_that_a_plain_server_looks_for(typed: str, file: str) -> None:
    assert routes.file(routes.old(typed)) == file
