"""One folder on a host, by rclone: look, read, send, remove."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from banxin.deploy.rclone import Rclone, RcloneError

HALF_SENT = ".banxin-part"  # ends the name of a file until all of it has arrived
INCOMING = ".banxin-deploy/incoming"  # where they wait on a host that writes in place
POLL = 0.1  # seconds between two looks at a transfer
LINES = 8  # calls at one time; more than a host of the cheaper kind takes gain nothing
_LINES_OF = {"ftp": 3, "s3": 24, "local": 8}  # FTP hosts count connections
_REPLACED = ("corrupted on transfer", "being updated", "size changed")
_TRIES = 5
_REMOTE = re.compile(r"[^/\\:]{2,}:")
_ABSENT = ("object not found", "directory not found", "not found")


class Host:
    """``place``: an rclone remote and a folder there, or a folder. ``scratch``: a folder here."""

    def __init__(self, rclone: Rclone, place: str, scratch: Path) -> None:
        self.rclone, self.scratch = rclone, scratch
        # a folder: without the slash, whether it is a file is asked first, and refusals are misread
        is_remote = _REMOTE.match(place) and not place.endswith((":", "/"))
        self.place = f"{place}/" if is_remote else place
        self._info: Mapping[str, Any] | None = None

    @property
    def info(self) -> Mapping[str, Any]:
        if self._info is None:
            self._info = self.rclone.call("operations/fsinfo", fs=self.place)
        return self._info

    @property
    def is_here(self) -> bool:
        return self.info.get("Name") == "local" or str(self.info.get("String")).startswith("/")

    @property
    def lines(self) -> int:
        """How many files travel at one time."""
        if self.info["Features"].get("BucketBased"):
            return _LINES_OF["s3"]
        return _LINES_OF["ftp"] if str(self.info["String"]).startswith("ftp") else LINES

    def exists(self) -> bool:
        """Whether there is such a folder; of a bucket only the bucket counts."""
        try:
            self.rclone.call("operations/list", fs=self.place, remote="", opt=_BRIEF)
        except RcloneError as error:
            if any(word in str(error) for word in _ABSENT):
                return False
            raise
        return True

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Of what lies directly in ``folder``."""
        return tuple(row["Name"] for row in self._list(folder, _BRIEF))

    def sizes(self) -> dict[str, int]:
        """Of every file on the host, by path."""
        rows = self._list("", {**_BRIEF, "recurse": True, "filesOnly": True})
        return {row["Path"]: row["Size"] for row in rows}

    def _list(self, folder: str, options: Mapping[str, object]) -> list[dict[str, Any]]:
        try:
            found = self.rclone.call("operations/list", fs=self.place, remote=folder, opt=options)
        except RcloneError as error:
            if any(word in str(error) for word in _ABSENT):
                return []
            raise
        rows: list[dict[str, Any]] = found["list"]
        return rows

    def present(self, paths: Iterable[str]) -> set[str]:
        """Which of the paths something lies at."""

        def look(path: str) -> bool:
            return bool(self.rclone.call("operations/stat", fs=self.place, remote=path)["item"])

        wanted = list(paths)
        with ThreadPoolExecutor(self.lines) as pool:
            return {
                path for path, there in zip(wanted, pool.map(look, wanted), strict=True) if there
            }

    def equal(self, folder: Path, paths: Iterable[str]) -> set[str]:
        """Which files have the same bytes in ``folder``: by the host's digests, else fetched."""
        answer = self.rclone.call(
            "operations/check",
            srcFs=str(folder),
            dstFs=self.place,
            oneWay=True,
            match=True,
            download=not self.info.get("Hashes"),
            **self._only(paths),
        )
        return set(answer.get("match") or ())

    def read(self, name: str) -> bytes | None:
        """None if there is no such file. It may be replaced while it is read; then once more."""
        copy, tries = self.scratch / f"read-{name.replace('/', '-')}", 1
        while True:
            copy.unlink(missing_ok=True)
            try:
                self._copy((self.place, name), (str(self.scratch), copy.name))
                return copy.read_bytes()
            except RcloneError as error:
                if any(word in str(error) for word in _ABSENT):
                    return None
                if tries == _TRIES or not any(word in str(error) for word in _REPLACED):
                    raise
            tries += 1

    def write(self, name: str, data: bytes) -> None:
        copy = self.scratch / f"write-{name.replace('/', '-')}"
        copy.write_bytes(data)
        headers = [{"Key": "Cache-Control", "Value": "no-store"}]
        self._copy((str(self.scratch), copy.name), (self.place, name), UploadHeaders=headers)

    def _copy(self, source: tuple[str, str], target: tuple[str, str], **config: object) -> None:
        self.rclone.call(
            "operations/copyfile",
            srcFs=source[0],
            srcRemote=source[1],
            dstFs=target[0],
            dstRemote=target[1],
            _config={
                "IgnoreTimes": True,
                "NoCheckDest": True,
                "PartialSuffix": HALF_SENT,
                **config,
            },
        )

    def send(
        self, folder: Path, paths: list[str], header: str, tick: Callable[[int], None]
    ) -> None:
        """Files of ``folder``, over whatever lies there. ``tick``: how many have arrived.

        Each takes its place once it is whole. Where rclone doesn't see to that, and the host
        doesn't by itself, all wait in a hidden folder first.
        """
        aside = self._writes_in_place
        self._send(folder, paths, header, tick, f"{self.place}{INCOMING}/" if aside else self.place)
        if aside:
            with ThreadPoolExecutor(self.lines) as pool:
                list(pool.map(self._take_place, paths))

    @property
    def _writes_in_place(self) -> bool:
        """Whether a file that replaces another is half there for a while: WebDAV."""
        has = self.info["Features"]
        return not (has.get("PartialUploads") or has.get("BucketBased")) and has.get("Move", False)

    def _take_place(self, path: str) -> None:
        self.rclone.call(
            "operations/movefile",
            srcFs=f"{self.place}{INCOMING}/",
            srcRemote=path,
            dstFs=self.place,
            dstRemote=path,
            _config={"NoCheckDest": True},  # else what lies there would be removed before
        )

    def _send(
        self, folder: Path, paths: list[str], header: str, tick: Callable[[int], None], place: str
    ) -> None:
        config = {
            "NoTraverse": True,
            "NoCheckDest": True,
            "IgnoreTimes": True,
            "PartialSuffix": HALF_SENT,
            "Transfers": self.lines,
            "UploadHeaders": [{"Key": "Cache-Control", "Value": header}],
        }
        only = self._only(paths)
        job = self.rclone.call(
            "sync/copy",
            srcFs=str(folder),
            dstFs=place,
            _async=True,
            _filter=only["_filter"],
            _config=config,
        )["jobid"]
        self._wait(job, tick)

    def _wait(self, job: int, tick: Callable[[int], None]) -> None:
        pause = 0.005
        while True:
            status = self.rclone.call("job/status", jobid=job)
            if status["finished"]:
                break
            stats = self.rclone.call("core/stats", group=f"job/{job}", short=True)
            tick(int(stats.get("transfers", 0)))
            time.sleep(pause)
            pause = min(POLL, pause * 2)
        if not status["success"]:
            raise RcloneError(str(status["error"]))

    def remove(self, paths: Iterable[str]) -> None:
        """Files, each if it is there."""

        def delete(path: str) -> None:
            try:
                self.rclone.call("operations/deletefile", fs=self.place, remote=path)
            except RcloneError as error:
                if not any(word in str(error) for word in _ABSENT):
                    raise

        with ThreadPoolExecutor(self.lines) as pool:
            list(pool.map(delete, list(paths)))

    def half_sent(self, folders: Iterable[str]) -> list[str]:
        """Files in the folders that a deploy left behind which was cut; what waited is removed."""

        def look(folder: str) -> list[str]:
            above = f"{folder}/" if folder else ""
            return [f"{above}{n}" for n in self.names(folder) if n.endswith(HALF_SENT)]

        with suppress(RcloneError):  # there is none
            self.rclone.call("operations/purge", fs=self.place, remote=INCOMING)
        with ThreadPoolExecutor(self.lines) as pool:
            return [path for found in pool.map(look, list(folders)) for path in found]

    def remove_empty(self, folders: Iterable[str]) -> None:
        """Folders, the deepest first, as far as nothing is left in them."""
        if not self.info["Features"].get("CanHaveEmptyDirectories"):
            return
        for folder in sorted(folders, key=lambda path: -path.count("/")):
            with suppress(RcloneError):  # something is in it
                if not self.names(folder):
                    self.rclone.call("operations/rmdir", fs=self.place, remote=folder)

    def _only(self, paths: Iterable[str]) -> dict[str, Any]:
        """Just these files and no others, however they are called."""
        listed = self.scratch / "paths"
        listed.write_text("".join(f"{path}\n" for path in paths), "utf-8", newline="\n")
        return {"_filter": {"FilesFromRaw": [str(listed)]}}


_BRIEF: Mapping[str, object] = {"noModTime": True, "noMimeType": True}
