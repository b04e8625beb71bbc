"""After a deploy, some addresses are fetched as a reader does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from banxin.deploy import verification
from banxin.deploy.refusals import DeployFailed
from banxin.deploy.verification import MOST, chosen, verify
from tests.support.made_site import FIRST, write_site


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def url(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "PATIENCE", (0.0, 0.01))


def why(failed: pytest.ExceptionInfo[DeployFailed]) -> tuple[str, str, str]:
    problem = failed.value.problems[0]
    details = dict(problem.details)
    return problem.code, details["address"], details["why"]


def test_what_a_reader_gets_is_what_was_sent(site: Path, url: str) -> None:
    assert verify("oss", url, site, [p for p in FIRST if not p.startswith(".")]) == len(FIRST) - 1


def test_another_page_at_the_address_is_told(site: Path, url: str, tmp_path: Path) -> None:
    sent = write_site(tmp_path / "sent", {**FIRST, "index.html": b"<p>OTHER issue</p>"})
    with pytest.raises(DeployFailed) as failed:
        verify("oss", url, sent, ["index.html"])
    assert why(failed) == ("deploy-address", url, "≠")


def test_a_page_that_is_not_found_there_is_told(site: Path, url: str, tmp_path: Path) -> None:
    sent = write_site(tmp_path / "sent", {"说明/index.html": b"x"})
    with pytest.raises(DeployFailed) as failed:
        verify("oss", url, sent, ["说明/index.html"])
    assert why(failed) == ("deploy-address", f"{url}%E8%AF%B4%E6%98%8E/", "HTTP 404")


def test_an_address_where_nobody_answers_is_told(site: Path) -> None:
    with pytest.raises(DeployFailed) as failed:
        verify("oss", "http://127.0.0.1:9/", site, ["index.html"])
    assert "refused" in why(failed)[2]


def test_the_home_page_is_always_asked_for_and_few_others() -> None:
    assert chosen(()) == ("index.html",)
    picked = chosen([*FIRST, *(f"2022-04-02/{n:02}/index.html" for n in range(200))])
    assert picked[0] == "index.html"
    assert len(picked) <= MOST
    assert any(not path.endswith(".html") for path in picked)
    assert not [path for path in picked if "/." in f"/{path}"]
