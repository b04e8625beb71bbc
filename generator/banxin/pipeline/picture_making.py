"""Pictures made: each file decoded once for all its sizes, several files at a time.

Threads, not processes: nearly all of the work is done by libraries that let other threads of this
process run meanwhile; so nothing has to be started, and nothing outlives a build that is killed.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress

from banxin.pipeline.context import StepProgress
from banxin.rendering.picture_store import PictureStore
from banxin.site.outputs import Scaled

_LOOK = 0.05  # seconds between two looks at whether somebody wants this to end


def by_source(outputs: Iterable[Scaled]) -> list[tuple[Scaled, ...]]:
    """The sizes of each file, each once, in the order in which files are first named."""
    found: dict[tuple[str, str], dict[str, Scaled]] = defaultdict(dict)
    for output in outputs:
        found[output.file, output.digest].setdefault(output.path, output)
    return [tuple(sizes.values()) for sizes in found.values()]


def make_quietly(pictures: PictureStore, outputs: tuple[Scaled, ...]) -> None:
    """Whoever asks for a picture that can't be made is told why: see ``Renderer.render``."""
    with suppress(OSError):
        pictures.make(outputs)


def make_all(
    pictures: PictureStore, outputs: Iterable[Scaled], *, processes: int, tick: StepProgress
) -> None:
    """Make and keep all of these. What ``tick`` raises ends the work, but for what is begun."""
    sources = by_source(outputs)
    if not sources:
        return
    # not as the work's last act: threads that end later would see filters that are back again
    warnings.filterwarnings("ignore", module=r"PIL\.")
    pool = ThreadPoolExecutor(min(processes, len(sources)), "pictures")
    try:
        left: set[Future[None]] = {pool.submit(make_quietly, pictures, one) for one in sources}
        while left:
            done, left = wait(left, _LOOK, FIRST_COMPLETED)
            for made in done:
                made.result()
            tick(len(sources) - len(left), len(sources))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
