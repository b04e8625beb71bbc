"""The text that was copied last, by whichever program of the system gives it."""

from __future__ import annotations

import shutil
import subprocess

_PROGRAMS = (
    ("pbpaste",),
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-o"),
    ("xsel", "--clipboard", "--output"),
    (
        "powershell.exe",
        "-NoProfile",
        "-Command",
        "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw",
    ),
)
_SECONDS = 10


def copied() -> bytes:
    """Empty where nothing was, or no program of the system tells."""
    for program, *arguments in _PROGRAMS:
        found = shutil.which(program)
        if found is None:
            continue
        try:
            done = subprocess.run(
                [found, *arguments], check=False, capture_output=True, timeout=_SECONDS
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0 and done.stdout.strip():
            return done.stdout
    return b""
