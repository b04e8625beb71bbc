"""Paper, theme and options to what every job and every template is given."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from banxin.content import pictures
from banxin.model import Paper, Picture
from banxin.model.archive import Archive
from banxin.pipeline.project import Options, Project
from banxin.problems import Place, Problems
from banxin.rendering.theme import Theme
from banxin.site import picture_files, routes
from banxin.site.context import SiteContext
from banxin.site.routes import Base, Elsewhere
from banxin.site.views import Image, Link, PaperView

PAPER = Place("content/paper.yml")
PAPER_FILES = "files"  # address of the nameplate


def base_of(paper: Paper, options: Options, problems: Problems) -> Base:
    """Where the site will lie: as asked for on the command line, or as paper.yml says."""
    given = options.base_url if options.base_url is not None else paper.base_url
    try:
        base = Base.of(given)
    except ValueError:
        problems.add(Place("--base-url"), "base-url", value=given)
        return Base()
    if not base.origin:
        problems.warn(PAPER, "base-url-missing")
    return base


def site_of(
    project: Project, archive: Archive, theme: Theme, options: Options, problems: Problems
) -> SiteContext:
    paper = archive.paper
    base = base_of(paper, options, problems)
    media = Elsewhere.of(paper.media_base) if paper.media_base and not options.media_here else None
    nameplate = _nameplate(project.root, paper, problems)
    view = PaperView(
        name=paper.name,
        latin_name=paper.latin_name,
        language=paper.language,
        nameplate=_shown(nameplate, paper.name, media or base),
        slogans=paper.slogans,
        sponsors=paper.sponsors,
        place=paper.place,
        licence_number=paper.licence_number,
        postal_code=paper.postal_code,
        phone=paper.phone,
        icp=paper.icp,
        police=paper.police,
        copyright=paper.copyright,
        base_path=base.path,
        base_url=base.absolute(routes.HOME),
        home_url=base.url(routes.HOME),
        archive_url=base.url(routes.ARCHIVE),
        search_url=base.url(routes.SEARCH) if options.search else "",
        feed_url=base.url(routes.FEED) if base.origin and archive.rows else "",
        assets_url=base.url(routes.ASSETS),
        sections=tuple(
            Link(base.url(routes.term("section", term.key)), term.name) for term in paper.sections
        ),
        standing=_footer(archive, base),
        parameters=theme.settings.values(paper.parameters, problems),
        media_origin=media.origin if media else "",
    )
    root = project.root.as_posix()
    metrics = theme.settings.metrics
    paper = replace(paper, gone=(), redirects=())  # that is no page's concern
    return SiteContext(paper, view, base, root, options.drafts, nameplate, media, metrics)


def _footer(archive: Archive, base: Base) -> tuple[Link, ...]:
    """Standing pages, and the log of corrections, which a paper has whether it was wrong or not."""
    standing = ((routes.standing(page.key), page.title) for page in archive.standing)
    rows = (*standing, (routes.CORRECTIONS, "更正"))
    return tuple(Link(base.url(address), title) for address, title in rows)


def _nameplate(root: Path, paper: Paper, problems: Problems) -> Picture | None:
    return pictures.probe(root, paper.nameplate, PAPER, problems) if paper.nameplate else None


def _shown(picture: Picture | None, name: str, base: Base) -> Image | None:
    return replace(picture_files.view(picture, PAPER_FILES, base), alt=name) if picture else None
