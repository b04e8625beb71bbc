"""The preview: watch, build, reload; the same build in a loop, beside a server for its output.

watch.py       which sources changed, a burst at a time
loop.py        a build after each, and what came of it
live.py        the state that open pages compare themselves with
addresses.py   from a request's address to a file
http.py        the server; limits.py what it grants its clients
pages.py       the script that goes into each page
client/        that script, and the style of its messages
background.py  what follows a good build without holding anything up

It imports the pipeline, to build; it never writes outside of the output and the cache.
"""

from __future__ import annotations

import errno
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from secrets import token_hex

from msgspec.structs import replace

from banxin.pipeline import story_form
from banxin.pipeline.incremental.state import IncrementalState
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem, texts
from banxin.problems.reports import as_text
from banxin.problems.texts import Language
from banxin.rendering.picture_store import PICTURES, PictureStore
from banxin.server.preview.background import Background
from banxin.server.preview.http import PreviewServer, ServedSite
from banxin.server.preview.live import Live, PreviewState
from banxin.server.preview.loop import Build, Loop
from banxin.server.preview.watch import Watcher
from banxin.site.formats import WECHAT

__all__ = ["serve"]
_TRIES = 20  # ports after the one asked for
_TAKEN = (errno.EADDRINUSE, errno.EACCES)  # EACCES: kept by the system, as Windows keeps some
_PATIENCE = 0.2  # seconds; on Windows a longer wait would not hear Ctrl-C


def serve(
    project: Project,
    options: Options,
    *,
    build: Build,
    base_path: Callable[[], str],
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    say: Callable[[str], None],
    language: Language = "zh",
    after_build: Callable[[IncrementalState], None] | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Preview ``options.output`` until Ctrl-C or ``stop``; build again whenever a source changes.

    ``base_path`` tells after each good build where the site lies: ``/`` or ``/paper/``.
    ``after_build`` follows good builds in a thread of its own, with what the last one remembers,
    and never reloads a page. While nothing changes, all is looked at again from time to time.
    Raises BuildFailed if the address can't be had, or none of the ports.
    """
    stop = stop or threading.Event()
    live = Live(PreviewState(token_hex(4)), PictureStore(project.cache / PICTURES))
    watcher = Watcher(project, lambda why: say(texts.say("preview.polling", language, reason=why)))
    loop = Loop(project, options, build, base_path, live, say, language, watcher.has_news)
    live.show(PreviewState(live.state.start, base=loop.base()))
    texts.load_all()  # while files can be opened: it may have to say that none can be any more
    story = partial(_story, project, options)
    server = _listen(host, port, ServedSite(options.output, live, language, say, story), say)
    try:
        with suppress(KeyboardInterrupt), watcher, _following(after_build, loop) as follow:
            say(texts.say("preview.first", language))
            follow(loop.once())
            with _serving(server, live):
                _announce(server.origin + live.state.base, say, language, open_browser)
                while not stop.is_set():
                    _next(loop, watcher, follow)
    finally:
        server.server_close()
        say(texts.say("preview.stopped", language))


def _story(project: Project, options: Options, address: str) -> str:
    elsewhere = replace(options, media_here=False)  # its pictures where others find them
    return story_form.story(project, elsewhere, address, WECHAT).text


def _next(loop: Loop, watcher: Watcher, follow: Callable[[bool], None]) -> None:
    """Build what has changed, or look at everything when it has been quiet for long."""
    if changed := watcher.take(_PATIENCE):
        follow(loop.once(changed))
    elif loop.is_quiet():
        follow(loop.complete())
    elif loop.is_rested():
        follow(loop.look())


def _listen(host: str, port: int, site: ServedSite, say: Callable[[str], None]) -> PreviewServer:
    """On ``port``, or on the next free one, and say so. Raises BuildFailed if there is none."""
    reason = OSError()
    for candidate in (*range(port, min(port + _TRIES, 65535) + 1), 0) if port else (0,):
        try:
            server = PreviewServer(host, candidate, site)
        except OSError as error:
            reason = error
            if error.errno not in _TAKEN:
                break
        else:
            if server.server_port != port and port:
                say(texts.say("preview.port", site.language, taken=port, port=server.server_port))
            return server
    details = (("host", host), ("port", str(port)), ("reason", reason.strerror or str(reason)))
    raise BuildFailed((Problem(Place("--host"), "serve-address", details),))


@contextmanager
def _serving(server: PreviewServer, live: Live) -> Iterator[None]:
    """Answer requests in threads of their own; in the end hang up on the pages that listen."""
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="serve", daemon=True)
    thread.start()
    try:
        yield
    finally:
        live.close()
        server.shutdown()
        thread.join()


@contextmanager
def _following(
    task: Callable[[IncrementalState], None] | None, loop: Loop
) -> Iterator[Callable[[bool], None]]:
    """What to call after each build with whether it was good."""
    if task is None:
        yield lambda _: None
        return

    def failed(error: Exception) -> None:
        if isinstance(error, BuildFailed):
            for problem in error.problems:
                loop.say(as_text(problem, loop.language))
            return
        kind = type(error).__name__
        loop.say(texts.say("preview.after-failed", loop.language, kind=kind, message=str(error)))

    background = Background(lambda: task(loop.incremental), failed)
    try:
        yield lambda good: background.ask() if good else None
    finally:
        background.close()


def _announce(url: str, say: Callable[[str], None], language: Language, open_browser: bool) -> None:
    say(texts.say("preview.ready", language, url=url))
    if open_browser:  # in a thread: some browsers return only when they are closed
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
