"""The page of an import is for whoever was given its address, on this computer."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from banxin.server.imports import shown


def asked(address: str, path: str, host: str = "") -> tuple[int, bytes]:
    url = urlsplit(address)
    connection = http.client.HTTPConnection(url.hostname or "", url.port or 0, timeout=5)
    try:
        connection.request("GET", path, headers={"Host": host or url.netloc})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_the_page_and_its_pictures_are_served() -> None:
    with shown("<p>版心", [lambda: (b"png", "image/png")], open_browser=False) as address:
        root = urlsplit(address).path
        assert asked(address, root) == (200, "<p>版心".encode())
        assert asked(address, f"{root}0") == (200, b"png")


@pytest.mark.parametrize("path", ["/", "/x/", "@1", "@-1", "@../etc/passwd", "@%D9%A0"])
def test_nothing_else_is(path: str) -> None:
    with shown("<p>版心", [lambda: (b"png", "image/png")], open_browser=False) as address:
        asked_for = path.replace("@", urlsplit(address).path)
        assert asked(address, asked_for)[0] == 404


def test_another_sites_name_for_this_computer_is_refused() -> None:
    with shown("<p>版心", [], open_browser=False) as address:
        assert asked(address, urlsplit(address).path, host="evil.example:80")[0] == 404
