"""What clients can't do to the servers: hold them for ever, or keep the machine busy."""

from __future__ import annotations

import errno
import os
import resource
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from banxin.problems import BuildFailed, Place, Problem, texts
from banxin.problems.reports import report
from banxin.problems.texts.sentences import sentences
from banxin.server.preview.http import PreviewServer
from banxin.server.preview.limits import TimedRequest
from tests.support.paper import Paper
from tests.support.preview import PAGE, CopyingBuild, previewed, wait
from tests.support.regions_page import copied, drawing


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PreviewServer, "request_seconds", 0.5)


def held(port: int, head: bytes, rest: bytes) -> float:
    """Seconds until the server hangs up on one who sends a byte of the ``rest`` at a time."""
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall(head)
        connection.settimeout(0.05)
        for byte in rest:
            try:
                connection.send(bytes((byte,)))
                if not connection.recv(1000):
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
    return time.monotonic() - started


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("head", [b"", b"GET / HTTP/1.1\r\nX: "])
def test_a_client_that_drips_is_hung_up_on(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.html").write_text(PAGE.format("首页"))
    with previewed(tmp_path, CopyingBuild()) as preview:
        assert held(preview.port, head, b"x" * 200) < 5
        assert "首页" in preview.get("/").text


@pytest.mark.usefixtures("impatient")
def test_one_that_drips_what_it_wants_to_save_is_too(tmp_path: Path) -> None:
    with drawing(copied(tmp_path)) as board:
        fields = f"Host: {board.host}\r\nOrigin: http://{board.host}\r\n"
        fields += "Content-Type: application/json\r\nContent-Length: 90000\r\n"
        head = f"POST /save HTTP/1.1\r\n{fields}X-Banxin-Token: {board.token}\r\n\r\n".encode()
        assert held(int(board.host.partition(":")[2]), head, b"x" * 200) < 5
        assert board.get("/").status == 200


def test_time_that_has_run_out_ends_a_request_though_more_of_it_lies_there() -> None:
    client, server = socket.socketpair()
    with client, server:
        client.sendall(b"GET / HTTP/1.1\r\n")
        with pytest.raises(TimeoutError):
            TimedRequest(server, 0.0).read(1)


def test_without_files_left_the_preview_rests_says_why_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.html").write_text(PAGE.format("首页"))
    with previewed(tmp_path, CopyingBuild()) as preview:
        port, asked = preview.port, 0

        def refuse(self: socket.socket) -> None:
            nonlocal asked
            asked += 1
            raise OSError(errno.EMFILE, "Too many open files")

        with monkeypatch.context() as patch:
            patch.setattr(socket.socket, "accept", refuse)
            with socket.create_connection(("127.0.0.1", port), 10) as connection:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                wait(lambda: any("上限" in line for line in preview.said))
                time.sleep(1.2)
        assert asked < 6
        assert sum("上限" in line for line in preview.said) == 1
        assert "首页" in preview.get("/").text


def test_a_preview_can_explain_a_problem_without_opening_a_file(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    texts.problem_text.cache_clear()
    sentences.cache_clear()
    with previewed(tmp_path, CopyingBuild()) as preview:
        assert preview.port
        problem = Problem(Place("x"), "too-many-open")
        with limited(0):
            assert "上限" in report((problem,), language="zh")


def test_a_build_that_may_open_no_more_files_says_so_and_not_that_the_cache_is_bad(
    tmp_path: Path,
) -> None:
    paper = Paper(tmp_path)
    paper.issue("2024-01-01", "一。", number=1)
    paper.build()
    for left in range(8):
        with limited(left):
            found = codes(paper)
        assert found == {"too-many-open"}, left
    assert codes(paper) == set()


def codes(paper: Paper) -> set[str]:
    try:
        paper.build()
    except BuildFailed as failed:
        return {p.code for p in failed.problems}
    return set()


@contextmanager
def limited(left: int) -> Iterator[None]:
    """No more than so many files can be opened."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    taken: list[int] = []
    try:
        with suppress(OSError):
            while True:
                taken.append(os.open(os.devnull, os.O_RDONLY))
        for _ in range(left):
            os.close(taken.pop())
        yield
    finally:
        for file in taken:
            os.close(file)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
