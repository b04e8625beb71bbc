"""The drawing page of the invented paper's issue of 2026-01-01, in a thread."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from banxin.server.regions import draw_regions, open_editor
from tests.support.paths import PAPERS
from tests.support.present import present
from tests.support.preview import SECONDS, Reply, wait

PAPER = PAPERS / "jiangcheng"
FOLDER = "content/issues/2026/2026-01-01"


def copied(root: Path) -> Path:
    shutil.copytree(PAPER, root / "content")
    return root


@dataclass(slots=True)
class Drawing:
    """A running drawing page, and what was said in its terminal."""

    root: Path
    said: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        line = wait(lambda: next((s for s in self.said if "http://" in s), ""))
        return present(re.search(r"http://[\w.:]+/", line))[0]

    @property
    def host(self) -> str:
        return self.url.split("/")[2]

    def file(self, name: str) -> Path:
        return next((self.root / FOLDER).glob(f"{name}*"))

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Reply:
        return self.send(method, path, b"", headers)

    def send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        connection = http.client.HTTPConnection(self.host, timeout=SECONDS)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.headers.items()), answer.read())
        finally:
            connection.close()

    @property
    def token(self) -> str:
        return present(re.search(r'name="token" content="([^"]+)"', self.get("/").text))[1]

    def issue(self) -> dict[str, Any]:
        issue: dict[str, Any] = json.loads(self.get("/issue.json").text)
        return issue

    def article(self, key: str) -> dict[str, Any]:
        pages = self.issue()["pages"]
        return next(a for page in pages for a in page["articles"] if a["key"] == key)

    def save(self, *articles: dict[str, Any], **headers: str) -> Reply:
        """As the page does it; ``headers`` replace its own (Content_Type for Content-Type)."""
        ours = {
            "Origin": f"http://{self.host}",
            "Content-Type": "application/json",
            "X-Banxin-Token": self.token,
        }
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        body = json.dumps({"articles": articles}).encode()
        return self.send("POST", "/save", body, {**ours, **given})

    def drawn(self, key: str, region: object, **more: Any) -> dict[str, Any]:
        """One article of a request to save, with the digest that it was read with."""
        digest = self.article(key)["digest"]
        return {"page": int(key[:2]), "key": key, "digest": digest, "region": region, **more}


@contextmanager
def drawing(root: Path, *, page: int = 0, open_browser: bool = False) -> Iterator[Drawing]:
    found = Drawing(root)
    thread = threading.Thread(
        target=draw_regions,
        args=(open_editor(root, FOLDER),),
        kwargs={
            "page": page,
            "open_browser": open_browser,
            "say": found.said.append,
            "stop": found.stop,
        },
    )
    thread.start()
    try:
        yield found
    finally:
        found.stop.set()
        thread.join(SECONDS)
        assert not thread.is_alive()
