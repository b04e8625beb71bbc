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
from banxin.search.index.builder import BundleOrder, BundleProgress, build, engine, silent
from banxin.search.index.bundles import Bundle, cut
from banxin.search.index.manifest import manifest, sounds, variants
from banxin.search.index.pagefind_service import SearchFailed
from banxin.search.index.records import SearchRecord
from banxin.search.index.staging import publish, replace, sweep
from banxin.search.index.state import (
    BuiltBundle,
    IndexState,
    intact_folders,
    load_state,
    save_state,
    saved_size,
)
from banxin.search.index.versions import client

FOLDER = "pagefind"  # in the output; Pagefind's own interfaces look for a folder of this name
MANIFEST = "bundles.json"
VARIANTS = "variants.json"
SOUNDS = "sounds.json"
STATE = "search.msgpack"  # in the cache


class IndexMonth(msgspec.Struct, frozen=True):
    """The articles of one month. ``digest`` changes when ``load`` would give other records.

    ``load`` gives them newest issue first, each issue in printed order; it is called in the
    thread that called ``update``, and only when they are needed. ``count``: how many articles.
    """

    digest: str
    count: int
    load: Callable[[], Iterable[SearchRecord]]


class SearchReport(msgspec.Struct, frozen=True):
    """``built``: keys of the bundles that were made anew; ``size``: bytes of the whole index."""

    bundles: int = 0
    built: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    articles: int = 0
    size: int = 0


def update(
    months: Mapping[str, IndexMonth],
    *,
    output: Path,
    cache: Path,
    problems: Problems,
    processes: int = 1,
    progress: BundleProgress = silent,
    indexer_digest: str,
    intact: Container[str] = (),
) -> SearchReport:
    """Bring the index in ``output`` up to date with ``months`` (by 2022-04).

    What goes wrong becomes a problem, and the index stays as it was. ``cache``: a folder that
    remembers what was built; it may be emptied. ``processes``: how many Pagefinds at a time.
    ``indexer_digest``: of the program and libraries that make bundles; by another one, all are
    stale. ``intact``: what ``inspect`` came to shortly before.
    """
    folder = output / FOLDER
    staging = folder / ".staging"
    try:
        shutil.rmtree(staging, ignore_errors=True)  # of a run that was killed
        known = load_state(folder, cache / STATE, indexer_digest, intact)
        return _update(months, folder, staging, cache / STATE, known, processes, progress)
    except SearchFailed as failed:
        problems.add(Place(FOLDER), failed.code, **failed.details)
    except OSError as error:
        problems.add(Place(FOLDER), "search-not-written", why=error)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return SearchReport()


def inspect(output: Path, cache: Path, indexer_digest: str) -> frozenset[str]:
    """What of the index in ``output`` is as it was built, file by file."""
    return intact_folders(output / FOLDER, cache / STATE, indexer_digest)


def index_size(cache: Path) -> int:
    """Bytes of the index as the last run left it."""
    return saved_size(cache / STATE)


def remove_index(output: Path) -> None:
    """Remove the index and nothing else; its folder too, where that leaves it empty."""
    folder = output / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return
    shutil.rmtree(folder / ".staging", ignore_errors=True)
    sweep(folder, ())
    for name in (*client(), VARIANTS, SOUNDS, MANIFEST):
        (folder / name).unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()


def _update(
    months: Mapping[str, IndexMonth],
    folder: Path,
    staging: Path,
    cache: Path,
    known: IndexState,
    processes: int,
    progress: BundleProgress,
) -> SearchReport:
    wanted = cut({key: month.count for key, month in months.items()})
    orders = [_order(bundle, months, known) for bundle in wanted]
    stale = [o for o in orders if o.was is None or o.was.digest != o.digest]
    engine_folder = known.engine or engine(staging, known.indexer_digest)
    made = build(stale, folder, staging, processes=processes, progress=progress)
    there = known.bundles | made
    found = [(bundle, there[bundle.key]) for bundle in wanted]
    removed = _publish(folder, staging, engine_folder, found, known.names())
    bundles = {built.key: built for _, built in found}
    now = IndexState.of(engine_folder, bundles, known.indexer_digest)
    if now != known:
        save_state(cache, now)
    return _report(now, tuple(made), removed)


def _order(bundle: Bundle, months: Mapping[str, IndexMonth], known: IndexState) -> BundleOrder:
    parts = (known.indexer_digest, bundle.key, *(months[m].digest for m in bundle.months))

    def load() -> Iterator[SearchRecord]:
        for month in bundle.months:
            yield from months[month].load()

    others = (
        b for key, b in known.bundles.items() if key != bundle.key and key[:4] == bundle.key[:4]
    )
    amendable = sum(b.amendment is not None for b in others) < MOST_IN_A_YEAR
    return BundleOrder(
        bundle, digest("\n".join(parts).encode()), load, known.bundles.get(bundle.key), amendable
    )


def _publish(
    folder: Path,
    staging: Path,
    engine_folder: BuiltBundle,
    found: list[tuple[Bundle, BuiltBundle]],
    known: Iterable[str],
) -> tuple[str, ...]:
    """Put what was staged in its place, the manifest last; the names of what is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [engine_folder.name, *(part.name for _, built in found for part in built.folders)]
    publish(staging, folder, names)
    texts = {**client(), VARIANTS: variants(built for _, built in found)}
    texts[SOUNDS] = sounds(built for _, built in found)
    texts[MANIFEST] = manifest(engine_folder, found)
    for name, data in texts.items():
        replace(staging, folder / name, data)
    shutil.rmtree(staging, ignore_errors=True)
    return sweep(folder, (*names, *texts), known)


def _report(now: IndexState, made: tuple[str, ...], removed: tuple[str, ...]) -> SearchReport:
    filled = [built for built in now.bundles.values() if built.count]
    articles = sum(built.count for built in filled)
    return SearchReport(len(filled), made, removed, articles, now.size)
