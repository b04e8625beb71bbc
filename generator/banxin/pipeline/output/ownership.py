"""Whose a folder is, and which of its files are ours: what may be written, what may be removed.

No link in an output folder is ever followed: what it leads to isn't ours.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from banxin import search
from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.published import PublishedJob
from banxin.pipeline.incremental.store import Manifest
from banxin.pipeline.output import record, staged_files
from banxin.pipeline.output.comparison import PreviousOutput
from banxin.pipeline.output.record import Record
from banxin.pipeline.project import Options, Project
from banxin.problems import Place, Problems
from banxin.site import routes

PAPER_FILE = "content/paper.yml"


def refuse_nested(options: Options, *, media: bool) -> None:
    """A site in another site's folder, or pictures in their pages' folder: the one would be swept
    with the other. Raises BuildFailed. ``media``: whether pictures lie elsewhere."""
    problems = Problems()
    folders = [options.output, *([options.media_folder] if media else [])]
    for folder in folders:
        above = next(filter(staged_files.is_ours, folder.resolve().parents), None)
        if above and above not in [other.resolve() for other in folders]:
            problems.add(Place(str(folder)), "output-nested", other=above)
    if media:
        output, pictures = (folder.resolve() for folder in folders)
        if output.is_relative_to(pictures) or pictures.is_relative_to(output):
            problems.add(Place(str(options.media_folder)), "media-nested", other=options.output)
    problems.raise_errors()


def refuse_other_paper(
    project: Project, options: Options, manifest: Manifest, paper: str, *, media: bool
) -> None:
    """Raises BuildFailed for a folder that another paper's site lies in.

    A paper that got another name knows its site by the manifest: it names all that the mark lists.
    """
    problems = Problems()
    for folder in (options.output, *([options.media_folder] if media else [])):
        if not staged_files.is_ours(folder):
            continue
        owner = record.paper_of(folder)
        if not _is_others(project, folder, owner, " ".join(paper.split())):
            continue
        prefix = "" if folder == options.output else routes.ELSEWHERE
        if not _knows(manifest, record.read(folder), prefix):
            other = owner or str(folder.resolve().parent)
            problems.add(Place(str(folder)), "output-other-paper", other=other)
    problems.raise_errors()


def _is_others(project: Project, folder: Path, other: str, paper: str) -> bool:
    if other and other != paper:
        return True
    # no two newspapers keep their sites in one newspaper's folder, whatever they are called
    owner = next((up for up in folder.resolve().parents if (up / PAPER_FILE).is_file()), None)
    return owner is not None and owner != project.root.resolve()


def _knows(manifest: Manifest, mark: Record, prefix: str) -> bool:
    published = manifest.published()
    known = manifest.pending().union(*(one.files for one in published.values()))
    return bool(published) and {prefix + path for path in mark.files} <= known


def refuse_in_the_way(
    options: Options, paths: Iterable[str], ours: Callable[[], Collection[str]]
) -> None:
    """Links where folders of the site are to be, and folders with others' files where a file is.

    ``paths``: to be written. ``ours``: files in the output that may be replaced. Raises
    BuildFailed.
    """
    problems, seen = Problems(), dict[str, bool]()
    for path in sorted(paths):
        folder, inside = _place(options, path)
        link, there = _link_above(str(folder), inside, seen)
        if link:
            problems.add(Place(str(folder / link)), "output-link")
        elif there and _holds_others(folder, path, ours):
            problems.add(Place(str(folder / inside)), "output-in-the-way")
    problems.raise_errors()


def refuse_unwritable(options: Options, paths: Iterable[str]) -> None:
    """Folders that nothing can be written to or removed from, before anything is.

    ``paths``: of what lies there. Raises BuildFailed.
    """
    problems = Problems()
    files = (_place(options, path) for path in paths)
    for parent in sorted({f"{folder}/{path}".rpartition("/")[0] for folder, path in files}):
        if not os.access(parent, os.W_OK | os.X_OK):
            problems.add(Place(parent), "write-failed", why=os.strerror(errno.EACCES))
    problems.raise_errors()


def _place(options: Options, path: str) -> tuple[Path, str]:
    if path.startswith(routes.ELSEWHERE):
        return options.media_folder, path.removeprefix(routes.ELSEWHERE)
    return options.output, path


def _link_above(folder: str, path: str, seen: dict[str, bool]) -> tuple[str, bool]:
    """The first folder above ``path`` that is a link and wasn't ``seen``, "" if none is; and
    whether the folder of ``path`` is there.

    ``seen``: folders looked at, and whether there is one. What lies below one that isn't there
    needn't be looked at.
    """
    at = path.find("/")
    while at >= 0:
        key = f"{folder}/{path[:at]}"
        if key not in seen:
            mode = _mode(key)
            seen[key] = stat.S_ISDIR(mode)
            if stat.S_ISLNK(mode):
                return path[:at], False
        if not seen[key]:
            return "", False
        at = path.find("/", at + 1)
    return "", True


def _mode(path: str) -> int:
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def _holds_others(folder: Path, path: str, ours: Callable[[], Collection[str]]) -> bool:
    """Whether a folder stands where the file is to be, with something in it that isn't ours."""
    target = folder / path.removeprefix(routes.ELSEWHERE)
    if not stat.S_ISDIR(_mode(str(target))):
        return False
    inside = (p for p in target.rglob("*") if p.is_symlink() or not p.is_dir())
    found = {f"{path}/{p.relative_to(target).as_posix()}" for p in inside}
    return bool(found) and not found <= set(ours())


def _digests(options: Options, gone: set[str], known: PreviousOutput) -> dict[str, set[str]]:
    """What we wrote to the paths that are ``gone``, as the marks and the manifest say."""
    found: dict[str, set[str]] = {}
    if not gone:
        return found
    for path, digests in record.read_both(options).files.items():
        if path in gone:
            found[path] = set(digests)
    for one in known.published.values():
        for path in gone.intersection(one.files):
            found.setdefault(path, set()).add(one.files[path].content)
    return found


def removable(options: Options, gone: set[str], previous: PreviousOutput) -> set[str]:
    """Which of the paths may go: files that are as we wrote them, reached by no link."""
    known = _digests(options, gone, previous)
    return {path for path in gone if _is_as_written(*_place(options, path), known.get(path, set()))}


def _is_as_written(folder: Path, path: str, digests: Collection[str]) -> bool:
    if not digests or any(_is_link(folder / up) for up in (path, *_above(path))):
        return False
    try:
        return digest((folder / path).read_bytes()) in digests
    except OSError:
        return False


def _is_link(path: Path) -> bool:
    return stat.S_ISLNK(_mode(str(path)))


def _above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def foreign(output: Path, jobs: Mapping[str, PublishedJob]) -> tuple[str, ...]:
    """What lies in the output and isn't ours, folders with a slash; hidden ones don't count.

    Only what lies there directly: looking into each folder would take as long as a build does.
    """
    with os.scandir(output) as entries:
        found = {e.name: e.is_dir(follow_symlinks=False) for e in entries}
    left = {name for name in found if not name.startswith(".")} - {search.FOLDER, *jobs}
    for job_id in sorted(jobs, key=lambda job_id: job_id[:1].isdigit()):  # the site itself first
        if not left:
            break
        left -= {path.partition("/")[0] for path in jobs[job_id].files}
    return tuple(f"{name}/" if found[name] else name for name in sorted(left))
