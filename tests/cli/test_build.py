"""``banxin build``, ``check`` and ``serve``: what they ask of the build, and what they say."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin.cli.commands.build import size
from banxin.pipeline.build import Report
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed
from banxin.problems.texts import problem_text
from tests.support.stand_in_build import CODE, ERROR, REPORT, WARNING, StandInBuild
from tests.support.terminal import Terminal, write


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    write(tmp_path, "content/paper.yml", "name: 江城日报\nbase_url: https://example.org/bao/\n")
    return Terminal(tmp_path, capsys)


# build


def test_a_build_closes_with_one_line(paper: Terminal, stand_in: StandInBuild) -> None:
    said = paper("build")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "完成：全站 1,234 个文件，画了 2 个，删去 1 个；"
        "读稿 0.50 秒、排页 0.25 秒、画页 1.00 秒、上架 0.12 秒，共 1.88 秒；5.4 MB，在 output\n"
    )
    assert stand_in.calls == [(Project(paper.folder), Options(output=paper.folder / "output"))]


def test_a_build_closes_in_english_too(paper: Terminal, stand_in: StandInBuild) -> None:
    assert stand_in.calls == []
    assert paper("build", "--lang", "en").out == (
        "Done: 1,234 files, 2 drawn, 1 removed; reading 0.50 s, planning 0.25 s, drawing 1.00 s, "
        "publishing 0.12 s, 1.88 s in all; 5.4 MB, in output\n"
    )


def test_every_option_reaches_the_build(paper: Terminal, stand_in: StandInBuild) -> None:
    options = "--base-url https://example.org/bao --drafts --output site --all --strict --no-search"
    assert paper("build", *options.split()).code == 0
    assert stand_in.calls[0][1] == Options(
        output=paper.folder / "site",
        base_url="https://example.org/bao/",
        drafts=True,
        search=False,
        redraw=True,
        strict=True,
    )


@pytest.mark.parametrize("value", ["/", "/bao/", "https://example.org/", "http://localhost:8000/"])
def test_a_base_url_is_an_address_or_a_path(
    paper: Terminal, stand_in: StandInBuild, value: str
) -> None:
    paper("build", "--base-url", value)
    assert stand_in.calls[0][1].base_url == value


@pytest.mark.parametrize("value", ["", "bao", "example.org", "ftp://example.org/", "/a b/", "/x?y"])
def test_anything_else_is_wrong_use(paper: Terminal, stand_in: StandInBuild, value: str) -> None:
    said = paper("build", "--base-url", value)
    assert said.code == 2
    assert f"“{value}”不能作网站的网址" in said.err
    assert stand_in.calls == []


@pytest.mark.parametrize("folder", [".", "..", "content", "content/issues", "themes", ".banxin"])
def test_the_site_never_goes_where_the_paper_lies(
    paper: Terminal, stand_in: StandInBuild, folder: str
) -> None:
    said = paper("build", "--output", folder)
    assert said.code == 2
    assert "网站不能放在" in said.err
    assert stand_in.calls == []


def test_problems_go_to_standard_error_and_are_counted(
    paper: Terminal, stand_in: StandInBuild
) -> None:
    stand_in.answer = BuildFailed((ERROR, WARNING))
    said = paper("build")
    assert (said.code, said.out) == (1, "")
    what = problem_text(CODE).zh.what
    assert f"content/issues/2022/2022-04-01/01-01-a.md:1: 错误[{CODE}]: {what}\n" in said.err
    assert f"content/about.md:3:7: 提醒[{CODE}]: {what}\n" in said.err
    assert "怎么办：" in said.err
    assert said.err.endswith("\n共 1 处错误，1 处提醒。什么也没有改动。\n")
    english = paper("build", "--lang", "en")
    assert english.err.endswith("\n1 error, 1 warning. Nothing was changed.\n")


def test_warnings_are_shown_and_the_site_is_made(paper: Terminal, stand_in: StandInBuild) -> None:
    stand_in.answer = Report(3, (), (), (WARNING,), (("load", 0.1),), 900)
    said = paper("build")
    assert said.code == 0
    assert f"content/about.md:3:7: 提醒[{CODE}]" in said.err
    assert said.err.endswith("\n有 1 处提醒，网站已经照出。\n")
    assert said.out.startswith("完成：全站 3 个文件，画了 0 个")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (5_400_000, "5.4 MB"), (7e9, "7.0 GB")],
)
def test_sizes_are_said_as_people_say_them(count: int, said: str) -> None:
    assert size(int(count)) == said


# explain


def test_explain_says_whether_a_page_is_drawn_and_why(paper: Terminal) -> None:
    """The real build, not its stand-in."""
    issue = "---\nnumber: 1\npages: [{name: 要闻}]\n---\n"
    write(paper.folder, "content/issues/2022/2022-04-01/issue.md", issue)
    article = write(
        paper.folder, "content/issues/2022/2022-04-01/01-01-a.md", "---\ntitle: 甲\n---\n\n正文。\n"
    )

    def explain(path: str, *options: str) -> str:
        said = paper("build", "--no-search", "--explain", path, *options)
        assert said.err == ""
        return said.out

    assert explain("2022-04-01/01/01/").startswith(
        "2022-04-01/01/01/index.html  要画：这是新的一页。\n"
    )
    assert not (paper.folder / "output").exists()
    assert paper("build", "--no-search").code == 0
    for path in ("/bao/2022-04-01/01/01/", "https://example.org/bao/2022-04-01/01/01/"):
        assert explain(path).startswith("2022-04-01/01/01/index.html  不重画")
    assert explain("output/2022-04-01/01/01/index.html").startswith("2022-04-01/01/01/index.html  ")
    assert "因为写了 --all" in explain("2022-04-01/01/01/", "--all")
    article.write_text("---\ntitle: 乙\n---\n\n正文。\n", encoding="utf-8")
    assert "因为它的内容变了\n" in explain("2022-04-01/01/01/")
    (paper.folder / "output/2022-04-01/01/01/index.html").write_text("x", encoding="utf-8")
    assert "被改动过或不见了" in explain("2022-04-01/01/01/")
    gone = paper("build", "--no-search", "--explain", "2022-04-02/")
    assert gone.code == 1
    assert "没有这一页" in gone.out


# colours


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(
    paper: Terminal,
    stand_in: StandInBuild,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    coloured: bool,
) -> None:
    stand_in.answer = BuildFailed((ERROR,))
    paper.environ = {**environ, "TERM": "dumb"}
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    paper("build")
    assert ("\x1b[" in screen.getvalue()) is coloured
    assert "01-01-a.md" in screen.getvalue()


def test_there_are_no_colours_in_a_file(paper: Terminal, stand_in: StandInBuild) -> None:
    stand_in.answer = BuildFailed((ERROR,))
    assert "\x1b" not in paper("build").err


def test_what_is_published_has_no_drafts_and_no_sample_for_an_address(paper: Terminal) -> None:
    assert "还是样例 https://example.org/bao/" in paper("build").err
    refused = paper("build", "--publish")
    assert (refused.code, "base-url-example" in refused.err) == (1, True)
    said = paper("build", "--publish", "--base-url", "https://paper.example/")
    assert (said.code, "样例" in said.err) == (0, False)
    drafts = paper("build", "--publish", "--drafts")
    assert (drafts.code, "草稿" in drafts.err) == (2, True)


def test_a_build_names_the_first_few_things_that_are_not_ours(
    paper: Terminal, stand_in: StandInBuild
) -> None:
    names = ("CNAME", "a\nb", *(f"{n}/" for n in range(5)))
    stand_in.answer = replace(REPORT, foreign=names)
    said = paper("build")
    assert said.code == 0
    assert "output 里有 7 样不是本程序放的" in said.err
    assert "CNAME、a\\nb、0/、1/、2/。" in said.err
