"""The pages of an import are for whoever was given their address, on this computer; and forms come
from these pages alone."""

from __future__ import annotations

import http.client
from urllib.parse import urlencode, urlsplit

import pytest

from banxin.server.imports import Answer, Form, Part, Site, shown
from banxin.server.imports import http as served

FORM = "application/x-www-form-urlencoded"


class Taken:
    """A site that keeps the forms it is given."""

    def __init__(self) -> None:
        self.forms: list[Form] = []
        pages = {7: "<p>版心", 6: "<p>以前"}
        self.site = Site(lambda: 7, pages.get, self.part, self.take, "太长了")

    def part(self, name: str) -> Part | None:
        return (lambda: (b"png", "image/png")) if name == "7-0" else None

    def take(self, form: Form) -> Answer:
        self.forms.append(form)
        return Answer(page="<p>写好了") if form.get("do") == "write" else Answer("s3")


def asked(
    address: str, path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> tuple[int, bytes, str]:
    """Status, bytes and where it leads; ``headers`` over those of a browser on the page."""
    url = urlsplit(address)
    own = {"Host": url.netloc, "Origin": f"http://{url.netloc}", "Content-Type": FORM}
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection(url.hostname or "", url.port or 0, timeout=5)
    try:
        connection.request(method, path, body or None, {**own, **given})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers.get("Location", "")
    finally:
        connection.close()


def test_the_page_and_its_pictures_are_served() -> None:
    with shown(Taken().site, open_browser=False) as address:
        root = urlsplit(address).path
        assert asked(address, root) == (303, b"", f"{root}?7")
        assert asked(address, f"{root}?7")[:2] == (200, "<p>版心".encode())
        assert asked(address, f"{root}?6")[:2] == (200, "<p>以前".encode())
        assert asked(address, f"{root}?5") == asked(address, f"{root}?x") == (303, b"", f"{root}?7")
        assert asked(address, f"{root}7-0")[:2] == (200, b"png")


@pytest.mark.parametrize("path", ["/", "/x/", "@1", "@-1", "@../etc/passwd", "@%D9%A0"])
def test_nothing_else_is(path: str) -> None:
    with shown(Taken().site, open_browser=False) as address:
        asked_for = path.replace("@", urlsplit(address).path)
        assert asked(address, asked_for)[0] == 404


def test_another_sites_name_for_this_computer_is_refused() -> None:
    with shown(Taken().site, open_browser=False) as address:
        assert asked(address, urlsplit(address).path, Host="evil.example:80")[0] == 404


def test_a_form_is_taken_and_the_page_shown_again_at_its_place() -> None:
    found = Taken()
    typed = {"a": "“引号”\n第二行", "b": "", "c": "📰"}
    with shown(found.site, open_browser=False) as address:
        root = urlsplit(address).path
        assert asked(address, root, "POST", urlencode(typed).encode()) == (303, b"", f"{root}?7#s3")
        assert asked(address, root, "POST", b"do=write")[:2] == (200, "<p>写好了".encode())
    assert found.forms == [typed, {"do": "write"}]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example:80"}, 404),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Content_Type": "application/json"}, 400),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 400),
        ({"Content_Length": "x"}, 411),
        ({"Transfer_Encoding": "chunked"}, 411),
        ({"Content_Length": "9999999999"}, 413),
    ],
)
def test_any_other_form_is_refused(headers: dict[str, str], status: int) -> None:
    found = Taken()
    with shown(found.site, open_browser=False) as address:
        assert asked(address, urlsplit(address).path, "POST", b"a=1", **headers)[0] == status
        assert asked(address, "/x/", "POST", b"a=1")[0] == 404
    assert found.forms == []


def test_of_a_form_that_is_too_long_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "LONGEST", 10)
    found = Taken()
    with shown(found.site, open_browser=False) as address:
        said = asked(address, urlsplit(address).path, "POST", b"a=" + b"x" * 200_000)
    assert said[:2] == (413, "太长了".encode())
    assert found.forms == []
