"""``banxin init``: a new paper that builds, anywhere."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from banxin import __version__
from banxin.cli.commands.fields import markdown
from banxin.content.fields import record
from banxin.content.fields.paper import PAPER, PaperKeys
from banxin.content.frontmatter import Map, parse
from banxin.content.writing import scalar
from banxin.problems import Problems
from banxin.problems.texts import Words
from banxin.scaffold.manuals import NAMES
from tests.support.never_installed import never_installed
from tests.support.terminal import Terminal, tree, write

ISSUE = "content/issues/2022/2022-04-02"


@pytest.fixture
def banxin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """It is noon of 2022-04-02."""
    return Terminal(tmp_path, capsys)


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def test_a_new_paper_has_everything_an_editor_needs(banxin: Terminal) -> None:
    said = banxin("init", "小城报")
    assert (said.code, said.err) == (0, "")
    assert "报纸《小城报》已经建好" in said.out
    assert "cd 小城报" in said.out
    assert tree(banxin.folder / "小城报").keys() == {
        ".gitattributes",
        ".github/workflows/check.yml",
        ".github/workflows/deploy.yml",
        ".github/workflows/publish.yml",
        ".gitignore",
        "README.md",
        "content/about.md",
        "content/paper.yml",
        f"{ISSUE}/01-01-sample.md",
        f"{ISSUE}/01-02-sample.md",
        f"{ISSUE}/issue.md",
        *("banxin", "banxin.cmd", "preview.cmd", "publish.cmd"),
        *("preview.command", "publish.command", "tools/paper.py"),
        *("banxin.docx", "requirements.txt", "requirements-deploy.txt"),
        f"vendor/banxin-{__version__}-py3-none-any.whl",
        *(f"docs/{name}" for name in NAMES),
    }


def test_a_new_paper_builds_without_complaint_but_for_its_address(
    banxin: Terminal,
) -> None:
    banxin("init", "bao", "--name", "小城报")
    banxin.folder = banxin.folder / "bao"
    check = banxin("check", "--strict")
    assert (check.code, check.out.splitlines()[0], check.err) == (0, "没有发现问题。", "")
    build = banxin("build", "--strict")
    assert build.code == 0
    assert build.err.startswith("网站的地址还是样例")
    assert build.err.count("\n") == 1
    home = text(banxin.folder, "output/index.html")
    assert "小城报" in home
    assert "样稿" in home
    assert "2022年4月2日" in home


def test_a_new_paper_goes_on_with_issues_and_articles(banxin: Terminal) -> None:
    banxin("init", "bao")
    banxin.folder = banxin.folder / "bao"
    assert "2022-04-03/issue.md" in banxin("new", "issue").out
    assert "2022-04-03/02-01.md" in banxin("new", "article", "--page", "2").out
    assert banxin("build", "--strict").code == 0
    assert not (banxin.folder / "output/2022-04-03").exists()  # nothing in it is finished yet
    assert banxin("build", "--drafts", "--strict").code == 0
    assert "（标题）" in text(banxin.folder, "output/2022-04-03/02/01/index.html")


def test_the_samples_say_that_they_are_samples(banxin: Terminal) -> None:
    banxin("init", "bao")
    for name in ("01-01-sample.md", "01-02-sample.md"):
        article = text(banxin.folder / "bao", f"{ISSUE}/{name}")
        assert "title: 样稿：" in article
        assert "请删去" in article


def test_nothing_is_left_to_fill_in(banxin: Terminal) -> None:
    banxin("init", "bao", "--name", "小城报")
    found = tree(banxin.folder / "bao")
    texts = {p: data for p, data in found.items() if not p.endswith((".whl", ".docx"))}
    assert [p for p, data in texts.items() if re.search(rb"@[A-Z_]+@", data)] == []


def test_a_new_paper_asks_no_index_for_the_program_and_pins_the_rest(banxin: Terminal) -> None:
    banxin("init", "bao", "--name", "小城报")
    found = tree(banxin.folder / "bao")
    wheel = f"vendor/banxin-{__version__}-py3-none-any.whl"
    _, own, *others = found["requirements.txt"].decode().replace("\\\n", "").splitlines()
    digest = hashlib.sha256(found[wheel]).hexdigest()
    assert own.split() == [f"./{wheel}", f"--hash=sha256:{digest}"]
    assert len(others) > 15
    for line in others:
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)


def test_the_readme_is_of_this_paper(banxin: Terminal) -> None:
    banxin("init", "bao", "--name", "小城报")
    found = tree(banxin.folder / "bao")
    assert markdown(Words("zh")) in found["README.md"].decode()
    assert found["README.md"].decode().startswith("# 小城报\n")


def test_the_first_issue_is_of_today_in_china(banxin: Terminal) -> None:
    banxin.now = datetime(2023, 1, 1, 17, 0, tzinfo=UTC)
    banxin("init", "bao")
    assert (banxin.folder / "bao/content/issues/2023/2023-01-02/issue.md").is_file()


@pytest.mark.parametrize(
    "name", ["小城报", "No", "2022", "城: 报 #1", '"引"号', "Tom & Jerry", "- x"]
)
def test_any_name_survives_in_paper_yml(banxin: Terminal, name: str) -> None:
    banxin("init", "bao", "--name", name)
    problems = Problems()
    source = text(banxin.folder / "bao", "content/paper.yml")
    node = parse("content/paper.yml", source, problems)
    assert isinstance(node, Map)
    assert record("content/paper.yml", node, PAPER, problems).get(PaperKeys.NAME) == name
    assert list(problems) == []


def test_every_line_that_paper_yml_suggests_is_right(banxin: Terminal) -> None:
    """Uncommenting a suggestion must not be the editor's first mistake."""
    banxin("init", "bao")
    path = banxin.folder / "bao/content/paper.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    bare = [re.sub(r"^# (?=[a-z_]+:|  )", "", line) for line in lines]
    assert len([line for line in bare if line and not line.startswith("#")]) > 15
    nameplate = [line for line in bare if not line.startswith("nameplate:")]  # wants a picture
    path.write_text("\n".join(nameplate), encoding="utf-8")
    said = banxin("-C", "bao", "check", "--strict")
    assert (said.code, said.err) == (0, "")


def test_a_folder_with_something_in_it_is_left_alone(banxin: Terminal) -> None:
    write(banxin.folder, "bao/notes.txt", "mine")
    said = banxin("init", "bao")
    assert (said.code, said.out) == (2, "")
    assert "bao 里已经有东西（notes.txt），没有动它" in said.err
    assert tree(banxin.folder) == {"bao/notes.txt": b"mine"}


def test_a_file_in_the_way_is_left_alone(banxin: Terminal) -> None:
    write(banxin.folder, "bao", "mine")
    said = banxin("init", "bao")
    assert said.code == 2
    assert "bao 是一个文件" in said.err


@pytest.mark.parametrize("folder", ["bao/content", "bao/content/issues/x", "bao/output/y"])
def test_no_paper_is_made_within_another(banxin: Terminal, folder: str) -> None:
    banxin("init", "bao")
    before = tree(banxin.folder)
    said = banxin("init", f"{folder}/new")
    assert said.code == 2
    assert "在另一份报纸的文件夹里（bao）" in said.err
    assert tree(banxin.folder) == before


def test_an_empty_clone_becomes_a_paper(banxin: Terminal) -> None:
    write(banxin.folder, ".git/HEAD", "ref: refs/heads/main\n")
    said = banxin("init", ".", "--name", "小城报")
    assert said.code == 0
    assert (banxin.folder / "content/paper.yml").is_file()


@pytest.mark.parametrize("name", ["", "  ", "一\n二"])
def test_a_name_is_one_line_of_text(banxin: Terminal, name: str) -> None:
    said = banxin("init", "bao", "--name", name)
    assert said.code == 2
    assert tree(banxin.folder) == {}


@pytest.mark.parametrize(
    ("bare", "quoted"),
    [
        ("要闻", True),
        ("江城 日报", True),
        ("a: b", False),
        ("#1", False),
        ("", False),
        ("true", False),
    ],
)
def test_yaml_is_quoted_where_it_must_be(bare: str, quoted: bool) -> None:
    assert (scalar(bare) == bare) is quoted


def test_a_program_that_was_never_installed_says_how_to(
    banxin: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    never_installed(monkeypatch)
    said = banxin("init", "bao")
    assert (said.code, "先安装：pip install" in said.err) == (2, True)
    assert tree(banxin.folder) == {}
