"""The sites that the gates look at, built once a run whatever the number of workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .server import served
from .sites import Site, build_paper, site

Sites = Callable[[str, str], Site]
Address = Callable[[Site], str]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def sites(shared: Path) -> Sites:
    """The site of a paper at a base path."""
    known: dict[tuple[str, str], Site] = {}

    def get(paper: str, base: str) -> Site:
        if (paper, base) not in known:
            build_paper(paper, shared / paper)
            known[paper, base] = site(paper, base, shared / paper)
        return known[paper, base]

    return get


@pytest.fixture(scope="session")
def address() -> Iterator[Address]:
    """The address of a site's home on a server, which runs until the session ends."""
    known: dict[tuple[str, str], str] = {}
    with ExitStack() as servers:

        def get(found: Site) -> str:
            key = (found.paper, found.base)
            if key not in known:
                known[key] = servers.enter_context(served(found.folder, found.base))
            return known[key]

        yield get
