from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from banxin.pipeline import program_digest
from banxin.pipeline.installed import versions


def test_versions_are_those_that_the_installer_recorded() -> None:
    names = (*program_digest.LIBRARIES, *program_digest.OF_SEARCH)
    assert versions(names) == "".join(f"{name}={version(name)};" for name in names)


def test_names_are_compared_as_installers_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Odd_Name-1.2.dist-info", "old.one-3-py3.11.egg-info", "odd-notes.txt"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "gone"), str(tmp_path)])
    assert versions(("odd-name", "Old_One")) == "odd-name=1.2;Old_One=3;"


def test_what_comes_first_on_the_path_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in (1, 2):
        (tmp_path / str(n) / f"a-{n}.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "2"), str(tmp_path / "1")])
    assert versions(("a",)) == "a=2;"


def test_a_library_that_is_missing_is_an_error() -> None:
    with pytest.raises(PackageNotFoundError):
        versions(("no-such-library",))
