"""Kinds of files that an article may offer for download.

A browser that opens one of these runs nothing of it in the site's name. A page, a script or a
drawing in SVG would run: with the site's cookies, to whoever follows the link.
"""

from __future__ import annotations

import posixpath

PDF = ".pdf"
# by what they are; what isn't here isn't published, for new kinds that run are still invented
KINDS: tuple[tuple[str, ...], ...] = (
    (PDF, ".ofd", ".epub"),
    (".doc", ".docx", ".wps", ".odt", ".rtf", ".txt"),
    (".xls", ".xlsx", ".et", ".ods", ".csv", ".tsv"),
    (".ppt", ".pptx", ".dps", ".odp"),
    (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"),
    (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".heic", ".psd"),
    (".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".oga", ".opus", ".amr", ".wma"),
    (".mp4", ".m4v", ".webm", ".ogv", ".mov", ".avi", ".mkv", ".wmv"),
    (".srt", ".vtt", ".ics"),
)
_ALL = frozenset(ending for kind in KINDS for ending in kind)


def ending(path: str) -> str:
    """What a server tells the kind by: ``.pdf``; "" if there is none."""
    return posixpath.splitext(path)[1].lower()


def may_be_attached(path: str) -> bool:
    return ending(path) in _ALL


def named() -> str:
    """All kinds as an editor reads them: pdf、ofd、…"""
    return "、".join(one[1:] for kind in KINDS for one in kind)
