"""HTML as it is defined: the two checkers find nothing in any page of either paper."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from .conftest import Sites
from .faults import expect_none, grouped
from .sites import BASES, KINDS, Site

EVERY = ("issue", "page", "plate", "unrecorded", "article", "withdrawn")  # others: one of a kind
HASTY = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xss8m",
)  # a program of seconds needs no better code
RULES = {
    "root": True,
    "extends": ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    "rules": {
        "doctype-style": "off",  # ours is lower case
        "require-sri": "off",  # every script comes from the site itself
        "long-title": "off",  # a page's title holds its date and the paper's name
        "prefer-native-element": "off",  # role=group and role=search are meant
    },
}


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_vnu_finds_no_error(
    sites: Sites, java: Path, front_end_tools: Path, paper: str, base: str
) -> None:
    site = sites(paper, base)
    jar = front_end_tools / "vnu-jar/build/dist/vnu.jar"
    options = ("--errors-only", "--exit-zero-always", "--format", "gnu")
    done = _run((java, *HASTY, "-jar", jar, *options, *_files(site)), site.folder)

    expect_none(_faults(done, site))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_html_validate_finds_no_error(
    sites: Sites, node: Path, front_end_tools: Path, tmp_path: Path, paper: str, base: str
) -> None:
    site = sites(paper, base)
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES), encoding="utf-8")
    program = front_end_tools / "html-validate/bin/html-validate.mjs"
    options = ("--config", rules, "--formatter", "text")
    done = _run((node, program, *options, *_files(site)), site.folder)

    expect_none(_faults(done, site))
    assert done.returncode == 0


def _files(site: Site) -> tuple[str, ...]:
    """From the site's folder: one of each kind, and at one of the bases every page of an issue."""
    every = EVERY if site.base == BASES[-1] else ()
    kinds = {kind: site.kinds[kind] if kind in every else (site.one(kind),) for kind in site.kinds}
    files = (site.file(address) for addresses in kinds.values() for address in addresses)
    return tuple(file.relative_to(site.folder).as_posix() for file in files)


def _run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: PLW1510
        command, cwd=folder, capture_output=True, encoding="utf-8"
    )


def _faults(done: subprocess.CompletedProcess[str], site: Site) -> Iterator[str]:
    lines = (done.stdout + done.stderr).replace(f"{site.folder.as_posix()}/", "").splitlines()
    return grouped((fault, place) for place, _, fault in (line.partition(": ") for line in lines))
