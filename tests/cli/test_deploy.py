"""``banxin deploy``: build, send, and say it."""

from __future__ import annotations

import shutil
import subprocess
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from banxin.problems.texts import Words
from tests.deploy.test_verification import Quiet
from tests.support.content_folder import ARTICLE, ContentFolder, article
from tests.support.hosts import QUIET
from tests.support.terminal import Terminal, tree

HOST = "deploy:\n  disk: {to: ../host}\n"
URL = "https://paper.example/"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    folder = tmp_path / "paper"
    ContentFolder(folder).write(ARTICLE, article("photos: [{file: road.jpg, alt: 路}]\n"))
    (tmp_path / "host").mkdir()
    return Terminal(folder, capsys, environ=dict(QUIET))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("banxin.deploy.verification.PATIENCE", (0.0,))


def write(paper: Terminal, deploy: str) -> None:
    yml = paper.folder / "content/paper.yml"
    text = yml.read_text("utf-8").split("deploy:")[0]
    lines = [line for line in text.splitlines() if not line.startswith(("base_url", "media_base"))]
    yml.write_text("\n".join([*lines, f"base_url: {URL}", deploy]), "utf-8")


def site(folder: Path) -> dict[str, bytes]:
    return {p: data for p, data in tree(folder).items() if not p.startswith(".banxin")}


def test_the_site_is_built_and_lies_on_the_host(paper: Terminal, tmp_path: Path) -> None:
    write(paper, HOST)
    said = paper("deploy")
    assert (said.code, said.err) == (0, "")
    assert "已传到 disk" in said.out
    assert "没有打开网址核对（paper.yml 里没有写它的 url）" in said.out
    assert site(tmp_path / "host") == site(paper.folder / "output")
    again = paper("deploy", "disk", "--lang", "en")
    assert "0 files sent" in again.out


def test_a_dry_run_names_what_would_be_sent(paper: Terminal, tmp_path: Path) -> None:
    write(paper, HOST)
    said = paper("deploy", "--dry-run")
    assert (said.code, "传 assets/" in said.out, "还有" in said.out) == (0, True, True)
    assert list((tmp_path / "host").iterdir()) == []


def test_the_address_of_the_host_is_the_site_s(paper: Terminal, tmp_path: Path) -> None:
    write(paper, "deploy: {disk: {to: ../host, url: http://127.0.0.1:9/bao/}}\n")
    said = paper("deploy")
    assert (said.code, "deploy-address" in said.err) == (1, True)
    assert "没有传完" not in said.err
    assert "http://127.0.0.1:9/bao/" in (tmp_path / "host/index.html").read_text("utf-8")


def test_what_is_wrong_with_a_host_is_one_sentence_and_what_to_do(paper: Terminal) -> None:
    write(paper, "deploy: {oss: {to: 'nowhere:bucket'}}\n")
    said = paper("deploy")
    assert said.code == 1
    assert "oss: 错误[deploy-host-unknown]" in said.err
    assert "怎么办：" in said.err
    assert "没有传完" in said.err
    assert "Traceback" not in said.err


def test_a_mistake_in_an_article_stops_it_before_the_host_is_asked(
    paper: Terminal, tmp_path: Path
) -> None:
    write(paper, HOST)
    story = next(iter(sorted(paper.folder.rglob("01-01-*.md"))))
    story.write_text("---\ntitel: x\n---\n", "utf-8")
    assert paper("deploy").code == 1
    assert list((tmp_path / "host").iterdir()) == []


def test_a_sample_of_an_address_is_not_deployed_whenever_it_was_built(
    paper: Terminal, tmp_path: Path
) -> None:
    write(paper, HOST)
    assert paper("build", "--base-url", "https://example.org/").code == 0
    said = paper("deploy", "--no-build")
    assert (said.code, "base-url-example" in said.err) == (1, True)
    assert list((tmp_path / "host").iterdir()) == []


@pytest.mark.parametrize(
    ("deploy", "words", "told"),
    [
        ("", (), "还没有写传到哪里"),
        ("deploy: {a: /tmp/x, b: /tmp/y}\n", (), "请写明传到哪一个：a、b"),
        (HOST, ("oss",), "没有 oss；有：disk"),
        (HOST, ("--no-build",), "没有做好的网站"),
        ("deploy: {x: {to: ./output/www}}\n", (), "这份报纸自己的"),
        ("deploy: {x: {to: .}}\n", (), "不知道该传到哪里"),
        ("deploy: {x: {to: ./.}}\n", (), "这份报纸自己的"),
        ("deploy: {x: {to: ../no/such}}\n", (), "先建好它"),
    ],
)
def test_a_host_that_is_not_clear_is_asked_for(
    paper: Terminal, deploy: str, words: tuple[str, ...], told: str
) -> None:
    write(paper, deploy)
    said = paper("deploy", *words)
    assert (said.code in (1, 2), told in said.err) == (True, True)
    assert "Traceback" not in said.err


def test_pictures_that_lie_elsewhere_need_a_place_too(paper: Terminal, tmp_path: Path) -> None:
    write(paper, f"media_base: https://img.example/\n{HOST}")
    said = paper("deploy")
    assert (said.code, "media" in said.err) == (2, True)
    (tmp_path / "pictures").mkdir()
    write(
        paper,
        "media_base: https://img.example/\ndeploy: {disk: {to: ../host, media: ../pictures}}\n",
    )
    assert paper("deploy").code == 0
    assert site(tmp_path / "pictures") == site(paper.folder / "output-media")
    assert site(tmp_path / "host") == site(paper.folder / "output")


def test_a_branch_of_a_repository_is_a_host_like_any_other(paper: Terminal, tmp_path: Path) -> None:
    origin = tmp_path / "origin.git"
    subprocess.run(["git", "init", "-q", "--bare", origin], check=True)
    write(paper, f"deploy: {{pages: {{git: {origin}}}}}\n")
    assert "试一试" in paper("deploy", "--dry-run").out
    said = paper("deploy")
    assert (said.code, "已推到 pages（分支 gh-pages）" in said.out) == (0, True)
    listed = subprocess.run(
        ["git", "-C", origin, "ls-tree", "-r", "--name-only", "gh-pages"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "index.html" in listed.stdout.splitlines()


def test_a_host_whose_record_is_gone_was_compared_and_it_is_said(
    paper: Terminal, tmp_path: Path
) -> None:
    write(paper, HOST)
    paper("deploy")
    shutil.rmtree(tmp_path / "host/.banxin-deploy")
    said = paper("deploy", "--lang", "en")
    assert (said.code, "0 files sent" in said.out) == (0, True)
    assert said.err.strip() == Words("en")("deploy.looked")


def test_it_is_said_how_many_addresses_were_fetched_and_seen_to_be_new(
    paper: Terminal, tmp_path: Path
) -> None:
    handler = partial(Quiet, directory=str(tmp_path / "host"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/"
        write(paper, f"deploy: {{disk: {{to: ../host, url: '{url}'}}}}\n")
        said = paper("deploy")
        server.shutdown()
    assert (said.code, said.err) == (0, "")
    assert Words("zh")("deploy.checked", n=6) in said.out


def test_a_file_where_the_host_s_folder_should_be_is_told(paper: Terminal, tmp_path: Path) -> None:
    (tmp_path / "host").rmdir()
    (tmp_path / "host").write_text("mine")
    write(paper, HOST)
    said = paper("deploy")
    assert (said.code, "deploy-place-missing" in said.err) == (1, True)
