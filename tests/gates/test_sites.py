"""What the gates rest on: they look at every kind of page, and one base stands for the other."""

from __future__ import annotations

import re

import pytest

from .conftest import Sites
from .faults import expect_none
from .sites import BASES, ISSUES, KINDS, ORIGIN, Site

QR = re.compile(r'<img class="qr"[^>]*>')
TEXTS = (".html", ".htm", ".xml", ".css", ".txt", ".svg")


@pytest.mark.parametrize("paper", KINDS)
def test_the_gates_know_every_kind_of_page(sites: Sites, paper: str) -> None:
    assert set(sites(paper, "/").kinds) == set(KINDS[paper])


@pytest.mark.parametrize("paper", KINDS)
def test_the_gates_know_every_issue(sites: Sites, paper: str) -> None:
    found = {address.rstrip("/") for address in sites(paper, "/").kinds["issue"]}

    assert found == set(ISSUES[paper])


@pytest.mark.parametrize("paper", KINDS)
def test_a_site_differs_at_another_base_by_its_addresses_alone(sites: Sites, paper: str) -> None:
    root, below = (_texts(sites(paper, base)) for base in BASES)
    different = [path for path in root if _moved(root[path]) != _moved(below.get(path, ""))]

    assert root.keys() == below.keys()
    expect_none(different)


def _texts(site: Site) -> dict[str, str]:
    """Every text file of the site but the search index, whose file names depend on addresses."""
    files = (file for file in sorted(site.folder.rglob("*")) if file.suffix in TEXTS)
    paths = ((file.relative_to(site.folder).as_posix(), file) for file in files)
    return {p: f.read_text(encoding="utf-8") for p, f in paths if not p.startswith("pagefind/")}


def _moved(text: str) -> str:
    """The text as it would be at ``/``, but for the drawing of its own address."""
    for before in (ORIGIN, '"', ", ", "url="):
        text = text.replace(f"{before}/paper/", f"{before}/")
    return QR.sub("", text)
