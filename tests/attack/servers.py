"""Requests that mean harm to the preview and the drawing page: refused, and both go on."""

from __future__ import annotations

import random
import shutil
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.attack.sitting import Sitting
from tests.support.paths import PAPERS
from tests.support.preview import CopyingBuild, previewed
from tests.support.regions_page import Drawing, drawing
from tests.support.terminal import tree

REQUESTS = 60  # a sitting
SECRET = b"no business of yours"
PATHS = (
    *("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//secret.txt", "/%00", "/\0"),
    *("/%ff%fe", "/" + "a/" * 3000, "/" + "%2e%2e/" * 40 + "etc/passwd", "\\..\\secret.txt", "*"),
    *(
        "/index.html%00.txt",
        "/plate/1/../../secret.txt",
        "/plate/99999999999999999999",
        "/plate/-1",
    ),
    *("/__banxin/events?at=" + "x" * 9000, "/issue.json", "/save", "/", "/?page=" + "9" * 400, ""),
    *(
        "http://evil.example/secret.txt",
        "/link/secret.txt",
        "/.banxin/preview",
        "/content/secret.txt",
    ),
)
METHODS = (
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "GET GET",
    "",
    "\r\n",
    "CONNECT",
)
HEADERS = (
    *(
        "Host: evil.example",
        "Origin: http://evil.example",
        "Content-Length: -1",
        "Content-Length: 1e9",
    ),
    *(
        "Content-Length: 99999999999",
        "Transfer-Encoding: chunked",
        "Content-Type: text/plain",
        "X: \0",
    ),
    *(
        "Content-Type: application/json",
        "Range: bytes=-1",
        "Expect: 100-continue",
        ": empty",
        "no colon",
    ),
    *("Cookie: " + "x" * 70_000, "Referer: http://evil.example", "X-Banxin-Token: guessed"),
)
BODIES = (
    *(
        b"",
        b"{",
        b"[]",
        b'{"articles": [{"page": 1, "key": "01/01", "region": "x"}]}',
        b"\xff" * 900,
    ),
    *(b'{"articles": ' + b"[" * 5000, b'{"articles": [{"page": 1e999}]}'),
)


def attack(root: Path, rng: random.Random) -> Sitting:
    if rng.random() < 0.5:
        (root / "content").mkdir(parents=True)
        (root / "content/index.html").write_text("<!doctype html><body>一</body>", "utf-8")
        (root / "secret.txt").write_bytes(SECRET)
        with previewed(root, CopyingBuild()) as preview:
            return _attacked(root, rng, preview.port, lambda: preview.get("/").status == 200)
    shutil.copytree(PAPERS / "jiangcheng", root / "content")
    (root / "secret.txt").write_bytes(SECRET)
    with drawing(root) as board:
        port = int(board.host.rpartition(":")[2])
        return _attacked(root, rng, port, lambda: _answers(board))


def _answers(board: Drawing) -> bool:
    return board.get("/").status == 200


def _attacked(root: Path, rng: random.Random, port: int, answers: Callable[[], bool]) -> Sitting:
    sitting = Sitting()
    before = tree(root / "content")
    for _ in range(REQUESTS):
        request = _request(rng, port)
        said = _ask(port, request)
        if SECRET in said or b"root:" in said or b"Traceback" in said:
            sitting.fault(f"{request[:300]!r} -> {said[:300]!r}")
        sitting.tries += 1
    if not answers():
        sitting.fault("it answers no more")
    if tree(root / "content") != before:
        sitting.fault("it wrote to content/")
    return sitting


def _request(rng: random.Random, port: int) -> bytes:
    if rng.random() < 0.1:
        return rng.randbytes(rng.choice((1, 50, 5000)))
    host = [f"Host: 127.0.0.1:{port}"] if rng.random() < 0.7 else []
    body = rng.choice(BODIES)
    length = [f"Content-Length: {len(body)}"] if rng.random() < 0.6 else []
    headers = [*host, *length, *rng.sample(HEADERS, rng.choice((0, 1, 2)))]
    version = rng.choice(("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "", "HTTP/1.1\0"))
    path = rng.choice(PATHS)
    if rng.random() < 0.2:
        path = path[: rng.randrange(len(path) + 1)] + chr(rng.randrange(0x250)) + path
    head = "\r\n".join((f"{rng.choice(METHODS)} {path} {version}", *headers, "", ""))
    data = head.encode("utf-8", "surrogatepass") + body
    return data[: rng.randrange(len(data) + 1)] if rng.random() < 0.1 else data


def _ask(port: int, request: bytes) -> bytes:
    """What comes back until the server hangs up, or nothing comes for a moment."""
    said = b""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.settimeout(0.3)
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        while chunk := connection.recv(65536):
            said += chunk
    return said
