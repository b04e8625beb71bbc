"""Plugins: what they find and make, what they may not do, and that nothing of theirs is stale."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from banxin.pipeline import build as pipeline
from banxin.pipeline import drawing
from banxin.pipeline.incremental import loading
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed, Severity
from banxin.problems.reports import report
from tests.support.paper import Paper, folder
from tests.support.paths import ROOT
from tests.support.plugin import HOUSE_STYLE, Installer, installer

__all__ = ["installer"]  # a fixture

DAY = "2024-01-01"
STORY = f"content/{folder(DAY)}/01-01-story.md"
HEAD = "from banxin.plugins import Place, Plugin, Severity, problem\n"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue(DAY, "一。", "二。")
    return paper


def check_of(body: str) -> str:
    return f"{HEAD}def check(issue):\n    {body}\n\n\nplugin = Plugin(checks=(check,))\n"


def output_of(body: str) -> str:
    return f"{HEAD}def output(issue, paper):\n    {body}\n\n\nplugin = Plugin(outputs=(output,))\n"


def failures(paper: Paper, **asked: Any) -> list[str]:
    with pytest.raises(BuildFailed) as failed:
        paper.build(**asked)
    assert not (paper.root / "output").exists()
    return [
        f"{p.place} {p.code} {dict(p.details).get('plugin', '')}" for p in failed.value.problems
    ]


# what they find


def test_a_finding_stands_at_its_place_under_the_plugins_name(
    paper: Paper, installer: Installer
) -> None:
    paper.article(DAY, 1, "一。", title="要闻：会议")
    plugins = installer.install(HOUSE_STYLE)
    warnings = paper.build(plugins=plugins).warnings
    assert [(str(p.place), p.code) for p in warnings] == [(f"{STORY}:1", "house-style/title-colon")]
    assert report(warnings) == (
        f"{STORY}:1: 提醒[house-style/title-colon]: 标题里有冒号。\n    怎么办：改成空格。"
    )
    assert pipeline.check(Project(paper.root), paper.options(plugins=plugins)) == warnings


def test_a_finding_is_said_again_by_a_build_that_reads_nothing_new(
    paper: Paper, installer: Installer
) -> None:
    paper.article(DAY, 1, "一。", title="要闻：会议")
    plugins = installer.install(HOUSE_STYLE)
    assert paper.build(plugins=plugins).warnings == paper.build(plugins=plugins).warnings


def test_a_finding_that_is_an_error_stops_the_build(paper: Paper, installer: Installer) -> None:
    found = (
        'problem(Place(issue.folder), "no", what="不行。", todo="改。", severity=Severity.ERROR)'
    )
    plugins = installer.install(check_of(f"yield {found}"))
    assert failures(paper, plugins=plugins) == [f"content/{folder(DAY)} house-style/no "]


# what they make


def test_a_file_of_an_issue_is_published_and_goes_with_its_plugin(
    paper: Paper, installer: Installer
) -> None:
    report = paper.build(plugins=installer.install(HOUSE_STYLE))
    assert f"{DAY}/titles.txt" in report.drawn
    titles = f"江城晨报\n{DAY} 第1篇\n{DAY} 第2篇"
    assert paper.tree()[f"{DAY}/titles.txt"].decode() == titles
    assert paper.build().removed == (f"{DAY}/titles.txt",)


def test_an_output_sees_what_readers_get_and_where_the_site_will_lie(
    paper: Paper, installer: Installer
) -> None:
    paper.article(DAY, 1, "一。", status="draft")
    paper.article(DAY, 2, "二。", status="withdrawn", abstract="机密")
    said = 'f"{paper.base_url}{[(a.key, a.abstract) for a in issue.articles]}"'
    plugins = installer.install(output_of(f'yield "a.txt", {said}.encode()'))
    paper.build(plugins=plugins)
    assert paper.tree()["a.txt"] == b"https://example.org/[('01/02', '')]"


def test_what_a_plugin_makes_of_one_issue_is_made_again_for_that_issue_only(
    paper: Paper, installer: Installer
) -> None:
    plugins = installer.install(HOUSE_STYLE)
    paper.issue("2024-01-02", "三。")
    paper.build(plugins=plugins)
    paper.article(DAY, 1, "一。", title="又一个")
    drawn = paper.build(plugins=plugins).drawn
    made = [path for path in drawn if path.endswith(".txt") and not path.startswith("addresses/")]
    assert made == [f"{DAY}/titles.txt"]


@pytest.mark.parametrize("path", [f"{DAY}/index.html", "robots.txt"])
def test_a_path_that_is_taken_is_refused(paper: Paper, installer: Installer, path: str) -> None:
    plugins = installer.install(output_of(f'yield "{path}", b""'))
    assert failures(paper, plugins=plugins) == [f"content/{folder(DAY)} path-twice "]


@pytest.mark.parametrize("path", ["../x", "/x", ".banxin-media/x", "a//b", "a/", "", "a\\\\b"])
def test_a_path_that_leads_astray_is_refused(paper: Paper, installer: Installer, path: str) -> None:
    plugins = installer.install(output_of(f'yield "{path}", b""'))
    assert failures(paper, plugins=plugins) == [f"content/{folder(DAY)} plugin-failed house-style"]


# what goes wrong in them


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (check_of("raise ValueError('no')"), f"content/{folder(DAY)}"),
        (check_of("yield 1"), f"content/{folder(DAY)}"),
        (check_of("return None"), f"content/{folder(DAY)}"),
        (output_of("raise ValueError('no')"), f"content/{folder(DAY)}"),
        (output_of("yield 'a.txt', 'text'"), f"content/{folder(DAY)}"),
        ("import nothing_of_that_name", "house_style:plugin"),
        ("plugin = 1", "house_style:plugin"),
        ("def (", "house_style:plugin"),
    ],
)
def test_a_plugin_that_raises_is_a_problem_that_names_it(
    paper: Paper, installer: Installer, source: str, place: str
) -> None:
    plugins = installer.install(source)
    assert failures(paper, plugins=plugins) == [f"{place} plugin-failed house-style"]


def test_it_is_said_where_a_plugin_failed_and_why(paper: Paper, installer: Installer) -> None:
    plugins = installer.install(check_of("raise ValueError('no')"))
    with pytest.raises(BuildFailed) as failed:
        paper.build(plugins=plugins)
    assert "插件“house-style”出了错：ValueError: no（house_style.py:3）。" in report(
        failed.value.problems
    )


def test_a_failing_plugin_hides_neither_another_nor_the_papers_own_mistakes(
    paper: Paper, installer: Installer
) -> None:
    installer.install("import nothing_of_that_name", "broken")
    plugins = installer.install("import nothing_either", "worse")
    paper.article(DAY, 1, "一。", tittle="题")
    assert failures(paper, plugins=plugins) == [
        "broken:plugin plugin-failed broken",
        f"{STORY}:5:1 misspelt-key ",
        "worse:plugin plugin-failed worse",
    ]


def test_what_a_plugin_finds_can_be_silenced_by_its_id(paper: Paper, installer: Installer) -> None:
    plugins = installer.install(HOUSE_STYLE)
    paper.article(DAY, 1, "一。", title="要闻：会议", ignore="house-style/title-colon")
    assert paper.build(plugins=plugins).warnings == ()


# that nothing is stale


def test_a_plugin_that_changes_is_asked_again_of_every_issue(
    paper: Paper, installer: Installer
) -> None:
    """The oracle, with plugins: what an incremental build gives is what a clean one would."""
    paper.issue("2024-01-02", "三：四。")
    paper.article("2024-01-02", 1, "三。", title="三：四")
    sources = [
        HOUSE_STYLE,
        HOUSE_STYLE.replace("paper.name", "paper.place"),
        HOUSE_STYLE.replace("titles.txt", "names.txt").replace("：", "第"),
        "from banxin.plugins import Plugin\nplugin = Plugin()\n",
        HOUSE_STYLE,
    ]
    for n, source in enumerate(sources):
        plugins = installer.install(source)
        warnings = paper.build(plugins=plugins).warnings
        assert paper.build(f"clean{n}", plugins=plugins).warnings == warnings
        assert paper.tree() == paper.tree(f"clean{n}")


def test_a_file_beside_the_module_counts_as_the_plugins(installer: Installer) -> None:
    package = installer.folder / "house_style"
    package.mkdir()
    (package / "__init__.py").write_text(HOUSE_STYLE, "utf-8")
    (before,) = installer.install("")
    (package / "words.txt").write_text("一", "utf-8")
    (after,) = installer.install("")
    assert before.digest != after.digest


def test_every_process_sees_the_same_plugins(
    paper: Paper, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(2, 8):
        paper.issue(f"2024-01-0{n}", "一。", "二。")
        paper.article(f"2024-01-0{n}", 1, "一。", title="要闻：会议")
    plugins = installer.install(HOUSE_STYLE)
    one = paper.build("one", plugins=plugins, processes=1)
    monkeypatch.setattr(drawing, "WORTH_SPREADING", 1)
    monkeypatch.setattr(loading, "WORTH_SPREADING", 1)
    (paper.root / ".banxin/sources.sqlite").unlink()
    many = paper.build("many", plugins=plugins, processes=2)
    assert paper.tree("many") == paper.tree("one")
    assert many.warnings == one.warnings
    assert len(many.warnings) == 6
    assert all(p.severity is Severity.WARNING for p in many.warnings)


# the guide


def test_the_guide_shows_the_plugin_that_is_tested_here() -> None:
    assert f"```python\n{HOUSE_STYLE}```" in (ROOT / "docs/plugins.md").read_text("utf-8")
