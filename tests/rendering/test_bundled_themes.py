"""Every bundled theme draws every kind of page, takes its settings, and refuses others."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from banxin.problems import BuildFailed, Problems
from banxin.rendering.theme import BUILT_IN, BUNDLED, Theme, bundled_themes
from banxin.site import views
from banxin.site.outputs import Drawn
from banxin.site.page_kinds import PAGE_KINDS
from tests.gates.axe import violations
from tests.gates.server import served
from tests.support.made_views import KINDS, made, paper
from tests.support.paths import ROOT
from tests.support.themed import (
    PAGES,
    Reading,
    built,
    dead_links,
    file_of,
    theme_of,
    write_first_day,
    write_paper,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THEMES = bundled_themes()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The invented paper in a theme, built once."""
    known: dict[str, Path] = {}

    def get(theme: str) -> Path:
        if theme not in known:
            known[theme] = built(write_paper(tmp_path_factory.mktemp(theme), theme))
        return known[theme]

    return get


# every kind of page


@pytest.mark.parametrize("template", KINDS)
@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_draws_every_kind_of_page_whatever_is_given(
    theme: str, full: bool, template: str
) -> None:
    drawn, problems = theme_of(theme), Problems()
    parameters = drawn.settings.values((), problems)
    page = made(KINDS[template], full=full)
    data = drawn.draw(Drawn(template, template, page), paper(parameters, full=full), problems)
    assert [(str(p.place), dict(p.details)) for p in problems] == []
    assert data


def test_every_value_of_a_page_belongs_to_a_kind() -> None:
    known = {kind.view for kind in PAGE_KINDS}
    assert known == set(views.View.__subclasses__())
    assert len(PAGE_KINDS) == len({kind.template for kind in PAGE_KINDS})


def test_no_page_is_planned_but_by_its_kind() -> None:
    folder = ROOT / "generator/banxin"
    sources = {file.name: file.read_text("utf-8") for file in folder.rglob("*.py")}
    makers = {
        name for name, text in sources.items() if re.search(r"(?<!class )\bDrawn\([^)]", text)
    }
    assert makers == {"page_kinds.py"}


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_of_page_of_a_real_paper_is_a_page(
    site: Callable[[str], Path], theme: str, kind: str
) -> None:
    output = site(theme)
    address = PAGES[kind]
    html = file_of(output, address).read_text("utf-8")
    page = Reading(html)
    assert html.startswith("<!doctype html>\n")
    assert page.all("html")[0]["lang"] == "zh-CN"
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert "江城晨报" in html.split("<title>")[1].split("</title>")[0]
    assert list(dead_links(page, address, output)) == []
    assert [attrs for _, attrs in page.tags if "style" in attrs] == []  # no CSP would allow it
    loose = [s for s in page.all("script") if "src" not in s and "json" not in s.get("type", "")]
    assert loose == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_paper_without_issues_has_a_home_page_and_an_archive(theme: str, tmp_path: Path) -> None:
    output = built(write_first_day(tmp_path, theme))
    for address in ("", "archive/", "404.html", "search/", "section/"):
        page = Reading(file_of(output, address).read_text("utf-8"))
        assert list(dead_links(page, address, output)) == []
    assert "新报" in (output / "index.html").read_text("utf-8")


@pytest.mark.parametrize("theme", THEMES)
def test_every_hot_area_of_a_page_image_leads_to_its_article(
    site: Callable[[str], Path], theme: str
) -> None:
    html = file_of(site(theme), PAGES["plate"]).read_text("utf-8")
    links = re.findall(
        r'<a href="([^"]+)" id="([^"]+)" aria-label="[^"]+">(?:<title>.*?</title>)?<polygon', html
    )
    assert links == [(f"/paper/2026-01-01/01/{n:02}/", f"region-01-{n:02}") for n in range(1, 8)]


# settings


@pytest.mark.parametrize("theme", THEMES)
def test_every_parameter_of_a_theme_makes_a_difference(theme: str) -> None:
    drawn = theme_of(theme)
    defaults = dict(drawn.settings.values((), Problems()))
    others = {"text": "别的", "color": "#123456", "number": "3"}
    for parameter in drawn.settings.parameters:
        assert parameter.description
        choices = {"boolean": ("true", "false"), "choice": parameter.choices}
        known = choices.get(parameter.kind, (others.get(parameter.kind, ""),))
        other = next(value for value in known if value != parameter.default)
        before = draw_all(drawn, tuple(defaults.items()))
        after = draw_all(drawn, tuple({**defaults, parameter.name: other}.items()))
        assert before != after, parameter.name


def test_a_paper_may_have_a_colour_of_its_own(tmp_path: Path) -> None:
    output = built(write_paper(tmp_path, "broadsheet", "accent: '#ffdd00'"))
    styles = (output / "assets/parameters.css").read_text("utf-8")
    assert "light-dark(#7a6a00,#ffdd00)" in styles.replace(" ", "")
    assert 'href="/paper/assets/parameters.css"' in file_of(output, "").read_text("utf-8")


def test_a_paper_without_one_loads_no_second_style_sheet(site: Callable[[str], Path]) -> None:
    assert "parameters.css" not in file_of(site("broadsheet"), "").read_text("utf-8")


def draw_all(theme: Theme, parameters: tuple[tuple[str, str], ...]) -> list[bytes | None]:
    shown = paper(parameters, full=True)
    return [
        theme.draw(Drawn(name, name, made(KINDS[name], full=True)), shown, Problems())
        for name in KINDS
    ]


def test_the_bundled_themes_show_every_type_of_parameter_but_plain_text() -> None:
    used = {p.kind for name in THEMES for p in theme_of(name).settings.parameters}
    assert used >= {"color", "number", "boolean", "choice"}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ("colour: red", "theme-parameter-unknown"),
        ("accent: 大红", "theme-parameter-value"),
    ],
)
def test_a_parameter_that_the_theme_lacks_or_refuses_stops_the_build(
    tmp_path: Path, theme: str, parameters: str, code: str
) -> None:
    with pytest.raises(BuildFailed) as failed:
        built(write_paper(tmp_path, theme, parameters))
    assert [(p.code, p.place.file) for p in failed.value.problems] == [(code, "content/paper.yml")]
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("theme", THEMES)
def test_a_layout_that_the_theme_lacks_stops_the_build(tmp_path: Path, theme: str) -> None:
    project = write_paper(tmp_path, theme)
    file = project.content / "issues/2025/2025-12-30/issue.md"
    file.write_text(file.read_text("utf-8").replace("layout: front", "layout: poster"), "utf-8")
    with pytest.raises(BuildFailed) as failed:
        built(project)
    (problem,) = failed.value.problems
    assert (problem.code, problem.place.line > 1) == ("layout-unknown", True)


# the second theme


def test_the_second_theme_stands_alone_in_less_than_350_lines() -> None:
    folder = BUNDLED / "tabloid"
    assert theme_of("tabloid").folders == (folder, BUILT_IN)
    files = [*folder.glob("*.html"), *folder.rglob("*.css")]
    own = {kind.template for kind in PAGE_KINDS if not kind.built_in and not kind.optional}
    assert {file.name for file in files} > own
    assert sum(len(file.read_text("utf-8").splitlines()) for file in files) < 350


def test_the_second_theme_needs_no_script_but_to_search(site: Callable[[str], Path]) -> None:
    for kind, address in PAGES.items():
        page = Reading(file_of(site("tabloid"), address).read_text("utf-8"))
        scripts = [s["src"] for s in page.all("script") if "src" in s]
        its_own = ["paper.js"] if kind == "search" else []
        assert scripts == [f"/paper/pagefind/{name}" for name in ("everywhere.js", *its_own)], kind


def test_the_second_theme_finds_what_is_looked_for(browser: Browser, tmp_path: Path) -> None:
    output = built(write_paper(tmp_path, "tabloid"), index=True)
    with served(output, "/paper/") as address:
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.goto(f"{address}search/")
        page.get_by_label("要找的人名").fill("铁路大桥")
        page.keyboard.press("Enter")
        found = page.locator("#found li").filter(has_text="江城铁路大桥今日通车")
        found.get_by_role("heading").get_by_role("link").click()
        page.wait_for_url("**/paper/2026-01-01/01/01/?mark=*")
        page.locator("mark").first.wait_for()
        assert "铁路大桥" in "".join(page.locator("h1 mark").all_inner_texts())
        page.go_back()
        found.get_by_role("link", name="在版面上看").click()
        page.wait_for_selector(".plate :target polygon")
        page.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_second_theme_is_accessible_and_fits_its_screen(
    browser: Browser, site: Callable[[str], Path], front_end_tools: Path, scheme: Any
) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    faults = []
    with served(site("tabloid"), "/paper/") as address:
        for kind, path in PAGES.items():
            page.goto(address + path)
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                faults += [(kind, width, fault) for fault in violations(page, front_end_tools)]
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if over > 0:
                    faults.append((kind, width, f"{over} px too wide"))
    context.close()
    assert faults == []
