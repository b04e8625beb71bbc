"""What every unit of the plan may know of the site."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Paper, Picture
from ..routes import Base
from ..views import Link, PaperView


@dataclass(frozen=True, slots=True)
class Site:
    """The same for every unit. Whatever changes here draws the whole site again."""

    paper: Paper
    view: PaperView
    base: Base
    root: str  # absolute path of the project, to find pictures
    drafts: bool
    byline_keys: tuple[tuple[str, str], ...] = ()  # people.yml: name, key
    nameplate: Picture | None = None

    def link(self, address: str, text: str) -> Link:
        return Link(self.base.url(address), text)
