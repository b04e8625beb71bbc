"""What lies in content/issues: a folder an issue, and whatever lies where it shouldn't."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from operator import attrgetter
from pathlib import Path

import msgspec

from banxin.problems import Place, Problems
from banxin.problems.file_names import is_utf8, readable

ISSUES = "content/issues"
# what editors, operating systems and synchronisers leave beside a file while it is open
TEMPORARY = (".", "~", "#", "Thumbs.db", "desktop.ini")
_ENDS = ("~", ".swp", ".tmp", ".bak")
_NAME = attrgetter("name")


class FileEntry(msgspec.Struct, frozen=True, array_like=True):
    """A file directly in an issue's folder; its times in nanoseconds.

    Size and ``mtime`` can be another file's, by ``touch -r``, ``rsync -t`` or a file moved over it;
    its ``number`` on the disk and ``ctime``, which the system alone sets, can't. (Windows: a time
    of creation; and no number, for a folder's listing has none there.)
    """

    name: str
    size: int
    mtime: int
    ctime: int
    number: int

    @classmethod
    def of(cls, name: str, stat: os.stat_result) -> FileEntry:
        number = 0 if os.name == "nt" else stat.st_ino
        return cls(name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, number)


FolderState = tuple[int, int, int, int]  # device, number, mtime and ctime in nanoseconds


class IssueFolder(msgspec.Struct, frozen=True):
    """An issue's folder, its path from the root, and its files sorted by name.

    ``state``: another one when a name in it was added, removed or changed. None where that
    doesn't tell everything: something in it or above it is a link, or was complained of.
    """

    path: str
    files: tuple[FileEntry, ...]
    state: FolderState | None = None


KnownFolders = Mapping[str, IssueFolder]
NO_FOLDERS: KnownFolders = {}


def scan_issues(
    root: Path, problems: Problems, known: KnownFolders = NO_FOLDERS
) -> Iterator[IssueFolder]:
    """Every issue folder under ``root``/content/issues, by name; strays become problems.

    ``known``: folders of which no file has changed, by path; the very same is given again for
    each that still lies there, unless its state is another one.
    """
    inside = (root / "content").resolve()
    plain = (root / ISSUES).resolve() == root.resolve() / ISSUES
    _elsewhere(root, problems)
    for year in _entries(root, ISSUES, problems):
        if not _is_folder(year, ISSUES, inside, problems):
            _stray(year, ISSUES, problems)
            continue
        path = f"{ISSUES}/{year.name}"
        for entry in _entries(root, path, problems):
            if not _is_folder(entry, path, inside, problems):
                _stray(entry, path, problems)
                continue
            state = _state(entry) if plain and not year.is_symlink() else None
            old = known.get(f"{path}/{entry.name}")
            if old and old.state == state:
                yield old
            else:
                yield _folder(root, f"{path}/{entry.name}", state, inside, problems)


def _elsewhere(root: Path, problems: Problems) -> None:
    """Articles in a folder of content/ that nothing reads: content/2022-04-01/01-01-x.md.

    And files directly in content/ that are links to elsewhere: pages may attach or show them.
    """
    for entry in _entries(root, "content", problems):
        if entry.is_symlink() and not entry.is_dir() and leads_out(root, f"content/{entry.name}"):
            problems.add(Place(f"content/{entry.name}"), "symlink-outside")
        if entry.is_dir() and entry.name not in ("issues", "root"):
            for file in sorted(Path(entry.path).rglob("*.md")):
                if not any(is_temporary(part) for part in file.relative_to(root).parts):
                    problems.warn(Place(readable(file.relative_to(root).as_posix())), "stray-file")


def _entries(root: Path, path: str, problems: Problems) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / path) as entries:
            found = sorted([e for e in entries if not is_temporary(e.name)], key=_NAME)
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.add(Place(path), "folder-unreadable", why=error.strerror or error)
        return []
    return [e for e in found if _is_named(e.name, path, problems)]


def _is_named(name: str, path: str, problems: Problems) -> bool:
    if is_utf8(name):
        return True
    problems.add(Place(f"{path}/{readable(name)}"), "name-not-utf8", name=readable(name))
    return False


def is_temporary(name: str) -> bool:
    """Whether a file of this name is nobody's work: hidden, a backup, a lock."""
    return name.startswith(TEMPORARY) or name.endswith(_ENDS)


def _is_folder(entry: os.DirEntry[str], path: str, inside: Path, problems: Problems) -> bool:
    return _is_ours(entry, path, inside, problems) and entry.is_dir()


def _is_ours(entry: os.DirEntry[str], path: str, inside: Path, problems: Problems) -> bool:
    """Whether an entry stays in the content folder once its symbolic links are followed."""
    if not entry.is_symlink():
        return True
    target = Path(os.path.realpath(entry.path))  # resolve() raises where links form a circle
    if not target.exists():
        problems.add(Place(f"{path}/{entry.name}"), "symlink-broken")
        return False
    if not target.is_relative_to(inside):
        problems.add(Place(f"{path}/{entry.name}"), "symlink-outside")
        return False
    return True


def leads_out(root: Path, file: str) -> bool:
    """Whether ``file`` is a symbolic link to something outside the content folder."""
    path = root / file
    target = Path(os.path.realpath(path))  # resolve() raises where links form a circle
    # is_symlink() raises for a name that is longer than the disk takes
    is_link = os.path.islink(path)  # noqa: PTH114
    return is_link and not target.is_relative_to((root / "content").resolve())


def _stray(entry: os.DirEntry[str], path: str, problems: Problems) -> None:
    if entry.name.endswith(".md") and not entry.is_symlink():
        problems.add(Place(f"{path}/{entry.name}"), "stray-file")


def _state(entry: os.DirEntry[str]) -> FolderState | None:
    if entry.is_symlink():
        return None
    try:
        stat = entry.stat()
    except OSError:  # pragma: no cover - gone while we looked
        return None
    return stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns


def _folder(
    root: Path, path: str, state: FolderState | None, inside: Path, problems: Problems
) -> IssueFolder:
    files = []
    own, linked = Problems(), False
    for entry in _entries(root, path, own):
        if entry.is_symlink():
            linked = True
            if not _is_ours(entry, path, inside, own):
                continue
        if entry.is_file():
            files.append(FileEntry.of(entry.name, entry.stat()))
        elif entry.is_dir():
            own.warn(Place(f"{path}/{entry.name}"), "folder-in-issue")
        else:
            own.add(Place(f"{path}/{entry.name}"), "not-a-file")
    problems.extend(own.found)
    return IssueFolder(path, tuple(files), None if linked or own.found else state)
