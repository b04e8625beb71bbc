"""``banxin build``: the website, brought up to date."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.progress import phase_name, progress
from banxin.cli.session import Session, WrongUse, shown
from banxin.content.fields.addresses import is_base_url
from banxin.pipeline.project import Options, Project
from banxin.problems.reports import visible
from banxin.problems.texts import Words
from banxin.site import routes

if TYPE_CHECKING:
    from banxin.pipeline.build import Report
    from banxin.pipeline.explanation import Explanation

_SHOWN = 5  # of what is others', so many are named
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?", re.ASCII)


def command(words: Words) -> LocalizedCommand:
    flag = {"is_flag": True}
    folder = {"metavar": words("help.metavar.folder"), "type": click.Path(path_type=Path)}
    return LocalizedCommand(
        words,
        "build",
        callback=click.pass_obj(run),
        params=[
            base_url_option(words),
            option(words, "build.drafts", "--drafts", **flag),
            option(words, "build.output", "--output", **folder),
            option(words, "build.media-output", "--media-output", "media", **folder),
            option(words, "build.all", "--all", "redraw", **flag),
            *(option(words, f"build.{n}", f"--{n}", **flag) for n in ("strict", "no-search")),
            option(words, "build.publish", "--publish", "publishing", **flag),
            option(words, "build.years", "--years", metavar=words("help.metavar.years")),
            option(words, "build.join", "--join", "parts", multiple=True, **folder),
            published_option(words),
            option(words, "build.explain", "--explain", metavar=words("help.metavar.path")),
        ],
    )


def base_url_option(words: Words) -> click.Option:
    return option(words, "build.base-url", "--base-url", metavar=words("help.metavar.address"))


def published_option(words: Words) -> click.Option:
    metavar = f"{words('help.metavar.address')}|none"
    return option(words, "build.published", "--published", default="", metavar=metavar)


def run(
    session: Session,
    *,
    base_url: str | None,
    drafts: bool,
    output: Path | None,
    media: Path | None,
    redraw: bool,
    strict: bool,
    publishing: bool,
    no_search: bool,
    years: str | None,
    parts: tuple[Path, ...],
    published: str,
    explain: str | None,
) -> int:
    if publishing and drafts:
        raise WrongUse(session.words("build.publish-drafts"))
    project = session.project()
    if years and not output:
        output = project.root / "parts" / years
    options = Options(
        output=output_folder(session, project, output),
        media=output_folder(session, project, media) if media else None,
        base_url=base(session.words, base_url),
        drafts=drafts,
        search=not no_search,
        redraw=redraw,
        strict=strict,
        publishing=publishing,
        years=first_and_last(session.words, years),
        parts=tuple(session.written(part.resolve()) for part in parts),
        published=published,
        plugins=session.plugins(),
    )
    if explain is not None:
        return _explain(session, project, options, explain)
    return _build(session, project, options)


def _build(session: Session, project: Project, options: Options) -> int:
    # late: completion and --help needn't wait for Pillow
    from banxin.pipeline.build import build
    from banxin.pipeline.picture_cache import tidy
    from banxin.pipeline.site_context import is_sample

    with progress(session) as tick:
        report = build(project, options, tick)
    session.show(report.warnings)
    if report.warnings:
        counts = session.count(report.warnings)
        session.complain("\n" + session.words("build.warned", counts=counts))
    if report.drawn:
        session.look_over(project, "", ())
    session.say(closing(report, options.output, session.words))
    if any(routes.MEDIA in path for path in (*report.drawn, *report.removed)):
        kept = size(tidy(project))
        session.say(session.words("build.pictures", size=kept, folder=shown(project.cache)))
    if is_sample(report.base_url):
        session.complain(session.words("build.sample", address=report.base_url))
    if report.foreign:
        session.complain(foreign_files(report.foreign, options.output, session.words))
    return 0


def foreign_files(found: tuple[str, ...], output: Path, words: Words) -> str:
    """What stays in the output though no build put it there: it will be uploaded, too."""
    listed = words("terminal.list").join(map(visible, found[:_SHOWN]))
    return words("build.foreign", count=len(found), names=listed, output=shown(output))


def base(words: Words, value: str | None) -> str | None:
    """A base URL that ends with a slash. Raises WrongUse for what can't be one."""
    if value is None:
        return None
    if not is_base_url(value):
        raise WrongUse(words("build.base-url-odd", value=value))
    return value if value.endswith("/") else f"{value}/"


def first_and_last(words: Words, value: str | None) -> tuple[int, int] | None:
    """2008-2012, or one year. Raises WrongUse for what is neither."""
    if value is None:
        return None
    found = _YEARS.fullmatch(value)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last:
        raise WrongUse(words("build.years-odd", value=value))
    return first, last


def output_folder(session: Session, project: Project, asked: Path | None) -> Path:
    """Where the site goes. Raises WrongUse where it would bury or mix with the paper itself."""
    if asked is None:
        return project.output
    output = session.written(asked.resolve())
    ours = (project.content, project.themes, project.cache)
    if project.root.is_relative_to(output) or any(output.is_relative_to(f) for f in ours):
        raise WrongUse(session.words("build.output-inside", path=shown(output)))
    return output


def address(asked: str, output: Path) -> str:
    """What was typed or copied from a browser, without the site's host or its folder's name."""
    inside = re.sub(r"^https?://[^/]+", "", asked).replace("\\", "/")
    return inside.removeprefix(f"{shown(output)}/").removeprefix(f"{output.as_posix()}/")


def closing(report: Report, output: Path, words: Words) -> str:
    """What was drawn of how many, what was removed, how long each phase took, and the size."""
    phases = (
        words("build.phase", name=phase_name(name, words), seconds=f"{seconds:.2f}")
        for name, seconds in report.phases
    )
    return words(
        "build.done",
        files=words("terminal.files", n=report.outputs),
        drawn=f"{len(report.drawn):,}",
        removed=f"{len(report.removed):,}",
        phases=words("terminal.list").join(phases),
        total=f"{sum(seconds for _, seconds in report.phases):.2f}",
        size=size(report.size),
        output=shown(output),
    )


def size(count: int) -> str:
    """Bytes as a person says them: 820 B, 1.4 MB."""
    amount = float(count)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} B" if unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def _explain(session: Session, project: Project, options: Options, asked: str) -> int:
    from banxin.pipeline.explanation import explain

    found = explain(project, options, address(asked, options.output))
    session.say(explained(found, session.words))
    return 1 if found.state == "unplanned" else 0


def explained(found: Explanation, words: Words) -> str:
    """What happens to one page, and why."""
    lines = [f"{found.path}  {words(f'explain.{found.state}')}"]
    lines += ["  " + words(f"explain.because.{reason}") for reason in found.reasons]
    if found.source:
        lines.append("  " + words("explain.source", source=found.source))
    if found.template:
        lines.append("  " + words("explain.template", template=found.template))
    return "\n".join(lines)
