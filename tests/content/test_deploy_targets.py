"""deploy in paper.yml: hosts by name, and nothing secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content.paper_file import read_deploy_targets, read_paper
from banxin.model import DeployTarget
from banxin.problems import Problems

PAPER = "name: 今日衢江\nsections: {yaowen: 要闻}\n"


def read(root: Path, deploy: str) -> tuple[tuple[DeployTarget, ...], list[str]]:
    (root / "content").mkdir(exist_ok=True)
    (root / "content/paper.yml").write_text(PAPER + deploy, "utf-8")
    problems = Problems()
    found = read_deploy_targets(root, problems)
    return found, [problem.code for problem in problems]


def test_a_host_is_a_place_and_what_is_known_of_it(tmp_path: Path) -> None:
    full = "{to: 'oss:b/p', url: https://a.cn/bao, media: 'oss:b-img', branch: x}"
    assert read(tmp_path, f"deploy: {{oss: {full}, disk: /srv/www}}\n") == (
        (
            DeployTarget("oss", "oss:b/p", branch="x", media="oss:b-img", url="https://a.cn/bao/"),
            DeployTarget("disk", "/srv/www"),
        ),
        [],
    )


def test_the_words_may_be_chinese(tmp_path: Path) -> None:
    found, codes = read(tmp_path, "上传到:\n  oss: {到: 'oss:b', 网址: https://a.cn/}\n")
    assert (found, codes) == ((DeployTarget("oss", "oss:b", url="https://a.cn/"),), [])


@pytest.mark.parametrize(
    "place",
    [
        ":s3,access_key_id=a,secret_access_key=b:bucket",
        "oss,secret_access_key=b:bucket",
        "sftp://li:pw@host/www",
        "https://li:ghp_x@github.com/a/b.git",
    ],
)
@pytest.mark.parametrize("key", ["to", "git"])
def test_a_password_is_refused_wherever_it_is_written(tmp_path: Path, place: str, key: str) -> None:
    found, codes = read(tmp_path, f"deploy: {{oss: {{{key}: '{place}'}}}}\n")
    if key == "to" or "@" in place:
        assert (found, codes) == ((), ["deploy-secret"])


@pytest.mark.parametrize("place", ["./www", "../www", "~/www", "C:\\\\www", "oss:", "my oss:b/c d"])
def test_folders_and_remotes_are_places(tmp_path: Path, place: str) -> None:
    assert read(tmp_path, f'deploy: {{x: {{to: "{place}"}}}}\n')[1] == []


def test_where_the_site_goes_is_no_part_of_the_paper(tmp_path: Path) -> None:
    """Else every page would be drawn again for another host."""
    read(tmp_path, "")
    before = read_paper(tmp_path, Problems())
    read(tmp_path, "deploy: {disk: /srv/www}\n")
    assert read_paper(tmp_path, Problems()) == before


@pytest.mark.parametrize(
    ("deploy", "code"),
    [
        ("{oss: {to: []}}", "wants-text"),
        ("{oss: {to: ''}}", "deploy-to-or-git"),
        ("{oss: {to: , url: https://a.cn/}}", "deploy-to-or-git"),
        ("{oss: {too: 'oss:bucket'}}", "misspelt-key"),
        ("{'a b': /srv/www}", "wants-key"),
        ("{oss: [/srv/www]}", "wants-fields"),
        ("{oss: }", "wants-fields"),
    ],
)
def test_a_host_that_is_not_described_is_told(tmp_path: Path, deploy: str, code: str) -> None:
    assert read(tmp_path, f"deploy: {deploy}\n") == ((), [code])


@pytest.mark.parametrize("text", [None, "", "- 今日衢江\n"])
def test_a_paper_that_cannot_be_read_has_no_hosts(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "content").mkdir()
        (tmp_path / "content/paper.yml").write_text(text, "utf-8")
    assert read_deploy_targets(tmp_path, Problems()) == ()
