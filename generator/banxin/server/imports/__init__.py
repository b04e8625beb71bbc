"""Pages on this computer with forms, for as long as somebody works on them.

It serves bytes that it is given, under a path that nobody can guess, and hands on the forms that
come back from there. It knows nothing of papers.
"""

from __future__ import annotations

import secrets
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager

from banxin.server.imports.http import HERE, FormServer
from banxin.server.imports.site import Answer, Form, Part, Site

__all__ = ["Answer", "Form", "Part", "Site", "shown"]
_SECONDS = 5.0  # that an answer may take to be sent when all is over


@contextmanager
def shown(site: Site, *, open_browser: bool = True) -> Iterator[str]:
    """Serve ``site`` while the block runs; yields its address. An answer that is on its way then is
    still sent.

    Raises OSError if no port can be had.
    """
    root = f"/{secrets.token_urlsafe(12)}/"
    server = FormServer(root, site)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    address = f"http://{HERE}:{server.server_port}{root}"
    try:
        if open_browser:  # in a thread: some browsers return only when they are closed
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        yield address
    finally:
        server.answering.acquire(timeout=_SECONDS)
        server.shutdown()
        server.server_close()
