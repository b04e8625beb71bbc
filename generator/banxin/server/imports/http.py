"""The server: pages for whoever has their address, forms from these pages and no others."""

from __future__ import annotations

import re
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from banxin.server.imports.site import Site

HERE = "127.0.0.1"
LONGEST = 16 << 20  # bytes of a form
_UNREAD = 64 << 20  # of one that is refused: a browser shows what is said when it has sent all
_PIECE = 1 << 16
_SECONDS = 30.0  # that a request may take to come
_STATE = re.compile("[0-9]{1,9}")
_PART = re.compile("[0-9-]{1,20}")
_HTML = "text/html; charset=utf-8"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


class FormServer(ThreadingHTTPServer):
    """Listens on a free port from the moment it is made. ``answering``: held while a form is taken
    and answered."""

    def __init__(self, root: str, site: Site) -> None:
        super().__init__((HERE, 0), _Handler)
        self.root, self.site = root, site
        self.answering = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that doesn't wait for its answer is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: FormServer
    timeout = _SECONDS

    def do_GET(self) -> None:
        root, site = self.server.root, self.server.site
        path, _, query = self.path.partition("?")
        if not self._is_ours() or not path.startswith(root):
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
        elif path != root:
            part = site.part(path[len(root) :]) if _PART.fullmatch(path, len(root)) else None
            data, kind = part() if part else (b"", "text/plain")
            self._send(HTTPStatus.OK if part else HTTPStatus.NOT_FOUND, data, kind)
        elif _STATE.fullmatch(query) and (page := site.page(int(query))) is not None:
            self._send(HTTPStatus.OK, page.encode("utf-8", "replace"), _HTML)
        else:
            self._see_other("")

    def do_POST(self) -> None:
        if refused := self._refused():
            self._pass_over()
            said = self.server.site.refused if refused == 413 else ""
            self._send(refused, said.encode(), _HTML)
            return
        length = int(self.headers["Content-Length"])
        data = self.rfile.read(length)
        if len(data) < length:  # it broke off: half a form says what nobody typed
            return
        fields = parse_qsl(data.decode("ascii", "replace"), keep_blank_values=True)
        with self.server.answering:
            answer = self.server.site.take(dict(fields))
            if answer.page:
                self._send(HTTPStatus.OK, answer.page.encode("utf-8", "replace"), _HTML)
            else:
                self._see_other(answer.anchor)

    def _is_ours(self) -> bool:
        """Another site can have its own name lead to this computer; its Host gives it away."""
        return self.headers.get("Host", "") == f"{HERE}:{self.server.server_port}"

    def _refused(self) -> int:
        """The status with which a form is refused, whatever it says; else 0."""
        if not self._is_ours() or self.path.partition("?")[0] != self.server.root:
            return 404
        if self.headers.get("Origin", "") != f"http://{HERE}:{self.server.server_port}":
            return 403
        if self.headers.get_content_type() != "application/x-www-form-urlencoded":
            return 400
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdecimal()):
            return 411
        return 413 if len(length) > 9 or int(length) > LONGEST else 0

    def _pass_over(self) -> None:
        """What comes with a form that is refused."""
        length = self.headers.get("Content-Length", "")
        known = length.isascii() and length.isdecimal() and len(length) < 10
        left = min(int(length) if known else 0, _UNREAD)
        while left > 0 and (piece := self.rfile.read(min(left, _PIECE))):
            left -= len(piece)

    def _see_other(self, anchor: str) -> None:
        where = f"{self.server.root}?{self.server.site.state()}{f'#{anchor}' if anchor else ''}"
        self._send(HTTPStatus.SEE_OTHER, b"", "text/plain", ("Location", where))

    def _send(self, status: int, data: bytes, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        for name, text in (
            ("Content-Type", kind),
            ("Content-Length", str(len(data))),
            ("Content-Security-Policy", _POLICY),
            ("Referrer-Policy", "same-origin"),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            *more,
        ):
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal shows a question."""
