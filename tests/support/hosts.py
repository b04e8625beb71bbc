"""Hosts on this computer: what ``rclone serve`` offers on a folder, and a plain folder."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from banxin.deploy.rclone import find_rclone

KINDS = ("s3", "sftp", "webdav", "ftp", "folder")
SERVED = tuple(kind for kind in KINDS if kind != "folder")
USER, PASSWORD = "newsroom-user", "newsroom-secret"
QUIET = {"RCLONE_CONFIG": os.devnull, "RCLONE_FTP_CLOSE_TIMEOUT": "1s"}


def rclone(*words: str) -> str:
    program = find_rclone()
    assert program
    ran = subprocess.run([program, *words], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


class ServedHost:
    """A folder (``files``) and how rclone reaches it: ``place``, with ``environ`` around it."""

    def __init__(self, kind: str, folder: Path, password: str = PASSWORD) -> None:
        self.kind, self.root = kind, folder
        self.files = folder / "bucket/paper"
        self.files.mkdir(parents=True)
        self.process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.environ = {**os.environ, **QUIET, **self._remote(password)}
        self.place = str(self.files) if kind == "folder" else "host:bucket/paper"

    def _remote(self, password: str) -> Mapping[str, str]:
        if self.kind == "folder":
            return {}
        named = {"TYPE": self.kind, "HOST": "127.0.0.1", "PORT": str(self.port), "USER": USER}
        if self.kind == "s3":
            named |= {"PROVIDER": "Rclone", "ENDPOINT": f"http://127.0.0.1:{self.port}"}
            named |= {"ACCESS_KEY_ID": USER, "SECRET_ACCESS_KEY": password}
        elif self.kind == "webdav":
            named |= {"URL": f"http://127.0.0.1:{self.port}"}
        if self.kind != "s3":
            named |= {"PASS": rclone("obscure", password)}
        return {f"RCLONE_CONFIG_HOST_{key}": value for key, value in named.items()}

    def start(self) -> None:
        if self.kind == "folder":
            return
        login = ["--auth-key", f"{USER},{PASSWORD}"]
        if self.kind != "s3":
            login = ["--user", USER, "--pass", PASSWORD]
        program = find_rclone()
        assert program
        self.process = subprocess.Popen(
            [program, "serve", self.kind, "--addr", f"127.0.0.1:{self.port}", *login]
            + (["--vfs-cache-mode", "off"] if self.kind == "sftp" else [])
            + [str(self.root)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "RCLONE_CONFIG": os.devnull},
        )
        _until_open(self.port)

    def stop(self) -> None:
        """At once, as a computer that loses its power."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def restart(self) -> None:
        """For one whose files were changed behind its back: it remembers folders."""
        self.stop()
        self.start()

    def seen(self) -> dict[str, bytes]:
        """Every file there that isn't hidden, nor half sent."""
        found = (f for f in self.files.rglob("*") if f.is_file())
        named = ((f.relative_to(self.files).as_posix(), f) for f in found)
        return {n: f.read_bytes() for n, f in named if not n.startswith(".banxin-deploy/")}


def _free_port() -> int:
    """Below those that the system hands out: nobody else gets it while this host is down."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)
        with socket.socket() as asked:
            try:
                asked.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def _until_open(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(port)
