"""The index in the output folder: what of it must be built, and how it gets there.

A bundle is a folder whose name tells its contents. New bundles are put beside the old ones; then
one file, the manifest, changes from the old to the new ones in one step; then the old ones go.
So whoever reads, and whatever cuts a run short, there is always one whole index.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from banxin.model.fingerprint import digest
from banxin.problems import Place, Problems
from banxin.search.index.amendments import MOST_IN_A_YEAR
from banxin.search.index.builder import BundleOrder, BundleProgress, build, engine, silent
from banxin.search.index.bundles import Bundle, cut
from banxin.search.index.manifest import manifest, names, sounds, variants
from banxin.search.index.pagefind_service import SearchFailed
from banxin.search.index.records import SearchRecord
from banxin.search.index.staging import publish, replace, stage_texts, sweep
from banxin.search.index.state import (
    BuiltBundle,
    IndexState,
    intact_folders,
    load_state,
    save_state,
    saved_size,
)
from banxin.search.index.syllables import syllables
from banxin.search.index.versions import client

FOLDER = "pagefind"  # in the output; Pagefind's own interfaces look for a folder of this name
MANIFEST = "bundles.json"
VARIANTS = "variants.json"
SOUNDS = "sounds.json"
SYLLABLES = "syllables.json"
NAMES = "names.json"
STAGING = ".staging"  # in the same folder: from there it takes renames only
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


class StagedIndex(msgspec.Struct, frozen=True):
    """An index that is made, and waits beside the one that readers have.

    ``names`` of its bundles and its other files; ``changed``: of those files that replace others,
    the manifest last; ``known``: bundles of the index before. ``state`` is remembered in ``cache``
    if it ``changes`` anything.
    """

    folder: Path
    staging: Path
    cache: Path
    names: tuple[str, ...]
    changed: tuple[str, ...]
    known: frozenset[str]
    state: IndexState
    changes: bool
    report: SearchReport

    def publish(self) -> SearchReport:
        """Put it in its place. Raises OSError."""
        publish(self.staging, self.folder, self.names)
        for name in self.changed:
            replace(self.staging, self.folder / name)
        discard(self.folder.parent)
        removed = sweep(self.folder, self.names, self.known)
        if self.changes:
            save_state(self.cache, self.state)
        return msgspec.structs.replace(self.report, removed=removed)


def prepare(
    months: Mapping[str, IndexMonth],
    *,
    output: Path,
    cache: Path,
    problems: Problems,
    processes: int = 1,
    progress: BundleProgress = silent,
    indexer_digest: str,
    intact: Container[str] = (),
    trusted: bool = True,
    people: Sequence[str] = (),
) -> StagedIndex | None:
    """Make the index of ``months`` (by 2022-04) beside the one in ``output``, which stays.

    None if something goes wrong, which becomes a problem. ``cache``: a folder that remembers what
    was built; it may be emptied, and unless it is ``trusted`` all is built. ``processes``: how
    many Pagefinds at a time. ``indexer_digest``: of the program and libraries that make bundles;
    by another one, all are stale. ``intact``: what ``inspect`` came to shortly before. ``people``:
    names that are found by their sound, or with a slip, beside those in the articles.
    """
    folder = output / FOLDER
    try:
        discard(output)  # of a run that was killed
        known = IndexState(indexer_digest=indexer_digest)
        if trusted:
            known = load_state(folder, cache / STATE, indexer_digest, intact)
        return _prepare(months, folder, cache / STATE, known, processes, progress, people)
    except SearchFailed as failed:
        problems.add(Place(FOLDER), failed.code, **failed.details)
    except OSError as error:
        problems.add(Place(FOLDER), "search-not-written", why=error)
    discard(output)
    return None


def update(
    months: Mapping[str, IndexMonth], *, output: Path, problems: Problems, **given: Any
) -> SearchReport:
    """``prepare`` and put it in its place at once: for one who changes nothing else."""
    staged = prepare(months, output=output, problems=problems, **given)
    try:
        return staged.publish() if staged else SearchReport()
    except OSError as error:
        problems.add(Place(FOLDER), "search-not-written", why=error)
    discard(output)
    return SearchReport()


def discard(output: Path) -> None:
    """Throw away what was staged, and the folder if there is nothing else in it."""
    folder = output / FOLDER
    if not folder.is_symlink():
        shutil.rmtree(folder / STAGING, ignore_errors=True)
        with suppress(OSError):
            folder.rmdir()


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
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    sweep(folder, ())
    for name in (*client(), VARIANTS, SOUNDS, SYLLABLES, NAMES, MANIFEST):
        (folder / name).unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()


def _prepare(
    months: Mapping[str, IndexMonth],
    folder: Path,
    cache: Path,
    known: IndexState,
    processes: int,
    progress: BundleProgress,
    people: Sequence[str],
) -> StagedIndex:
    staging = folder / STAGING
    wanted = cut({key: month.count for key, month in months.items()})
    orders = [_order(bundle, months, known, latest=n == 0) for n, bundle in enumerate(wanted)]
    stale = [o for o in orders if o.was is None or o.was.digest != o.digest]
    engine_folder = known.engine or engine(staging, known.indexer_digest)
    made = build(stale, staging, processes=processes, progress=progress)
    there = known.bundles | made
    found = [(bundle, there[bundle.key]) for bundle in wanted]
    texts = _texts(engine_folder, found, people)
    changed = stage_texts(staging, folder, texts)
    now = IndexState.of(engine_folder, {b.key: b for _, b in found}, known.indexer_digest)
    return StagedIndex(
        *(folder, staging, cache),
        names=(engine_folder.name, *(part.name for _, b in found for part in b.folders), *texts),
        changed=changed,
        known=known.names(),
        state=now,
        changes=now != known,
        report=_report(now, tuple(made)),
    )


def _texts(
    engine_folder: BuiltBundle, found: list[tuple[Bundle, BuiltBundle]], people: Sequence[str]
) -> dict[str, bytes]:
    """What isn't in bundles, by name: the manifest, which makes them the index, last."""
    scripts = client()
    return {
        **scripts,
        VARIANTS: variants(built for _, built in found),
        SOUNDS: sounds((built for _, built in found), people),
        SYLLABLES: msgspec.json.encode(syllables()),
        NAMES: names((built for _, built in found), people),
        MANIFEST: manifest(engine_folder, found, scripts),
    }


def _order(
    bundle: Bundle, months: Mapping[str, IndexMonth], known: IndexState, *, latest: bool
) -> BundleOrder:
    """``latest``: of the bundles, the one to which issues are being added.

    What stands beside an earlier one as it was added is put together with it.
    """
    parts = (known.indexer_digest, bundle.key, *(months[m].digest for m in bundle.months))

    def load() -> Iterator[SearchRecord]:
        for month in bundle.months:
            yield from months[month].load()

    was = known.bundles.get(bundle.key)
    was = None if was and was.is_appended and not latest else was
    others = (
        b for key, b in known.bundles.items() if key != bundle.key and key[:4] == bundle.key[:4]
    )
    amended = sum(b.amendment is not None and not b.is_appended for b in others)
    amendable = latest or amended < MOST_IN_A_YEAR
    return BundleOrder(bundle, digest("\n".join(parts).encode()), load, was, amendable)


def _report(now: IndexState, made: tuple[str, ...]) -> SearchReport:
    filled = [built for built in now.bundles.values() if built.count]
    articles = sum(built.count for built in filled)
    return SearchReport(len(filled), made, (), articles, now.size)
