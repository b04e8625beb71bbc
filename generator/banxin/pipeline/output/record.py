"""What the mark in an output folder says: whose the site is, and which files of it we wrote.

The mark travels with the folder, so it is known even where the cache is lost, damaged or of another
release what may be removed: a file that is listed, and whose bytes have the listed digest. Whatever
else lies there is somebody else's and stays.

A line for each file, in the order of their paths, so that two equal sites have equal marks. While
files are being published, lines are only added, before the first file moves: whatever a build that
was cut has written is listed. A mark without lines, as older releases left it, allows nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from banxin.pipeline.incremental.published import PublishedFile
from banxin.pipeline.incremental.store import Manifest
from banxin.pipeline.output.staged_files import MARKER, is_ours
from banxin.pipeline.project import Options
from banxin.site import routes

PAPER = "paper "  # its name follows
SEEN = "mark"  # in the cache: how the marks looked when the manifest was committed


class Record(msgspec.Struct, frozen=True):
    """``files``: by path, the digests of the bytes that we wrote there, mostly one."""

    paper: str = ""
    files: dict[str, set[str]] = msgspec.field(default_factory=dict)


def read(folder: Path) -> Record:
    """Of one folder; empty where there is no mark of ours, or one that can't be read."""
    if not is_ours(folder):
        return Record()
    try:
        text = (folder / MARKER).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return Record()
    paper, files = "", dict[str, set[str]]()
    for line in text.split("\n")[:-1]:  # what follows the last newline was cut off
        if line.startswith(PAPER):
            paper = line.removeprefix(PAPER)
        elif line[32:33] == " " and _is_inside(line[33:]):
            files.setdefault(line[33:], set()).add(line[:32])
    return Record(paper, files)


def _is_inside(path: str) -> bool:
    """Whether it is one that we write: a mark may be damaged, or somebody's who means harm."""
    return "\0" not in path and not {"", ".", ".."}.intersection(path.split("/"))


def paper_of(folder: Path) -> str:
    """Whose site it is, "" if the mark doesn't say; reads no more than that."""
    try:
        with (folder / MARKER).open(encoding="utf-8", errors="replace") as mark:
            line = mark.readline(1000)
    except OSError:
        return ""
    return line.removeprefix(PAPER).rstrip("\n") if line.startswith(PAPER) else ""


def read_both(options: Options) -> Record:
    """Of the output and its media folder, whose paths begin with ``routes.ELSEWHERE``."""
    here, away = read(options.output), read(options.media_folder)
    if away.paper not in ("", here.paper):  # another's, where our pictures lie with the pages
        away = Record()
    elsewhere = {routes.ELSEWHERE + path: digests for path, digests in away.files.items()}
    return Record(here.paper or away.paper, here.files | elsewhere)


def announce(options: Options, files: Mapping[str, PublishedFile]) -> None:
    """Add what is about to be written to the marks."""
    for folder, found in _by_folder(options, files):
        if found:
            with (folder / MARKER).open("a", encoding="utf-8", newline="\n") as mark:
                # the line before may have been cut short
                mark.write("\n" + "".join(_lines(found)))


def seal(options: Options, paper: str, files: Mapping[str, PublishedFile]) -> None:
    """Write the marks anew for a site that is published: these ``files`` and no others."""
    for folder, found in _by_folder(options, files):
        name = " ".join(paper.split())
        # the media folder of a paper that has none may be called as another one's output is
        if is_ours(folder) and (found or paper_of(folder) in ("", name)):
            text = "".join((f"{PAPER}{name}\n", *sorted(_lines(found), key=_path)))
            new = folder / f"{MARKER}-new"
            new.unlink(missing_ok=True)  # it might be somebody's link
            new.write_text(text, "utf-8", newline="\n")
            new.replace(folder / MARKER)


def settle(options: Options, manifest: Manifest) -> None:
    """Remember that the marks say just what the manifest does, which was committed."""
    manifest.beside.mkdir(parents=True, exist_ok=True)
    (manifest.beside / SEEN).write_text(_look(options, manifest), "utf-8")


def is_settled(options: Options, manifest: Manifest) -> bool:
    """Whether the marks say just what the manifest does: nobody changed either since ``settle``."""
    try:
        return (manifest.beside / SEEN).read_bytes() == _look(options, manifest).encode()
    except OSError:
        return False


def _look(options: Options, manifest: Manifest) -> str:
    looks = [manifest.mark]
    for folder in (options.output, options.media_folder):
        try:
            stat = os.lstat(folder / MARKER)
            looks.append(f"{stat.st_size} {stat.st_mtime_ns}")
        except OSError:
            looks.append("none")
    return "\n".join(looks)


def _by_folder(
    options: Options, files: Mapping[str, PublishedFile]
) -> Iterator[tuple[Path, dict[str, str]]]:
    """Each folder with the digests of its files by their paths in it."""
    here, away = dict[str, str](), dict[str, str]()
    for path, file in files.items():
        if path.startswith(routes.ELSEWHERE):
            away[path.removeprefix(routes.ELSEWHERE)] = file.content
        else:
            here[path] = file.content
    yield options.output, here
    yield options.media_folder, away


def _lines(found: Mapping[str, str]) -> Iterable[str]:
    """A path with a newline in it is left out: it is never removed without its manifest."""
    return (f"{content} {path}\n" for path, content in found.items() if "\n" not in path)


def _path(line: str) -> str:
    return line[33:]
