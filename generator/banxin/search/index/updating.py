"""The index in the output folder: what of it must be built, and how it gets there.

A bundle is a folder whose name tells its contents. New bundles are put beside the old ones; then
one file, the manifest, changes from the old to the new ones in one step; then the old ones go.
So whoever reads, and whatever cuts a run short, there is always one whole index.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from banxin.model.fingerprint import digest
from banxin.problems import Place, Problems
from banxin.search.index.amendments import MOST_IN_A_YEAR
from banxin.search.index.builder import Order, Progress, build, engine, silent
from banxin.search.index.bundles import Bundle, cut
from banxin.search.index.manifest import manifest, sounds, variants
from banxin.search.index.pagefind_service import SearchFailed
from banxin.search.index.records import Record
from banxin.search.index.staging import publish, replace, sweep
from banxin.search.index.state import (
    Built,
    State,
    remember,
    remembered,
    remembered_size,
    whole_folders,
)
from banxin.search.index.versions import client, form

FOLDER = "pagefind"  # in the output; Pagefind's own interfaces look for a folder of this name
MANIFEST = "bundles.json"
VARIANTS = "variants.json"
SOUNDS = "sounds.json"
STATE = "search.msgpack"  # in the cache


class Month(msgspec.Struct, frozen=True):
    """The articles of one month. ``digest`` changes when ``load`` would give other records.

    ``load`` gives them newest issue first, each issue in printed order; it is called in the
    thread that called ``update``, and only when they are needed. ``count``: how many articles.
    """

    digest: str
    count: int
    load: Callable[[], Iterable[Record]]


class SearchReport(msgspec.Struct, frozen=True):
    """``built``: keys of the bundles that were made anew; ``size``: bytes of the whole index."""

    bundles: int = 0
    built: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    articles: int = 0
    size: int = 0


def update(
    months: Mapping[str, Month],
    *,
    output: Path,
    cache: Path,
    problems: Problems,
    processes: int = 1,
    progress: Progress = silent,
    whole: Container[str] = (),
) -> SearchReport:
    """Bring the index in ``output`` up to date with ``months`` (by 2022-04).

    What goes wrong becomes a problem, and the index stays as it was. ``cache``: a folder that
    remembers what was built; it may be emptied. ``processes``: how many Pagefinds at a time.
    ``whole``: what ``look`` came to shortly before.
    """
    folder = output / FOLDER
    staging = folder / ".staging"
    try:
        shutil.rmtree(staging, ignore_errors=True)  # of a run that was killed
        known = remembered(folder, cache / STATE, whole)
        return _update(months, folder, staging, cache / STATE, known, processes, progress)
    except SearchFailed as failed:
        problems.add(Place(FOLDER), failed.code, **failed.details)
    except OSError as error:
        problems.add(Place(FOLDER), "search-not-written", why=error)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return SearchReport()


def look(output: Path, cache: Path) -> frozenset[str]:
    """What of the index in ``output`` is as it was built, file by file."""
    return whole_folders(output / FOLDER, cache / STATE)


def weigh(cache: Path) -> int:
    """Bytes of the index as the last run left it."""
    return remembered_size(cache / STATE)


def _update(
    months: Mapping[str, Month],
    folder: Path,
    staging: Path,
    cache: Path,
    known: State,
    processes: int,
    progress: Progress,
) -> SearchReport:
    wanted = cut({key: month.count for key, month in months.items()})
    orders = [_order(bundle, months, known.bundles) for bundle in wanted]
    stale = [o for o in orders if o.was is None or o.was.digest != o.digest]
    motor = known.engine or engine(staging)
    made = build(stale, folder, staging, processes=processes, progress=progress)
    there = known.bundles | made
    found = [(bundle, there[bundle.key]) for bundle in wanted]
    removed = _publish(folder, staging, motor, found)
    now = State.of(motor, {built.key: built for _, built in found})
    if now != known:
        remember(cache, now)
    return _report(now, tuple(made), removed)


def _order(bundle: Bundle, months: Mapping[str, Month], known: Mapping[str, Built]) -> Order:
    parts = (form(), bundle.key, *(months[m].digest for m in bundle.months))

    def load() -> Iterator[Record]:
        for month in bundle.months:
            yield from months[month].load()

    others = (b for key, b in known.items() if key != bundle.key and key[:4] == bundle.key[:4])
    amendable = sum(b.amendment is not None for b in others) < MOST_IN_A_YEAR
    return Order(bundle, digest("\n".join(parts).encode()), load, known.get(bundle.key), amendable)


def _publish(
    folder: Path, staging: Path, motor: Built, found: list[tuple[Bundle, Built]]
) -> tuple[str, ...]:
    """Put what was staged in its place, the manifest last; the names of what is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [motor.name, *(part.name for _, built in found for part in built.folders)]
    publish(staging, folder, names)
    texts = {**client(), VARIANTS: variants(built for _, built in found)}
    texts[SOUNDS] = sounds(built for _, built in found)
    texts[MANIFEST] = manifest(motor, found)
    for name, data in texts.items():
        replace(staging, folder / name, data)
    shutil.rmtree(staging, ignore_errors=True)
    return sweep(folder, (*names, *texts))


def _report(now: State, made: tuple[str, ...], removed: tuple[str, ...]) -> SearchReport:
    filled = [built for built in now.bundles.values() if built.count]
    articles = sum(built.count for built in filled)
    return SearchReport(len(filled), made, removed, articles, now.size)
