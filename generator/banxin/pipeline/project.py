"""Where a newspaper's files lie, and what one run is asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from banxin.plugins.discovery import InstalledPlugin

# what becomes of a build in which published addresses vanish: it fails, and what it publishes is
# remembered; it says so, as a preview does; it goes on
Care = Literal["kept", "warned", "free"]


class Project(msgspec.Struct, frozen=True):
    """A newspaper's folder. Paths in problems and in the model run from ``root``, with ``/``."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def themes(self) -> Path:
        """The site's own themes and overrides; the bundled themes stand behind them."""
        return self.root / "themes"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def cache(self) -> Path:
        return self.root / ".banxin"


class Options(msgspec.Struct, frozen=True):
    """What one build is asked for. Base URL: absolute or a path; None: as paper.yml says."""

    output: Path
    media: Path | None = None  # where pictures go if paper.yml has a media_base; see media_folder
    media_here: bool = False  # pictures stay with the pages, whatever paper.yml says
    base_url: str | None = None
    publishing: bool = False  # readers will get it: an address that is only a sample is an error
    drafts: bool = False
    search: bool = True
    index: bool = True  # False: the search index waits for ``search_index.reindex``
    redraw: bool = False  # draw every page again
    strict: bool = False  # warnings stop the build like errors
    years: tuple[int, int] | None = None  # only these, first and last: a part of the site
    parts: tuple[Path, ...] = ()  # folders of parts to take over what they have drawn
    addresses: Care = "kept"  # whether published addresses may vanish
    preview_of: Path | None = None  # the output whose addresses count, if it isn't this one
    published: str = ""  # where the site's own lists of them are: an address, a folder, "none"
    plugins: tuple[InstalledPlugin, ...] = ()  # what they check and make belongs to the site
    defers: bool = False  # pictures that aren't made yet may wait: a preview's
    processes: int = 0  # 0: as many as the machine has processors

    @property
    def indexed(self) -> bool:
        """Whether the search index is brought up to date: never for a part."""
        return self.index and self.years is None

    @property
    def media_folder(self) -> Path:
        """Beside the output unless asked for otherwise: output-media."""
        return self.media or self.output.with_name(f"{self.output.name}-media")
