"""The drawing page's web server: the preview's, with one address that takes what was drawn.

Whoever may save holds the token that came with the page, sends it from that page (Origin) and
names articles by their keys; no address and no field of a request ever becomes a path.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib import resources
from secrets import compare_digest, token_urlsafe

from msgspec.structs import asdict

from banxin.model.page_label import in_words
from banxin.problems import Problem, Problems, texts
from banxin.problems.reports import explain
from banxin.problems.texts import Language
from banxin.server.preview import http
from banxin.server.preview.addresses import content_type
from banxin.server.preview.live import Live, PreviewState
from banxin.server.regions.editor import PlatePage, RegionEditor, SavedArticle
from banxin.server.regions.request import drawings

LONGEST = 1 << 20  # bytes of a request that saves
_CLIENT = ("page.css", "start.js", "state.js", "board.js", "shapes.js")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class RegionsServer(http.PreviewServer):
    """Listens on a free port of this computer from the moment it is made. Raises OSError."""

    def __init__(
        self, editor: RegionEditor, language: Language, say: Callable[[str], None]
    ) -> None:
        super().__init__(
            "127.0.0.1", 0, http.ServedSite(editor.root, Live(PreviewState("")), language, say)
        )
        self.RequestHandlerClass = RegionsHandler
        self.editor, self.language, self.say = editor, language, say
        self.token = token_urlsafe()


class RegionsHandler(http.PreviewHandler):
    server: RegionsServer
    area = "regions"

    def _refused(self) -> int:
        status = super()._refused()
        if status == 405 and self.command == "POST":
            return self._not_from_our_page()
        return status

    def _not_from_our_page(self) -> int:
        """The status with which a request to save is refused, whatever it says; else 0."""
        own = f"http://{self.headers['Host'].lower()}"
        token = self.headers.get("X-Banxin-Token", "").encode()
        if self.headers.get("Origin", "").lower() != own:
            return 403
        if not compare_digest(token, self.server.token.encode()):
            return 403
        if self.headers.get_content_type() != "application/json":
            return 400
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdecimal()):
            return 411
        return 413 if len(length) > 8 or int(length) > LONGEST else 0

    def do_GET(self) -> None:  # noqa: N802 - the base class's name
        address = self.path.partition("?")[0]
        name = address.removeprefix("/")
        if address == "/":
            self._page()
        elif address == "/issue.json":
            self._issue()
        elif name in _CLIENT:
            self._send(200, content_type(name), _client(name))
        elif name.startswith("plate/") and name[6:].isdecimal() and name.isascii():
            self._plate(name[6:])
        else:
            self.send_error(404)

    def do_POST(self) -> None:  # noqa: N802 - the base class's name
        if self.path != "/save":
            self.send_error(404 if self.path.partition("?")[0] != "/" else 405)
            return
        found = drawings(self.rfile.read(int(self.headers["Content-Length"])))
        if found is None:
            self.send_error(400)
            return
        problems = Problems()
        saved = self.server.editor.save(found, problems)
        for one in saved:
            self.server.say(texts.say("regions.saved", self.server.language, file=one.file))
        body = {"saved": _listed(saved), "problems": self._told(problems)}
        self._json(409 if problems else 200, body)

    def _page(self) -> None:
        page = _client("page.html").replace(b"{token}", self.server.token.encode())
        extra = ("Content-Security-Policy", _POLICY), ("Content-Length", str(len(page)))
        self._head(200, http.HTML, *extra)
        if self.command != "HEAD":
            self.wfile.write(page)

    def _issue(self) -> None:
        problems = Problems()
        sheets = self.server.editor.sheets(problems)
        self._json(
            200,
            {
                "issue": self.server.editor.folder.rpartition("/")[2],
                "pages": [_page_of(sheet) for sheet in sheets],
                "problems": self._told(problems),
            },
        )

    def _plate(self, number: str) -> None:
        """The image of a page, which the editor finds by the page's number."""
        sheets = self.server.editor.sheets(Problems())
        plate = next((s.plate for s in sheets if str(s.number) == number), None)
        if plate is None:
            self.send_error(404)
            return
        try:
            data = (self.server.editor.root / plate.file).read_bytes()
        except OSError:  # pragma: no cover - removed this very moment
            self.send_error(404)
            return
        self._send(200, f"image/{plate.format.lower()}", data)

    def _json(self, status: int, body: object) -> None:
        self._send(status, "application/json", json.dumps(body, ensure_ascii=False).encode())

    def _told(self, problems: Iterable[Problem]) -> list[dict[str, str]]:
        return [
            {"place": str(p.place), **asdict(explain(p, self.server.language))} for p in problems
        ]


def _client(name: str) -> bytes:
    return resources.files(__package__).joinpath("client", name).read_bytes()


def _listed(saved: Iterable[SavedArticle]) -> list[dict[str, str]]:
    return [{"key": one.key, "digest": one.digest} for one in saved]


def _page_of(sheet: PlatePage) -> dict[str, object]:
    plate = sheet.plate
    return {
        "number": sheet.number,
        "label": in_words(sheet.label),
        "name": sheet.name,
        "width": plate.width,
        "height": plate.height,
        "articles": [
            {
                **asdict(spot),
                "region": [[float(x), float(y)] for x, y in spot.region],
            }
            for spot in sheet.spots
        ],
    }
