"""A site on real servers of every kind: all of it, and afterwards only what changed."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from banxin.deploy import deployment, host_part
from banxin.deploy.deployment import DeployRequest, deploy
from banxin.deploy.host import Host
from banxin.deploy.host_record import PLACES
from banxin.deploy.rclone import RcloneError
from banxin.deploy.refusals import DeployFailed
from banxin.model import DeployTarget
from tests.support.hosts import KINDS, ServedHost
from tests.support.made_site import FIRST, SECOND, deployed, write_site

each_kind = pytest.mark.parametrize("host", KINDS, indirect=True)
CHANGED = {p for p, data in SECOND.items() if FIRST.get(p) != data}
GONE = FIRST.keys() - SECOND.keys()


def codes(failed: pytest.ExceptionInfo[DeployFailed]) -> list[str]:
    return [problem.code for problem in failed.value.problems]


@each_kind
def test_a_site_lies_on_the_host_byte_for_byte_and_then_only_changes_travel(
    host: ServedHost, site: Path, memory: Path
) -> None:
    """Beside what lay there before, which nobody touches; from any computer."""
    (host.files / "mine").mkdir()
    (host.files / "mine/notes.txt").write_bytes(b"not yours")
    first = deployed(host, site, memory)
    assert set(first.sent) == FIRST.keys()
    assert host.seen() == {**FIRST, "mine/notes.txt": b"not yours"}
    assert deployed(host, site, memory).sent == ()
    write_site(site, SECOND)
    elsewhere = memory.with_name("another computer")
    second = deployed(host, site, elsewhere)
    assert set(second.sent) == CHANGED
    assert set(second.removed) == GONE
    assert second.by_record
    assert host.seen() == {**SECOND, "mine/notes.txt": b"not yours"}
    assert not (host.files / "pagefind/2022-04-0123abcd").exists()


@each_kind
def test_without_a_record_what_lies_there_is_compared(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    shutil.rmtree(host.files / ".banxin-deploy")
    host.restart()
    again = deployed(host, site, memory.with_name("another computer"))
    assert (again.sent, again.by_record) == ((), False)
    assert host.seen() == FIRST
    assert deployed(host, site, memory).by_record


def test_a_record_that_is_damaged_is_not_believed_and_its_predecessor_is(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    newest = max((host.files / place for place in PLACES), key=lambda p: p.stat().st_mtime_ns)
    newest.write_bytes(newest.read_bytes()[:-5])
    again = deployed(host, site, memory)
    assert set(again.sent) == FIRST.keys()  # all was announced, and nothing known to be there
    for place in PLACES:
        (host.files / place).write_bytes(b"nonsense")
    assert deployed(host, site, memory).sent == ()
    assert host.seen() == FIRST


def test_a_folder_that_somebody_removed_is_noticed(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    shutil.rmtree(host.files / "2022-04-01")
    again = deployed(host, site, memory)
    assert set(again.sent) == {p for p in FIRST if p.startswith("2022-04-01/")}
    assert host.seen() == FIRST


def test_a_page_that_somebody_changed_is_found_by_comparing(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    (host.files / "404.html").write_bytes(b"not FOUND")
    assert deployed(host, site, memory).sent == ()
    assert deployed(host, site, memory, compare=True).sent == ("404.html",)
    assert host.seen() == FIRST


@each_kind
def test_a_file_of_somebody_else_where_a_page_belongs_stops_it_before_anything_is_sent(
    host: ServedHost, site: Path, memory: Path
) -> None:
    (host.files / "index.html").write_bytes(b"welcome to nginx")
    with pytest.raises(DeployFailed) as failed:
        deployed(host, site, memory)
    assert codes(failed) == ["deploy-in-the-way"]
    assert host.seen() == {"index.html": b"welcome to nginx"}
    deployed(host, site, memory, overwrite=True)
    assert host.seen() == FIRST


def test_the_same_where_a_record_is_there_already(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    (host.files / "2022-04-02").mkdir()
    (host.files / "2022-04-02/index.html").write_bytes(b"mine")
    write_site(site, SECOND)
    with pytest.raises(DeployFailed) as failed:
        deployed(host, site, memory)
    assert codes(failed) == ["deploy-in-the-way"]
    assert host.seen() == {**FIRST, "2022-04-02/index.html": b"mine"}


def test_a_dry_run_says_what_would_be_sent_and_touches_nothing(
    host: ServedHost, site: Path, memory: Path
) -> None:
    assert set(deployed(host, site, memory, dry_run=True).sent) == FIRST.keys()
    assert list(host.files.rglob("*")) == []
    deployed(host, site, memory)
    write_site(site, SECOND)
    dry = deployed(host, site, memory, dry_run=True)
    assert (set(dry.sent), set(dry.removed)) == (CHANGED, GONE)
    assert host.seen() == FIRST


def test_the_site_of_another_paper_is_left_alone(
    host: ServedHost, site: Path, memory: Path
) -> None:
    deployed(host, site, memory)
    target = DeployTarget("host", host.place)
    folders = ((site, host.place),)
    other = DeployRequest(target, "别的报", folders, memory.with_name("other"))
    with pytest.raises(DeployFailed) as failed:
        deploy(other, host.environ, lambda *_: None)
    assert codes(failed) == ["deploy-other-paper"]


def test_pictures_of_another_folder_go_first_and_old_ones_last(
    host: ServedHost, site: Path, memory: Path, tmp_path: Path
) -> None:
    media = write_site(tmp_path / "output-media", {"2022-04-01/media/a.webp": b"x"})
    place = str(tmp_path / "host/bucket/pictures")
    target = DeployTarget("host", host.place, media=place)
    folders = ((media, place), (site, host.place))
    asked = DeployRequest(target, "江城晨报", folders, memory)
    report = deploy(asked, host.environ, lambda *_: None)
    assert report.sent[0] == "2022-04-01/media/a.webp"
    assert Path(place, "2022-04-01/media/a.webp").read_bytes() == b"x"
    assert host.seen() == FIRST


def test_a_name_that_is_two_lines_is_not_sent(host: ServedHost, site: Path, memory: Path) -> None:
    """A list of what is to be sent has a name a line: half of it might be another file."""
    (site / "index.html\nfeed.xml").write_bytes(b"x")
    assert set(deployed(host, site, memory).sent) == FIRST.keys()
    assert host.seen() == FIRST


def test_what_systems_leave_behind_and_links_are_not_sent(
    host: ServedHost, site: Path, memory: Path
) -> None:
    (site / ".DS_Store").write_bytes(b"x")
    (site / "secret.html").symlink_to("/etc/hostname")
    assert set(deployed(host, site, memory).sent) == FIRST.keys()


def test_a_long_deploy_that_is_cut_does_not_send_again_what_arrived_long_ago(
    host: ServedHost, site: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host_part, "SAVE", -1.0)
    monkeypatch.setattr(deployment, "MOST", 2)
    arrived: list[str] = []
    send = Host.send

    def cut(self: Host, folder: Path, paths: list[str], *words: Any) -> None:
        if len(arrived) > len(FIRST) // 2:
            raise RcloneError("connection reset")
        send(self, folder, paths, *words)
        arrived.extend(paths)

    monkeypatch.setattr(Host, "send", cut)
    with pytest.raises(DeployFailed):
        deployed(host, site, memory)
    monkeypatch.setattr(Host, "send", send)
    assert set(deployed(host, site, memory).sent) == FIRST.keys() - set(arrived)
    assert host.seen() == FIRST


@pytest.mark.parametrize("place", ["a file", "a file/below"])
def test_a_place_on_this_computer_that_cannot_be_a_folder_is_told(
    site: Path, memory: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "a file").write_bytes(b"mine")
    host = ServedHost("folder", tmp_path / "host")
    host.place = str(tmp_path / place)
    with pytest.raises(DeployFailed) as failed:
        deployed(host, site, memory)
    assert codes(failed) == ["deploy-place-missing"]


def test_a_place_on_this_computer_that_cannot_be_written_is_told(
    site: Path, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mkdir(self: Path, **_how: bool) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(self))

    host = ServedHost("folder", tmp_path / "host")
    host.place = str(tmp_path / "stick")
    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(DeployFailed) as failed:
        deployed(host, site, memory)
    assert codes(failed) == ["deploy-read-only"]
