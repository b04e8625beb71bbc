"""What is known of published addresses, from wherever it is at hand."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from banxin.model.archive import Archive
from banxin.model.published import NONE, PublishedAddress, PublishedAddresses
from banxin.pipeline.context import cache_name
from banxin.pipeline.project import Options, Project
from banxin.pipeline.published.git_history import from_git
from banxin.pipeline.published.kept import keep, kept
from banxin.pipeline.published.live_site import NOTHING_YET, from_site
from banxin.problems import Problems


def known_addresses(
    project: Project, options: Options, folder: Path, problems: Problems
) -> PublishedAddresses:
    """``folder``: what is kept of the output. What was built here counts most, being nearest.

    A preview asks neither git nor the site: it is asked for at every save. What it was built of
    itself was never published, so one with a folder of its own asks what is kept of the other.
    """
    if options.addresses == "free" or options.published == NOTHING_YET:
        return NONE
    if options.preview_of:
        folder = project.cache / cache_name(replace(options, output=options.preview_of))
    here = kept(folder)
    if options.addresses == "warned":
        return here
    if options.published:
        return {**here, **from_site(options.published, problems)}
    history = from_git(project.root, project.cache)
    return {**history, **{a: _titled(one, history.get(a)) for a, one in here.items()}}


def _titled(one: PublishedAddress, other: PublishedAddress | None) -> PublishedAddress:
    return PublishedAddress(one.signature, other.title) if other else one


def known_here(project: Project) -> PublishedAddresses:
    """The same for whoever is about to give out a number, outside of a build."""
    options = Options(project.output)
    return known_addresses(project, options, project.cache / cache_name(options), Problems())


def keep_published(options: Options, folder: Path, archive: Archive) -> None:
    """Remember what a build has published; nothing of a preview or of a part."""
    if options.addresses == "kept" and not options.drafts and options.years is None:
        before = NONE if options.published == NOTHING_YET else kept(folder)
        keep(folder, archive, before)
