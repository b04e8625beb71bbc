"""content/root: files that go to the site's root as they are.

A host's proof of ownership, CNAME, ads.txt, favicon.ico: the program knows nothing of them, and
whoever asks for them looks nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from banxin.content.scan import is_temporary
from banxin.model.fingerprint import digest
from banxin.problems import Place, Problems
from banxin.problems.file_names import is_utf8, readable

ROOT_FILES = "content/root"
# hidden names that are somebody's work: what a host or a standard asks for by name
HIDDEN = (".well-known", ".nojekyll", ".htaccess", ".user.ini")


def read_root_files(root: Path, problems: Problems) -> tuple[tuple[str, str], ...]:
    """(file, digest) of each, sorted; the file's path from the project's root."""
    return tuple(_files(root, ROOT_FILES, problems))


def _files(root: Path, folder: str, problems: Problems) -> Iterator[tuple[str, str]]:
    for entry in _entries(root, folder, problems):
        path = f"{folder}/{entry.name}"
        if not is_utf8(entry.name):
            shown = readable(entry.name)
            problems.add(Place(f"{folder}/{shown}"), "name-not-utf8", name=shown)
        elif _is_link_out(root, path):
            code = "symlink-outside" if (root / path).exists() else "symlink-broken"
            problems.add(Place(path), code)
        elif entry.is_dir(follow_symlinks=False):
            yield from _files(root, path, problems)
        elif entry.is_file():
            yield from _file(root, path, problems)
        else:
            problems.add(Place(path), "not-a-file")


def _file(root: Path, path: str, problems: Problems) -> Iterator[tuple[str, str]]:
    try:
        yield path, digest((root / path).read_bytes())
    except OSError as error:
        problems.add(Place(path), "file-unreadable", why=error.strerror or error)


def _entries(root: Path, folder: str, problems: Problems) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as found:
            entries = [one for one in found if one.name in HIDDEN or not is_temporary(one.name)]
    except (FileNotFoundError, NotADirectoryError) as error:
        if folder == ROOT_FILES and (root / folder).exists():  # a file of that name
            problems.add(Place(folder), "folder-unreadable", why=error.strerror or error)
        return []
    except OSError as error:
        problems.add(Place(folder), "folder-unreadable", why=error.strerror or error)
        return []
    return sorted(entries, key=lambda one: one.name)


def _is_link_out(root: Path, path: str) -> bool:
    """A link, to anything but a file of the content folder: a folder's might form a circle."""
    if not (root / path).is_symlink():
        return False
    target = Path(os.path.realpath(root / path))
    return not target.is_file() or not target.is_relative_to((root / "content").resolve())
