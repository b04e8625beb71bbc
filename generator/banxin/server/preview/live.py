"""What every open page should show by now, and the connections that wait for it to change."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec
from msgspec.structs import replace

from banxin.problems import Problem, Severity, texts
from banxin.problems.reports import explain
from banxin.problems.texts import Language
from banxin.rendering.picture_store import PictureStore
from banxin.site.outputs import Scaled


class PreviewState(msgspec.Struct, frozen=True):
    """The newest good site, and what is wrong with the sources that came after it.

    A page carries the marks it was sent with and compares them with these: so it does not matter
    which events it missed. ``start`` tells one run of the preview from the next; ``page`` counts
    sites whose pages differ, ``style`` sites that differ in nothing but style sheets.
    """

    start: str
    page: int = 0
    style: int = 0
    base: str = "/"
    problems: tuple[Problem, ...] = ()

    @property
    def marks(self) -> dict[str, str]:
        return {
            "page": f"{self.start}.{self.page}",
            "style": f"{self.start}.{self.style}",
            "base": self.base,
        }


class Live:
    """The present state, shared by the build loop and the threads that serve browsers.

    It is a build's PriorityPages, too: it knows which files browsers show, and what these get
    before the build that draws them has ended; and which pictures these show that aren't made yet.
    """

    def __init__(self, state: PreviewState, pictures: PictureStore | None = None) -> None:
        self._state = state
        self._store = pictures
        self._closed = False
        self._changed = threading.Condition()
        self._open: Counter[str] = Counter()
        self._ahead: Mapping[str, bytes] = {}
        self._pictures: Mapping[str, Scaled] = {}

    @property
    def state(self) -> PreviewState:
        return self._state

    @property
    def closed(self) -> bool:
        return self._closed

    def show(self, state: PreviewState) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()

    @contextmanager
    def reader(self, path: str) -> Iterator[None]:
        """As long as a browser shows the file at ``path``, from the output folder."""
        with self._changed:
            self._open[path] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[path] -= 1

    def requested(self) -> frozenset[str]:
        with self._changed:
            return frozenset(path for path, count in self._open.items() if count > 0 and path)

    def show_first(self, files: Mapping[str, bytes], pictures: tuple[Scaled, ...] = ()) -> None:
        """Pages reload, and find these files instead of those that lie in the output folder."""
        self._pictures = {**self._pictures, **{picture.path: picture for picture in pictures}}
        self._ahead = files
        self.show(replace(self._state, page=self._state.page + 1))

    def ahead(self, path: str) -> bytes | None:
        """What a build has drawn of the file at ``path`` and not yet published."""
        return self._ahead.get(path)

    def expect(self, pictures: Iterable[Scaled]) -> None:
        """These are shown by pages and lie nowhere yet."""
        self._pictures = {picture.path: picture for picture in pictures}

    def picture(self, path: str) -> bytes | None:
        """The one size that a browser asks for, made now, if it lies nowhere yet."""
        expected = self._pictures.get(path)
        if expected is None or self._store is None:
            return None
        try:
            return self._store.scaled(expected)
        except OSError:  # it was replaced, or is damaged: the build says so
            return None

    def settled(self) -> bool:
        """The build ended: what lies in the output folder counts. Whether anything was ahead."""
        ahead, self._ahead = self._ahead, {}
        return bool(ahead)

    def newer(self, seen: PreviewState | None, seconds: float) -> PreviewState | None:
        """The state, as soon as it isn't ``seen``; None when ``seconds`` passed or it is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state != seen, seconds)
            return None if self._closed or self._state == seen else self._state

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def event(state: PreviewState, language: Language) -> bytes:
    """``state`` as one server-sent event; the page's script puts its texts on the screen.

    Errors come first: what a panel has no room for lies below the fold.
    """
    errors_first = sorted(state.problems, key=lambda p: p.severity is not Severity.ERROR)
    data = {
        **state.marks,
        "language": "zh-CN" if language == "zh" else "en",
        "failed": any(p.severity is Severity.ERROR for p in state.problems),
        "title": _title(state.problems, language),
        "lost": texts.say("preview.lost", language),
        "problems": [_shown(p, language) for p in errors_first],
    }
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def _title(problems: Iterable[Problem], language: Language) -> str:
    kinds = [p.severity for p in problems]
    name, kind = ("warnings", Severity.WARNING)
    if Severity.ERROR in kinds:
        name, kind = ("errors", Severity.ERROR)
    return texts.say(f"preview.{name}", language, count=kinds.count(kind))


def _shown(problem: Problem, language: Language) -> dict[str, str]:
    text = explain(problem, language)
    return {
        "where": str(problem.place),
        "severity": str(problem.severity),
        "label": texts.say(f"preview.{problem.severity}", language),
        "what": text.what,
        "why": texts.say("preview.why", language) + text.why if text.why else "",
        "todo": texts.say("preview.todo", language) + text.todo,
    }
