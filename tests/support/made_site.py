"""A small finished site in a folder, and the same an evening later."""

from __future__ import annotations

from pathlib import Path

from banxin.deploy.deployment import DeployReport, DeployRequest, deploy
from banxin.model import DeployTarget
from tests.support.hosts import ServedHost

PICTURE = "2022-04-01/media/0123456789abcdef-480.webp"
FIRST = {
    "index.html": b"<p>first issue</p>",
    "404.html": b"not found",
    "feed.xml": b"<feed/>",
    "sitemap.xml": b"<sitemapindex/>",
    "assets/style.css": b"body{}",
    "2022-04-01/index.html": b"<p>2022-04-01</p>",
    "2022-04-01/01/01/index.html": "一版一条".encode(),
    "2022-04-01/01/02/index.html": "一版二条".encode(),
    PICTURE: bytes(range(256)) * 40,
    "archive/index.html": b"archive",
    "n/1/index.html": b"1",
    "pagefind/bundles.json": b"[1]",
    "pagefind/2022-04-0123abcd/a b.pf_index": b"\0\1",
    "files/说明.pdf": b"%PDF",
    ".well-known/security.txt": b"contact",
}
SECOND = {
    **{path: data for path, data in FIRST.items() if "0123abcd" not in path},
    "index.html": b"<p>other issue</p>",  # as long as it was
    "feed.xml": b"<feed>2</feed>",
    "2022-04-02/index.html": b"<p>2022-04-02</p>",
    "2022-04-02/01/01/index.html": b"new" * 50,
    "archive/index.html": b"archive 2",
    "pagefind/bundles.json": b"[2]",
    "pagefind/2022-04-4567cdef/a b.pf_index": b"\0\2",
}


def write_site(folder: Path, files: dict[str, bytes]) -> Path:
    """``folder`` holds these files and no others."""
    for file in [f for f in folder.rglob("*") if f.is_file()]:
        if file.relative_to(folder).as_posix() not in files:
            file.unlink()
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != data:
            target.write_bytes(data)
    (folder / ".banxin-output").touch()
    return folder


def request(host: ServedHost, site: Path, memory: Path, **asked: bool) -> DeployRequest:
    target = DeployTarget("host", host.place)
    return DeployRequest(target, "江城晨报", ((site, host.place),), memory, **asked)


def deployed(host: ServedHost, site: Path, memory: Path, **asked: bool) -> DeployReport:
    return deploy(request(host, site, memory, **asked), host.environ, lambda *_: None)
