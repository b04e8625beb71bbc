"""The command line as a person meets it: help, language, wrong use, exit codes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click
import pytest

from banxin import __version__
from banxin.cli.cjk_width import width
from banxin.cli.command_tree import tree
from banxin.problems.texts import Words
from banxin.problems.texts.sentences import sentences
from tests.support.terminal import Terminal, write

COMMANDS = (
    "init",
    "new",
    "new issue",
    "new article",
    "serve",
    "check",
    "build",
    "fields",
    "copy",
    "regions",
    "import",
    "move",
    "deploy",
    "upgrade",
)
PATHS = ("", *COMMANDS, "completion")


@pytest.fixture
def banxin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


@pytest.fixture
def paper(banxin: Terminal) -> Terminal:
    """A terminal in a paper's folder."""
    write(banxin.folder, "content/paper.yml", "name: 江城日报\n")
    return banxin


def fails(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


# help


@pytest.mark.parametrize("path", PATHS)
def test_every_command_teaches_itself_in_chinese(banxin: Terminal, path: str) -> None:
    said = banxin(*path.split(), "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"用法：banxin {path}".rstrip())
    assert "例子\n" in said.out
    assert "选项\n" in said.out
    assert not re.search(r"Usage|Options|Commands|Show this|required|default", said.out)


@pytest.mark.parametrize("path", PATHS)
def test_every_command_teaches_itself_in_english(banxin: Terminal, path: str) -> None:
    banxin.environ["LANG"] = "en_GB.UTF-8"
    said = banxin(*path.split(), "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: banxin {path}".rstrip())
    explained, examples = said.out.split("\nExamples\n")
    assert examples
    assert not re.search(r"[一-鿿，。：]", explained)


@pytest.mark.parametrize("path", PATHS)
def test_help_fits_a_terminal_of_eighty_columns(banxin: Terminal, path: str) -> None:
    explained = banxin(*path.split(), "--help").out.split("\n例子\n")[0]
    assert max(width(line) for line in explained.split("\n")) <= 80


def test_every_example_in_the_help_is_a_command_that_exists() -> None:
    words = Words("zh")
    root = tree(words)
    for key in (k for k in sentences("help") if k.endswith(".examples")):
        for line in words(f"help.{key}").split("\n"):
            typed = re.split(r"\s{2,}|\s>", re.sub(r'^eval "\$\((.*?)\)".*', r"\1", line))[0]
            name, *rest = typed.split()
            assert name == "banxin"
            command: click.Command = root
            while isinstance(command, click.Group):
                command = command.commands[rest.pop(0)]
            known = {opt for p in command.params for opt in p.opts}
            assert {a for a in rest if a.startswith("-")} <= known


def test_without_a_command_it_shows_what_it_can_do(banxin: Terminal) -> None:
    assert banxin() == banxin("--help")
    assert banxin("new") == banxin("new", "--help")


def test_the_version_is_one_line(banxin: Terminal) -> None:
    said = banxin("--version")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(rf"banxin {re.escape(__version__)} \(Python [\d.]+\)\n", said.out)


# language


@pytest.mark.parametrize(
    ("environ", "arguments", "usage"),
    [
        ({}, (), "用法："),
        ({"LANG": "C.UTF-8"}, (), "用法："),
        ({"LANG": "zh_CN.UTF-8"}, (), "用法："),
        ({"LANG": "en_US.UTF-8"}, (), "Usage: "),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, (), "用法："),
        ({"LC_MESSAGES": "en_GB", "LANG": "zh_CN.UTF-8"}, (), "Usage: "),
        ({"LANG": "en_US.UTF-8"}, ("--lang", "zh"), "用法："),
        ({}, ("--lang=en",), "Usage: "),
    ],
)
def test_language_is_asked_for_or_the_systems_or_chinese(
    banxin: Terminal, environ: dict[str, str], arguments: tuple[str, ...], usage: str
) -> None:
    banxin.environ = environ
    assert banxin(*arguments, "--help").out.startswith(usage)
    assert banxin("build", "--help", *arguments).out.startswith(usage)


def test_what_follows_two_hyphens_is_no_option(banxin: Terminal) -> None:
    assert banxin("check", "--", "--lang=en").err.startswith("错误：多写了 --lang=en。")


# wrong use: exit code 2


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        ("bild", "没有 bild 这个命令。是不是想写 build", "There is no command bild. Did you mean"),
        ("build --drfts", "没有 --drfts 这个选项。是不是想写 --drafts", "There is no option --drf"),
        ("build --output", "选项 --output 后面要写内容。", "The option --output needs a value."),
        ("build --drafts=3", "选项 --drafts 后面不跟内容。", "The option --drafts takes no value"),
        ("init", "少写了文件夹。", "FOLDER is missing."),
        ("init a b c", "多写了 b c。", "Too much: b c."),
        ("new article", "少写了选项 --page。", "The option --page is missing."),
        (
            "new article --page 0",
            "--page 要写版次，如 1、B1、中缝，不能是“0”",
            "takes a page, such as 1",
        ),
        ("new issue 2022-02-30", "“2022-02-30”不是日期", "'2022-02-30' is not a date"),
        ("new issue 明天", "“明天”不是日期", "'明天' is not a date"),
        (
            "check --format xml",
            "--format 不能是“xml”，可以是：text、json、github。",
            "choose from: text",
        ),
        ("serve --port 70000", "--port 要写 1 到 65535 之间的整数", "from 1 to 65535"),
    ],
)
def test_wrong_use_is_explained(banxin: Terminal, arguments: str, zh: str, en: str) -> None:
    said = banxin(*arguments.split())
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"错误：{zh}")
    english = banxin("--lang", "en", *arguments.split())
    assert english.code == 2
    assert en in english.err
    assert not re.search("[一-鿿。：]", english.err.replace("明天", ""))


def test_an_unknown_language_is_wrong_use(banxin: Terminal) -> None:
    said = banxin("--lang", "fr", "check")
    assert said.code == 2
    assert "--lang 不能是“fr”，可以是：zh、en。" in said.err


# bugs, interrupts, failing disks


def test_a_bug_is_a_sentence_on_screen_and_a_traceback_in_a_file(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.pipeline.build.check", fails(ZeroDivisionError("by nought")))
    said = paper("check")
    assert (said.code, said.out) == (3, "")
    assert "程序自己出错了（ZeroDivisionError）" in said.err
    assert ".banxin/crash.log" in said.err
    assert "Traceback" not in said.err
    log = (paper.folder / ".banxin/crash.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: by nought" in log
    assert f"banxin {__version__}" in log


def test_debug_shows_the_traceback_too(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("banxin.pipeline.build.check", fails(ZeroDivisionError("by nought")))
    said = paper("check", "--debug")
    assert said.code == 3
    assert "Traceback" in said.err


def test_ctrl_c_ends_quietly_with_130(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("banxin.pipeline.build.check", fails(KeyboardInterrupt()))
    said = paper("check")
    assert (said.code, said.out, said.err.strip()) == (130, "", "已停下。")


def test_a_pipe_that_ends_is_not_taken_for_ctrl_c(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.pipeline.build.check", fails(EOFError("unexpected EOF")))
    said = paper("check")
    assert said.code == 3
    assert "EOFError" in said.err


def test_a_refusing_disk_is_no_bug(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = fails(PermissionError(13, "Permission denied", "x.md"))
    monkeypatch.setattr("banxin.pipeline.build.check", refused)
    said = paper("check")
    assert said.code == 1
    assert "电脑不让读写 x.md：没有权限" in said.err


def test_a_file_that_went_away_is_no_folder_that_did(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = fails(FileNotFoundError(2, "No such file or directory", "x.md"))
    monkeypatch.setattr("banxin.pipeline.build.check", gone)
    said = paper("check")
    assert said.code == 1
    assert "x.md：" in said.err


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    run = f"{sys.executable} -m banxin --help | true"
    shell = subprocess.run(run, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in shell.stderr
    assert "Exception" not in shell.stderr
