"""By which names this computer is asked: only to its own does the preview answer."""

from __future__ import annotations

import ipaddress
import re

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:@/\\\[\]]+)(:\d{1,5})?")


def is_ours(header: str, listening: str) -> bool:
    """Whether a Host header names this computer, which listens as ``listening``.

    A page elsewhere can have its own name resolved to 127.0.0.1 and so read what we serve
    (DNS rebinding); its Host header gives it away. A bare IP address can't be rebound, so
    when listening on all addresses any of them will do.
    """
    match = _HOST.fullmatch(header.lower())
    name = match[1].strip("[]") if match else ""
    ours = {"localhost", "127.0.0.1", "::1", listening.lower()}
    return name in ours or (is_every_address(listening) and _is_ip(name))


def is_every_address(host: str) -> bool:
    return host in ("", "::") or host == "0.0.0.0"


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
