"""content/root: what lies in it lies at the site's root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from banxin.pipeline.build import build, check
from banxin.pipeline.project import Options, Project
from tests.support.content_folder import ContentFolder


@pytest.fixture
def paper(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def options(paper: ContentFolder) -> Options:
    return Options(paper.root / "output", search=False, processes=1)


def site(paper: ContentFolder) -> Path:
    build(Project(paper.root), options(paper))
    return paper.root / "output"


def complaints(paper: ContentFolder) -> set[tuple[str, str]]:
    found = check(Project(paper.root), options(paper))
    return {(p.code, p.place.file) for p in found if "/root" in p.place.file}


FILES = {
    "CNAME": b"paper.example.org\n",
    "MP_verify_x1.txt": b"x1",
    "favicon.ico": b"\0\0\1\0",
    "readme.md": b"# not an article",
    ".well-known/security.txt": b"Contact: mailto:a@example.org\n",
    "googleabc/a b.html": b"google-site-verification: googleabc.html",
}


def test_each_file_is_copied_as_it_is(paper: ContentFolder) -> None:
    for name, data in FILES.items():
        paper.write(f"content/root/{name}", data)
    output = site(paper)
    assert {name: (output / name).read_bytes() for name in FILES} == FILES
    assert complaints(paper) == set()


def test_a_file_that_changes_or_goes_does_so_on_the_site(paper: ContentFolder) -> None:
    paper.write("content/root/ads.txt", b"one")
    paper.write("content/root/CNAME", b"a.example")
    site(paper)
    paper.write("content/root/ads.txt", b"two")
    paper.remove("content/root/CNAME")
    output = site(paper)
    assert (output / "ads.txt").read_bytes() == b"two"
    assert not (output / "CNAME").exists()


def test_what_systems_leave_behind_stays_at_home(paper: ContentFolder) -> None:
    for name in (".DS_Store", "Thumbs.db", "~$a.txt", "a.txt~", ".git/config", "deep/.DS_Store"):
        paper.write(f"content/root/{name}", b"x")
    output = site(paper)
    assert not [n for n in (".DS_Store", "Thumbs.db", ".git", "deep") if (output / n).exists()]


@pytest.mark.parametrize(
    "name",
    [
        *("index.html", "Robots.txt", "404.html", "feed.xml", "sitemap-2022.xml", "sitemap.xml"),
        *("assets/a.css", "search/x", "pagefind/x", "2022-04-01/x", "2030-01-01-2/x", "about/x"),
    ],
)
def test_an_address_of_the_site_itself_is_refused(paper: ContentFolder, name: str) -> None:
    paper.write("content/about.md", "---\ntitle: 关于\n---\n正文。\n")
    paper.write(f"content/root/{name}", b"x")
    assert complaints(paper) == {("root-reserved", f"content/root/{name}")}


def test_a_link_to_elsewhere_is_refused(paper: ContentFolder, tmp_path: Path) -> None:
    paper.write("secret.txt", b"secret")
    paper.write("content/root/a.txt", b"a")
    (tmp_path / "content/root/out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "content/root/gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "content/root/circle").symlink_to(tmp_path / "content/root")
    assert complaints(paper) == {
        ("symlink-outside", "content/root/out.txt"),
        ("symlink-broken", "content/root/gone.txt"),
        ("symlink-outside", "content/root/circle"),
    }


def test_a_file_where_the_folder_should_be_is_named(paper: ContentFolder) -> None:
    paper.write("content/root", b"x")
    assert complaints(paper) == {("folder-unreadable", "content/root")}


def test_a_name_of_another_time_is_named(paper: ContentFolder) -> None:
    paper.write("content/root/a.txt", b"a")
    (paper.root / "content/root" / b"\xd0\xc2.txt".decode(errors="surrogateescape")).touch()
    assert {code for code, _ in complaints(paper)} == {"name-not-utf8"}


def test_what_is_neither_a_file_nor_a_folder_is_named(paper: ContentFolder) -> None:
    paper.write("content/root/a.txt", b"a")
    os.mkfifo(paper.root / "content/root/pipe")
    assert complaints(paper) == {("not-a-file", "content/root/pipe")}


def test_what_the_system_refuses_to_read_is_named(
    paper: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "locked.txt", "shut/b.txt"):
        paper.write(f"content/root/{name}", b"x")
    read_bytes, scandir = Path.read_bytes, os.scandir

    def read(file: Path) -> bytes:
        return refused() if file.name == "locked.txt" else read_bytes(file)

    def scan(folder: Path) -> Iterator[os.DirEntry[str]]:
        return refused() if Path(folder).name == "shut" else scandir(folder)

    def refused() -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(os, "scandir", scan)
    assert complaints(paper) == {
        ("file-unreadable", "content/root/locked.txt"),
        ("folder-unreadable", "content/root/shut"),
    }
