"""What is to be made: every part of the site, and the digest that it is to have."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import partial

import msgspec

from banxin.checks.audit import audit, early_audit
from banxin.checks.context import CheckContext
from banxin.model.archive import Archive, published
from banxin.pipeline import partial_build
from banxin.pipeline.context import BuildContext
from banxin.pipeline.feed_jobs import feed_jobs
from banxin.pipeline.incremental.loading import ReadIssues, load
from banxin.pipeline.incremental.memo import Memo
from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.job_digests import digests_of, own_digest
from banxin.pipeline.job_list import jobs_of
from banxin.pipeline.jobs import Job, Planner
from banxin.pipeline.listings import listing_jobs
from banxin.pipeline.project import Options
from banxin.pipeline.published.knowledge import known_addresses
from banxin.pipeline.selection_jobs import selection_jobs
from banxin.pipeline.site_context import site_of
from banxin.pipeline.worker import WorkerContext, planner_and_renderer
from banxin.plugins.running import Plugins, working
from banxin.problems import Problem
from banxin.rendering.picture_store import PICTURES
from banxin.rendering.renderer import Renderer
from banxin.rendering.theme import Theme
from banxin.site.link_targets import Targets


class Plan(msgspec.Struct, frozen=True):
    """Every job of the site with the digest it is to have, and what it takes to draw them.

    ``read``, ``digests``: what they come from, to be remembered.
    """

    archive: Archive
    jobs: dict[str, Job]
    wanted: dict[str, str]
    read: ReadIssues
    digests: Memo[Job, str]
    worker_context: WorkerContext
    planner: Planner
    renderer: Renderer


def plan_site(context: BuildContext, state: IncrementalState = NOTHING) -> Plan:
    """Everything that is known before the first page is planned. Raises BuildFailed."""
    project, options, problems = context.project, context.options, context.problems
    plugins = working(options.plugins, problems)
    archive, read = _read(context, state, plugins)
    # what another release of the program compiled isn't what this one would
    compiled = project.cache / "templates" / context.program.digest[:12]
    if options.redraw:  # nothing that lies in the cache is trusted then
        shutil.rmtree(compiled, ignore_errors=True)
    theme = Theme(project.themes, archive.paper.theme, problems, compiled)
    shown = published(archive, drafts=options.drafts)
    site = site_of(project, shown, theme, options, problems)
    targets = Targets(shown, drafts=options.drafts)
    layouts = theme.settings.layouts if theme.settings.known else None
    problems.extend(audit(archive, _check_context(context, targets, layouts)))
    problems.warn_of_unused(undecided(options))
    context.gate()
    issues, pictures = context.sources.path, project.cache / PICTURES
    if options.redraw:
        shutil.rmtree(pictures, ignore_errors=True)
    name = archive.paper.theme
    where = (issues, pictures, compiled, context.staging)
    asked = (not options.redraw, options.defers)
    worker = WorkerContext(site, project.themes, name, *where, plugins, *asked)
    planner, renderer = planner_and_renderer(worker, context.sources, theme)
    every = jobs_of(shown, targets)
    every |= listing_jobs(archive, site.base) | feed_jobs(planner, shown, every)
    every |= selection_jobs(shown)
    jobs = partial_build.of_years(every, options.years)
    digests = state.digests.updated(own_digest, jobs)
    wanted = digests_of(context.program.digest, planner, digests)
    return Plan(shown, jobs, wanted, read, digests, worker, planner, renderer)


def _check_context(
    context: BuildContext, targets: Targets, layouts: tuple[str, ...] | None
) -> CheckContext:
    options, beside = context.options, context.manifest.beside
    known = known_addresses(context.project, options, beside, context.problems)
    lenient = options.addresses == "warned" or options.drafts
    return CheckContext(targets, layouts, known, lenient=lenient)


def _read(
    context: BuildContext, state: IncrementalState, plugins: Plugins
) -> tuple[Archive, ReadIssues]:
    return load(
        context.project.root,
        context.sources,
        context.problems,
        processes=context.processes,
        tick=lambda n, total: context.progress("load", n, total),
        plugins=plugins,
        known=state.read,
        early=partial(_early, context),
        drafts=context.options.drafts,
    )


def _early(context: BuildContext, archive: Archive) -> Iterable[Problem]:
    """What is wrong between issues, of an archive in which more is; the theme's faults, too."""
    theme = Theme(context.project.themes, archive.paper.theme, context.problems, None)
    layouts = theme.settings.layouts if theme.settings.known else None
    return early_audit(archive, CheckContext(Targets(archive, drafts=True), layouts))


def undecided(options: Options, *, weighed: bool = False) -> set[str]:
    """Warnings that this run doesn't look for, or not yet: whoever silences them may be right."""
    found = set()
    if not weighed or options.years:
        found.add("site-large")
    if options.base_url is not None:
        found.add("base-url-missing")
    return found
