"""What lies on a host beside what is to lie there: by the record, or file by file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from banxin.deploy.host import Host
from banxin.deploy.host_record import HIDDEN, UNSETTLED, HostRecord
from banxin.deploy.local_files import LocalFiles

FEW = 300  # files that are asked for one by one; for more, all are listed


class Compared(msgspec.Struct, frozen=True):
    """``record``: what is ours there. ``in_the_way``: others' files where ours are to be.

    ``by_record``: whether a record told it, or there was nothing; else everything was looked at.
    """

    record: HostRecord
    in_the_way: tuple[str, ...]
    by_record: bool


def compared(
    host: Host,
    folder: Path,
    local: LocalFiles,
    *,
    record: HostRecord | None,
    evidence: HostRecord | None,
    believe: bool,
) -> Compared:
    """``evidence``: an older record, of what we once put there. Raises RcloneError."""
    if record and believe and _is_plausible(host, record):
        new = [path for path in local if path not in record.files]
        return _beside_record(host, folder, new, record, local)
    return _file_by_file(host, folder, local, record or evidence or HostRecord())


def _is_plausible(host: Host, record: HostRecord) -> bool:
    """Whether whatever the record lists is still there, as far as one look at the root tells."""
    there = set(host.names())
    return {path.partition("/")[0] for path in record.files} <= there


def _beside_record(
    host: Host, folder: Path, new: list[str], record: HostRecord, local: LocalFiles
) -> Compared:
    there = host.present(new) if len(new) <= FEW else set(host.sizes()).intersection(new)
    same = host.equal(folder, there) if there else set()
    files = {**record.files, **{path: local[path].content for path in same}}
    return Compared(_with(record, files), tuple(sorted(there - same)), by_record=True)


def _file_by_file(host: Host, folder: Path, local: LocalFiles, known: HostRecord) -> Compared:
    sizes = {path: size for path, size in host.sizes().items() if not _is_hidden(path)}
    alike = [path for path, file in local.items() if sizes.get(path) == file.size]
    same = host.equal(folder, alike) if alike else set()
    files = {path: UNSETTLED for path in known.files if path in sizes}
    files |= {path: local[path].content for path in same}
    others = (path for path in local if path in sizes and path not in files)
    return Compared(_with(known, files), tuple(sorted(others)), by_record=not sizes)


def _is_hidden(path: str) -> bool:
    return path.startswith(f"{HIDDEN}/")


def _with(record: HostRecord, files: dict[str, str]) -> HostRecord:
    return msgspec.structs.replace(record, files=files)


def changed(local: LocalFiles, record: HostRecord) -> list[str]:
    """What is to be sent."""
    return [path for path, file in local.items() if record.files.get(path) != file.content]


def gone(local: LocalFiles, record: HostRecord) -> list[str]:
    """What is to be removed: ours, and no part of the site any more."""
    return [path for path in record.files if path not in local]


def folders_left(paths: Iterable[str], local: LocalFiles) -> set[str]:
    """Folders that held only files that are gone."""
    kept = {path.rpartition("/")[0] for path in local}
    above = {up for folder in kept for up in _up(folder)}
    return {up for path in paths for up in _up(path.rpartition("/")[0])} - above


def _up(folder: str) -> Iterable[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
