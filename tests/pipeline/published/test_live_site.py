"""A site's own lists of addresses, read where nothing else is known."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from banxin.model.fingerprint import digest
from banxin.pipeline.published import live_site
from banxin.pipeline.published.live_site import from_site
from banxin.problems import Problems

TEXT = "2022-04-01/\n2022-04-01/01/01/ 0123456789abcdef012345\n"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal of a test."""


@pytest.fixture(name="folder")
def site_folder(tmp_path: Path) -> Path:
    lists = tmp_path / "site/bao/addresses"
    lists.mkdir(parents=True)
    (lists / "2022.txt").write_text(TEXT)
    (lists / "index.txt").write_text(f"2022 {digest(TEXT.encode())}\n")
    return tmp_path / "site/bao"


@pytest.fixture(name="url")
def served(folder: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/bao/"
        server.shutdown()


def codes(where: str) -> tuple[list[str], list[str]]:
    problems = Problems()
    return list(from_site(where, problems)), [f"{p.severity} {p.code}" for p in problems]


def test_a_site_tells_what_it_published(url: str) -> None:
    assert codes(url) == (["2022-04-01/", "2022-04-01/01/01/"], [])


def test_a_copy_of_the_site_tells_the_same(folder: Path) -> None:
    assert codes(str(folder)) == (["2022-04-01/", "2022-04-01/01/01/"], [])


def test_a_site_without_lists_is_told_of_and_holds_nobody_up(url: str, folder: Path) -> None:
    (folder / "addresses/index.txt").unlink()
    assert codes(url) == ([], ["warning published-unknown"])


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/", "https://", "/no/such/folder"])
def test_a_site_that_does_not_answer_ends_the_build(where: str) -> None:
    assert codes(where) == ([], ["error published-unreadable"])


def test_a_list_that_is_cut_short_ends_the_build(url: str, folder: Path) -> None:
    (folder / "addresses/2022.txt").write_text(TEXT[:-9])
    assert codes(url) == ([], ["error published-unreadable"])


@pytest.mark.parametrize("text", ["<html>", "2022 short\n", "../x " + "0" * 32 + "\n"])
def test_an_index_that_is_none_ends_the_build(url: str, folder: Path, text: str) -> None:
    (folder / "addresses/index.txt").write_text(text)
    assert codes(url) == ([], ["error published-unreadable"])


def test_too_much_and_too_slow_end_the_build(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_site, "LARGEST", 50)
    assert codes(url)[1] == ["error published-unreadable"]
    monkeypatch.setattr(live_site, "LARGEST", 10_000)
    monkeypatch.setattr(live_site, "SECONDS", 0.0)
    assert codes(url)[1] == ["error published-unreadable"]


def test_a_host_in_trouble_ends_the_build_and_its_number_is_said(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may know more tomorrow: nothing is taken for unpublished."""
    monkeypatch.setattr(Quiet, "do_GET", lambda self: self.send_error(503))
    problems = Problems()
    assert list(from_site(url, problems)) == []
    (problem,) = problems
    assert (problem.code, dict(problem.details)["reason"]) == ("published-unreadable", "HTTP 503")
