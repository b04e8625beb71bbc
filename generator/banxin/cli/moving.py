"""Everything that a move changes, found out before anything is: then all of it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count

import msgspec

from banxin.cli.issues import folder
from banxin.content.reading.article import numbers
from banxin.pipeline.project import Project
from banxin.scaffold.moving import (
    CannotEdit,
    Numbering,
    file_renamed,
    files_named,
    has_region,
    is_draft,
    jumps_renamed,
    relinked,
    renumbered,
    ways_to_type,
)

_NUMBERS = re.compile(r"^[^-]+-\d+")  # of a name that numbers() knows


class Move(msgspec.Struct, frozen=True):
    """One story; paths from the root."""

    old: Numbering
    new: Numbering
    old_path: str
    new_path: str

    @classmethod
    def of(cls, path: str, new: Numbering) -> Move:
        above, _, name = path.rpartition("/")
        given = numbers(name)
        if given is None:
            raise ValueError(path)
        old = Numbering(above.rpartition("/")[2], given.page, given.place)
        words = _NUMBERS.sub("", name, count=1)  # of the file's name: -meeting.md
        return cls(old, new, path, f"{folder(new.issue)}/{new.file_name}{words}")

    @property
    def stays_on_page(self) -> bool:
        return (self.old.issue, self.old.page) == (self.new.issue, self.new.page)

    @property
    def folders(self) -> tuple[str, str]:
        return folder(self.old.issue), folder(self.new.issue)


class Changes(msgspec.Struct, frozen=True):
    """``written``: bytes by path; ``removed``: paths; ``others``: files whose links change;
    ``outlined``: stories whose hot areas were drawn on another page's image.
    """

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    aliases: tuple[Move, ...]
    others: tuple[str, ...]
    outlined: tuple[Move, ...] = ()


class Mover:
    """``published``: addresses that are known to have been; where none is, each may have been."""

    def __init__(self, project: Project, moves: list[Move], published: frozenset[str]) -> None:
        self._root = project.root
        self._moves = moves
        self._published = published
        self._paths = {move.old_path: move.new_path for move in moves}
        self._written: dict[str, bytes] = {}
        self._beside: dict[
            str, str
        ] = {}  # files beside stories: where they lay, where they lie now
        self._aliases: list[Move] = []
        self._outlined: list[Move] = []

    def changes(self) -> Changes:
        """Raises CannotEdit; nothing has changed then."""
        for move in self._moves:
            self._story(move)
        others = tuple(self._others())
        removed = (*self._paths, *(old for old in self._beside if not self._is_shared(old)))
        aliases, outlined = tuple(self._aliases), tuple(self._outlined)
        return Changes(self._written, removed, aliases, others, outlined)

    def _story(self, move: Move) -> None:
        text = self._read(move.old_path)
        alias = not is_draft(move.old_path, text) and self._may_be_known(move)
        data = renumbered(move.old_path, text.encode(), move.old, move.new, alias=alias)
        text = data.decode()
        if alias:
            self._aliases.append(move)
        if not move.stays_on_page and has_region(move.old_path, text):
            self._outlined.append(move)
        before, after = move.folders
        if before != after:
            text = self._with_files(move, text)
        text = relinked(text, before, lambda path: self._paths.get(path, path), after)
        for other in self._moves:
            text = jumps_renamed(text, other.old.key, other.new.key)
        self._written[move.new_path] = text.encode()

    def _may_be_known(self, move: Move) -> bool:
        return not self._published or move.old.address.strip("/") + "/" in self._published

    def _read(self, path: str) -> str:
        try:
            return (self._root / path).read_bytes().decode()
        except UnicodeDecodeError as error:
            raise CannotEdit(path) from error

    def _with_files(self, move: Move, text: str) -> str:
        """Take along what lies beside the story and is named in it; by another name, if its own is
        another file's there."""
        before, after = move.folders
        names = [file.name for file in (self._root / before).iterdir() if file.suffix != ".md"]
        for name in files_named(text, sorted(names, key=len, reverse=True)):
            old = f"{before}/{name}"
            data = (self._root / old).read_bytes()
            new = self._beside.get(old) or self._free(after, name, data)
            self._beside[old] = new
            self._written[new] = data
            if new.rpartition("/")[2] != name:
                text = file_renamed(text, name, new.rpartition("/")[2])
        return text

    def _free(self, into: str, name: str, data: bytes) -> str:
        stem, dot, ending = name.rpartition(".")
        others = (f"{stem}-{n}{dot}{ending}" for n in count(2))
        paths = (f"{into}/{one}" for one in chain((name,), others))
        return next(path for path in paths if self._there(path, data) == data)

    def _there(self, path: str, data: bytes) -> bytes:
        """What lies there, or will; ``data`` where nothing does."""
        file = self._root / path
        return self._written.get(path) or (file.read_bytes() if file.exists() else data)

    def _is_shared(self, file: str) -> bool:
        """Whether a story that stays names the file, too, or the issue does."""
        above, _, name = file.rpartition("/")
        texts = (self._root / above).glob("*.md")
        stay = (text for text in texts if f"{above}/{text.name}" not in self._paths)
        return any(files_named(f.read_text("utf-8", errors="replace"), (name,)) for f in stay)

    def _others(self) -> Iterator[str]:
        """Other texts whose links or jumps lead to what moves."""
        wanted = [move.old_path.rpartition("/")[2].encode() for move in self._moves]
        wanted += [typed.encode() for move in self._moves for typed in ways_to_type(move.old.key)]
        for file in sorted((self._root / "content").rglob("*.md")):
            path = file.relative_to(self._root).as_posix()
            data = file.read_bytes() if path not in self._paths else b""
            if not any(name in data for name in wanted):
                continue
            text = self._read(path)
            new = relinked(text, path.rpartition("/")[0], lambda p: self._paths.get(p, p))
            for move in self._moves:
                new = jumps_renamed(new, move.old.key, move.new.key)
            if new != text:
                self._written[path] = new.encode()
                yield path
