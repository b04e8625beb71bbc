"""Records to bundles, side by side: each bundle by a Pagefind of its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from banxin.model.characters import is_han
from banxin.search.index.amendments import Difference, difference, least, rows
from banxin.search.index.articles import addresses
from banxin.search.index.bundles import Bundle
from banxin.search.index.engine_repairs import SCRIPTS, repaired
from banxin.search.index.facets import facets
from banxin.search.index.numbering import FRAGMENT, number, numbered
from banxin.search.index.pagefind_service import SearchFailed, binary, index
from banxin.search.index.pinyin import Readings, is_read
from banxin.search.index.records import SearchRecord, content, sounds
from banxin.search.index.staging import sizes, stage
from banxin.search.index.state import AmendmentBase, BuiltBundle, described
from banxin.search.index.tokenizer import LETTER, keys

# of what Pagefind puts into every index, the browser needs these, and once only
ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
NOT_INDEX = re.compile(rf"{FRAGMENT}|.*\.(js|css|pagefind)$")
_SPELLED = re.compile(f"{LETTER}([0-9a-f]+)z")
BundleProgress = Callable[[int, int], None]  # bundles done, of how many


def silent(_done: int, _of: int) -> None:
    """BundleProgress that nobody watches."""


class BundleOrder(msgspec.Struct, frozen=True):
    """A bundle to be built. ``load`` is called once, in the thread of ``build``.

    ``was``: what there is of it; if little has changed and ``amendable``, it stays and is amended.
    """

    bundle: Bundle
    digest: str
    load: Callable[[], Iterable[SearchRecord]]
    was: BuiltBundle | None = None
    amendable: bool = True


def build(
    orders: Sequence[BundleOrder],
    staging: Path,
    *,
    processes: int,
    progress: BundleProgress,
) -> dict[str, BuiltBundle]:
    """Stage the bundles; by key. No more are loaded than are at work. Raises SearchFailed."""
    built: dict[str, BuiltBundle] = {}
    if not orders:
        return built
    executable, waiting = binary(), list(reversed(orders))
    running: set[Future[BuiltBundle]] = set()
    with ThreadPoolExecutor(processes) as pool:
        while waiting or running:
            while waiting and len(running) < processes:
                order = waiting.pop()
                work = (executable, order, tuple(order.load()), staging)
                running.add(pool.submit(_one, *work))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            built |= {future.result().key: future.result() for future in done}
            progress(len(built), len(orders))
    return built


def engine(staging: Path, indexer_digest: str) -> BuiltBundle:
    """Stage Pagefind's own files, with an index of nothing: years are opened beside it."""
    nothing = {"url": "/", "language": "und", "content": "nothing", "meta": {}, "filters": {}}
    files = index(binary(), [nothing])
    if missing := [name for name in ENGINE if name not in files]:
        raise SearchFailed("search-nonsense", said=f"GetFiles: {', '.join(missing)}?")
    mine = {p: data for p, data in files.items() if p in ENGINE or not NOT_INDEX.match(p)}
    mine |= {script: repaired(mine[script]) for script in SCRIPTS}
    return BuiltBundle("engine", indexer_digest, stage(staging, "engine", mine), sizes(mine))


def _one(
    executable: Path,
    order: BundleOrder,
    records: tuple[SearchRecord, ...],
    staging: Path,
) -> BuiltBundle:
    """The bundle of ``records``: the one that is there, amended, or a new one."""
    key = order.bundle.key
    if not records:
        return BuiltBundle(key, order.digest)
    was = order.was if order.amendable else None
    proof = was.proven() if was else None
    month = order.bundle.growing
    if was and proof and (changed := difference(proof.rows, records, month=month)):
        built = _amended(executable, was, changed, proof.readings, staging)
        built = replace(built, proof=proof.packed())  # what was new is read by now
    else:
        readings = Readings()
        built = _staged(executable, key, records, readings, staging)
        if len(records) >= least(month=month):
            built = replace(built, proof=AmendmentBase(rows(records), readings).packed())
    return described(replace(built, digest=order.digest), records)


def _amended(
    executable: Path,
    was: BuiltBundle,
    changed: Difference,
    readings: Readings,
    staging: Path,
) -> BuiltBundle:
    amendment = None
    if changed.added:
        amendment = _staged(executable, f"{was.key}-amended", changed.added, readings, staging)
    without = tuple(map(number, changed.superseded))
    return replace(was, without=without, amendment=amendment, places=changed.places)


def _staged(
    executable: Path, key: str, records: tuple[SearchRecord, ...], readings: Readings, staging: Path
) -> BuiltBundle:
    stream = _RecordStream(records, readings)
    made = numbered(index(executable, stream), records)
    files = {path: data for path, data in made.items() if not NOT_INDEX.match(path)}
    if "pagefind-entry.json" not in files:
        raise SearchFailed("search-nonsense", said="GetFiles: pagefind-entry.json?")
    files |= {"facets.json": facets(records), **addresses(records)}
    characters = "".join(sorted(filter(is_han, stream.characters)))
    built = BuiltBundle(key, "", stage(staging, key, files), sizes(files), characters=characters)
    heard = {"sounds": _by_syllable(stream.sounds), "names": dict(stream.names)}
    return replace(built, **heard)


class _RecordStream:
    """What Pagefind is told of each record, one by one: it works while the next is made ready.

    ``characters``, ``sounds`` (pairs with a syllable) and ``names`` are those of the records
    until then.
    """

    def __init__(self, records: Iterable[SearchRecord], readings: Readings) -> None:
        self.records, self.readings = records, readings
        self.characters: set[str] = set()
        self.sounds: set[tuple[str, str]] = set()
        self.names: Counter[str] = Counter()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for record in self.records:
            sounds_of_record = sounds(record, self.readings)
            said = content(record, sounds_of_record)
            self.sounds.update(*sounds_of_record)
            self.names.update(filter(is_read, (*record.authors, *record.people)))
            self.characters.update(said)
            if LETTER in said:
                self.characters.update(chr(int(n, 16)) for n in _SPELLED.findall(said))
            yield {
                "url": record.url,
                "language": "und",  # no stemming, no segmenting: the same by every Pagefind
                "content": said,
                "meta": {},
                "filters": {},
            }


def _by_syllable(sounds: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What was read so in any of the records: characters as they are written, and their tokens."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for char, syllable in sounds:
        found[syllable].update((char, *keys(char)))
    return {syllable: "".join(sorted(chars)) for syllable, chars in sorted(found.items())}
