"""A build that is killed, or fails, while it brings its files to their places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from banxin.pipeline.output import staged_files


@contextmanager
def cut_publishing(after: int, error: type[BaseException]) -> Iterator[None]:
    """Publishing ends with ``error`` once so many files are in their places."""
    publish, published = staged_files.publish, 0

    def cut_short(staged: str, output: str, path: str, waits: str = "") -> None:
        nonlocal published
        if published == after:
            raise error
        published += 1
        publish(staged, output, path, waits)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staged_files, "publish", cut_short)
        yield
