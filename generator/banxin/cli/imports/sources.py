"""Files, folders and the clipboard to stories that want a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from banxin.content.reading.file_names import is_manuscript
from banxin.content.scan import is_temporary
from banxin.importers import formats
from banxin.importers.manuscript import Manuscript, hidden
from banxin.importers.naming import locked, named_day, named_place
from banxin.importers.office import Made, converted, is_offices_remark, not_converted, office
from banxin.importers.pages import page_order
from banxin.importers.planning import Wanted
from banxin.importers.refusal import Refused
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import StoryPicture
from banxin.importers.text.decoding import decoded
from banxin.importers.text.reader import read_text
from banxin.importers.word.package import Package

MOST_FILES = 500
_RANKS = {"lead": 0, "second": 1, "bottom": 3}  # all others stand between
_DEEPEST = 3  # folders within a folder
_BESIDE = "beside:"  # a picture that lies beside the manuscript, not within it


@dataclass(slots=True)
class Gathered:
    """``refused``: a file's name and why it isn't read. ``unused``: pictures without a story.
    ``sources``: all files that were looked at."""

    wanted: list[Wanted] = field(default_factory=list)
    refused: list[tuple[str, Refused]] = field(default_factory=list)
    converted: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    day: date | None = None
    too_many: bool = False
    sources: Sequence[Path] = ()


def gather(
    paths: Sequence[Path],
    columns: frozenset[str],
    open_files: ExitStack,
    converting: Callable[[int], None] = lambda _: None,
) -> Gathered:
    """What the files hold. Archives stay open until ``open_files`` closes: pictures come last.

    ``converting`` is told how many files LibreOffice begins with: that takes seconds.
    """
    found = Gathered()
    every = list(islice(_files(paths, found), MOST_FILES + 1))
    files, found.too_many = every[:MOST_FILES], len(every) > MOST_FILES
    found.sources = files
    texts = [f for f in files if f.suffix.lower() not in formats.PICTURES]
    pictures = [f for f in files if f.suffix.lower() in formats.PICTURES]
    made = _made_by_office(texts, open_files, converting)
    groups: list[list[Wanted]] = []
    for file in texts:
        try:
            if document := locked(file):
                raise Refused("lock", file=document)
            manuscript, package = _read(file, made.get(file), open_files)
        except Refused as refused:
            found.refused.append((file.name, refused))
            continue
        found.converted += [file.name] if file in made else []
        groups.append(list(_wanted(file, manuscript, package, columns)))
        if not groups[-1]:
            found.refused.append((file.name, Refused("no-story")))
    found.wanted += [one for group in sorted(groups, key=_says_nothing) for one in group]
    if texts:
        _add_pictures(found, texts, pictures)
    else:
        found.refused += [(file.name, Refused("picture")) for file in pictures]
    return found


def sources_in(folder: Path, names: Sequence[str], sources: Sequence[Path]) -> frozenset[str]:
    """Files of an issue's own folder whose numbers are those that their stories are to get: what is
    imported, and all that is a manuscript by its name."""
    here = folder.resolve()
    own = {one.name for one in sources if one.resolve().parent == here}
    return frozenset(
        name
        for name in names
        if is_manuscript(name) or (name in own and not name.lower().endswith(".md"))
    )


def _made_by_office(
    files: Sequence[Path], open_files: ExitStack, converting: Callable[[int], None]
) -> dict[Path, Made]:
    program, kinds = office(), _convertible(files)
    if program and kinds:
        converting(len(kinds))
    return open_files.enter_context(converted(kinds, program))


def gather_text(data: bytes, name: str, columns: frozenset[str]) -> Gathered:
    """What was copied."""
    found = Gathered()
    try:
        text, encoding = decoded(data)
        manuscript = read_text(name, text, encoding)
    except Refused as refused:
        found.refused.append((name, refused))
        return found
    found.wanted += [Wanted(one, page=one.page) for one in stories(manuscript, columns)]
    return found


def _files(paths: Sequence[Path], found: Gathered) -> Iterator[Path]:
    """A folder's files and those of its folders, in the order of their names."""
    for path in paths:
        if not path.is_dir() or is_bundle(path):
            yield path
            continue
        found.day = found.day or named_day(path.resolve().name)
        yield from _within(path, _DEEPEST)


def _within(folder: Path, depth: int) -> Iterator[Path]:
    """Links to folders aren't followed: they may lead round in circles."""
    for entry in sorted(folder.iterdir(), key=_order):
        if is_temporary(entry.name):
            continue
        if is_bundle(entry):
            yield entry
        elif entry.is_dir() and depth and not entry.is_symlink():
            yield from _within(entry, depth - 1)
        elif _is_source(entry):
            yield entry


def is_bundle(path: Path) -> bool:
    """Whether a folder is what a Mac shows as a document of Pages."""
    return path.suffix.lower() == ".pages" and path.is_dir()


def _order(path: Path) -> tuple[tuple[str, int, str], int, int, str]:
    """By page and number; where no number is named the 头条 comes first, the 倒头条 last."""
    place = named_place(path)
    page = place.page or ("1" if place.rank else "")
    return page_order(page), place.place, _RANKS.get(place.rank, 2), path.name


def _says_nothing(group: Sequence[Wanted]) -> bool:
    """Whether a file says neither a page nor a place: it comes behind those that do."""
    return not any(one.page or one.story.rank in _RANKS for one in group[:1])


def _is_source(path: Path) -> bool:
    return path.is_file() and not is_temporary(path.name) and not locked(path)


def _convertible(files: Sequence[Path]) -> dict[Path, str]:
    """What no reader takes and LibreOffice does, with what it is."""
    found: dict[Path, str] = {}
    for file in files:
        try:
            kind, convertible = formats.sniffed(file)
        except Refused:
            continue
        if convertible:
            found[file] = kind
    return found


def _read(
    file: Path, made: Made | None, open_files: ExitStack
) -> tuple[Manuscript, Package | None]:
    """``made``: what LibreOffice made of the file. Raises Refused, also for what it could read
    where it isn't installed."""
    if made is None:
        try:
            return open_files.enter_context(formats.opened(file))
        except Refused as refused:
            if refused.convertible and office():
                raise not_converted() from refused
            raise
    manuscript, package = open_files.enter_context(formats.opened(made.file))
    if not formats.is_legible(manuscript):
        raise Refused("damaged")
    kept = tuple(one for one in manuscript.comments if not is_offices_remark(one))
    doubts = (*manuscript.doubts, *hidden(made.hidden))
    return replace(manuscript, name=file.name, comments=kept, doubts=doubts), package


def _wanted(
    file: Path, manuscript: Manuscript, package: Package | None, columns: frozenset[str]
) -> Iterator[Wanted]:
    """A number in the file's name is that of its only story; a page is that of all."""
    place = named_place(file)
    found = stories(manuscript, columns)
    fetch = package.picture if package else lambda _: None
    for n, story in enumerate(found):
        alone = n == 0
        rank = story.rank or (place.rank if alone else "")
        named = story.page_name or ("" if story.page else place.name)
        yield Wanted(
            replace(story, rank=rank, page_name=named),
            page=story.page or place.page,
            sure=bool(story.page) or place.sure,
            place=place.place if alone else 0,
            slug=place.slug if len(found) == 1 else "",
            pictures=fetch,
        )


def _add_pictures(found: Gathered, texts: list[Path], pictures: list[Path]) -> None:
    """A picture goes to the story whose file has the same number, or begins its name."""
    for picture in pictures:
        owner = next((text for text in texts if _belongs(picture, text)), None)
        at = next(
            (n for n, w in enumerate(found.wanted) if owner and w.story.source == owner.name), None
        )
        if at is None:
            found.unused.append(picture.name)
            continue
        wanted = found.wanted[at]
        name = _BESIDE + str(picture)
        story = replace(wanted.story, pictures=(*wanted.story.pictures, StoryPicture(name)))
        found.wanted[at] = replace(wanted, story=story, pictures=_beside(wanted.pictures))


def _belongs(picture: Path, text: Path) -> bool:
    mine, its = named_place(picture), named_place(text)
    if its.place and (mine.page, mine.place) == (its.page, its.place):
        return True
    return picture.stem.startswith(text.stem)


def _beside(fetch: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    def fetched(name: str) -> bytes | None:
        if not name.startswith(_BESIDE):
            return fetch(name)
        file = Path(name.removeprefix(_BESIDE))
        try:
            return file.read_bytes() if file.stat().st_size < 60_000_000 else None
        except OSError:
            return None

    return fetched
