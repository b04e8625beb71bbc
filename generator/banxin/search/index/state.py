"""What the last run left in the output folder, remembered in the cache."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from banxin.model.sealed import BrokenSeal, opened, sealed
from banxin.search.index.pinyin import Readings
from banxin.search.index.records import SearchRecord

# sealed, but it may be of another release
_DAMAGE = (BrokenSeal, msgspec.DecodeError, UnicodeDecodeError)


class AmendmentBase(msgspec.Struct, frozen=True):
    """What amending a bundle takes: what proves each of its articles, and how they are read."""

    rows: dict[str, str]
    readings: Readings

    def packed(self) -> bytes:
        return msgspec.msgpack.encode(self)


class BuiltBundle(msgspec.Struct, frozen=True):
    """A bundle: ``name`` of its folder ("" if it has no article), its files with their sizes.

    ``digest``: of what it was built from. ``characters``: the Chinese ones in its index;
    ``sounds``: those in titles and names, by syllable; ``names`` with how many articles have
    each. ``proof``: packed, for hardly any bundle is amended;
    empty where none is to be. ``without`` are the numbers of the articles that are superseded, and
    ``amendment`` is the bundle with the others, at their ``places`` among all.
    """

    key: str
    digest: str
    name: str = ""
    files: dict[str, int] = msgspec.field(default_factory=dict)
    count: int = 0
    first: str = ""  # day
    last: str = ""
    sections: dict[str, int] = msgspec.field(default_factory=dict)
    pages: dict[int | str, int] = msgspec.field(default_factory=dict)
    kinds: dict[str, int] = msgspec.field(default_factory=dict)
    columns: dict[str, int] = msgspec.field(default_factory=dict)
    unasked: int = 0  # articles that are found only by who asks for their kind
    characters: str = ""
    sounds: dict[str, str] = msgspec.field(default_factory=dict)
    names: dict[str, int] = msgspec.field(default_factory=dict)
    proof: bytes = b""
    without: tuple[str, ...] = ()
    amendment: BuiltBundle | None = None
    places: tuple[int, ...] = ()

    def proven(self) -> AmendmentBase | None:
        """None if it isn't to be amended, or can't be because the proof is damaged."""
        try:
            return msgspec.msgpack.decode(self.proof, type=AmendmentBase)
        except _DAMAGE:
            return None

    @property
    def is_appended(self) -> bool:
        """Whether its amendment is nothing but later issues, which stand before all of it."""
        return self.amendment is not None and not self.without and not any(self.places)

    @property
    def folders(self) -> tuple[BuiltBundle, ...]:
        """Itself and its amendment, as far as they have articles."""
        return tuple(b for b in (self, self.amendment) if b and b.name)

    @property
    def size(self) -> int:
        return sum(sum(b.files.values()) for b in self.folders)


class IndexSize(msgspec.Struct, frozen=True):
    """What of an IndexState is wanted with every save in a preview: bytes of the whole index."""

    size: int = 0


class IndexState(IndexSize, frozen=True):
    """``engine``: the folder with Pagefind's own files; ``bundles`` by key.

    ``indexer_digest``: of the program and libraries that made them.
    """

    indexer_digest: str = ""
    engine: BuiltBundle | None = None
    bundles: dict[str, BuiltBundle] = msgspec.field(default_factory=dict)

    def names(self) -> frozenset[str]:
        """Of the folders that it consists of."""
        built = (part for b in self.bundles.values() for part in b.folders)
        return frozenset(b.name for b in (self.engine, *built) if b)

    @classmethod
    def of(
        cls, engine: BuiltBundle, bundles: dict[str, BuiltBundle], indexer_digest: str
    ) -> IndexState:
        size = sum(built.size for built in (engine, *bundles.values()))
        return cls(size, indexer_digest, engine, bundles)


def described(built: BuiltBundle, records: Sequence[SearchRecord]) -> BuiltBundle:
    """``built`` with what the manifest says of its records, of which there is at least one."""
    return replace(
        built,
        count=len(records),
        first=min(r.day for r in records),
        last=max(r.day for r in records),
        sections=dict(Counter(r.section for r in records)),
        pages=dict(Counter(r.page for r in records)),
        kinds=dict(Counter(r.kind for r in records if r.kind)),
        columns=dict(Counter(r.column for r in records if r.column)),
        unasked=sum(not r.searched for r in records),
    )


def load_state(
    folder: Path, file: Path, indexer_digest: str, intact: Container[str] = ()
) -> IndexState:
    """What ``file`` says of the index in ``folder``, less what doesn't lie there undamaged.

    ``intact``: folders that were looked at already, see ``intact_folders``.
    """
    state = _state(file, indexer_digest)
    engine = state.engine if state.engine and _is_intact(folder, state.engine, intact) else None
    bundles = {key: b for key, b in state.bundles.items() if _is_intact(folder, b, intact)}
    return IndexState(state.size, state.indexer_digest, engine, bundles)


def saved_size(file: Path) -> int:
    """Bytes of the index that ``file`` describes; 0 if it describes none."""
    try:
        return msgspec.msgpack.decode(_kept(file), type=IndexSize).size
    except (OSError, *_DAMAGE):
        return 0


def intact_folders(folder: Path, file: Path, indexer_digest: str) -> frozenset[str]:
    """Names of what lies in ``folder`` as ``file`` says: a name tells the contents."""
    state = _state(file, indexer_digest)
    built = (b for b in (state.engine, *state.bundles.values()) if b)
    parts = (part for one in built for part in one.folders)
    return frozenset(part.name for part in parts if _folder_is_intact(folder, part))


def _state(file: Path, indexer_digest: str) -> IndexState:
    blank = IndexState(indexer_digest=indexer_digest)
    try:
        state = msgspec.msgpack.decode(_kept(file), type=IndexState)
    except (OSError, *_DAMAGE):
        return blank
    return state if state.indexer_digest == indexer_digest else blank


def _kept(file: Path) -> bytes:
    """Raises BrokenSeal, or OSError where there is none."""
    return opened(file.read_bytes(), file.name)


def save_state(file: Path, state: IndexState) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(sealed(msgspec.msgpack.encode(state), file.name))
    new.replace(file)


def _is_intact(folder: Path, built: BuiltBundle, intact: Container[str]) -> bool:
    return all(part.name in intact or _folder_is_intact(folder, part) for part in built.folders)


def _folder_is_intact(folder: Path, part: BuiltBundle) -> bool:
    inside = f"{folder}/{part.name}/"
    try:
        return all(
            os.stat(inside + file).st_size == size  # noqa: PTH116 a Path costs more
            for file, size in part.files.items()
        )
    except OSError:
        return False
