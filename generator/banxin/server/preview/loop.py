"""Build, show what came of it, wait for the next change: ``build`` in a loop."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem, Severity, texts
from banxin.problems.reports import paragraphs
from banxin.problems.texts import Language
from banxin.server.preview.live import Live
from banxin.site import routes

if TYPE_CHECKING:
    from banxin.pipeline.build import Report
    from banxin.pipeline.context import PriorityPages, Progress

QUIET = 1.5  # seconds after a save before pictures that wait are made
REST = 10.0  # seconds without a build after which all is looked at once more
_DOUBLED = 3  # times: looks that find nothing are made ever more seldom
_SHARE = 30  # a look that takes long is followed by a rest this many times as long
MANY = 40  # units left to draw: a second's work, and worth leaving
_PACKAGE = Path(__file__).resolve().parents[2]


class Build(Protocol):
    def __call__(
        self,
        project: Project,
        options: Options,
        progress: Progress,
        state: IncrementalState,
        priority: PriorityPages,
    ) -> Report: ...


class Superseded(Exception):
    """Sources changed while many pages were being drawn: they would be drawn in vain."""


@dataclass(slots=True)
class Loop:
    """Brings ``live`` up to date after each build. Nothing a build does can end the preview.

    Each build is given the state of the one before, or what that one was given if it found a
    mistake; after a crash there is none. A build that draws many pages is left for a newer one, if
    somebody looks. Builds after a save leave pictures to be made when a browser asks for them; once
    it is quiet, another one makes them all, so that what lies in the output folder is whole.
    """

    project: Project
    options: Options
    build: Build
    base_path: Callable[[], str]
    live: Live
    say: Callable[[str], None]
    language: Language
    has_news: Callable[[], bool] = bool  # whether sources have changed since
    warned: tuple[Problem, ...] = ()
    incremental: IncrementalState = NOTHING
    took: float = 0.0  # seconds, the last look
    looks: int = 0  # in a row that found nothing
    ended: float = 0.0  # the last build
    waiting: bool = False  # pictures wait to be made, and weren't tried yet
    completing: bool = False  # they are being made: anything else is more urgent

    def once(
        self, changed: frozenset[str] = frozenset(), *, quiet: bool = False, whole: bool = False
    ) -> bool:
        """One build, told of in the terminal and to the browsers. Whether it was good.

        ``quiet``: nothing is said of what is known; true only if there is something new. ``whole``:
        no picture is left for later.
        """
        started = time.monotonic()
        earlier, self.incremental = self.incremental.told(changed), NOTHING
        options = replace(self.options, defers=not whole)
        try:
            report = self.build(self.project, options, self._drawn, earlier, self.live)
            self.incremental = report.state
            self._expect(report)
            if quiet and self._is_known(report):
                return False
            self._tell_good(report, changed, time.monotonic() - started)
            self._show_good(report)
        except Superseded:  # nothing was published, and what was read is marked
            self.incremental = earlier
            if not quiet:
                news = texts.say("preview.superseded", self.language)
                self.say(_what_changed(changed, self.language) + news)
        except BuildFailed as failed:
            self.incremental = earlier
            if not (quiet and failed.problems == self.live.state.problems):
                self._fail(failed.problems, changed, time.monotonic() - started)
        except Exception as error:  # a bug of ours must not take the preview with it
            self._fail((crash(error),), changed, time.monotonic() - started)
            self.say("".join(traceback.format_exception(error)))
        else:
            return True
        finally:
            self.ended, self.looks = time.monotonic(), 0
        return False

    def _drawn(self, phase: str, done: int, total: int) -> None:
        """A page is shown soon after each save, however long the build is that draws them all."""
        if (phase == "pictures" or self.completing) and self.has_news():
            raise Superseded
        if phase == "draw" and total - done > MANY and self.has_news() and self.live.requested():
            raise Superseded

    def _expect(self, report: Report) -> None:
        left = report.state.deferred
        self.live.expect(picture for pictures in left.values() for picture in pictures)
        self.waiting = bool(left)

    def is_quiet(self) -> bool:
        """Whether pictures wait to be made, and nobody has saved anything for a while."""
        return self.waiting and time.monotonic() - self.ended >= QUIET

    def complete(self) -> bool:
        """A build that makes all pictures that wait; left as soon as somebody saves something."""
        self.waiting, self.completing = False, True
        try:
            return self.once(quiet=True, whole=True)
        finally:
            self.completing = False

    def is_rested(self) -> bool:
        rest = REST * (1 << min(self.looks, _DOUBLED))
        return time.monotonic() - self.ended >= max(rest, _SHARE * self.took)

    def look(self) -> bool:
        """A build that remembers nothing: it finds what nobody told of, and mends the output."""
        self.incremental = NOTHING
        started, looks = time.monotonic(), self.looks
        found = self.once(quiet=True)
        self.took = time.monotonic() - started
        self.looks = 0 if found else looks + 1
        return found

    def _is_known(self, report: Report) -> bool:
        """Whether readers have it all on their screens. A picture's name says which it is, so one
        that is new in its place changes nothing."""
        drawn = [path for path in report.drawn if routes.MEDIA not in path]
        nothing = not drawn and not report.removed
        return nothing and report.warnings == self.live.state.problems

    def _show_good(self, report: Report) -> None:
        """Pages reload only if some file of theirs may differ; a new style is just exchanged."""
        touched = (*report.drawn, *report.removed)
        styles = sum(path.endswith(".css") for path in touched)
        ahead, state, base = self.live.settled(), self.live.state, self.base()
        pages_differ = ahead or styles < len(touched) or base != state.base
        self.live.show(
            replace(
                state,
                page=state.page + pages_differ,
                style=state.style + (styles > 0),
                base=base,
                problems=report.warnings,
            )
        )

    def base(self) -> str:
        """Where the site lies; where it lay, while its configuration can't be read."""
        try:
            return self.base_path()
        except (BuildFailed, OSError, ValueError):  # being written to this very moment
            return self.live.state.base

    def _tell_good(self, report: Report, changed: frozenset[str], seconds: float) -> None:
        pages = sum(path.endswith(".html") for path in report.drawn)
        line = texts.say("preview.built", self.language, drawn=pages, seconds=seconds)
        self.say(_what_changed(changed, self.language) + line)
        if report.warnings != self.warned:  # the same ones again would hide what is new
            self._say_all(report.warnings)
        self.warned = report.warnings

    def _fail(self, problems: tuple[Problem, ...], changed: frozenset[str], seconds: float) -> None:
        count = sum(p.severity is Severity.ERROR for p in problems)
        line = texts.say("preview.failed", self.language, count=count, seconds=seconds)
        self.say(_what_changed(changed, self.language) + line)
        self._say_all(problems)
        self.warned = ()
        state = self.live.state
        self.live.show(replace(state, page=state.page + self.live.settled(), problems=problems))

    def _say_all(self, problems: Iterable[Problem]) -> None:
        for one in paragraphs(problems, self.language):
            self.say(one.text)


def crash(error: Exception) -> Problem:
    """A bug that was caught as a problem, at the innermost line of our own that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if Path(f.filename).is_relative_to(_PACKAGE)] or frames
    file = Path(own[-1].filename)
    inside = file.is_relative_to(_PACKAGE)
    name = file.relative_to(_PACKAGE.parent).as_posix() if inside else file.name
    details = (("kind", type(error).__name__), ("message", str(error)))
    return Problem(Place(name, own[-1].lineno or 0), "serve-crash", details)


def _what_changed(changed: frozenset[str], language: Language) -> str:
    if not changed:
        return ""
    name = "changed" if len(changed) == 1 else "changed-many"
    return texts.say(f"preview.{name}", language, file=min(changed), count=len(changed))
