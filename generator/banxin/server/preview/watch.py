"""Which sources changed: content, themes, and the configuration among them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from watchfiles import watch

from banxin.content.scan import is_temporary
from banxin.pipeline.project import Project
from banxin.server.preview.poll import is_needed, poll

QUIET = 0.1  # seconds without a change after which a burst of saves is over
LONGEST = 2.0  # seconds after which a burst that never ends is taken as it is
_LOOK = 100  # milliseconds: how often the watched folders themselves are looked after
_STEP = 20  # milliseconds: how soon a change is noticed
# what editors leave for a moment beside a file: Vim, JetBrains, Word and WPS, Chromium
_TEMPORARY = ("4913", "__pycache__", "node_modules")
_ENDINGS = ("___jb_tmp___", "___jb_old___", ".swx", ".crswap", ".part", ".pyc")


def is_source(path: PurePath) -> bool:
    """Whether ``path``, from the project's root, can matter to a build."""
    return not any(
        is_temporary(name) or name in _TEMPORARY or name.endswith(_ENDINGS) for name in path.parts
    )


class Watcher:
    """Collects the paths of changed sources while it is entered.

    Folders are watched, not files, so a save by rename is seen; ``content`` and ``themes`` may
    vanish and come back, as they do when a branch is checked out. When the system can't watch
    that many folders, ``polling`` hears why and the files are looked at in turn.
    """

    def __init__(self, project: Project, polling: Callable[[str], None]) -> None:
        root = project.root.resolve()
        self._root = root
        self._folders = tuple(root / f.name for f in (project.content, project.themes))
        self._polling = polling
        self._must_poll = is_needed(root, os.environ)
        self._pending: set[str] = set()
        self._touched = 0.0
        self._news = threading.Condition()
        self._ready = threading.Event()
        self._stopped = threading.Event()
        self._seen: tuple[tuple[int, int], ...] = ()
        self._blind = False  # nobody watched for a moment
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(5)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._thread.join(2)

    def take(self, seconds: float) -> frozenset[str]:
        """All that changed since the last call, once it is quiet; empty after ``seconds``.

        Paths run from the project's root, with ``/``.
        """
        with self._news:
            if not self._news.wait_for(lambda: bool(self._pending), seconds):
                return frozenset()
            latest = time.monotonic() + LONGEST
            while (rest := min(self._touched + QUIET, latest) - time.monotonic()) > 0:
                self._news.wait(rest)
            taken, self._pending = frozenset(self._pending), set()
            return taken

    def has_news(self) -> bool:
        """Whether ``take`` would have something."""
        return bool(self._pending)

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._watch()
            except FileNotFoundError:  # a folder went while it was being entered
                self._stopped.wait(_LOOK / 1000)
            except (OSError, RuntimeError) as error:
                self._fall_back(str(error))

    def _fall_back(self, reason: str) -> None:
        if not self._must_poll:
            self._must_poll = True
            self._polling(reason)
        self._stopped.wait(_LOOK / 1000)

    def _watch(self) -> None:
        """Watch until told to stop or until a watched folder is another one than it was."""
        before, self._seen = self._seen, self._identities()
        there = [folder for folder in self._folders if folder.is_dir()]
        if not there:
            self._settle(before)
            self._stopped.wait(_LOOK / 1000)
            return
        try:
            for changed in self._changes(there):
                before = self._settle(before)
                paths = map(self._relative, changed)
                self._add(path for path in paths if is_source(PurePath(path)))
                if self._identities() != self._seen:
                    return
        finally:
            self._blind = self._ready.is_set()

    def _changes(self, folders: list[Path]) -> Iterator[set[str]]:
        """The first is given once the folders are watched, and some every moment after."""
        if self._must_poll:
            yield from poll(folders, self._stopped)
            return
        for changes in watch(
            *folders,
            watch_filter=None,
            step=_STEP,
            debounce=2 * _STEP,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            stop_event=self._stopped,
            raise_interrupt=False,
            force_polling=False,
            ignore_permission_denied=True,
        ):
            yield {path for _, path in changes}

    def _settle(self, before: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """Now that the folders are watched, say what may have been missed meanwhile."""
        if self._blind or (before and before != self._seen):
            self._add(folder.name for folder in self._folders)
        self._blind = False
        self._ready.set()
        return self._seen

    def _add(self, paths: Iterable[str]) -> None:
        new = set(paths)
        if not new:
            return
        with self._news:
            self._pending |= new
            self._touched = time.monotonic()
            self._news.notify_all()

    def _identities(self) -> tuple[tuple[int, int], ...]:
        return tuple(_identity(folder) for folder in self._folders)

    def _relative(self, path: str) -> str:
        return PurePath(os.path.relpath(path, self._root)).as_posix()


def _identity(folder: Path) -> tuple[int, int]:
    """Which folder this is; zeros while there is none."""
    try:
        stat = folder.stat()
    except OSError:
        return 0, 0
    return stat.st_dev, stat.st_ino
