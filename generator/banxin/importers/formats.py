"""Which file is which, by what is in it and not by its name; the readers that take it.

A file that none takes is refused with one sentence that says what to do.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from banxin.importers.manuscript import Manuscript
from banxin.importers.refusal import Refused
from banxin.importers.text.reader import read_text_file
from banxin.importers.word.package import Package
from banxin.importers.word.reader import read_word

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp")
MOST_BYTES = 400_000_000
MOST_TEXT = 20_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 600_000
_CONVERTING = 120  # seconds
_TYPES = (
    (b"{\\rtf", "rtf", True),
    (b"%PDF", "pdf", False),
    (b"7z\xbc\xaf", "archive", False),
    (b"Rar!", "archive", False),
    (b"\xff\xd8\xff", "picture", False),
    (b"\x89PNG", "picture", False),
    (b"GIF8", "picture", False),
    (b"II*\0", "picture", False),
    (b"MM\0*", "picture", False),
)


@contextmanager
def opened(path: Path) -> Iterator[tuple[Manuscript, Package | None]]:
    """What a file holds, and its archive where it has one, open as long as the block runs.

    Raises Refused.
    """
    kind, convertible = sniffed(path)
    if kind == "text":
        yield read_text_file(path), None
        return
    if kind != "docx":
        raise Refused(kind, convertible=convertible)
    package = Package(path)
    try:
        yield read_word(package), package
    finally:
        package.close()


def sniffed(path: Path) -> tuple[str, bool]:
    """The kind of a file, and whether LibreOffice can make a .docx of it. Raises Refused."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise Refused("unreadable", why=error.strerror or error) from error
    if size > MOST_BYTES:
        raise Refused("too-large")
    if not head.strip(b"\0 \r\n\t"):
        raise Refused("empty")
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _compound(head, path)
    for start, kind, convertible in _TYPES:
        if head.startswith(start):
            return kind, convertible
    return _written(head, size)


def _written(head: bytes, size: int) -> tuple[str, bool]:
    """Text, or a page of a browser, or Word's own XML."""
    start = head[:2000].lower()
    if b"w:worddocument" in start or b'progid="word.document' in start:
        return "word-xml", True
    if b"<html" in start or b"<!doctype html" in start or start.startswith(b"mime-version"):
        return "html", True
    if size > MOST_TEXT:
        raise Refused("too-large")
    return "text", False


def _zipped(path: Path) -> tuple[str, bool]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = dict.fromkeys(archive.namelist()[:6000], True)
            kind = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("damaged") from error
    if b"opendocument.text" in kind:
        return "odt", True
    if any(name.startswith("Index/") or name.endswith(".iwa") for name in names):
        return "pages", False
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "sheet", False
    if "[Content_Types].xml" in names or any(name.startswith("word/") for name in names):
        return "docx", False
    return "archive", False


def _compound(head: bytes, path: Path) -> tuple[str, bool]:
    """The older kind of Word's and WPS's files; one with a password is wrapped in it, too."""
    if "EncryptedPackage".encode("utf-16-le") in head:
        return "password", False
    return ("wps", True) if path.suffix.lower() == ".wps" else ("doc", True)


def office() -> str:
    """The program that can make a .docx of other files; "" where it isn't installed."""
    mac = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or (mac if Path(mac).is_file() else "")


@contextmanager
def converted(path: Path, program: str) -> Iterator[Path]:
    """A .docx that LibreOffice made of ``path``, gone when the block ends. Raises Refused."""
    with tempfile.TemporaryDirectory(prefix="banxin-") as folder:
        home = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={home}", "--headless", "--norestore"]
        command += ["--convert-to", "docx", "--outdir", folder, str(path.resolve())]
        try:
            subprocess.run(command, capture_output=True, timeout=_CONVERTING, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise Refused("not-converted") from error
        made = Path(folder, path.stem + ".docx")
        if not made.is_file():
            raise Refused("not-converted")
        yield made
