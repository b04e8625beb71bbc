"""The workflows of this repository, and those that ``banxin init`` gives a paper."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.paths import ROOT

OWN = ROOT / ".github/workflows"
SCAFFOLD = ROOT / "generator/banxin/scaffold/github/workflows"
WORKFLOWS = sorted([*OWN.glob("*.yml"), *SCAFFOLD.glob("*.yml")])
DEPENDABOT = ROOT / ".github/dependabot.yml"
TOOLS = Path(sys.executable).parent

each_workflow = pytest.mark.parametrize(
    "path", WORKFLOWS, ids=lambda p: p.relative_to(ROOT).as_posix()
)


def passes(*command: str | Path) -> None:
    run = subprocess.run(
        [TOOLS / command[0], *command[1:]], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return found


def test_there_is_one_to_publish_and_one_to_check_here_and_for_a_new_paper() -> None:
    both = {"check.yml", "publish.yml"}
    assert {p.name for p in SCAFFOLD.iterdir()} == {*both, "deploy.yml"}
    assert {p.name for p in OWN.iterdir()} == {*both, "archive.yml", "release.yml"}


def test_zizmor_finds_nothing_unsafe() -> None:
    passes("zizmor", "--offline", "--persona", "auditor", "--quiet", *WORKFLOWS, DEPENDABOT)


def test_actionlint_finds_no_mistake() -> None:
    # its two optional helpers are turned off, or it would find more on a machine that has them
    passes("actionlint", "-shellcheck=", "-pyflakes=", *WORKFLOWS)


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_each_keeps_to_the_schema_and_every_job_to_a_timeout(schema: str) -> None:
    passes("check-jsonschema", "--builtin-schema", schema, *WORKFLOWS)


def test_the_pins_are_kept_up_to_date_by_a_valid_configuration() -> None:
    passes("check-jsonschema", "--builtin-schema", "vendor.dependabot", DEPENDABOT)


@each_workflow
def test_every_action_is_pinned_by_commit_with_its_version_beside(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_all_pin_the_same_commit_of_an_action() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for repository, pin in re.findall(
            r"uses: (\w+/[\w-]+)[\w/-]*@(.+)", path.read_text("utf-8")
        ):
            pins.setdefault(repository, set()).add(pin)
    assert {repository for repository, pin in pins.items() if len(pin) > 1} == set()


@each_workflow
def test_no_job_may_more_than_it_names(path: Path) -> None:
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}
    writing = {
        name: {scope for scope, may in job["permissions"].items() if may == "write"}
        for name, job in jobs(path).items()
    }
    allowed = {"deploy": {"pages", "id-token"}}, {"publish": {"id-token"}}
    assert {n: w for n, w in writing.items() if w} in ({}, *allowed)


@each_workflow
def test_no_expression_stands_inside_a_script(path: Path) -> None:
    scripts = [s["run"] for job in jobs(path).values() for s in job["steps"] if "run" in s]
    assert not [script for script in scripts if "${{" in script]


@pytest.mark.parametrize("folder", [OWN, SCAFFOLD], ids=["own", "scaffold"])
def test_what_one_run_drew_is_there_for_the_next(folder: Path) -> None:
    steps = jobs(folder / "publish.yml")["build"]["steps"]
    order = [s.get("uses", s.get("name", "")).partition("@")[0] for s in steps]
    restored, saved = order.index("actions/cache/restore"), order.index("actions/cache/save")
    built = next(n for n, s in enumerate(steps) if "BASE_URL" in s.get("env", {}))
    assert restored < built < saved
    assert steps[restored]["with"]["path"] == steps[saved]["with"]["path"]
    assert steps[restored]["with"]["path"].split() == [".banxin", "output"]
    assert steps[saved]["with"]["key"].startswith(steps[restored]["with"]["restore-keys"])


def test_a_paper_publishes_with_the_version_it_pins() -> None:
    for path in SCAFFOLD.iterdir():
        text = path.read_text("utf-8")
        assert "pip install --require-hashes -r requirements.txt" in text
        assert "make " not in text
