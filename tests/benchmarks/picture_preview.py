"""The preview of an issue with pictures: from a save to what a browser shows."""

from __future__ import annotations

import re
import statistics
import sys
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

from banxin.site import routes

from . import picture_corpus, picture_issue
from .cases import LOOK, free_port
from .meter import running
from .tool import REPOSITORY

PATIENCE = 120.0  # seconds
ROUNDS = 5
WITHOUT = 10  # the number of the first article that has no photo
SCREEN = 900  # pixels: a browser asks for the first size that is as wide
_SRCSET = re.compile(rb'srcset="([^"]*)"')


def preview(root: Path, issue: Path, attic: Path) -> str:
    """A line of figures. The output and all caches but that of pictures are there already."""
    port = free_port()
    command = (sys.executable, "-m", "banxin", "serve", "-C", str(root), "--port", str(port))
    texts, photos = [], []
    log = attic / "preview.log"
    with running((*command, "--no-search"), folder=REPOSITORY, log=log) as memory:
        page = _Page(port, issue, 2)
        page.until(lambda data: b"<h1" in data)
        for n in range(ROUNDS):
            time.sleep(4)  # an editor doesn't save twice in a second; pictures are all made then
            texts.append(page.edit(n))
        for n in range(ROUNDS):
            time.sleep(4)
            photos.append(_Page(port, issue, WITHOUT + n).new_photo(200 + n))
    return (
        f"preview: a word {_spread(texts)}; a new photo of 12 megapixels, page and one size of it, "
        f"{_spread(photos)}; {memory.peak / 1e6:,.0f} MB"
    )


def _spread(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} s (slowest of {ROUNDS}: {max(seconds):.2f})"


class _Page:
    """The page of the issue's ``number``-th article in the preview, and its source."""

    def __init__(self, port: int, issue: Path, number: int) -> None:
        self.article = picture_issue.articles(issue)[number]
        self.origin, self.issue = f"http://127.0.0.1:{port}", issue
        key = "/".join(self.article.name.split("-")[:2])
        self.address = f"{self.origin}/{routes.article(issue.name, key)}"

    def edit(self, number: int) -> float:
        """Seconds from a save to the page that shows it."""
        words = f"再更正第{number}处"
        started = time.perf_counter()
        with self.article.open("a", encoding="utf-8") as file:
            file.write(f"\n{words}。\n")
        self.until(lambda data: words.encode() in data)
        return time.perf_counter() - started

    def new_photo(self, number: int) -> float:
        """Seconds until the page names a new photo and the size that a browser takes is there."""
        name = f"photo-{number}.jpg"
        made = picture_corpus.photo(number)
        started = time.perf_counter()
        made.save(self.issue / name, quality=picture_issue.QUALITY)
        picture_issue.add_photos(self.article, [name])
        data = self.until(lambda data: name[:-4].encode() in data)
        at = data.index(b"<figure", data.index(b"<h1"))
        listed = _SRCSET.findall(data[at:])[0].decode().split(", ")
        sizes = [(int(width[:-1]), url) for url, width in (one.split() for one in listed)]
        url = next((url for width, url in sizes if width >= SCREEN), sizes[-1][1])
        self._ask(self.origin + url, lambda picture: picture[:4] == b"RIFF")
        return time.perf_counter() - started

    def until(self, shows: Callable[[bytes], bool]) -> bytes:
        return self._ask(self.address, shows)

    def _ask(self, address: str, shows: Callable[[bytes], bool]) -> bytes:
        """Ask until the answer is right. Raises TimeoutError."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                    data: bytes = answer.read()
                if shows(data):
                    return data
            except (OSError, HTTPException):
                pass  # it isn't listening yet, or has no such page yet
            time.sleep(LOOK)
        raise TimeoutError(address)
