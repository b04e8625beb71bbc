"""A page on this computer that shows what an import would write, for as long as it is looked at.

It serves bytes that it is given, under a path that nobody can guess, and knows nothing of papers.
"""

from __future__ import annotations

import secrets
import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_HERE = "127.0.0.1"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"

Part = Callable[[], tuple[bytes, str]]  # the bytes of a picture and their type


@contextmanager
def shown(page: str, parts: Sequence[Part], *, open_browser: bool = True) -> Iterator[str]:
    """Serve ``page`` while the block runs; yields its address. ``parts`` lie beside it: 0, 1, 2 …

    Raises OSError if no port can be had.
    """
    root = f"/{secrets.token_urlsafe(12)}/"
    server = _server(root, page.encode(), parts)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    address = f"http://{_HERE}:{server.server_port}{root}"
    try:
        if open_browser:  # in a thread: some browsers return only when they are closed
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        yield address
    finally:
        server.shutdown()
        server.server_close()


def _server(root: str, page: bytes, parts: Sequence[Part]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers.get("Host", "")
            found = _found(self.path, root, page, parts) if host.startswith(f"{_HERE}:") else None
            data, kind = found or (b"", "text/plain")
            self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
            for name, text in (
                ("Content-Type", kind),
                ("Content-Length", str(len(data))),
                ("Content-Security-Policy", _POLICY),
                ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"),
            ):
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Nothing: the terminal shows a question."""

    return ThreadingHTTPServer((_HERE, 0), Handler)


def _found(path: str, root: str, page: bytes, parts: Sequence[Part]) -> tuple[bytes, str] | None:
    name = path.removeprefix(root) if path.startswith(root) else None
    if name == "":
        return page, "text/html; charset=utf-8"
    if name and name.isascii() and name.isdigit() and int(name) < len(parts):
        return parts[int(name)]()
    return None
