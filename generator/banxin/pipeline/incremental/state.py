"""What one build found out and the next needn't ask again: the preview's; a command has none.

It is never written down. What lies in content/ is taken as it was where nobody said that it
changed, where it can't have changed unseen, and where no other build wrote to the same caches;
what lies in the output folder, until another build has been there. Everything else is looked at
in every build. One that fails, or is superseded while it draws, keeps the state it was given: what
it wrote nonetheless, to a cache or to the output folder, is marked as another build's would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from banxin.content.scan import ISSUES
from banxin.model.archive import Archive
from banxin.pipeline.incremental.loading import ReadIssues
from banxin.pipeline.incremental.memo import Memo
from banxin.pipeline.jobs import Job
from banxin.pipeline.output.comparison import OutputSnapshot
from banxin.pipeline.project import Options, Project
from banxin.site.outputs import Scaled

MOST = 1000  # changes told at a time: of so many, the system may have swallowed some
_DEPTH = ISSUES.count("/") + 3  # content/issues/2022/2022-04-01


class IncrementalState(msgspec.Struct, frozen=True):
    """All that comes of one build. ``request``: what that build was asked for.

    ``deferred``: by job, pictures that its pages show and that aren't made yet.
    """

    request: tuple[Project, Options] | None = None
    read: ReadIssues = msgspec.field(default_factory=ReadIssues)
    snapshot: OutputSnapshot = msgspec.field(default_factory=OutputSnapshot)
    digests: Memo[Job, str] = msgspec.field(default_factory=Memo)
    archive: Archive | None = None  # as readers get it
    deferred: Mapping[str, tuple[Scaled, ...]] = msgspec.field(default_factory=dict)

    def of(self, project: Project, options: Options) -> IncrementalState:
        """All of it, if the same is requested again."""
        return self if self.request == request_of(project, options) else NOTHING

    def told(self, changed: Iterable[str]) -> IncrementalState:
        """Without what ``changed``: paths from the project's root, of files and of folders.

        A path that says nothing (a watched folder itself, or one outside) forgets everything.
        """
        changed = frozenset(changed)
        if len(changed) > MOST or not all(map(_says_something, changed)):
            return NOTHING
        return replace(self, read=self.read.without(frozenset(map(_folder, changed))))


NOTHING = IncrementalState()


def request_of(project: Project, options: Options) -> tuple[Project, Options]:
    """What a build is asked for, whether pictures may wait or not."""
    return project, replace(options, defers=False)


def _says_something(path: str) -> bool:
    top, _, inside = path.partition("/")
    return top in ("content", "themes") and bool(inside) and path != ISSUES


def _folder(path: str) -> str:
    """The issue's folder that a path lies in, or the folder above issues that it is."""
    return "/".join(path.split("/")[:_DEPTH])
