"""``banxin upgrade``: another version of the program, and nobody's work lost."""

from __future__ import annotations

import io
import re
import stat
import sys
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

from banxin import __version__
from banxin.cli import all_or_nothing
from banxin.scaffold import upgrade
from banxin.scaffold.own_wheel import own_wheel
from tests.support.never_installed import never_installed
from tests.support.terminal import Terminal, tree, write

NEXT = "9.0.0"
OWN = f"vendor/banxin-{__version__}-py3-none-any.whl"
NEXT_OWN = f"vendor/banxin-{NEXT}-py3-none-any.whl"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    banxin = Terminal(tmp_path, capsys)
    banxin("init", "bao", "--name", "小城报")
    banxin.folder = tmp_path / "bao"
    return banxin


@cache
def running() -> bytes:
    return own_wheel()


def packed(version: str = NEXT, *gone: str, **changes: str) -> bytes:
    """This program under another version, without some files and with other texts of some.

    Paths in the scaffold, with ``__`` for ``/``.
    """
    places = {name: f"banxin/scaffold/{name.replace('__', '/')}" for name in (*gone, *changes)}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(running())) as own, zipfile.ZipFile(made, "w") as new:
        for name in own.namelist():
            data = own.read(name)
            if name.endswith("/METADATA"):
                data = re.sub(rb"(?m)^Version: .*$", f"Version: {version}".encode(), data, count=1)
            if name not in places.values():
                new.writestr(name, data)
        for name, text in changes.items():
            new.writestr(places[name], text)
    return made.getvalue()


def downloaded(paper: Terminal, wheel: bytes, name: str = "banxin-9 (1).whl") -> str:
    file = paper.folder.parent / name
    file.write_bytes(wheel)
    return str(file)


def test_the_program_its_requirements_and_its_manuals_are_of_the_new_version(
    paper: Terminal,
) -> None:
    before = tree(paper.folder)
    wheel = packed(**{"manuals__editors.md": "新手册\n", "manuals__new.md": "更新的\n"})
    said = paper("upgrade", downloaded(paper, wheel))
    after = tree(paper.folder)
    assert (said.code, said.err) == (0, "")
    assert f"版心从 {__version__} 换成了 {NEXT}" in said.out
    assert after[NEXT_OWN] == wheel
    assert OWN not in after
    assert f"./{NEXT_OWN} \\\n".encode() in after["requirements.txt"]
    assert after["docs/editors.md"] == "新手册\n".encode()
    assert after["docs/new.md"] == "更新的\n".encode()
    others = {*before} - {OWN, "requirements.txt", "docs/editors.md"}
    assert {p: before[p] for p in others} == {p: after[p] for p in others}


def test_it_can_be_done_again_and_back(paper: Terminal) -> None:
    before = tree(paper.folder)
    wheel = downloaded(paper, packed(**{"manuals__new.md": "更新的\n"}))
    paper("upgrade", wheel)
    again = paper("upgrade", wheel)
    assert again.out == f"这份报纸用的就是版心 {NEXT}，什么也没有改动。\n"
    back = paper("upgrade")  # to the program that runs
    assert f"换回了旧的 {__version__}" in back.out
    assert tree(paper.folder) == before


def test_what_somebody_changed_or_removed_is_left_and_named(paper: Terminal) -> None:
    write(paper.folder, "docs/editors.md", "我们的规矩\n")
    (paper.folder / ".github/workflows/publish.yml").unlink()
    wheel = downloaded(paper, packed(**{"manuals__editors.md": "新手册\n"}))
    said = paper("upgrade", wheel)
    assert said.code == 0
    assert "照原样没有动：.github/workflows/publish.yml、docs/editors.md" in said.err
    assert tree(paper.folder)["docs/editors.md"].decode() == "我们的规矩\n"
    assert paper("upgrade", wheel, "--all").code == 0
    assert tree(paper.folder)["docs/editors.md"].decode() == "新手册\n"
    assert (paper.folder / ".github/workflows/publish.yml").is_file()


def test_what_the_new_version_has_no_more_goes_unless_somebody_changed_it(
    paper: Terminal,
) -> None:
    write(paper.folder, "docs/bylines.md", "我们的规矩\n")
    wheel = packed(NEXT, "manuals__bylines.md", "manuals__import.md")
    said = paper("upgrade", downloaded(paper, wheel))
    assert "删去 docs/import.md" in said.out
    assert not (paper.folder / "docs/import.md").exists()
    assert (paper.folder / "docs/bylines.md").is_file()


def test_packages_that_a_paper_added_stay_required(paper: Terminal) -> None:
    file = paper.folder / "requirements.txt"
    added = f"our-plugin==1.0 \\\n    --hash=sha256:{'0' * 64}\n"
    file.write_text(file.read_text("utf-8") + "# 我们的\n" + added, "utf-8")
    assert paper("upgrade", downloaded(paper, packed())).code == 0
    assert file.read_text("utf-8").endswith(added)
    assert file.read_text("utf-8").count("./vendor/") == 1


def test_line_ends_of_windows_are_nobodys_change(paper: Terminal) -> None:
    file = paper.folder / "docs/editors.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    said = paper("upgrade", downloaded(paper, packed(**{"manuals__editors.md": "新手册\n"})))
    assert said.err == ""
    assert file.read_text("utf-8") == "新手册\n"


@pytest.mark.parametrize(
    "wheel",
    [
        pytest.param(lambda: b"", id="empty"),
        pytest.param(lambda: b"PK\3\4", id="its beginning"),
        pytest.param(lambda: running()[:-50], id="without its end"),
        pytest.param(lambda: running().replace(b"PK\1\2", b"PK\1\3"), id="damaged"),
        pytest.param(partial(packed, "1; rm"), id="odd version"),
        pytest.param(lambda: packed(**{"files__..__..__x.md": "!"}), id="leads out"),
    ],
)
def test_what_is_no_whole_program_changes_nothing(
    paper: Terminal, wheel: Callable[[], bytes]
) -> None:
    before = tree(paper.folder)
    said = paper("upgrade", downloaded(paper, wheel()))
    assert (said.code, said.out) == (2, "")
    assert "不是一份完整的版心，没有动" in said.err
    assert tree(paper.folder) == before


def test_a_wheel_that_is_not_there_is_said(paper: Terminal) -> None:
    said = paper("upgrade", "nowhere.whl")
    assert said.code == 2
    assert "nowhere.whl 不是一份完整的版心" in said.err


def test_a_paper_without_a_program_of_its_own_is_left_alone(paper: Terminal) -> None:
    (paper.folder / "requirements.txt").unlink()
    assert "没有自己的版心" in paper("upgrade").err
    write(paper.folder, "requirements.txt", f"./{OWN} --hash=sha256:00\n")
    (paper.folder / OWN).unlink()
    said = paper("upgrade")
    assert said.code == 2
    assert "少了或者坏了" in said.err


def test_a_full_disk_leaves_all_as_it_was(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(paper.folder)
    replace = all_or_nothing._replace

    def refusing(file: Path, data: bytes) -> None:
        if file.name == "requirements.txt" and NEXT.encode() in data:
            raise OSError(28, "No space left on device")
        replace(file, data)

    monkeypatch.setattr(all_or_nothing, "_replace", refusing)
    said = paper("upgrade", downloaded(paper, packed(**{"manuals__editors.md": "新手册\n"})))
    assert said.code == 2
    assert "什么也没有改动" in said.err
    assert tree(paper.folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows a program by its name")
def test_what_can_be_run_by_a_double_click_stays_so(paper: Terminal) -> None:
    wheel = packed(**{"files__publish.command": "#!/bin/sh\necho new\n"})
    assert paper("upgrade", downloaded(paper, wheel)).code == 0
    program = paper.folder / "publish.command"
    assert "echo new" in program.read_text("utf-8")
    assert program.stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("one", ["the wheel", "a file in it"])
def test_what_is_too_large_for_a_program_is_not_read(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch, one: str
) -> None:
    before = tree(paper.folder)
    made = io.BytesIO(running())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr("banxin/scaffold/manuals/zeros.md", bytes(3 * len(running())))
    size = len(made.getvalue())
    monkeypatch.setattr(upgrade, "_MOST", size - 1 if one == "the wheel" else size)
    said = paper("upgrade", downloaded(paper, made.getvalue()))
    assert (said.code, "不是一份完整的版心" in said.err) == (2, True)
    assert tree(paper.folder) == before


@pytest.mark.parametrize("known", [None, ""], ids=["nothing", "no metadata"])
def test_a_program_that_was_never_installed_asks_for_a_file(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch, known: str | None
) -> None:
    never_installed(monkeypatch, known)
    said = paper("upgrade")
    assert (said.code, "这个版心没有安装过" in said.err) == (2, True)
    assert "banxin upgrade banxin-….whl" in said.err
