"""``banxin serve``: the site on this computer, refreshed at every save."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.parameter_types import Number
from banxin.cli.session import Session
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Problems
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.pipeline.incremental.state import IncrementalState
    from banxin.pipeline.program_digest import Program


def command(words: Words) -> LocalizedCommand:
    flag = {"is_flag": True}
    return LocalizedCommand(
        words,
        "serve",
        callback=click.pass_obj(run),
        params=[
            option(
                words,
                "serve.host",
                "--host",
                default="127.0.0.1",
                metavar=words("help.metavar.text"),
            ),
            option(
                words,
                "serve.port",
                "--port",
                default=8000,
                metavar=words("help.metavar.number"),
                type=Number(words, 1, 65535),
            ),
            option(words, "serve.open", "--open", "open_browser", **flag),
            option(words, "build.drafts", "--drafts", **flag),
            option(words, "build.no-search", "--no-search", **flag),
        ],
    )


def run(
    session: Session,
    *,
    host: str,
    port: int,
    open_browser: bool,
    drafts: bool,
    no_search: bool,
) -> int:
    from banxin.pipeline.build import build  # late: completion and --help needn't wait for Pillow
    from banxin.pipeline.program_digest import running_program
    from banxin.server import preview

    project, program = session.project(), running_program()
    media_here = has_media_base(project)
    # what isn't to be published must never lie where publishing takes the site from
    output = project.cache / "preview" if drafts or media_here else project.output
    options = Options(
        output=output,
        media_here=media_here,
        drafts=drafts,
        search=not no_search,
        index=False,  # an editor waits for pages, never for that
        addresses="warned",
        preview_of=project.output,
        plugins=session.plugins(),
    )
    preview.serve(
        project,
        options,
        build=partial(build, program=program),
        base_path=lambda: base_path(project, options),
        host=host,
        port=port,
        open_browser=open_browser,
        say=session.say,
        language=session.words.language,
        after_build=None if no_search else partial(reindexed, project, options, program),
    )
    return 0


def reindexed(
    project: Project, options: Options, program: Program, state: IncrementalState
) -> None:
    """The index of what the last build found; after one that failed, the next will ask again."""
    from banxin.pipeline.search_index import reindex

    if state.archive:
        reindex(project, options, state.archive, program)


def has_media_base(project: Project) -> bool:
    """Whether published pages take their pictures from an address that has no new ones yet."""
    from banxin.content.paper_file import read_paper

    paper = read_paper(project.root, Problems())
    return bool(paper and paper.media_base)


def base_path(project: Project, options: Options) -> str:
    """The path that the site lies under. Raises BuildFailed if paper.yml can't be read."""
    from banxin.content.paper_file import read_paper
    from banxin.pipeline.site_context import base_of

    problems = Problems()
    paper = read_paper(project.root, problems)
    if paper is None:
        raise BuildFailed(tuple(problems))
    return base_of(paper, options, problems).path
