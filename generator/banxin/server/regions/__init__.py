"""``banxin regions``: a page on this computer to draw hot areas on the printed pages' images.

field_edit.py  the field in an article's file, changed and nothing beside it
editor.py   an issue's images and areas, read and saved
request.py  what the page sends
http.py     the server
client/     the page

It imports the content and the model; it never builds, and changes nothing but the one field.
"""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable

from banxin.problems import BuildFailed, Place, Problem, texts
from banxin.problems.texts import Language
from banxin.server.regions.editor import RegionEditor, open_editor
from banxin.server.regions.http import RegionsServer

__all__ = ["RegionEditor", "draw_regions", "open_editor"]
_PATIENCE = 0.2  # seconds; on Windows a longer wait would not hear Ctrl-C


def draw_regions(
    editor: RegionEditor,
    *,
    page: int = 0,
    open_browser: bool = False,
    say: Callable[[str], None],
    language: Language = "zh",
    stop: threading.Event | None = None,
) -> None:
    """Serve the drawing page, first at ``page`` (0: the first one), until Ctrl-C or ``stop``.

    Raises BuildFailed if no port can be had.
    """
    stop = stop or threading.Event()
    server = _listen(editor, language, say)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="draw", daemon=True)
    thread.start()
    url = f"{server.origin}/" + (f"?page={page}" if page else "")
    say(texts.say("regions.ready", language, url=url))
    try:
        if open_browser:  # in a thread: some browsers return only when they are closed
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        while not stop.wait(_PATIENCE):
            pass
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()
        say(texts.say("regions.stopped", language))


def _listen(editor: RegionEditor, language: Language, say: Callable[[str], None]) -> RegionsServer:
    try:
        return RegionsServer(editor, language, say)
    except OSError as error:
        reason = ("reason", error.strerror or str(error))
        details = (("host", "127.0.0.1"), ("port", "0"), reason)
        raise BuildFailed((Problem(Place("banxin"), "serve-address", details),)) from error
