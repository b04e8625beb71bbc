"""What every page of the plan may know of the site."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from banxin.layout.metrics import Metrics
from banxin.model import Paper, Picture, PictureSettings
from banxin.site import picture_files, routes
from banxin.site.routes import Base, Elsewhere
from banxin.site.views import Image, Link, PaperView


class SiteContext(msgspec.Struct, frozen=True):
    """The same for every page. Whatever changes here draws the whole site again.

    ``media``: where pictures, PDFs and other files lie, if they don't lie with the pages.
    ``metrics``: of a theme that has its pages arranged. ``card_font``: digest of the typeface that
    the paper gives for cards; "" if it gives none.
    """

    paper: Paper
    view: PaperView
    base: Base
    root: str  # absolute path of the project, to find pictures
    drafts: bool
    nameplate: Picture | None = None
    media: Elsewhere | None = None
    metrics: Metrics | None = None
    card_font: str = ""

    def own_words(self) -> tuple[str, ...]:
        """Names that a headline never cuts: people of record, sections, columns, the place."""
        paper = self.paper
        terms = (term.name for term in (*paper.sections, *paper.columns))
        names = (*(person.name for person in paper.people), *terms, paper.place)
        return tuple(name for name in names if name)

    def link(self, address: str, text: str) -> Link:
        return Link(self.base.url(address), text)

    def picture(self, picture: Picture, folder: str) -> Image:
        """As a template shows it, without its words; ``folder``: the address it lies below."""
        base = self.media or self.base
        return picture_files.view(picture, folder, base, self.picture_settings(folder))

    def picture_settings(self, folder: str) -> PictureSettings:
        """Those of the pictures below an address: an old issue's lack the largest width."""
        settings = self.paper.pictures
        is_old = folder[:4].isdigit() and int(folder[:4]) <= settings.small_until
        smaller = settings.widths[:-1] or settings.widths
        return replace(settings, widths=smaller) if is_old else settings

    def shared(self, picture: Picture, folder: str) -> str:
        """The absolute address of a photo's JPEG for messengers; "" where that is unknown."""
        if not self.base.origin:
            return ""
        return (self.media or self.base).absolute(picture_files.shared_path(picture, folder))

    def file_url(self, address: str) -> str:
        """For a link to a file that no template draws."""
        return (self.media or self.base).url(address)

    def file_path(self, address: str) -> str:
        """The output path of such a file."""
        return routes.ELSEWHERE + address if self.media else address

    def for_machines(self, image: Image) -> str:
        """The picture's address with its host, as far as that is known."""
        return image.url if self.media else f"{self.base.origin}{image.url}"
