"""What is asked of a host, and what an object storage is told of each file beside its bytes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from banxin.deploy.host import Host
from banxin.deploy.rclone import Rclone, RcloneError
from banxin.deploy.sending_order import MINUTES, YEAR, batches
from tests.support.hosts import ServedHost
from tests.support.made_site import FIRST, PICTURE

Kept = dict[str, str | None]


class Storage(BaseHTTPRequestHandler):
    """Takes whatever is put there, and notes for how long it may be kept."""

    protocol_version = "HTTP/1.1"

    def __init__(self, kept: Kept, *given: object) -> None:
        self.kept = kept
        super().__init__(*given)  # type: ignore[arg-type]

    def do_PUT(self) -> None:
        size = self.headers.get("Content-Length")
        if size is None:  # in chunks, each behind its size
            while chunk := int(self.rfile.readline().split(b";")[0], 16):
                self.rfile.read(chunk + 2)
            self.rfile.readline()
        else:
            self.rfile.read(int(size))
        self.kept[self.path.partition("?")[0]] = self.headers.get("Cache-Control")
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def kept() -> Kept:
    return {}


@pytest.fixture
def storage(kept: Kept) -> Iterator[dict[str, str]]:
    """How rclone reaches it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Storage, kept)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {
            "RCLONE_CONFIG": os.devnull,
            "RCLONE_CONFIG_OSS_TYPE": "s3",
            "RCLONE_CONFIG_OSS_PROVIDER": "Alibaba",
            "RCLONE_CONFIG_OSS_ENDPOINT": f"http://127.0.0.1:{server.server_port}",
            "RCLONE_CONFIG_OSS_ACCESS_KEY_ID": "a",
            "RCLONE_CONFIG_OSS_SECRET_ACCESS_KEY": "b",
            "RCLONE_CONFIG_OSS_FORCE_PATH_STYLE": "true",
            "RCLONE_CONFIG_OSS_NO_HEAD": "true",
        }
        server.shutdown()


def test_a_storage_is_told_how_long_browsers_may_keep_a_file(
    site: Path, tmp_path: Path, storage: dict[str, str], kept: Kept
) -> None:
    sizes = {path: len(FIRST[path]) for path in ("index.html", PICTURE)}
    with Rclone({**os.environ, **storage}) as rclone:
        host = Host(rclone, "oss:bucket/paper", tmp_path)
        for header, batch in batches(sizes, most=10, heaviest=10_000):
            host.send(site, batch, header, lambda arrived: None)
    assert kept == {
        "/bucket/paper/index.html": MINUTES,
        f"/bucket/paper/{PICTURE}": YEAR,
    }


class Answers(Rclone):
    """An rclone that isn't there: what it answers, one call after the other."""

    def __init__(self, *answers: Exception | None) -> None:
        super().__init__({}, "rclone")
        self.answers = list(answers)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        answer = self.answers.pop(0)
        if answer:
            raise answer
        Path(str(parameters["dstFs"]), str(parameters["dstRemote"])).write_bytes(b"whole")
        return {}


BUSY = RcloneError("source file is being updated (size changed from 1 to 2)")


def test_a_file_that_is_replaced_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    host = Host(Answers(BUSY, BUSY, None), "oss:bucket", tmp_path)
    assert host.read("record") == b"whole"


@pytest.mark.parametrize(
    "answers", [[BUSY] * 5, [RcloneError("connection refused")]], ids=["never still", "host gone"]
)
def test_one_that_cannot_be_read_is_not_taken_for_none(
    tmp_path: Path, answers: list[Exception]
) -> None:
    rclone = Answers(*answers)
    with pytest.raises(RcloneError, match=str(answers[-1]).split()[0]):
        Host(rclone, "oss:bucket", tmp_path).read("record")
    assert rclone.answers == []


def test_in_a_folder_that_is_not_there_lies_nothing(host: ServedHost, tmp_path: Path) -> None:
    with Rclone(host.environ) as rclone:
        assert Host(rclone, host.place, tmp_path).names("2022-04-01") == ()


def test_a_host_that_is_gone_is_not_taken_for_an_empty_folder(tmp_path: Path) -> None:
    rclone = Answers(RcloneError("connection refused"))
    with pytest.raises(RcloneError, match="refused"):
        Host(rclone, "oss:bucket", tmp_path).names("2022-04-01")


def test_a_folder_in_which_something_of_others_lies_stays(host: ServedHost, tmp_path: Path) -> None:
    (host.files / "a/b").mkdir(parents=True)
    (host.files / "a/notes.txt").write_bytes(b"not yours")
    with Rclone(host.environ) as rclone:
        Host(rclone, host.place, tmp_path).remove_empty(["a", "a/b"])
    assert [path.name for path in host.files.rglob("*")] == ["a", "notes.txt"]
