"""How a preview begins and ends: port, address, browser, language; and what runs beside it."""

from __future__ import annotations

import errno
import socket
import threading
import time
import webbrowser
from pathlib import Path

import pytest

from banxin.pipeline.build import Report
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem
from banxin.server.preview import serve
from banxin.server.preview.background import Background
from tests.support.preview import PAGE, CopyingBuild, Preview, previewed, wait


def test_another_port_is_used_if_the_one_asked_for_is_taken(paper: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewed(paper, port=port) as preview:
            assert preview.port != port
            assert any(f"{port} 端口已被占用，改用 {preview.port}。" in s for s in preview.said)


def test_an_address_of_another_machine_is_a_problem(paper: Path) -> None:
    with pytest.raises(BuildFailed) as failed:
        serve(
            Project(paper),
            Options(output=paper / "out"),
            build=CopyingBuild(),
            base_path=lambda: "/",
            host="192.0.2.1",
            say=lambda _: None,
        )
    assert [p.code for p in failed.value.problems] == ["serve-address"]


def test_when_no_port_at_all_is_free_it_says_so(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr("banxin.server.preview.PreviewServer", taken)
    with pytest.raises(BuildFailed) as failed:
        serve(
            Project(paper),
            Options(output=paper / "out"),
            build=CopyingBuild(),
            base_path=lambda: "/",
            say=lambda _: None,
        )
    assert [p.code for p in failed.value.problems] == ["serve-address"]


def test_one_that_listens_on_every_address_is_opened_here_and_answers_to_no_foreign_name(
    paper: Path,
) -> None:
    with previewed(paper, host="0.0.0.0") as preview:
        assert any(f"http://127.0.0.1:{preview.port}/" in line for line in preview.said)
        assert preview.get("/", host="192.0.2.7").status == 200
        assert preview.get("/", host="evil.example").status == 403


def test_it_listens_on_this_computer_only(preview: Preview) -> None:
    assert any("http://127.0.0.1:" in line for line in preview.said)
    addresses = {a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in addresses - {"127.0.0.1", "127.0.1.1"}:
        with pytest.raises(OSError, match=r"."):
            socket.create_connection((str(address), preview.port), 0.3)


def test_the_browser_is_opened_when_asked(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    with previewed(paper, CopyingBuild(base="/paper/"), open_browser=True) as preview:
        wait(lambda: opened)
        assert opened == [f"http://127.0.0.1:{preview.port}/paper/"]


def test_it_speaks_english_too(paper: Path) -> None:
    (paper / "content/index.html").write_text("@@error")
    with previewed(paper, language="en") as preview, preview.events() as event:
        assert event()["title"].startswith("Errors: 1.")
        assert "Nothing to see yet" in preview.get("/").text
        assert "Preview stopped." not in preview.said
    assert "Preview stopped." in preview.said


def test_ctrl_c_ends_it_cleanly(paper: Path) -> None:
    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    said: list[str] = []
    before = threading.active_count()
    serve(
        Project(paper),
        Options(output=paper / "out"),
        build=interrupted,
        base_path=lambda: "/",
        port=0,
        say=said.append,
    )
    assert said[-1] == "预览已结束。"
    assert threading.active_count() == before


def test_what_follows_a_build_runs_beside_it_and_reloads_nothing(paper: Path) -> None:
    runs: list[int] = []
    with previewed(paper, after_build=lambda _: runs.append(1)) as preview:
        wait(lambda: len(runs) == 1)
        with preview.events() as event:
            first = event()
            preview.write("content/index.html", "@@error")
            event()
            preview.write("content/index.html", PAGE.format("旧"))
            assert event() == first
            wait(lambda: len(runs) == 2)
        with preview.events() as event:
            assert event() == first


def test_what_follows_a_build_may_fail(paper: Path) -> None:
    def failing(_: object) -> None:
        raise ValueError("no index")

    with previewed(paper, after_build=failing) as preview:
        wait(lambda: any("no index" in line for line in preview.said))
        assert preview.get("/").status == 200


def test_what_is_wrong_with_what_follows_a_build_is_told_as_a_problem(paper: Path) -> None:
    def failing(_: object) -> None:
        raise BuildFailed((Problem(Place("content/paper.yml"), "stray-file"),))

    with previewed(paper, after_build=failing) as preview:
        wait(lambda: any("content/paper.yml: 错误[stray-file]" in line for line in preview.said))
        assert preview.get("/").status == 200


def test_a_task_in_the_background_never_overlaps_and_is_done_again_when_out_of_date() -> None:
    running: list[int] = []
    most: list[int] = []
    runs: list[int] = []
    failures: list[Exception] = []
    go = threading.Event()

    def task() -> None:
        running.append(1)
        most.append(len(running))
        go.wait(2)
        running.pop()
        runs.append(1)

    background = Background(task, failures.append)
    background.ask()
    wait(lambda: running)
    for _ in range(5):
        background.ask()
    go.set()
    wait(lambda: len(runs) == 2)
    time.sleep(0.1)
    background.close()
    assert (max(most), len(runs), failures) == (1, 2, [])
