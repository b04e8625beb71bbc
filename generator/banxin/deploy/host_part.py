"""One folder of a site and its place on a host: the pages, or the pictures that lie elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import msgspec

from banxin.deploy.comparison import Compared, changed, compared, folders_left, gone
from banxin.deploy.host import Host
from banxin.deploy.host_lock import FOLDER
from banxin.deploy.host_record import HIDDEN, PLACES, UNSETTLED, HostRecord, decode, encode, newest
from banxin.deploy.local_files import LocalFiles, local_files
from banxin.deploy.sending_order import in_order
from banxin.model.fingerprint import digest

SAVE = 20.0  # seconds of sending after which it is written down what has arrived


class Part:
    """``memory``: a folder here for what is remembered of hosts."""

    def __init__(self, host: Host, folder: Path, memory: Path, paper: str, target: str) -> None:
        self.host, self.folder, self.paper, self.target = host, folder, paper, target
        name = f"{target}-{digest(host.place.encode())[:8]}"
        self._copy = memory / f"{name}.record"
        self._files = memory / f"files-{digest(str(folder.absolute()).encode())[:8]}.msgpack"
        self._settled: dict[str, str] = {}
        self._saved = time.monotonic()
        self._number = 0
        self._known = decode(_read(self._copy))

    @property
    def is_known(self) -> bool:
        """Whether this computer has sent something there before."""
        return self._known is not None

    def compared(self, *, believe: bool) -> tuple[LocalFiles, Compared]:
        with ThreadPoolExecutor(len(PLACES)) as pool:
            record = newest(pool.map(self.host.read, PLACES))
        local = local_files(self.folder, self._files)
        evidence = self._known if self._known and self._known.paper == self.paper else None
        self._number = max(one.number for one in (record, evidence, HostRecord()) if one)
        found = compared(
            self.host,
            self.folder,
            local,
            record=record,
            evidence=evidence,
            believe=believe,
        )
        return local, found

    def announce(self, plan: Plan) -> None:
        """What is about to be sent or removed is ours from now on, whatever happens."""
        self._settled = dict(plan.compared.record.files)
        if plan.is_idle and plan.compared.by_record:
            return
        self._write((*plan.sending, *plan.removing))

    def send(self, plan: Plan, paths: list[str], header: str, tick: Callable[[int], None]) -> None:
        self.host.send(self.folder, paths, header, tick)
        self._settled |= {path: plan.local[path].content for path in paths}
        if time.monotonic() - self._saved > SAVE:
            waiting = (p for p in plan.sending if self._settled.get(p) != plan.local[p].content)
            self._write((*waiting, *plan.removing))

    def remove(self, plan: Plan) -> None:
        self.host.remove((*plan.removing, *self._half_sent(plan)))
        self.host.remove_empty(folders_left(plan.removing, plan.local))

    def _half_sent(self, plan: Plan) -> list[str]:
        """What a deploy left that was cut: it may be in the folders of what isn't settled."""
        files = plan.compared.record.files
        open_ends = (path for path, content in files.items() if content == UNSETTLED)
        folders = {path.rpartition("/")[0] for path in open_ends}
        return self.host.half_sent({*folders, HIDDEN, FOLDER}) if folders else []

    def seal(self, plan: Plan) -> None:
        """The record says what lies there now, and no more."""
        if plan.is_idle and plan.compared.by_record:
            return
        for path in plan.removing:
            self._settled.pop(path, None)
        self._write(())

    def _write(self, unsettled: Iterable[str]) -> None:
        """Over the older of the two records."""
        self._number += 1
        record = HostRecord(self.paper, self._number, self._settled).announcing(unsettled)
        data = encode(record)
        self.host.write(PLACES[self._number % len(PLACES)], data)
        self._saved = time.monotonic()
        with suppress(OSError):  # it is only a help
            self._copy.parent.mkdir(parents=True, exist_ok=True)
            self._copy.write_bytes(data)


class Plan(msgspec.Struct, frozen=True):
    """What is to be sent to one place, and what is to be removed there."""

    part: Part
    local: LocalFiles
    compared: Compared
    sending: list[str]
    removing: list[str]

    @property
    def is_idle(self) -> bool:
        return not self.sending and not self.removing


def planned(part: Part, *, believe: bool) -> Plan:
    """Raises RcloneError."""
    local, found = part.compared(believe=believe)
    sending = in_order(changed(local, found.record))
    return Plan(part, local, found, sending, sorted(gone(local, found.record)))


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
