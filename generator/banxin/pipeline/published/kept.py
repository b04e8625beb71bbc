"""What builds on this computer published to one output folder: kept beside its manifest.

Addresses are only ever added. One that an editor gave up on purpose is still remembered: whoever
takes that word back is told again. A preview publishes nothing, so it is never kept.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from banxin.model.archive import Archive
from banxin.model.published import NONE, PublishedAddress, PublishedAddresses
from banxin.site.address_book import by_year, read

FILE = "addresses.txt"


def kept(folder: Path) -> PublishedAddresses:
    """All that was ever kept in ``folder``; nothing where nothing can be read."""
    file = folder / FILE
    try:
        stat = file.stat()
        return _kept(file, stat.st_mtime_ns, stat.st_size)
    except (OSError, UnicodeDecodeError):
        return NONE


@lru_cache(maxsize=2)  # a preview asks at every save
def _kept(file: Path, _mtime: int, _size: int) -> PublishedAddresses:
    text = file.read_text("utf-8")
    return {address: PublishedAddress(signature) for address, signature in read(text)}


def keep(folder: Path, archive: Archive, before: PublishedAddresses) -> None:
    """Remember what is published now, beside what was."""
    now = {a: s for text in by_year(archive).values() for a, s in read(text)}
    every = {address: one.signature for address, one in before.items()} | now
    if every == {address: one.signature for address, one in kept(folder).items()}:
        return
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{a.replace(' ', '%20')} {s}".rstrip() for a, s in sorted(every.items()))
    new = folder / f"{FILE}-new"
    new.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    new.replace(folder / FILE)
