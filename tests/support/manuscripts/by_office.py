"""Word files that LibreOffice and pandoc make, where they are installed."""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from tests.support.manuscripts import by_hand, by_python_docx, markup
from tests.support.manuscripts.laid_out import Typed, typed
from tests.support.manuscripts.stories import Truth, story

Stories = Sequence[Sequence[Typed]]
_DOCX = "docx:MS Word 2007 XML"


class Way(msgspec.Struct, frozen=True):
    """How a file comes about: what somebody wrote, as which kind, through which kinds it went."""

    name: str
    write: Callable[[Stories, random.Random], str | bytes]
    suffix: str
    through: tuple[str, ...] = ()


LIBREOFFICE_STYLED = (
    Way("odt with styles", markup.odt_by_styles, "fodt"),
    Way("html with headings", markup.html_by_headings, "html", ("odt",)),
    Way("docx with styles", by_python_docx.styled, "docx"),
    Way("docx with Word's styles", by_python_docx.by_word, "docx"),
    Way("doc with styles", by_python_docx.styled, "docx", ("doc",)),
    Way("rtf with styles", by_python_docx.styled, "docx", ("rtf",)),
)
LIBREOFFICE_BY_LOOKS = (
    Way("odt by looks", markup.odt_by_looks, "fodt"),
    Way("html by looks", markup.html_by_looks, "html", ("odt",)),
    Way("rtf by looks", markup.rtf_by_looks, "rtf"),
    Way("docx by looks", by_python_docx.by_looks, "docx"),
    Way("doc by looks", by_python_docx.by_looks, "docx", ("doc",)),
    Way("docx of Word's habits", by_hand.by_word, "docx", ("odt",)),
    Way("docx of WPS's habits", by_hand.by_wps, "docx", ("rtf",)),
)
PANDOC_STYLED = (
    Way("markdown with styles", markup.markdown_by_styles, "md"),
    Way("markdown with headings", markup.markdown_by_headings, "md"),
    Way("html with headings", markup.html_by_headings, "html"),
    Way("docx with Word's styles", by_python_docx.by_word, "docx"),
)
PANDOC_BY_LOOKS = (
    Way("markdown, bold alone", markup.markdown_by_bold, "md"),
    Way("html by looks", markup.html_by_looks, "html"),
    Way("rtf by looks", markup.rtf_by_looks, "rtf"),
    Way("docx by looks", by_python_docx.by_looks, "docx"),
)

PROGRAMS: dict[str, dict[str, tuple[Way, ...]]] = {
    "soffice": {"styled": LIBREOFFICE_STYLED, "by looks": LIBREOFFICE_BY_LOOKS},
    "pandoc": {"styled": PANDOC_STYLED, "by looks": PANDOC_BY_LOOKS},
}


class Made(msgspec.Struct, frozen=True):
    file: Path
    way: str
    truths: list[Truth]


def made(ways: Sequence[Way], files: int, seed: int, folder: Path, program: str) -> Iterator[Made]:
    """``files`` documents by each way in turn, as ``program`` saves them."""
    sources: list[tuple[Path, Way, list[Truth]]] = []
    for n in range(files):
        random_ = random.Random(f"{program} {seed}-{n}")
        way = ways[n % len(ways)]
        truths = [story(random_) for _ in range(random_.choice((1, 1, 1, 2, 3, 4)))]
        data = way.write([typed(t, random_) for t in truths], random_)
        path = folder / f"{n:02}.{way.suffix}"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        sources.append((path, way, truths))
    convert = _by_pandoc if program == "pandoc" else _by_libreoffice
    convert(sources, folder)
    for path, way, truths in sources:
        yield Made(folder / "docx" / f"{path.stem}.docx", way.name, truths)


def _by_libreoffice(sources: Sequence[tuple[Path, Way, list[Truth]]], folder: Path) -> None:
    """In one start for all files that go the same way: a start takes seconds."""
    for start, through in {(way.suffix, way.through) for _, way, _ in sources}:
        files = [path for path, way, _ in sources if (way.suffix, way.through) == (start, through)]
        for suffix in through:
            files = _converted(files, suffix, folder / f"by-{suffix}")
        _converted(files, "docx", folder / "docx")


def _converted(files: Sequence[Path], suffix: str, out: Path) -> list[Path]:
    with tempfile.TemporaryDirectory() as profile:
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        command: list[str | Path] = ["soffice", home, "--headless"]
        kind = _DOCX if suffix == "docx" else suffix
        kind = "odt:writer8" if suffix == "odt" else kind
        filters = ["--infilter=HTML (StarWriter)"] if files[0].suffix == ".html" else []
        full = [*command, *filters, "--convert-to", kind, "--outdir", out, *files]
        subprocess.run(full, check=True, capture_output=True, timeout=300)
    return [out / f"{file.stem}.{suffix}" for file in files]


def _by_pandoc(sources: Sequence[tuple[Path, Way, list[Truth]]], folder: Path) -> None:
    (folder / "docx").mkdir(exist_ok=True)
    for path, _, _ in sources:
        target = folder / "docx" / f"{path.stem}.docx"
        subprocess.run(["pandoc", path, "--output", target], check=True, timeout=60)
