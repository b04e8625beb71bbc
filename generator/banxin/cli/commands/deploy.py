"""``banxin deploy``: the site, brought up to date on a host."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from banxin.cli.commands.build import published_option, size
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.progress import phase_name, progress
from banxin.cli.session import Session, WrongUse, shown
from banxin.pipeline.project import Options, Project
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.deploy.deployment import DeployReport, DeployRequest
    from banxin.model import DeployTarget, Paper

_SITEMAP = re.compile(r"^Sitemap: (\S+)", re.MULTILINE)
_AFTERWARDS = ("deploy-address", "base-url-example")  # all was sent, or nothing was to be
_LISTED = 20  # paths that a dry run names


def command(words: Words) -> LocalizedCommand:
    flag = {"is_flag": True}
    target = click.Argument(["target"], metavar=words("help.metavar.target"), required=False)
    return LocalizedCommand(
        words,
        "deploy",
        callback=click.pass_obj(run),
        params=[
            target,
            option(words, "deploy.dry-run", "--dry-run", **flag),
            option(words, "deploy.no-build", "--no-build", **flag),
            option(words, "deploy.compare", "--compare", **flag),
            option(words, "deploy.overwrite", "--overwrite", **flag),
            option(words, "deploy.break-lock", "--break-lock", **flag),
            published_option(words),
        ],
    )


def run(
    session: Session, *, target: str | None, no_build: bool, published: str, **asked: bool
) -> int:
    from banxin.deploy.refusals import DeployFailed  # late: --help needn't wait for it

    project = session.project()
    paper, chosen = _chosen(session, project, target)
    options = Options(
        output=project.output,
        base_url=chosen.url or None,
        publishing=True,
        plugins=session.plugins(),
        published=published,
    )
    if no_build:
        _must_be_built(session, options)
    else:
        _build(session, project, options)
    try:
        _refuse_sample(options.output)
        if chosen.git:
            _must_have_pictures(session, options, chosen, paper)
            return _push(session, project, options, chosen, paper, dry_run=asked["dry_run"])
        return _send(session, _request(session, project, options, chosen, paper, asked))
    except DeployFailed as failed:
        session.show(failed.problems)
        if not any(problem.code in _AFTERWARDS for problem in failed.problems):
            session.complain("\n" + session.words("deploy.failed"))
        return 1


def _chosen(session: Session, project: Project, name: str | None) -> tuple[Paper, DeployTarget]:
    """The paper and the host that was named, or the only one. Raises WrongUse, BuildFailed."""
    from banxin.content.paper_file import read_deploy_targets, read_paper
    from banxin.problems import Problems

    problems = Problems()
    paper = read_paper(project.root, problems)
    targets = {one.name: one for one in read_deploy_targets(project.root, Problems())}
    problems.raise_errors()
    listed = session.words("terminal.list").join(targets)
    if paper is None or not targets:
        raise WrongUse(session.words("deploy.none"))
    if name is None and len(targets) > 1:
        raise WrongUse(session.words("deploy.which", names=listed))
    if name is not None and name not in targets:
        raise WrongUse(session.words("deploy.unknown", name=name, names=listed))
    return paper, targets[name] if name else next(iter(targets.values()))


def _build(session: Session, project: Project, options: Options) -> None:
    from banxin.pipeline.build import build

    with progress(session) as tick:
        report = build(project, options, tick)
    session.show(report.warnings)
    words = session.words
    seconds = sum(seconds for _, seconds in report.phases)
    session.say(words("deploy.built", drawn=len(report.drawn), seconds=f"{seconds:.2f}"))


def _must_be_built(session: Session, options: Options) -> None:
    from banxin.pipeline.output.staged_files import is_ours

    if not is_ours(options.output):
        raise WrongUse(session.words("deploy.not-built", path=shown(options.output)))


def _refuse_sample(output: Path) -> None:
    """What was built elsewhere may have been built for a sample of an address."""
    from banxin.deploy.refusals import DeployFailed
    from banxin.pipeline.site_context import is_sample
    from banxin.problems import Place, error

    robots = output / "robots.txt"
    found = _SITEMAP.search(robots.read_text("utf-8")) if robots.is_file() else None
    if found and is_sample(found[1]):
        place = Place("content/paper.yml")
        raise DeployFailed(error(place, "base-url-example", value=found[1]))


def _request(
    session: Session,
    project: Project,
    options: Options,
    target: DeployTarget,
    paper: Paper,
    asked: dict[str, bool],
) -> DeployRequest:
    from banxin.deploy.deployment import DeployRequest

    _must_have_pictures(session, options, target, paper)
    folders = [(options.output, _place(session, project, target.to))]
    if target.media and options.media_folder.is_dir():
        folders.insert(0, (options.media_folder, _place(session, project, target.media)))
    memory = project.cache / "deploy"
    return DeployRequest(target, paper.name, tuple(folders), memory, **asked)


def _must_have_pictures(
    session: Session, options: Options, target: DeployTarget, paper: Paper
) -> None:
    """A paper whose pictures lie elsewhere needs a place for them, too. Raises WrongUse."""
    if paper.media_base and options.media_folder.is_dir() and not target.media:
        raise WrongUse(session.words("deploy.media", name=target.name))


def _place(session: Session, project: Project, to: str) -> str:
    """A folder of this computer is meant from the paper's; none within what is built or sent."""
    if not (to.startswith(("/", ".", "~")) or re.match(r"[A-Za-z]:[\\/]", to)):
        return to
    folder = (project.root / Path(to).expanduser()).resolve()
    ours = (project.content, project.themes, project.cache, project.output)
    media = project.output.with_name(f"{project.output.name}-media")
    if any(folder.is_relative_to(one) or one.is_relative_to(folder) for one in (*ours, media)):
        raise WrongUse(session.words("deploy.inside", path=shown(folder)))
    if not folder.is_dir() and not folder.parent.is_dir():
        raise WrongUse(session.words("deploy.no-folder", path=shown(folder)))
    return str(folder)


def _send(session: Session, request: DeployRequest) -> int:
    from banxin.deploy import deployment, verification

    begun = time.perf_counter()
    with progress(session) as tick:
        report = deployment.deploy(request, session.environ, tick or _unseen)
    words, target = session.words, request.target
    if request.dry_run:
        session.say("\n".join(_dry(report, words)))
        return 0
    fetched = 0
    if target.url:
        folder = request.folders[-1][0]
        paths = [path for path in report.sent if (folder / path).is_file()]
        fetched = verification.verify(target.name, target.url, folder, verification.chosen(paths))
    if not report.by_record:
        session.complain(words("deploy.looked"))
    session.say(_closing(report, words, target, fetched, time.perf_counter() - begun))
    return 0


def _unseen(phase: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _dry(report: DeployReport, words: Words) -> list[str]:
    lines = [
        words(
            "deploy.dry",
            sent=f"{len(report.sent):,}",
            size=size(report.size),
            removed=f"{len(report.removed):,}",
            unchanged=f"{report.unchanged:,}",
        )
    ]
    for key, paths in (("send", report.sent), ("remove", report.removed)):
        lines += [f"  {words(f'deploy.would-{key}')} {path}" for path in sorted(paths)[:_LISTED]]
        if len(paths) > _LISTED:
            lines.append("  " + words("deploy.more", n=f"{len(paths) - _LISTED:,}"))
    return lines


def _closing(
    report: DeployReport, words: Words, target: DeployTarget, fetched: int, seconds: float
) -> str:
    phases = (
        words("build.phase", name=phase_name(name, words), seconds=f"{seconds:.2f}")
        for name, seconds in report.phases
    )
    return words(
        "deploy.done",
        name=target.name,
        sent=f"{len(report.sent):,}",
        size=size(report.size),
        removed=f"{len(report.removed):,}",
        unchanged=f"{report.unchanged:,}",
        checked=_checked(words, target, fetched),
        phases=words("terminal.list").join(phases),
        total=f"{seconds:.2f}",
    )


def _checked(words: Words, target: DeployTarget, fetched: int) -> str:
    """What was seen of the site as a reader sees it; nothing to say where nothing was sent."""
    if not target.url:
        return words("deploy.unchecked")
    return words("deploy.checked", n=fetched) if fetched else ""


def _push(
    session: Session,
    project: Project,
    options: Options,
    target: DeployTarget,
    paper: Paper,
    *,
    dry_run: bool,
) -> int:
    from banxin.deploy.git_branch import push_site

    words, begun = session.words, time.perf_counter()
    pushed = push_site(
        target,
        options.output,
        root=project.root,
        memory=project.cache / "deploy",
        paper=paper.name,
        environ=session.environ,
        dry_run=dry_run,
    )
    key = "deploy.would-push" if dry_run else "deploy.pushed"
    session.say(
        words(
            key,
            name=target.name,
            branch=target.branch,
            files=f"{pushed.files:,}",
            changed=f"{pushed.changed:,}",
            total=f"{time.perf_counter() - begun:.2f}",
        )
    )
    return 0
