"""Files into a staging folder, and from there into the index."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from banxin.model.fingerprint import digest


def sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    return {path: len(data) for path, data in files.items()}


def stage(staging: Path, key: str, files: Mapping[str, bytes]) -> str:
    """Write a bundle's files; its name tells their digest, so no cache mixes two builds of it."""
    name = f"{key}-{_digest(files)}"
    for path, data in files.items():
        target = staging / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return name


def publish(staging: Path, folder: Path, names: Iterable[str]) -> None:
    """Move the bundles that were staged among ``names`` to ``folder``."""
    for name in names:
        if not (staging / name).is_dir():
            continue
        if (folder / name).exists():  # the same, but damaged
            shutil.rmtree(folder / name)
        (staging / name).rename(folder / name)


def stage_texts(staging: Path, folder: Path, texts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write those files that ``folder`` hasn't as they are to be; their names, in order."""
    changed = tuple(name for name, data in texts.items() if not _holds(folder / name, data))
    for name in changed:
        staging.mkdir(parents=True, exist_ok=True)
        (staging / name).write_bytes(texts[name])
    return changed


def replace(staging: Path, target: Path) -> None:
    """Put the staged file of that name in its place, in one step."""
    (staging / target.name).replace(target)


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def sweep(folder: Path, keep: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Remove bundles from ``folder`` but ``keep``; the names of the folders that went.

    A bundle is what the last index consisted of (``known``), and what proves by its name that it
    is one. Everything else is somebody else's, and so is what a link leads to.
    """
    if folder.is_symlink() or not folder.is_dir():
        return ()
    kept, ours = frozenset(keep), frozenset(known)
    found = (p for p in folder.iterdir() if p.name not in kept and not p.is_symlink())
    gone = [p for p in found if p.is_dir() and (p.name in ours or _is_proven(p))]
    for path in gone:
        shutil.rmtree(path)
    return tuple(sorted(p.name for p in gone))


def _is_proven(bundle: Path) -> bool:
    """Whether the name tells the digest of the contents, see ``stage``; or there are none."""
    found = (p for p in bundle.rglob("*") if p.is_symlink() or not p.is_dir())
    inside = {p.relative_to(bundle).as_posix(): p for p in found}
    if any(p.is_symlink() or not p.is_file() for p in inside.values()):
        return False
    contents = {path: file.read_bytes() for path, file in inside.items()}
    return not contents or bundle.name.endswith(f"-{_digest(contents)}")


def _digest(files: Mapping[str, bytes]) -> str:
    parts = [part for path in sorted(files) for part in (path.encode(), files[path])]
    return digest(bytes(0).join(parts))[:8]
