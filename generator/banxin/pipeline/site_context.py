"""Paper, theme and options to what every job and every template is given."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from msgspec.structs import replace

from banxin.content import pictures
from banxin.content.fields.paper import PaperKeys
from banxin.content.paper_file import field_place
from banxin.model import Paper, Picture
from banxin.model.archive import Archive
from banxin.model.fingerprint import digest
from banxin.pipeline.project import Options, Project
from banxin.problems import Place, Problems
from banxin.rendering.theme import Theme
from banxin.site import picture_files, routes
from banxin.site.context import SiteContext
from banxin.site.routes import Base, Elsewhere
from banxin.site.views import Image, Link, PaperView

PAPER = Place("content/paper.yml")
SAMPLE_HOSTS = ("example.org", "example.com", "example.net")  # RFC 2606: never anybody's
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
    elif options.publishing and is_sample(given):
        place = PAPER if options.base_url is None else Place("--base-url")
        problems.add(place, "base-url-example", value=given)
    return base


def is_sample(base_url: str) -> bool:
    """Whether it is an address such as ``banxin init`` writes down, to be replaced."""
    return urlsplit(base_url).hostname in SAMPLE_HOSTS


def site_of(
    project: Project, archive: Archive, theme: Theme, options: Options, problems: Problems
) -> SiteContext:
    paper = archive.paper
    base = base_of(paper, options, problems)
    media = Elsewhere.of(paper.media_base) if paper.media_base and not options.media_here else None
    nameplate = _nameplate(project.root, paper, problems)
    view = _paper_view(archive, theme, options, base, media, nameplate, problems)
    root = project.root.as_posix()
    metrics = theme.settings.metrics
    paper = replace(paper, gone=(), redirects=())  # that is no page's concern
    font = _card_font(project.root, paper.pictures.card_font, problems)
    return SiteContext(paper, view, base, root, options.drafts, nameplate, media, metrics, font)


def _paper_view(
    archive: Archive,
    theme: Theme,
    options: Options,
    base: Base,
    media: Elsewhere | None,
    nameplate: Picture | None,
    problems: Problems,
) -> PaperView:
    paper = archive.paper
    return PaperView(
        name=paper.name,
        latin_name=paper.latin_name,
        language=paper.language,
        nameplate=_shown(nameplate, paper, media or base),
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


def _footer(archive: Archive, base: Base) -> tuple[Link, ...]:
    """Standing pages, and the log of corrections, which a paper has whether it was wrong or not."""
    standing = ((routes.standing(page.key), page.title) for page in archive.standing)
    rows = (*standing, (routes.CORRECTIONS, "更正"))
    return tuple(Link(base.url(address), title) for address, title in rows)


def _nameplate(root: Path, paper: Paper, problems: Problems) -> Picture | None:
    if not paper.nameplate:
        return None
    place = field_place(root, PaperKeys.NAMEPLATE)
    return pictures.probe(root, paper.nameplate, place, problems)


def _card_font(root: Path, file: str, problems: Problems) -> str:
    """Its digest; "" after reporting, and where the paper gives none."""
    if not file:
        return ""
    from PIL import ImageFont  # slow to load, and most papers give none

    try:
        data = (root / file).read_bytes()
        ImageFont.truetype(BytesIO(data), 20)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        place = field_place(root, PaperKeys.PICTURES)
        problems.add(place, "font-unusable", file=file, why=why)
        return ""
    return digest(data)


def _shown(picture: Picture | None, paper: Paper, base: Base) -> Image | None:
    if picture is None:
        return None
    return replace(picture_files.view(picture, PAPER_FILES, base, paper.pictures), alt=paper.name)
