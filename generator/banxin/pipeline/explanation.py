"""Why a page would be drawn again, or why not: ``banxin build --explain PATH``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from banxin.model.fingerprint import digest
from banxin.pipeline.context import BuildContext, open_context
from banxin.pipeline.incremental.database import healing
from banxin.pipeline.incremental.published import PublishedJob
from banxin.pipeline.output.comparison import inspect
from banxin.pipeline.planning import Plan, plan_site
from banxin.pipeline.project import Options, Project
from banxin.site import routes
from banxin.site.outputs import Drawn, Output

PageState = Literal["current", "new", "changed", "damaged", "unplanned"]
Reason = Literal["program-or-paper", "template", "content", "file", "options"]


class Explanation(msgspec.Struct, frozen=True):
    """``source``: the file or folder it is made from; ``template`` is empty for plain files."""

    path: str
    state: PageState
    source: str = ""
    template: str = ""
    reasons: tuple[Reason, ...] = ()


@healing
def explain(project: Project, options: Options, path: str) -> Explanation:
    """Explain the output at ``path``, which may be an address (/2022-04-01/01/) or a file's path.

    Raises BuildFailed when the content has errors. Nothing is drawn or written.
    """
    with open_context(project, options) as context:
        plan = plan_site(context)
        wanted = as_file(path, plan.planner.site.base.path)
        published = context.manifest.published()
        last = next((job_id for job_id, one in published.items() if wanted in one.files), "")
        found = _planned(plan, wanted, last)
        if found is None:
            return Explanation(wanted, "unplanned")
        job_id, output = found
        source = plan.jobs[job_id].source
        template = output.template if isinstance(output, Drawn) else ""
        state, reasons = _state(context, plan, output, published.get(last), job_id)
        return Explanation(wanted, state, source, template, reasons)


def as_file(path: str, base_path: str) -> str:
    """The output file that an address, or a path typed by hand, means."""
    path = path.removeprefix(base_path).removeprefix("./").removeprefix("output/").lstrip("/")
    if path and not path.endswith("/") and "." not in path.rsplit("/", 1)[-1]:
        path += "/"
    return routes.file(path)


def _planned(plan: Plan, path: str, last: str) -> tuple[str, Output] | None:
    for job_id in _likely(plan, path, last):
        for output in plan.planner.plan(plan.jobs[job_id]):
            if output.path == path:
                return job_id, output
    return None


def _likely(plan: Plan, path: str, last: str) -> Iterator[str]:
    """All published, the one that most likely plans ``path`` first."""
    order = (last, *path.split("/"), "site", "assets", *plan.jobs)
    yield from (job_id for job_id in dict.fromkeys(order) if job_id in plan.jobs)


def _state(
    context: BuildContext, plan: Plan, output: Output, last: PublishedJob | None, job_id: str
) -> tuple[PageState, tuple[Reason, ...]]:
    """``last``: the job_id in which the path was published the last time."""
    if last is None:
        return "new", ()
    file = last.files[output.path]
    if inspect(context.options, {output.path: file})[0]:
        return "damaged", ()
    if context.options.redraw:
        return "changed", ("options",)
    data = plan.renderer.render(output, context.problems)
    if data is not None and digest(data) == file.content:
        return "current", ()
    wanted = plan.wanted[job_id]
    return "changed", _reasons(last.digest.split(" "), wanted.split(" "))


def _reasons(old: list[str], new: list[str]) -> tuple[Reason, ...]:
    """Which parts of the job's digest differ; see jobs.digests_of."""
    if len(old) != 3 or len(new) != 3:
        return ("file",)
    parts: tuple[Reason, ...] = ("program-or-paper", "template", "content")
    pairs = zip(parts, old, new, strict=True)
    return tuple(part for part, before, after in pairs if before != after)
