"""Commands that plugins add: used like banxin's own, and named when they fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.plugin import Installer, installer
from tests.support.terminal import Terminal

__all__ = ["installer"]  # a fixture
SOURCE = """
import click
from banxin.plugins import Plugin

@click.command("%s", short_help="向各位问好")
@click.argument("name")
def greet(name):
    %s

plugin = Plugin(commands=(greet,))
"""
GREET = SOURCE % ("greet", "click.echo(f'你好，{name}')")


@pytest.fixture
def banxin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


def test_a_plugins_command_is_run_and_listed(banxin: Terminal, installer: Installer) -> None:
    installer.install(GREET)
    assert banxin("greet", "编辑").out == "你好，编辑\n"
    assert banxin("greet", "编辑").code == 0
    listed = banxin("--help").out
    assert "向各位问好" in listed
    assert listed.index("completion") < listed.index("greet")


def test_without_plugins_a_command_is_unknown(banxin: Terminal, installer: Installer) -> None:
    assert banxin("greet", "编辑").code == 2


def test_a_command_that_fails_names_its_plugin(banxin: Terminal, installer: Installer) -> None:
    installer.install(SOURCE % ("greet", "raise LookupError(name)"))
    said = banxin("greet", "编辑")
    assert said.code == 1
    assert "插件“house-style”出了错：LookupError: 编辑（house_style.py:8）" in said.err
    assert not (banxin.folder / ".banxin").exists()  # it is no crash of banxin's


def test_a_command_that_is_used_wrongly_is_no_failure(
    banxin: Terminal, installer: Installer
) -> None:
    installer.install(GREET)
    said = banxin("greet")
    assert said.code == 2
    assert "house-style" not in said.err


def test_a_name_that_is_taken_is_refused(banxin: Terminal, installer: Installer) -> None:
    installer.install(GREET)
    installer.install(SOURCE % ("greet", "click.echo('第二')"), "second")
    installer.install(SOURCE % ("build", "click.echo('第三')"), "third")
    said = banxin("greet", "编辑")
    assert said.out == "你好，编辑\n"
    assert "提醒[plugin-command-taken]: 插件“second”的命令“greet”用不了" in said.err
    assert "插件“third”的命令“build”用不了" in said.err


def test_a_plugin_that_cannot_be_loaded_does_not_take_help_away(
    banxin: Terminal, installer: Installer
) -> None:
    installer.install("import nothing_of_that_name")
    said = banxin("--help")
    assert said.code == 0
    assert "build" in said.out
    assert "插件“house-style”出了错" in said.err


def test_check_reports_what_a_plugin_finds(banxin: Terminal, installer: Installer) -> None:
    banxin("init", "bao", "--name", "小城报")
    installer.install(
        "from banxin.plugins import Place, Plugin, problem\n"
        "plugin = Plugin(checks=(lambda issue: [problem(Place(issue.folder), 'is-long',"
        " what='太长。', todo='删。')],))\n"
    )
    assert "提醒[house-style/is-long]: 太长。" in banxin("check", "-C", "bao").err
