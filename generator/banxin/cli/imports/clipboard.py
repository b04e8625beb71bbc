"""The text that was copied last, by whichever program of the system gives it.

Only text is asked for: of what Word or a browser copies that is the words, without bold type, sizes
and pictures.
"""

from __future__ import annotations

import os
import shutil
import subprocess

_PROGRAMS = (
    ("pbpaste",),
    ("wl-paste", "--no-newline", "--type", "text"),
    ("xclip", "-selection", "clipboard", "-target", "UTF8_STRING", "-out"),
    ("xsel", "--clipboard", "--output"),
    (
        "powershell.exe",
        "-NoProfile",
        "-Command",
        "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw",
    ),
)
_SECONDS = 10


class NoClipboard(Exception):
    """No program of this system gives what was copied."""


def copied() -> bytes:
    """Empty where nothing was, or what was is no text. Raises NoClipboard."""
    there = [(found, rest) for name, *rest in _PROGRAMS if (found := shutil.which(name))]
    if not there:
        raise NoClipboard
    for program, arguments in there:
        data = _said_by([program, *arguments])
        if data.strip() and not _is_markup(data):
            return data
    return b""


def _said_by(command: list[str]) -> bytes:
    """What a program prints; nothing where it fails: it may be of a desktop that isn't running."""
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "LC_CTYPE": "UTF-8"},  # else pbpaste may give Mac Roman
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _is_markup(data: bytes) -> bool:
    """Whether somebody's program offered a page's source in place of its text."""
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<html", b"<!doctype html", b"<meta http-equiv"))
