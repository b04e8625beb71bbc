"""A site of the search's tests, served as a host does: also over a slow line."""

from __future__ import annotations

import gzip
import io
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.support.search_site import BASE

Told = Callable[[str, int], None]


class Line:
    """A line of so many bytes a second, shared by all; seconds until anything is answered."""

    def __init__(self, rate: float = 0, latency: float = 0) -> None:
        self.rate, self.latency = rate, latency
        self._free = threading.Lock()

    def carry(self, write: Callable[[bytes], object], data: bytes) -> None:
        if not self.rate:
            write(data)
            return
        for at in range(0, len(data), 1400):
            piece = data[at : at + 1400]
            with self._free:
                time.sleep(len(piece) / self.rate)
            write(piece)


class _Carried(io.BufferedIOBase):
    """What is written comes over the line."""

    def __init__(self, file: Any, line: Line) -> None:
        self.file, self.line = file, line

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.line.carry(self.file.write, bytes(data))
        return len(data)

    def flush(self) -> None:
        if not self.file.closed:
            self.file.flush()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".json": "application/json",
        ".html": "text/html",
        ".css": "text/css",
    }

    def __init__(self, *args: Any, told: Told, line: Line, **options: Any) -> None:
        self.told, self.line = told, line
        super().__init__(*args, **options)

    def setup(self) -> None:
        super().setup()
        self.wfile = _Carried(self.wfile, self.line)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BASE.rstrip("/")))

    def do_GET(self) -> None:
        """As GitHub Pages sends it: texts compressed, and what Pagefind compressed as it is."""
        time.sleep(self.line.latency)
        file = Path(self.translate_path(self.path.partition("?")[0]))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        kind = self.extensions_map.get(file.suffix, "")
        if not kind.startswith(("text/", "application/json")) or not file.is_file():
            return super().do_GET()
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None

    def log_message(self, *args: object) -> None:
        pass

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-Length":
            self.told(self.path, int(value))
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages says of everything
        super().end_headers()


@contextmanager
def served(site: Path, told: Told = lambda *_: None, line: Line | None = None) -> Iterator[str]:
    """The address of the site, below a base path; ``told`` hears each request and its bytes."""
    handler = partial(_Handler, directory=str(site), told=told, line=line or Line())
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
        finally:
            server.shutdown()
