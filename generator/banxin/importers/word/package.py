"""A .docx as an archive, read with limits that no ordinary manuscript comes near."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from banxin.importers.refusal import Refused

MOST_ENTRIES = 5_000
MOST_XML = 12_000_000  # bytes of one part; a page of a newspaper has 100,000
MOST_PICTURE = 60_000_000
MAIN = "word/document.xml"
_STEP = 1 << 20


class Package:
    """An open .docx. Raises Refused where it is none, or larger than it may be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refused("damaged") from error
        infos = self.zip.infolist()
        if len(infos) > MOST_ENTRIES:
            self.zip.close()
            raise Refused("too-large")
        self.names = {info.filename: info for info in infos}
        self.inline: dict[str, bytes] = {}  # pictures that were written out in a link to them

    def close(self) -> None:
        self.zip.close()

    def xml(self, name: str) -> bytes | None:
        """A part's bytes, None where there is no such part."""
        return self._read(name, MOST_XML) if name in self.names else None

    def picture(self, name: str) -> bytes | None:
        """A picture's bytes; None where there is none, or it can't be read whole."""
        if name in self.inline:
            return self.inline[name]
        try:
            return self._read(name, MOST_PICTURE) if name in self.names else None
        except Refused:
            return None

    def _read(self, name: str, most: int) -> bytes:
        """What the archive says of the size isn't believed. Raises Refused."""
        info = self.names[name]
        if info.flag_bits & 1:
            raise Refused("password")
        if info.file_size > most:
            raise Refused("too-large")
        found = bytearray()
        try:
            with self.zip.open(info) as part:
                while step := part.read(_STEP):  # never more in all than the size that was said
                    found += step
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                RuntimeError, ValueError) as error:  # fmt: skip
            raise Refused("damaged") from error
        return bytes(found)
