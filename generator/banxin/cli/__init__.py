"""The command line: arguments to a call of the program, its result to words and an exit code.

command_tree.py lists the commands, one module each in commands/. May import everything. Nothing
else prints or exits, but for ``__main__`` while this is being loaded.
"""

from __future__ import annotations

import atexit
import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from banxin.cli import crash, usage_errors
from banxin.cli.command_tree import tree
from banxin.cli.session import Session
from banxin.cli.streams import never_fail_to_print, open_closed_streams
from banxin.pipeline.gc_tuning import collect_seldom
from banxin.plugins.discovery import InstalledPlugin, installed_plugins
from banxin.problems import BuildFailed
from banxin.problems.texts import Words, is_known
from banxin.problems.texts.language import chosen

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)  # for what is printed, too: banxin fields > /mnt/full
CLEAN, PROBLEMS, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def run() -> NoReturn:
    """``main`` as a process of its own, which ends at once.

    To free what was read, value by value, would take time for nothing.
    """
    open_closed_streams()
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader went away
        code = code or PROBLEMS
    atexit._run_exitfuncs()  # those of libraries, as at any end
    os._exit(code)  # pragma: no cover - what measures has ended with the line before


def main(
    arguments: Sequence[str] | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    plugins: Callable[[], tuple[InstalledPlugin, ...]] = installed_plugins,
) -> int:
    """Run one command and return its exit code. Errors go to standard error."""
    arguments = sys.argv[1:] if arguments is None else arguments
    never_fail_to_print()
    collect_seldom()
    session = Session(Words(chosen(arguments, environ)), environ, now, plugins)
    try:
        return _run(arguments, session)
    except BrokenPipeError:  # whoever read the complaints went away: banxin check 2>&1 | head
        return PROBLEMS
    except Exception as error:  # a bug of ours, or a failing disk
        return _unexpected(error, session)


def _run(arguments: Sequence[str], session: Session) -> int:
    words = session.words
    try:
        commands = tree(words)
        code = commands.main(list(arguments), "banxin", standalone_mode=False, obj=session)
        return code if isinstance(code, int) else CLEAN  # a plugin's command may return anything
    except click.ClickException as error:
        session.complain(usage_errors.explain(error, words))
        return WRONG_USE
    except BuildFailed as failed:
        session.show(failed.problems)
        closing = "build.failed-midway" if failed.changed else "build.failed"
        session.complain("\n" + words(closing, counts=session.count(failed.problems)))
        return PROBLEMS
    except (click.Abort, KeyboardInterrupt) as stopped:
        if isinstance(stopped.__cause__, EOFError):  # click takes any for the end of what is typed
            raise stopped.__cause__ from None
        session.complain(words("terminal.interrupted"))
        return INTERRUPTED


def _unexpected(error: Exception, session: Session) -> int:
    if isinstance(error, FileNotFoundError) and _is_here_gone():
        session.complain(session.words("usage.error") + session.words("usage.folder-gone"))
        return WRONG_USE
    if isinstance(error, OSError) and error.filename and not session.debug:
        session.complain(session.words("usage.error") + _refusal(error, session.words))
        return PROBLEMS
    if isinstance(error, OSError) and error.errno in _NO_ROOM and not session.debug:
        session.complain(session.words("usage.error") + session.words("usage.no-room"))
        return PROBLEMS
    path = crash.record(error, session)
    session.complain(session.words("terminal.crash", kind=type(error).__name__, path=path))
    return BUG


def _is_here_gone() -> bool:
    """Whether somebody deleted the folder that the terminal stands in."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _refusal(error: OSError, words: Words) -> str:
    key = f"usage.errno.{errno.errorcode.get(error.errno or 0)}"
    why = words(key) if is_known(key) else error.strerror
    return words("usage.file", path=error.filename, why=why)
