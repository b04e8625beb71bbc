"""What goes wrong with a host, met on real servers where they can be made to fail."""

from __future__ import annotations

import os
import resource
import socket
from pathlib import Path

import pytest

from banxin.deploy import rclone
from banxin.deploy.deployment import DeployRequest, deploy
from banxin.deploy.rclone import Rclone, RcloneMissing
from banxin.deploy.refusals import DeployFailed, refusal, shown
from banxin.model import DeployTarget
from banxin.problems.reports import as_text
from tests.support.hosts import PASSWORD, SERVED, ServedHost
from tests.support.hosts import rclone as rclone_program
from tests.support.made_site import FIRST, deployed, write_site

each_server = pytest.mark.parametrize("host", SERVED, indirect=True)


def told(failed: pytest.ExceptionInfo[DeployFailed]) -> str:
    assert len(failed.value.problems) == 1
    return failed.value.problems[0].code


def failing(host: ServedHost, site: Path, memory: Path, place: str = "") -> str:
    target = DeployTarget("host", place or host.place)
    request = DeployRequest(target, "江城晨报", ((site, place or host.place),), memory)
    with pytest.raises(DeployFailed) as failed:
        deploy(request, host.environ, lambda *_: None)
    for problem in failed.value.problems:
        for language in ("zh", "en"):
            assert PASSWORD not in as_text(problem, language)
    return told(failed)


@pytest.mark.parametrize("kind", SERVED)
def test_a_wrong_password_is_told_as_such(
    kind: str, site: Path, memory: Path, tmp_path: Path
) -> None:
    host = ServedHost(kind, tmp_path / "host", "another-secret")
    host.start()
    try:
        assert failing(host, site, memory) == "deploy-credentials"
        assert host.seen() == {}
    finally:
        host.stop()


@each_server
def test_a_host_that_is_down_is_told_as_such_and_later_gets_all(
    host: ServedHost, site: Path, memory: Path
) -> None:
    host.stop()
    assert failing(host, site, memory) == "deploy-host-silent"
    host.start()
    deployed(host, site, memory)
    assert host.seen() == FIRST


@each_server
def test_a_place_that_is_not_there_is_not_made(host: ServedHost, site: Path, memory: Path) -> None:
    """Its name may be mistyped."""
    place = "host:buckte" if host.kind == "s3" else "host:bucket/papre"
    assert failing(host, site, memory, place) == "deploy-place-missing"
    assert [f.name for f in host.root.rglob("*")] == ["bucket", "paper"]


def test_a_host_that_rclone_does_not_know_is_told_as_such(
    host: ServedHost, site: Path, memory: Path
) -> None:
    assert failing(host, site, memory, "nowhere:bucket") == "deploy-host-unknown"


def test_a_name_that_nobody_has_is_a_matter_of_the_network(
    host: ServedHost, site: Path, memory: Path
) -> None:
    host.environ |= {
        "RCLONE_CONFIG_AWAY_TYPE": "sftp",
        "RCLONE_CONFIG_AWAY_HOST": "no-such-host.invalid",
        "RCLONE_CONFIG_AWAY_PASS": rclone_program("obscure", "x"),
    }
    assert failing(host, site, memory, "away:bucket") == "deploy-no-network"


@pytest.mark.parametrize("host", ["sftp", "webdav"], indirect=True)
def test_a_disk_that_takes_no_more_is_told_as_such_and_later_gets_the_rest(
    host: ServedHost, memory: Path, tmp_path: Path
) -> None:
    """The server may write no file beyond a size, as on a disk that is full."""
    large = {**FIRST, "files/large.pdf": os.urandom(400_000)}
    site = write_site(tmp_path / "output", large)
    assert host.process
    resource.prlimit(host.process.pid, resource.RLIMIT_FSIZE, (100_000, 100_000))
    assert failing(host, site, memory) in ("deploy-full", "deploy-host-silent", "deploy-failed")
    assert not {"index.html", "feed.xml"} & host.seen().keys()  # of what comes later, nothing
    host.restart()
    deployed(host, site, memory)
    assert host.seen() == large


def test_a_host_that_never_answers_is_given_up(
    host: ServedHost, site: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tuple({"15s": "1s", "60s": "1s"}.get(word, word) for word in rclone._OPTIONS)
    monkeypatch.setattr(rclone, "_OPTIONS", short)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        host.environ |= {
            "RCLONE_CONFIG_DEAF_TYPE": "webdav",
            "RCLONE_CONFIG_DEAF_URL": f"http://127.0.0.1:{deaf.getsockname()[1]}",
        }
        assert failing(host, site, memory, "deaf:x") == "deploy-slow"


def test_without_rclone_it_is_said_how_to_get_one(
    host: ServedHost, site: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.deploy.rclone.find_rclone", lambda: None)
    assert failing(host, site, memory) == "deploy-no-rclone"


def test_a_program_that_is_no_rclone_is_named(tmp_path: Path) -> None:
    program = tmp_path / "rclone"
    program.write_text("#!/bin/sh\necho unknown command >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(RcloneMissing, match="unknown command"), Rclone(program=str(program)):
        pass


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("api error RequestTimeTooSkewed: The difference is too large", "deploy-clock"),
        ("api error AccessDenied: Access Denied.", "deploy-credentials"),
        ("ssh: handshake failed: ssh: unable to authenticate", "deploy-credentials"),
        ("530 Login incorrect.", "deploy-credentials"),
        ('sftp: "no space left on device" (SSH_FX_FAILURE)', "deploy-full"),
        ("preallocate: file too big for remaining disk space", "deploy-full"),
        ("507 Insufficient Storage", "deploy-full"),
        ("552 Exceeded storage allocation", "deploy-full"),
        ("api error NoSuchBucket: the bucket doesn't exist", "deploy-place-missing"),
        ("dial tcp: lookup oss.invalid: no such host", "deploy-no-network"),
        ("read tcp 10.0.0.1: i/o timeout", "deploy-slow"),
        ("read: connection reset by peer", "deploy-host-silent"),
        ("tls: failed to verify certificate: x509: certificate has expired", "deploy-certificate"),
        ("mkdir /srv: read-only file system", "deploy-read-only"),
        ("something that nobody has seen yet", "deploy-failed"),
    ],
)
def test_each_sort_of_refusal_has_its_own_advice(said: str, code: str) -> None:
    assert refusal("oss", said, {}).problems[0].code == code


def test_what_is_said_of_a_file_is_closer_to_the_cause_than_the_last_word() -> None:
    failed = refusal("oss", "march failed", {}, ("a.html: no space left on device",))
    assert failed.problems[0].code == "deploy-full"


def test_no_secret_is_shown() -> None:
    environ = {"RCLONE_CONFIG_OSS_SECRET_ACCESS_KEY": "abcd1234", "HOME": "li"}
    said = "PUT https://li:pw@host/x?Signature=zzz&x=1 refused\nfor abcd1234 password: hunter2"
    line = shown(said, environ)
    assert "\n" not in line
    for secret in ("pw@", "zzz", "abcd1234", "hunter2"):
        assert secret not in line


def test_what_a_host_calls_its_refusal_is_shown_whole() -> None:
    said = "api error InvalidAccessKeyId: The key does not exist"
    assert shown(said, {}) == said
    assert "AKIA" not in shown("AWSAccessKeyId=AKIAXYZ refused", {})


def test_the_end_of_a_long_message_is_what_is_shown() -> None:
    assert shown("x" * 500 + " connection refused", {}).endswith("connection refused")
    assert len(shown("x" * 500, {})) <= 200


def test_nothing_is_written_to_the_disk_that_could_be_read_as_a_password(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    kept = [f for folder in (memory, host.root) for f in folder.rglob("*") if f.is_file()]
    assert kept
    assert not [f for f in kept if PASSWORD.encode() in f.read_bytes()]
