"""HTML into the clipboard, by whichever program of the system puts it there."""

from __future__ import annotations

import shutil
import subprocess

_SECONDS = 10
_PROGRAMS = (
    ("wl-copy", "--type", "text/html"),
    ("xclip", "-selection", "clipboard", "-t", "text/html"),
)
# macOS: AppleScript takes the bytes in hexadecimal
_APPLE = "set the clipboard to {{«class HTML»:«data HTML{data}»}}"
# Windows: PowerShell 5 writes the head that the clipboard's HTML must have
_WINDOWS = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8; "
    "Set-Clipboard -AsHtml -Value ([Console]::In.ReadToEnd())"
)


def copied(html: str) -> bool:
    """Whether a program of the system took it."""
    data = html.encode()
    if _ran(("osascript", "-"), _APPLE.format(data=data.hex()).encode()):
        return True
    if _ran(("powershell.exe", "-NoProfile", "-Command", _WINDOWS), data):
        return True
    return any(_ran(command, data) for command in _PROGRAMS)


def _ran(command: tuple[str, ...], data: bytes) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        # what it says goes nowhere: a program that stays to give it away would hold a pipe open
        done = subprocess.run(
            [program, *command[1:]],
            check=False,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
