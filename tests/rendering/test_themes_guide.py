"""The guide to writing a theme tells the truth: its tables, its example, its refusals."""

from __future__ import annotations

import re
import tomllib
from inspect import get_annotations
from pathlib import Path

import msgspec
import pytest

from banxin.layout.metrics import Metrics
from banxin.model import Credit, Headline
from banxin.problems import BuildFailed, Severity
from banxin.site import views
from banxin.site.page_kinds import PAGE_KINDS
from tests.support.paths import ROOT
from tests.support.themed import (
    PAGES,
    Reading,
    built,
    dead_links,
    file_of,
    write_first_day,
    write_paper,
)

GUIDE = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
CLASSES = [getattr(views, name) for name in views.__all__ if name != "View"]


def table_of(name: str) -> list[tuple[str, str]]:
    """Field and type of each line of the table below the heading that names the class."""
    found = re.search(
        rf"^#+ [^\n]*`{name}`[^\n]*\n(?P<below>.*?)(?=^#|\Z)", GUIDE, re.DOTALL | re.MULTILINE
    )
    rows = re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", found["below"] if found else "", re.MULTILINE)
    return [(field, kind) for field, kind in rows]


@pytest.mark.parametrize("kind", [*CLASSES, Credit, Headline], ids=lambda kind: kind.__name__)
def test_the_guide_names_every_field_with_its_type(kind: type[msgspec.Struct]) -> None:
    types = {name: t for above in kind.__mro__[::-1] for name, t in get_annotations(above).items()}
    known = [(name, str(types[name]).replace("|", "或")) for name in kind.__struct_fields__]
    assert table_of(kind.__name__) == known


def test_the_guide_says_which_template_draws_which_value() -> None:
    lines = [
        f"| `{kind.template}` | {kind.shows}{'（内建）' if kind.built_in else ''}"
        f" | `{kind.view.__name__}` |"
        for kind in PAGE_KINDS
    ]
    assert "\n".join(lines) in GUIDE


def test_the_guide_names_the_filters_that_only_banxin_has_and_those_that_are_gone() -> None:
    for name in ("headline", "vertical", "legible_on", "random"):
        assert f"`{name}`" in GUIDE


def test_the_guide_names_every_size_with_the_bundled_theme_s_own() -> None:
    text = (ROOT / "themes/broadsheet/theme.toml").read_text("utf-8")
    sizes = [(name, str(value)) for name, value in tomllib.loads(text)["metrics"].items()]
    assert [name for name, _ in sizes] == list(Metrics.__struct_fields__)
    _, _, section = GUIDE.partition("### 排版的尺寸")
    section, _, _ = section.partition("\n## ")
    assert re.findall(r"^\| `(\w+)` \| `([^`]+)` \| \S", section, re.MULTILINE) == sizes


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A project with the theme that the guide writes, and nothing else."""
    written = re.findall(
        r"^`(themes/mine/\S+)`：\n\n```\w*\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE
    )
    for path, text in written:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_example_of_the_guide_is_a_whole_theme(example: Path) -> None:
    output = built(write_paper(example, "mine"))
    for kind, address in PAGES.items():
        page = Reading(file_of(output, address).read_text("utf-8"))
        assert len(page.all("h1")) == 1, kind
        assert list(dead_links(page, address, output)) == [], kind
        scripts = [script["src"] for script in page.all("script")]
        its_own = ["/paper/pagefind/paper.js"] if kind == "search" else []
        assert scripts == ["/paper/pagefind/everywhere.js", *its_own], kind
    assert "江城铁路大桥" in file_of(output, PAGES["plate"]).read_text("utf-8")
    assert (output / "assets/style.css").is_file()


def test_the_example_takes_the_parameters_that_the_guide_gives_it(example: Path) -> None:
    (parameters,) = re.findall(r"^parameters: \{(.*)\}$", GUIDE, re.MULTILINE)
    home = built(write_first_day(example, "mine")) / "index.html"
    assert '<html lang="zh-CN" class="red">' in home.read_text("utf-8")
    built(write_first_day(example, "mine", parameters))
    assert '<html lang="zh-CN" class="blue">' in home.read_text("utf-8")


@pytest.mark.parametrize("refused", re.findall(r"^\| `(\{.*?\})` \|", GUIDE, re.MULTILINE))
def test_what_the_guide_says_is_refused_is_refused(example: Path, refused: str) -> None:
    (example / "themes/mine/404.html").write_text(refused.replace("\\|", "|"), encoding="utf-8")
    with pytest.raises(BuildFailed) as failed:
        built(write_first_day(example, "mine"))
    found = [p for p in failed.value.problems if p.severity is Severity.ERROR]
    told = {p.place.file for p in found}
    assert told in ({"themes/mine/404.html"}, {"themes/mine/nowhere.html"})


def test_the_guide_shows_a_template_of_the_sites_own_over_a_bundled_theme(tmp_path: Path) -> None:
    assert "`themes/broadsheet/404.html`" in GUIDE
    own = tmp_path / "themes/broadsheet/404.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "base.html" %}{% block main %}<h1>迷路了</h1>{% endblock %}', "utf-8"
    )
    output = built(write_first_day(tmp_path, "broadsheet"))
    assert "<h1>迷路了</h1>" in (output / "404.html").read_text("utf-8")
    assert "colophon" in (output / "404.html").read_text("utf-8")
