"""What ``make test`` does for a browser: it takes one, installs one where it may, or says how."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import chromium


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all programs there are: none yet. Nobody is root, and it isn't CI."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_playwrights", lambda: None)
    monkeypatch.setattr(chromium, "_by_playwright", lambda: None)
    return tmp_path


@pytest.fixture
def packages(machine: Path) -> Path:
    """With apt-get, which notes its packages in a file, and a sudo that asks nothing."""
    _sold(machine, "chromium-headless-shell")
    program(machine, "sudo", 'shift; "$@"')
    return machine / "log"


def _sold(machine: Path, package: str) -> None:
    """Of browsers apt-get brings this one alone."""
    made = f"{machine}/{package}"
    brings = f"printf '#!/bin/sh\\necho Chromium 150\\n' > {made}; /bin/chmod +x {made}"
    program(
        machine,
        "apt-get",
        f'echo "$@" >> {machine}/log; case "$*" in "install "*" {package}") {brings};; esac',
    )


def program(folder: Path, name: str, does: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def test_the_systems_own_browser_is_taken_if_it_starts(machine: Path) -> None:
    program(machine, "chromium", "echo please install the snap; exit 1")
    starts = program(machine, "google-chrome", "echo Google Chrome 150")
    assert chromium.find() == starts


def test_a_browser_that_is_named_comes_before_the_systems(
    machine: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(machine, "chromium", "echo Chromium 150")
    named = program(tmp_path_factory.mktemp("own"), "my browser", "echo Chromium 151")
    monkeypatch.setenv("BROWSER", named)
    assert chromium.find() == named


def test_what_a_desktop_names_to_read_with_is_passed_over_and_said(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(machine, "firefox", "echo Mozilla Firefox 150")
    found = program(machine, "chromium", "echo Chromium 150")
    monkeypatch.setenv("BROWSER", "firefox")
    assert chromium.main() == 0
    said = capsys.readouterr()
    assert said.out.strip() == found
    assert "BROWSER=firefox 不是 Chromium" in said.err


def test_where_nobody_allowed_it_nothing_is_installed_and_one_sentence_says_what_to_do(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chromium.main() == 1
    zh, en = capsys.readouterr().err.splitlines()
    assert zh == "没有找到 Chromium：请运行 make test-setup 安装，或以 BROWSER=路径 指明一个。"
    assert "make test-setup" in en
    assert "BROWSER=path" in en
    assert not packages.exists()


def installs(packages: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
    """It said so before the first command, in both languages, and printed the path."""
    assert chromium.main(arguments) == 0
    said = capsys.readouterr()
    zh, en, command, *_ = said.err.splitlines()
    assert zh == "将安装系统软件包（apt-get）：chromium-headless-shell"
    assert en == "Installing system packages (apt-get): chromium-headless-shell"
    assert command.startswith("+ ")
    assert said.out.strip() == str(packages.parent / "chromium-headless-shell")
    update, install = packages.read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert install.endswith(" chromium-headless-shell")


def test_who_asks_for_it_gets_it_installed(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    installs(packages, capsys, "--install")


def test_where_the_shell_alone_is_not_to_be_had_the_whole_browser_is_installed(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _sold(packages.parent, "chromium")
    assert chromium.main(["--install"]) == 0
    assert capsys.readouterr().out.strip() == str(packages.parent / "chromium")


def test_the_shell_comes_before_the_whole_browser(machine: Path) -> None:
    program(machine, "chromium", "echo Chromium 150")
    shell = program(machine, "chromium-headless-shell", "echo Chromium 150")
    assert chromium.find() == shell


def test_ci_installs_it_by_itself(
    packages: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    installs(packages, capsys)


def test_root_installs_it_without_sudo(
    packages: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (packages.parent / "sudo").unlink()
    monkeypatch.setattr("os.geteuid", lambda: 0)
    installs(packages, capsys)


def test_a_typeface_is_installed_beside_a_browser_that_is_there(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(packages.parent, "chromium", "echo Chromium 150")
    program(packages.parent, "fc-list", f"[ -e {packages} ] && echo Noto; true")
    assert chromium.main(["--install"]) == 0
    assert "将安装系统软件包（apt-get）：fonts-noto-cjk\n" in capsys.readouterr().err
    assert packages.read_text("utf-8").endswith(" fonts-noto-cjk\n")


def test_without_a_typeface_a_run_that_may_not_install_goes_on_with_a_warning(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(packages.parent, "chromium", "echo Chromium 150")
    program(packages.parent, "fc-list", "true")
    assert chromium.main() == 0
    assert "没有中文字体" in capsys.readouterr().err
    assert not packages.exists()


def test_with_all_there_nothing_is_installed(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(packages.parent, "chromium", "echo Chromium 150")
    assert chromium.main(["--install"]) == 0
    assert "不用安装" in capsys.readouterr().err
    assert not packages.exists()


def test_a_machine_that_can_have_no_browser_is_told_what_to_do(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not list(machine.iterdir())
    assert chromium.main(["--install"]) == 1
    assert "请自行安装" in capsys.readouterr().err


def test_nobody_is_asked_for_a_password_that_nobody_can_type(
    packages: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program(packages.parent, "sudo", "exit 1")
    monkeypatch.setenv("CI", "true")
    assert chromium.main() == 1
    assert "请自行安装" in capsys.readouterr().err
    assert not packages.exists()
