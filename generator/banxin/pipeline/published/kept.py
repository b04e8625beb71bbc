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
    """Remember what is published now, with what else was known ``before`` behind it."""
    now, file = "".join(by_year(archive).values()), folder / FILE
    if before and file.read_text("utf-8").startswith(now):
        return
    here = {address for address, _ in read(now)}
    lost = (
        f"{a.replace(' ', '%20')} {one.signature}" for a, one in before.items() if a not in here
    )
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{FILE}-new"
    new.write_text(now + "".join(f"{line.rstrip()}\n" for line in lost), "utf-8", newline="\n")
    new.replace(file)
