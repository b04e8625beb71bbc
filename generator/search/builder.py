"""Records to bundles, side by side: each bundle by a Pagefind of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .bundles import Bundle
from .facets import facets
from .records import Record, content, filters
from .service import SearchFailed, binary, index
from .staging import sizes, stage
from .state import Built, described
from .text import is_han
from .versions import form

# of what Pagefind puts into every index, the browser needs these, and once only
ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
NOT_INDEX = (".js", ".css", ".pagefind")
Progress = Callable[[int, int], None]  # bundles done, of how many


def silent(_done: int, _of: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Order:
    """A bundle to be built. ``load`` is called once, in the thread of ``build``."""

    bundle: Bundle
    digest: str
    load: Callable[[], Iterable[Record]]


def build(
    orders: Sequence[Order], staging: Path, *, processes: int, progress: Progress
) -> dict[str, Built]:
    """Stage the bundles; by key. No more are loaded than are at work. Raises SearchFailed."""
    built: dict[str, Built] = {}
    if not orders:
        return built
    executable, waiting = binary(), list(reversed(orders))
    running: set[Future[Built]] = set()
    with ThreadPoolExecutor(processes) as pool:
        while waiting or running:
            while waiting and len(running) < processes:
                order = waiting.pop()
                running.add(pool.submit(_one, executable, order, tuple(order.load()), staging))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            built |= {future.result().key: future.result() for future in done}
            progress(len(built), len(orders))
    return built


def engine(staging: Path) -> Built:
    """Stage Pagefind's own files, with an index of nothing: years are opened beside it."""
    nothing = {"url": "/", "language": "und", "content": "nothing", "meta": {}, "filters": {}}
    files = index(binary(), [nothing])
    if missing := [name for name in ENGINE if name not in files]:
        raise SearchFailed("search-nonsense", said=f"GetFiles: {', '.join(missing)}?")
    mine = {p: data for p, data in files.items() if p in ENGINE or not p.endswith(NOT_INDEX)}
    return Built("engine", form(), stage(staging, "engine", mine), sizes(mine))


def _one(executable: Path, order: Order, records: tuple[Record, ...], staging: Path) -> Built:
    key = order.bundle.key
    if not records:
        return Built(key, order.digest)
    told = [_told(record) for record in records]
    files = {p: d for p, d in index(executable, told).items() if not p.endswith(NOT_INDEX)}
    if "pagefind-entry.json" not in files:
        raise SearchFailed("search-nonsense", said="GetFiles: pagefind-entry.json?")
    files["facets.json"] = facets(records)
    characters = "".join(sorted(filter(is_han, set().union(*(t["content"] for t in told)))))
    name = stage(staging, key, files)
    built = Built(key, order.digest, name, sizes(files), characters=characters)
    return described(built, records)


def _told(record: Record) -> dict[str, Any]:
    return {
        "url": record.url,
        "language": "und",  # no stemming, no segmenting: the same on every build of Pagefind
        "content": content(record),
        "meta": {"date": record.day},
        "filters": filters(record),
    }
