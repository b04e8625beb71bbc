"""A bug of ours: the traceback goes into a file, the reader gets a sentence."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from banxin import __version__
from banxin.cli.session import Session, WrongUse, shown


def record(error: Exception, session: Session) -> str:
    """Write what happened into the paper's cache, else into the system's temporary folder."""
    trace = "".join(traceback.format_exception(error))
    if session.debug:
        session.complain(trace)
    facts = f"banxin {__version__}, Python {sys.version}, {platform.platform()}"
    text = f"{session.now().isoformat()}\n{facts}\n{sys.argv}\n\n{trace}"
    for folder in _folders(session):
        try:
            folder.mkdir(exist_ok=True)
            (folder / "crash.log").write_text(text, encoding="utf-8")
        except OSError:
            continue
        return shown(folder / "crash.log")
    session.complain(trace)
    return "-"


def _folders(session: Session) -> list[Path]:
    spare = Path(tempfile.gettempdir()) / "banxin"
    try:
        return [session.project().cache, spare]
    except (WrongUse, OSError):
        return [spare]
