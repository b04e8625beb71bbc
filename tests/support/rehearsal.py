"""GitHub Actions on this machine, as far as our workflows go: every job in a clone of its own.

Scripts run as they stand. Actions are stood in for by what they do to the working copy, by their
own documentation; one that isn't known here is an error, and so is an expression.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Container, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import yaml

BASE_URL = "https://newsroom.github.io/paper"  # what configure-pages says, without a slash
_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_CALL = re.compile(r"(\w+)\((.+)\)")
_HIDDEN = shutil.ignore_patterns(".*")
_SHELLS = {"bash": ("bash", "-eo", "pipefail", "-c"), "python": (sys.executable, "-c")}
_PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # banxin is installed
Outputs = dict[str, str]


class StepFailed(Exception):
    """A script ended with an error; what it printed."""


class Rehearsal:
    """A repository with its artifacts, caches and published site.

    ``plan_site`` gets each clone; ``skipped`` are names of steps that the machine needn't take.
    """

    def __init__(
        self,
        origin: Path,
        folder: Path,
        plan_site: Callable[[Path], None],
        skipped: Container[str] = (),
    ) -> None:
        self.origin, self.folder, self.plan_site = origin, folder, plan_site
        self.skipped = skipped
        self.runs = 0
        # as before the first time: there is no site yet that could be asked
        self.variables: dict[str, str] = {"PUBLISHED": "none"}
        self.secrets: dict[str, str] = {}
        self.log: dict[str, str] = {}  # of the last run: what each job printed
        self.artifacts: dict[str, Path] = {}
        self.caches: dict[str, dict[str, Path]] = {}

    def run(self, workflow: Path) -> Path | None:
        """Run all jobs of a workflow; the site that it published. Raises StepFailed."""
        self.runs += 1
        self.log, self.artifacts = {}, {}
        jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
        done: dict[str, dict[str, Outputs]] = {}
        jobs = {name: job for name, job in jobs.items() if self._is_wanted(job, jobs)}
        while left := [name for name in jobs if name not in done]:
            ready = (n for n in left if set(_listed(jobs[n].get("needs"))) <= done.keys())
            name = next(ready)
            done[name] = {"outputs": self._job(name, jobs[name], done)}
        return self.artifacts.get("github-pages")

    def _is_wanted(self, job: dict[str, Any], jobs: dict[str, Any]) -> bool:
        """Whether its condition holds, and those of all that it needs."""
        condition = str(job.get("if", "true")).strip()
        name = condition.removeprefix("!")
        if name != "true" and not name.startswith("vars."):
            raise LookupError(condition)
        holds = name == "true" or bool(self.variables.get(name.removeprefix("vars.")))
        above = [jobs[other] for other in _listed(job.get("needs"))]
        return holds != condition.startswith("!") and all(self._is_wanted(j, jobs) for j in above)

    def _job(self, name: str, job: dict[str, Any], needs: Mapping[str, object]) -> Outputs:
        outputs = {}
        for n, matrix in enumerate(self._matrix(job, needs)):
            work = self.folder / "work"  # at the same place in every run, as on GitHub
            machine = Machine(self, work, {"needs": needs, "matrix": matrix, "steps": {}})
            for step in job["steps"]:
                if step.get("name") not in self.skipped:
                    machine.step(step)
            self.log[f"{name} {' '.join(matrix.values())}".strip()] = machine.printed
            outputs = {key: machine.value(text) for key, text in job.get("outputs", {}).items()}
            if work.exists():
                work.rename(self.folder / f"{self.runs}-{name}-{n}")
        return outputs

    def _matrix(self, job: dict[str, Any], needs: Mapping[str, object]) -> Iterator[Outputs]:
        asked = Machine(self, self.folder, {"needs": needs})
        axes = job.get("strategy", {}).get("matrix", {})
        values = [v if isinstance(v, list) else asked.value(v) for v in axes.values()]
        return (dict(zip(axes, chosen, strict=True)) for chosen in product(*values))


class Machine:
    """Where one job runs."""

    def __init__(self, hub: Rehearsal, work: Path, known: dict[str, Any]) -> None:
        self.hub, self.work, self.printed = hub, work, ""
        given = {"vars": hub.variables, "secrets": hub.secrets}
        self.known = {"github": {"run_id": str(hub.runs)}, **given, **known}

    def step(self, step: dict[str, Any]) -> None:
        given = {key: self.value(text) for key, text in step.get("with", {}).items()}
        if "uses" in step:
            action = step["uses"].partition("@")[0].partition("/")[2]
            outputs = getattr(self, "_" + re.sub(r"\W", "_", action))(given)
        else:
            outputs = self._script(step)
        self.known["steps"][step.get("id")] = {"outputs": outputs or {}}

    def value(self, text: Any) -> Any:
        """``text`` with its expressions put in; one that is nothing else may be a list."""
        if not isinstance(text, str):
            return text
        if found := _EXPRESSION.fullmatch(text.strip()):
            return self._evaluated(found[1])
        return _EXPRESSION.sub(lambda part: str(self._evaluated(part[1])), text)

    def _evaluated(self, expression: str) -> Any:
        if call := _CALL.fullmatch(expression):
            if call[1] == "fromJSON":
                return json.loads(self._evaluated(call[2]))
            if call[1] == "hashFiles":
                return hashlib.sha256((self.work / call[2].strip("'")).read_bytes()).hexdigest()
            raise LookupError(expression)
        found: Any = self.known
        for name in expression.split("."):
            found = found[name]
        return found

    def _script(self, step: dict[str, Any]) -> Outputs:
        told = self.work.with_suffix(".output")
        told.write_text("")
        given = {name: str(self.value(text)) for name, text in step.get("env", {}).items()}
        run = subprocess.run(
            [*_SHELLS[step.get("shell", "bash")], step["run"]],
            cwd=self.work,
            env={**os.environ, "PATH": _PATH, "GITHUB_OUTPUT": str(told), "CI": "true", **given},
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed += run.stdout + run.stderr
        if run.returncode:
            raise StepFailed(self.printed)
        lines = told.read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def _checkout(self, given: Outputs) -> None:
        depth = ("--depth", str(given.get("fetch-depth", 1)))
        origin = self.hub.origin.as_uri()  # by its path git would copy all of it
        subprocess.run(["git", "clone", "-q", *depth, origin, self.work], check=True)
        self.hub.plan_site(self.work)

    def _setup_python(self, _given: object) -> None:
        """There is one."""

    def _configure_pages(self, _given: object) -> Outputs:
        return {"base_url": BASE_URL}

    def _cache_save(self, given: Outputs) -> None:
        place = self.hub.folder / f"cache-{len(self.hub.caches)}"
        kept = {path: place / path for path in given["path"].split()}
        for path, copy in kept.items():
            shutil.copytree(self.work / path, copy)
        self.hub.caches[given["key"]] = kept

    def _cache_restore(self, given: Outputs) -> Outputs:
        starts = (given["key"], given.get("restore-keys", given["key"]))
        for key, kept in reversed(self.hub.caches.items()):
            if key.startswith(starts):
                for path, copy in kept.items():
                    shutil.copytree(copy, self.work / path, dirs_exist_ok=True)
                return {"cache-matched-key": key}
        return {"cache-matched-key": ""}

    def _upload_artifact(self, given: Outputs) -> None:
        hidden = None if given.get("include-hidden-files") else _HIDDEN
        self._keep(given["name"], given["path"], hidden)

    def _download_artifact(self, given: Outputs) -> None:
        for name, kept in self.hub.artifacts.items():
            if re.fullmatch(given["pattern"].replace("*", ".*"), name):
                shutil.copytree(kept, self.work / given["path"], dirs_exist_ok=True)

    def _upload_pages_artifact(self, given: Outputs) -> None:
        self._keep("github-pages", given["path"], _HIDDEN)

    def _deploy_pages(self, _given: object) -> Outputs:
        assert self.hub.artifacts["github-pages"].is_dir()
        return {"page_url": BASE_URL}

    def _keep(self, name: str, path: str, ignored: Callable[..., set[str]] | None) -> None:
        place = self.hub.folder / f"{self.hub.runs}-artifact-{name}"
        shutil.copytree(self.work / path, place, ignore=ignored)
        self.hub.artifacts[name] = place


def _listed(needs: str | list[str] | None) -> list[str]:
    return [needs] if isinstance(needs, str) else needs or []
