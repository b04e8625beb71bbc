"""The preview's web server: reads files of one folder, for browsers on this computer."""

from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, quote

import msgspec

from banxin.pipeline.story_form import is_story
from banxin.problems import BuildFailed, texts
from banxin.problems.reports import as_text
from banxin.problems.texts import Language
from banxin.server.preview.addresses import (
    OWN,
    Answer,
    BadAddress,
    FoundFile,
    MovedAddress,
    content_type,
    file_of,
    find,
    segments,
)
from banxin.server.preview.hosts import is_every_address, is_ours
from banxin.server.preview.limits import Crowd, TimedRequest
from banxin.server.preview.live import Live, PreviewState, event
from banxin.server.preview.pages import copying, nothing_yet, with_script

LONGEST_ADDRESS = 4096  # characters
KEEP_ALIVE = 15.0  # seconds between signs of life on a stream: finds out who has left
HTML = "text/html; charset=utf-8"


class ServedSite(msgspec.Struct, frozen=True):
    """What is served: ``output`` as it lies on disk, marked with the state of ``live``."""

    output: Path
    live: Live
    language: Language
    say: Callable[[str], None] = print
    story: Callable[[str], str] | None = None  # HTML of the one at an address; raises BuildFailed


class PreviewServer(ThreadingHTTPServer):
    """Listens from the moment it is made. Raises OSError if the address can't be had."""

    daemon_threads = True
    request_queue_size = 64
    request_seconds = 30.0  # for a request to arrive whole
    # on Windows the option would let two programs listen on one port
    allow_reuse_address = os.name != "nt"

    def __init__(self, host: str, port: int, site: ServedSite) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.site = site
        self._host = host
        self._crowd = Crowd(lambda: site.say(texts.say("preview.crowded", site.language)))
        super().__init__((host, port), PreviewHandler)

    def server_bind(self) -> None:
        TCPServer.server_bind(self)  # HTTPServer's own asks the network for this host's name
        self.server_name, self.server_port = self._host, self.server_address[1]

    @property
    def origin(self) -> str:
        """Where a browser on this computer finds it: ``http://127.0.0.1:8000``."""
        host = self._host
        if is_every_address(host):
            host = "::1" if ":" in host else "127.0.0.1"
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}"

    def answers_to(self, host: str) -> bool:
        """Whether a Host header names this computer."""
        return is_ours(host, self._host)

    def get_request(self) -> tuple[Any, Any]:
        with self._crowd:
            return super().get_request()

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), OSError):  # OSError: the browser hung up
            super().handle_error(request, client_address)


class PreviewHandler(BaseHTTPRequestHandler):
    server: PreviewServer
    area = "preview"  # of the texts that refuse a request
    protocol_version = "HTTP/1.1"
    server_version = "banxin"
    sys_version = ""
    timeout = 30  # seconds a browser may take to read some of an answer

    def setup(self) -> None:
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(TimedRequest(self.connection, self.server.request_seconds))

    def parse_request(self) -> bool:
        """The gate: what isn't a plain reading request to this computer gets no further."""
        if not super().parse_request():
            return False
        status = self._refused()
        if status:
            self.send_error(status)
        return not status

    def _refused(self) -> int:
        """The status of a refusal; 0 if there is nothing to refuse."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1:
            return 400
        if not self.server.answers_to(hosts[0]):
            return 403
        if len(self.path) > LONGEST_ADDRESS:
            return 414
        return 0 if self.command in ("GET", "HEAD") else 405

    def do_GET(self) -> None:
        address, _, query = self.path.partition("#")[0].partition("?")
        try:
            parts = segments(address.encode("latin-1").decode())
        except (BadAddress, UnicodeDecodeError):
            self.send_error(400)
            return
        if parts[0] == OWN:
            self._own("/".join(parts[1:]), query)
            return
        site, state = self.server.site, self.server.site.live.state
        ahead = site.live.ahead(file_of(state.base, parts))
        if ahead is not None:
            self._file(file_of(state.base, parts), ahead, state)
            return
        answer = find(site.output, state.base, parts)
        picture = None if answer else site.live.picture(file_of(state.base, parts))
        if picture:
            self._file(parts[-1], picture, state)
        elif isinstance(answer, MovedAddress):
            self._move(answer.to + (f"?{query}" if query else ""))
        else:
            self._page_or_file(answer, state)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _page_or_file(self, answer: Answer, state: PreviewState) -> None:
        if isinstance(answer, FoundFile):
            try:
                # whole and at once: Windows can't replace a file while it is open
                data = answer.file.read_bytes()
            except OSError:  # a build removed it this very moment
                pass
            else:
                self._file(answer.file.name, data, state)
                return
        self._not_found(state)

    def _file(self, name: str, data: bytes, state: PreviewState) -> None:
        kind = content_type(name)
        self._send(200, kind, self._with_scripts(data, state) if kind == HTML else data)

    def _with_scripts(self, page: bytes, state: PreviewState) -> bytes:
        address, site = self._address(self.path.partition("?")[0]), self.server.site
        if site.story is None or not is_story(address):
            return with_script(page, state)
        return with_script(page, state, copying(address, site.language))

    def _address(self, path: str) -> str:
        """From the site's root, without its base path; "" for what isn't below it."""
        base = self.server.site.live.state.base
        return path.removeprefix(base) if path.startswith(base) else ""

    def _not_found(self, state: PreviewState) -> None:
        site = self.server.site
        for name in ("404.html", "index.html"):
            answer = find(site.output, "/", (name,))
            if isinstance(answer, FoundFile) and name == "404.html":
                self._send(404, HTML, with_script(answer.file.read_bytes(), state))
                return
            if isinstance(answer, FoundFile):
                self.send_error(404)
                return
        self._send(503, HTML, with_script(nothing_yet(site.language), state))

    def _own(self, name: str, query: str) -> None:
        if name == "events":
            with self.server.site.live.reader(self._shown(query)):
                self._stream()
        elif name == "story":
            self._story(parse_qs(query).get("at", [""])[0])
        elif name in ("live.js", "live.css", "copy.js"):
            file = resources.files(__package__).joinpath("client", name)
            self._send(200, content_type(name), file.read_bytes())
        else:
            self.send_error(404)

    def _story(self, address: str) -> None:
        """As HTML for 公众号; what is wrong with it as a text."""
        site = self.server.site
        if site.story is None or not is_story(address):
            self.send_error(404)
            return
        try:
            self._send(200, HTML, site.story(address).encode())
        except BuildFailed as failed:
            lines = "\n".join(as_text(problem, site.language) for problem in failed.problems)
            self._send(409, "text/plain; charset=utf-8", lines.encode())

    def _shown(self, query: str) -> str:
        """The file of the page that asks to be kept in step: it gives its address as ``at``."""
        address = parse_qs(query).get("at", [""])[0]
        try:
            parts = segments(quote(address))
        except BadAddress:
            return ""
        return file_of(self.server.site.live.state.base, parts)

    def _stream(self) -> None:
        """The state now and at each change, as server-sent events, until the browser leaves."""
        self._head(200, "text/event-stream; charset=utf-8")
        if self.command == "HEAD":
            return
        try:
            for chunk in self._events():
                self.wfile.write(chunk)
        except OSError:  # the browser left
            return

    def _events(self) -> Iterator[bytes]:
        live, seen = self.server.site.live, None
        yield b"retry: 1000\n\n"
        while not live.closed:
            state = live.newer(seen, KEEP_ALIVE)
            yield event(state, self.server.site.language) if state else b":\n\n"
            seen = state or seen

    def _move(self, to: str) -> None:
        # not 301: a browser would remember it after the paper moved to another base path
        self._head(302, "text/plain; charset=utf-8", ("Location", quote(to, "/%?&=+;:@!$'()*,")))

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self._head(status, kind, ("Content-Length", str(len(data))))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, status: int, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more:
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """One plain line, in the reader's language. Also called by the base class."""
        del message, explain  # the base class's own are in English
        # what could not be parsed is answered in full, not as HTTP/0.9 without a head
        self.command = getattr(self, "command", None) or "GET"
        self.request_version = self.protocol_version
        data = (self.refusal(code) + "\n").encode()
        allow = [("Allow", "GET, HEAD")] if code == 405 else []
        self._head(code, "text/plain; charset=utf-8", ("Content-Length", str(len(data))), *allow)
        if self.command != "HEAD":
            self.wfile.write(data)

    def refusal(self, status: int) -> str:
        key = f"{self.area}.{status}"
        known = key if texts.is_known(key) else f"{self.area}.400"
        return texts.say(known, self.server.site.language)

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal belongs to builds and their problems."""
