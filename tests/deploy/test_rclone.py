from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from banxin.deploy.rclone import Rclone, RcloneError, RcloneMissing
from tests.support.paths import ROOT

ASK = """
import os, sys, time
from banxin.deploy.rclone import Rclone
with Rclone() as rclone:
    print(rclone._address, flush=True)
    time.sleep(60)
"""


def is_open(address: str) -> bool:
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def test_it_ends_with_us_even_if_we_are_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ASK], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as ours:
        assert ours.stdout
        address = ours.stdout.readline().strip()
        assert is_open(address)
        ours.kill()
    deadline = time.monotonic() + 20
    while is_open(address):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_nobody_else_on_this_computer_may_ask_it() -> None:
    with Rclone() as rclone:
        request = urllib.request.Request(f"{rclone._address}core/version", b"{}")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)
        refused.value.close()
        assert refused.value.code == 401
        assert rclone.call("core/version")["version"].startswith("v")


def test_its_password_is_not_on_the_command_line(tmp_path: Path) -> None:
    program = tmp_path / "rclone"
    program.write_text(
        "#!/bin/sh\n"
        f'echo "$@" > {tmp_path}/words\n'
        f"echo $RCLONE_RC_PASS > {tmp_path}/password\n"
        "echo http://127.0.0.1:1/ >&2\nexec sleep 60\n"
    )
    program.chmod(0o755)
    with Rclone(os.environ, str(program)) as rclone, pytest.raises(RcloneError):
        rclone.call("core/version")
    password = (tmp_path / "password").read_text().strip()
    assert re.fullmatch("[0-9a-f]{32}", password)
    assert password not in (tmp_path / "words").read_text()


def test_one_that_never_gets_ready_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.deploy.rclone.STARTING", 0.01)
    program = tmp_path / "rclone"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    with pytest.raises(RcloneMissing, match=r"silent for 0\.01 s"), Rclone({}, str(program)):
        pass


def test_a_computer_that_starts_no_program_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(RcloneMissing, match="No such file"), Rclone({}, "rclone"):
        pass


def test_an_answer_that_is_not_its_own_is_passed_on_as_it_is(tmp_path: Path) -> None:
    """As of a guard that stands between programs on one computer."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        program = tmp_path / "rclone"
        port = other.getsockname()[1]
        program.write_text(f"#!/bin/sh\necho http://127.0.0.1:{port}/ >&2\nexec sleep 60\n")
        program.chmod(0o755)

        def answer() -> None:
            asked, _ = other.accept()
            with asked:
                asked.recv(65536)
                asked.sendall(b"HTTP/1.0 403 Forbidden\r\n\r\n<p>blocked by the guard</p>")

        threading.Thread(target=answer, daemon=True).start()
        with (
            Rclone(os.environ, str(program)) as rclone,
            pytest.raises(RcloneError, match="blocked by the guard"),
        ):
            rclone.call("core/version")
