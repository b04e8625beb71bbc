"""Names that aren't UTF-8, pipes and devices where files should be: said, never opened."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.terminal import Terminal, write

FOLDER = "content/issues/2022/2022-04-01"
GBK = os.fsdecode("会议".encode("gb18030"))
pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="names are bytes, and pipes files, on POSIX"
)


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return Terminal(tmp_path, capsys)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (f"{FOLDER}/{GBK}.jpg", f"{FOLDER}/会议.jpg"),
        (f"{FOLDER}/01-09-{GBK}.md", f"{FOLDER}/01-09-会议.md"),
        (f"content/{GBK}.md", "content/会议.md"),
        (f"content/issues/{GBK}/x/a.md", "content/issues/会议"),
        (f"content/issues/2022/{GBK}/issue.md", "content/issues/2022/会议"),
        (f"content/{GBK}/a.md", "content/会议"),
        (f"themes/broadsheet/static/{GBK}.css", "themes/broadsheet/static/会议.css"),
        (f"themes/broadsheet/{GBK}.html", "themes/broadsheet/会议.html"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_name_that_isnt_utf8_is_a_problem_that_shows_it(
    paper: Terminal, command: str, path: str, shown: str
) -> None:
    write(paper.folder, path, "x")
    said = paper(command)
    assert said.code == 1
    assert f"{shown}: 错误[name-not-utf8]" in said.err


def test_such_a_name_is_a_problem_as_json(paper: Terminal) -> None:
    write(paper.folder, f"{FOLDER}/{GBK}.jpg", "x")
    (found,) = json.loads(paper("check", "--format", "json").out)
    assert (found["code"], found["file"]) == ("name-not-utf8", f"{FOLDER}/会议.jpg")


@pytest.mark.parametrize(
    "path", ["content/people.yml", "content/about.md", f"{FOLDER}/01-08-x.md", f"{FOLDER}/x.jpg"]
)
def test_a_pipe_is_a_problem_and_never_opened(paper: Terminal, path: str) -> None:
    _take_away(paper.folder / path)
    os.mkfifo(paper.folder / path)
    said = paper("check")
    assert said.code == 1
    assert f"{path}: 错误[not-a-file]" in said.err


def test_a_picture_that_is_a_pipe_is_said_once(paper: Terminal) -> None:
    os.mkfifo(paper.folder / FOLDER / "x.jpg")
    text = "---\ntitle: 标题\nsection: 要闻\nphotos: [{file: x.jpg}]\n---\n正文。\n"
    write(paper.folder, f"{FOLDER}/02-01-x.md", text)
    assert paper("check").err.count("错误[") == 1


def test_a_nameplate_that_is_a_pipe_is_never_opened(paper: Terminal) -> None:
    os.mkfifo(paper.folder / "content/nameplate.png")
    with (paper.folder / "content/paper.yml").open("a") as opened:
        opened.write("\nnameplate: nameplate.png\n")
    assert "content/nameplate.png: 错误[not-a-file]" in paper("check").err


@pytest.mark.parametrize("target", ["/dev/zero", "people.yml", "nowhere"])
@pytest.mark.parametrize("file", ["content/people.yml", "content/about.md"])
def test_what_links_out_is_refused_and_never_opened(
    paper: Terminal, tmp_path_factory: pytest.TempPathFactory, file: str, target: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere, "people.yml", "- 张三\n")
    _take_away(paper.folder / file)
    (paper.folder / file).symlink_to(elsewhere / target)
    said = paper("check")
    assert said.code == 1
    assert f"{file}: 错误[symlink-outside]" in said.err


@pytest.mark.parametrize("name", ["plan.pdf", "nameplate.png"])
def test_nothing_from_elsewhere_is_published_beside_a_standing_page(
    paper: Terminal, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    secret = write(tmp_path_factory.mktemp("elsewhere"), "secret", "secret")
    (paper.folder / "content" / name).symlink_to(secret)
    write(paper.folder, "content/plan.md", f"---\ntitle: 计划\n---\n[计划]({name})\n")
    said = paper("build")
    assert said.code == 1
    assert f"content/{name}: 错误[symlink-outside]" in said.err


def test_a_people_file_may_be_a_link_within_the_content(paper: Terminal) -> None:
    _take_away(paper.folder / "content/people.yml")
    write(paper.folder, "content/list.yml", "- 张三\n")
    (paper.folder / "content/people.yml").symlink_to("list.yml")
    assert paper("check").code == 0


@pytest.mark.parametrize("command", [("new", "article", "--page", "1"), ("new", "issue")])
def test_an_issue_that_is_a_pipe_is_no_model_for_the_next(
    paper: Terminal, command: tuple[str, ...]
) -> None:
    _take_away(paper.folder / FOLDER / "issue.md")
    os.mkfifo(paper.folder / FOLDER / "issue.md")
    said = paper(*command)
    assert said.code == 1
    assert "错误[not-a-file]" in said.err


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_paper_in_a_folder_that_isnt_utf8_is_told_so(paper: Terminal, command: str) -> None:
    moved = Terminal(paper.folder / GBK, paper.capture)
    shutil.copytree(paper.folder / "content", moved.folder / "content")
    said = moved(command)
    assert said.code == 2
    assert "名字不是 UTF-8 编码" in said.err
    assert "会议" in said.err


@pytest.mark.parametrize("option", ["--output", "--media-output", "--join"])
def test_an_output_that_isnt_utf8_is_told_so(paper: Terminal, option: str) -> None:
    said = paper("build", option, GBK)
    assert said.code == 2
    assert "会议。请先给它改名" in said.err


def test_a_strangers_file_in_the_output_that_isnt_utf8_stays(paper: Terminal) -> None:
    assert paper("build", "--no-search").code == 0
    stranger = write(paper.folder, f"output/{GBK}/x", "x")
    shutil.rmtree(paper.folder / ".banxin")
    assert paper("build", "--no-search").code == 0
    assert stranger.is_file()


def _take_away(file: Path) -> None:
    file.unlink(missing_ok=True)


def test_names_longer_than_a_disk_takes_hide_no_other_mistake(paper: Terminal) -> None:
    name = "x" * 300
    text = f"---\ntitle: 标题\nsektion: 要闻\nphotos: [{{file: {name}.jpg}}]\n---\n"
    text += f"[x]({name}.pdf) ![]({name}.png) [y]({name}/{name}.md) [z](nothing.pdf)\n"
    write(paper.folder, f"{FOLDER}/02-01-x.md", text)
    found = json.loads(paper("check", "--format", "json").out)
    expected = {"misspelt-key", "picture-missing", "link-missing", "link-dead"}
    assert expected == {p["code"] for p in found}
    assert len(found) == 6


def test_a_theme_of_such_a_name_is_unknown(paper: Terminal) -> None:
    file = paper.folder / "content/paper.yml"
    lines = [line for line in file.read_text("utf-8").splitlines() if "theme:" not in line]
    file.write_text("\n".join((*lines, "theme: " + "x" * 300, "")), "utf-8")
    assert "错误[theme-unknown]" in paper("check").err
