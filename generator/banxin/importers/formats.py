"""Which file is which, by what is in it and not by its name; the readers that take it.

A file that none takes is refused with one sentence that says what to do.
"""

from __future__ import annotations

import mmap
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from banxin.importers.manuscript import Manuscript, Paragraph
from banxin.importers.refusal import Refused
from banxin.importers.text.decoding import worth
from banxin.importers.text.reader import read_text_file
from banxin.importers.word.package import Package
from banxin.importers.word.reader import read_word

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp")
MOST_BYTES = 400_000_000
MOST_TEXT = 20_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 600_000
_MANIFEST = "META-INF/manifest.xml"
_STREAMS = (  # of compound files: what is in them
    *("WordDocument", "EncryptedPackage", "Workbook", "PowerPoint Document"),
)
_LEGIBLE = 0.6
_SAMPLE = 100  # characters; in fewer anything may stand
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
    if path.is_dir():
        raise Refused("pages")
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
        return _compound(path)
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
            about = archive.open(_MANIFEST).read(_HEAD) if _MANIFEST in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("damaged") from error
    if b"opendocument.text" in kind:
        return ("password", False) if b"encryption-data" in about else ("odt", True)
    if any(name.startswith("Index/") or name.endswith(".iwa") for name in names):
        return "pages", False
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "sheet", False
    if "[Content_Types].xml" in names or any(name.startswith("word/") for name in names):
        return "docx", False
    return "archive", False


def _compound(path: Path) -> tuple[str, bool]:
    """The older kind of Word's and WPS's files; one with a password is wrapped in it, too."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        streams = {name for name in _STREAMS if data.find(name.encode("utf-16-le")) >= 0}
    if "EncryptedPackage" in streams:
        return "password", False
    if streams & {"Workbook", "PowerPoint Document"} and "WordDocument" not in streams:
        return "sheet", False
    return ("wps", True) if path.suffix.lower() == ".wps" else ("doc", True)


def is_legible(manuscript: Manuscript) -> bool:
    """Whether a converted file holds words: of a damaged one LibreOffice makes signs at random."""
    texts = [block.text for block in manuscript.blocks if isinstance(block, Paragraph)]
    text = "".join(texts)
    return len(text) < _SAMPLE or worth(text) >= _LEGIBLE
