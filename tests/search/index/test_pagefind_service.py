"""Pagefind as a child process: what it says, and what it fails to say, reaches the editor."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest

from banxin.search.index.pagefind_service import (
    PATIENCE,
    PagefindService,
    SearchFailed,
    binary,
    index,
)


def pretender(folder: Path, program: str) -> Path:
    """An executable that runs ``program`` (Python) in Pagefind's place."""
    path = folder / "pagefind"
    path.write_text(f"#!{sys.executable}\nimport base64, json, sys\n{program}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def failure(executable: Path) -> SearchFailed:
    with pytest.raises(SearchFailed) as raised:
        index(executable, [])
    return raised.value


def test_the_index_keeps_the_order_of_its_records() -> None:
    record = {"language": "und", "content": "甲 乙", "meta": {}, "filters": {}}
    files = index(binary(), ({"url": f"/{n}/", **record} for n in range(5)))
    assert {"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind"} <= files.keys()
    assert sum(path.startswith("fragment/") for path in files) == 5


def test_a_pagefind_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert failure(tmp_path / "pagefind").code == "search-not-running"


def test_a_pagefind_that_may_not_run_is_named(tmp_path: Path) -> None:
    path = pretender(tmp_path, "")
    path.chmod(0o600)
    assert failure(path).code == "search-not-running"


def test_a_pagefind_that_dies_leaves_its_last_words(tmp_path: Path) -> None:
    found = failure(pretender(tmp_path, "sys.stderr.write('no memory left\\n'); sys.exit(7)"))
    assert found.code == "search-died"
    assert found.details == {"status": 7, "said": "no memory left"}


def test_a_pagefind_that_was_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(SearchFailed) as raised:
        binary()
    assert raised.value.code == "search-not-installed"


@pytest.mark.parametrize("said", ["'hello,'", "'aGVsbG8=,'", "'W10=,'", "'half a word'"])
def test_nonsense_is_quoted(tmp_path: Path, said: str) -> None:
    program = f"sys.stdin.buffer.read(1); print({said}, end='', flush=True)"
    if "half" not in said:  # which shows only when it ends
        program += "; sys.stdin.read()"
    assert failure(pretender(tmp_path, program)).code == "search-nonsense"


@pytest.mark.parametrize("question", [1, None])  # None: it couldn't read which one
def test_a_refusal_is_passed_on(tmp_path: Path, question: int | None) -> None:
    answer = (
        f"{{'message_id': {question}, 'payload': {{'type': 'Error', 'message': 'Invalid config'}}}}"
    )
    program = (
        "sys.stdin.buffer.read(1)\n"
        f"print(base64.b64encode(json.dumps({answer}).encode()).decode(), end=',', flush=True)\n"
        "sys.stdin.read()"
    )
    found = failure(pretender(tmp_path, program))
    assert (found.code, found.details) == ("search-refused", {"why": "Invalid config"})


def test_a_silent_pagefind_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    assert PATIENCE <= 60
    path = pretender(tmp_path, "sys.stdin.read()")
    with pytest.raises(SearchFailed) as raised, PagefindService(path, patience=0.2) as service:
        service.call("NewIndex", config={})
    assert raised.value.code == "search-silent"


# what it does after its first answer, or instead of one
STOPS = {
    "reads nothing": "time.sleep(60)",
    "answers half": "print('aGVs', end='', flush=True); time.sleep(60)",
    "answers the first": "answer(1); sys.stdin.read()",
}


@pytest.mark.parametrize("program", STOPS.values(), ids=STOPS)
def test_one_that_stops_half_way_is_given_up_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr("banxin.search.index.pagefind_service.PATIENCE", 0.5)
    started = time.monotonic()
    found = long_index(pretender(tmp_path, ANSWER + program))
    assert time.monotonic() - started < 10
    assert found.code == "search-silent"


@pytest.mark.parametrize("program", ["answer(1)", "print('aGVs', end='', flush=True)"])
def test_one_that_dies_half_way_is_named_and_not_its_half_answer(
    tmp_path: Path, program: str
) -> None:
    dies = "; sys.stdin.buffer.read(10); os.kill(os.getpid(), 9)"
    found = long_index(pretender(tmp_path, ANSWER + program + dies))
    assert (found.code, found.details["status"]) == ("search-died", -9)


ANSWER = """
import os, time
def answer(number):
    payload = {'message_id': number, 'payload': {'type': 'NewIndex', 'index_id': 0}}
    print(base64.b64encode(json.dumps(payload).encode()).decode(), end=',', flush=True)
"""


def long_index(executable: Path) -> SearchFailed:
    """How it fails to index more than a pipe holds."""
    record = {"url": "/", "language": "und", "content": "甲" * 9000, "meta": {}, "filters": {}}
    with pytest.raises(SearchFailed) as raised:
        index(executable, [record] * 50)
    return raised.value
