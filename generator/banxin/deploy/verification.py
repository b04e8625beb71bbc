"""Some addresses, fetched as a reader does, and compared with what was sent."""

from __future__ import annotations

import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from banxin.deploy.refusals import DeployFailed
from banxin.problems import Place, error
from banxin.site import routes

MOST = 6  # addresses
PATIENCE = (0.0, 1.0, 3.0)  # seconds before each try: a host may take a moment
TIMEOUT = 15.0
_AGENT = "banxin deploy"


def chosen(sent: Iterable[str]) -> tuple[str, ...]:
    """The home page, and of what was sent some pages and a file that isn't one."""
    found = [path for path in sent if not path.rpartition("/")[2].startswith(".")]
    pages = [path for path in found if path.endswith(".html")]
    files = [path for path in found if not path.endswith(".html")]
    every = max(1, len(pages) // (MOST - 2))
    picked = (routes.file(routes.HOME), *pages[::every][: MOST - 2], *files[:1])
    return tuple(dict.fromkeys(picked))


def verify(target: str, url: str, folder: Path, paths: Iterable[str]) -> int:
    """How many addresses gave what lies in ``folder``. Raises DeployFailed for the first that
    doesn't: another site's, an error, or a copy that somebody on the way has kept."""
    count = 0
    for path in paths:
        wanted = (folder / path).read_bytes()
        address = url + quote(_address(path))
        why = ""
        for pause in PATIENCE:
            time.sleep(pause)
            why = _difference(address, wanted)
            if not why:
                break
        if why:
            place = Place(target)
            raise DeployFailed(error(place, "deploy-address", address=address, why=why))
        count += 1
    return count


def _address(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else ""


def _difference(address: str, wanted: bytes) -> str:
    """What is wrong with it, "" if nothing is."""
    # no copy that is kept on the way answers an address that nobody has asked for
    request = urllib.request.Request(f"{address}?banxin={secrets.token_hex(4)}")
    request.add_header("User-Agent", _AGENT)
    request.add_header("Accept-Encoding", "identity")
    request.add_header("Cache-Control", "no-cache")
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            found: bytes = answer.read(len(wanted) + 1)
    except urllib.error.HTTPError as failed:
        return f"HTTP {failed.code}"
    except (OSError, ValueError) as failed:
        reason = getattr(failed, "reason", failed)
        return str(reason)[:120]
    return "" if found == wanted else "≠"
