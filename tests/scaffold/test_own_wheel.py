"""The program as a wheel of its own: the same that a build backend makes, and it installs."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import PathDistribution, distribution
from pathlib import Path

import pytest

import banxin
from banxin.scaffold import own_wheel
from banxin.scaffold.manuals import NAMES, manuals
from tests.support.paths import ROOT

INFO = f"banxin-{banxin.__version__}.dist-info"


@pytest.fixture(scope="module")
def wheel() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(own_wheel.own_wheel()))


def test_it_is_the_same_whenever_it_is_made(wheel: zipfile.ZipFile) -> None:
    assert own_wheel.own_wheel() == own_wheel.own_wheel()
    assert {entry.date_time for entry in wheel.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_holds_the_whole_program_and_nothing_that_running_left(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for name in (
        *("banxin/__main__.py", "banxin/py.typed", "banxin/search/client/joined/paper.js"),
        *("banxin/rendering/themes/broadsheet/theme.toml", "banxin/scaffold/files/banxin.cmd"),
        *("banxin/scaffold/requirements.lock", "banxin/scaffold/manuals/editors.md"),
        *("banxin/problems/texts/data/problems/number-gap.toml", f"{INFO}/licenses/LICENSE"),
    ):
        assert name in names
    assert not [n for n in names if "__pycache__" in n or n.endswith(".pyc") or "/." in n]


def test_its_record_lists_every_file_with_its_digest(wheel: zipfile.ZipFile) -> None:
    rows = list(csv.reader(io.StringIO(wheel.read(f"{INFO}/RECORD").decode())))
    assert {row[0] for row in rows} == set(wheel.namelist())
    for name, digest, size in rows[:-1]:
        data = wheel.read(name)
        found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        assert (digest, size) == (f"sha256={found}", str(len(data)))


def test_it_is_of_the_version_that_runs_whatever_was_installed_once(
    wheel: zipfile.ZipFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(banxin, "__version__", "9.8.7")
    assert own_wheel.wheel_name() == "banxin-9.8.7-py3-none-any.whl"
    later = zipfile.ZipFile(io.BytesIO(own_wheel.own_wheel()))
    assert b"\nVersion: 9.8.7\n" in later.read("banxin-9.8.7.dist-info/METADATA")


def test_what_it_makes_of_itself_once_installed_is_the_same(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path)
    ask = "import sys, banxin.scaffold.own_wheel as w; sys.stdout.buffer.write(w.own_wheel())"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", ask],
        env={"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert ran.stdout == own_wheel.own_wheel()


def test_the_manuals_link_to_each_other_and_to_no_other_file() -> None:
    for name, text in manuals():
        plain = re.sub(r"```.*?```|`[^`\n]*`", "", text.decode(), flags=re.DOTALL)
        links = re.findall(r"\]\(([a-z.-]+\.md)", plain)
        assert set(links) <= set(NAMES), name


def test_the_readme_of_a_new_paper_links_to_manuals_that_it_has() -> None:
    readme = (ROOT / "generator/banxin/scaffold/files/README.md").read_text("utf-8")
    links = set(re.findall(r"\]\(docs/([^)#]+)", readme))
    assert links
    assert links <= set(NAMES)


def test_what_programs_leave_beside_ours_is_not_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("__init__.py", "__pycache__/__init__.pyc", "api.py~", ".DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setattr(own_wheel, "_PACKAGE", tmp_path)
    monkeypatch.setattr(own_wheel, "BUNDLED", tmp_path / "themes")
    names = zipfile.ZipFile(io.BytesIO(own_wheel.own_wheel())).namelist()
    assert [n for n in names if n.count("/") == 1 and n.startswith("banxin/")] == [
        "banxin/__init__.py"
    ]


def test_one_that_was_installed_without_its_licence_is_packed_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As packages of distributions are, which put licences elsewhere."""

    class Elsewhere(PathDistribution):
        def read_text(self, filename: str | os.PathLike[str]) -> str | None:
            return None if "LICENSE" in str(filename) else super().read_text(filename)

    installed = distribution("banxin")
    assert isinstance(installed, PathDistribution)
    monkeypatch.setattr(own_wheel, "distribution", lambda name: Elsewhere(installed._path))
    names = zipfile.ZipFile(io.BytesIO(own_wheel.own_wheel())).namelist()
    assert [n for n in names if n.startswith(INFO)] == [
        *(f"{INFO}/{name}" for name in ("METADATA", "WHEEL", "entry_points.txt", "RECORD"))
    ]
