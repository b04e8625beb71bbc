from __future__ import annotations

from pathlib import Path

import pytest

from banxin.problems import Problems
from banxin.rendering.theme import Theme, bundled_themes
from banxin.site.outputs import Drawn
from banxin.site.views import MessageView, PageHead
from tests.support.paper import THEME
from tests.support.planned import site


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/theme.toml").write_text("")
    return tmp_path


def page(template: str) -> Drawn:
    return Drawn("404.html", template, MessageView(PageHead("没有这一页")))


def draw(themes: Path, text: str) -> tuple[bytes | None, list[str]]:
    (themes / "mine/404.html").write_text(text)
    problems = Problems()
    theme = Theme(themes, "mine", problems)
    data = theme.draw(page("404.html"), site().view, problems)
    return data, [f"{p.place} {p.code}" for p in problems]


def test_a_template_draws_its_page(themes: Path) -> None:
    assert draw(themes, "{{ page.head.title }}") == ("没有这一页".encode(), [])


def test_text_is_escaped(themes: Path) -> None:
    assert draw(themes, "{{ '<b>' }}") == (b"&lt;b&gt;", [])


@pytest.mark.parametrize("name", ["site", "range", "lipsum", "cycler", "namespace", "dict"])
def test_a_template_sees_nothing_but_its_page(themes: Path, name: str) -> None:
    _, problems = draw(themes, f"一\n{{{{ {name} }}}}")
    assert problems == ["themes/mine/404.html:2 template-failed"]


def test_a_syntax_error_names_its_line(themes: Path) -> None:
    assert draw(themes, "一\n二\n{% if %}")[1] == ["themes/mine/404.html:3 template-syntax"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 5000 + ")" * 5000 + " }}",
        "{{ " + "(" * 200 + "1" + ")" * 200 + " }}",
        "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
        "{{ " + "-" * 50_000 + "1 }}",
        "{% include '404.html' %}",
    ],
)
def test_a_template_that_is_nested_too_deeply_is_its_authors_mistake(
    themes: Path, text: str
) -> None:
    assert draw(themes, text) == (None, ["themes/mine/404.html template-too-deep"])


def test_a_number_that_python_will_not_read_is_a_syntax_error(themes: Path) -> None:
    assert draw(themes, "{{ " + "9" * 5000 + " }}")[1] == ["themes/mine/404.html template-syntax"]


def test_a_missing_template_is_named(themes: Path) -> None:
    assert draw(themes, "{% extends 'nope.html' %}")[1] == [
        "themes/mine/nope.html template-missing"
    ]


def test_an_error_within_an_included_template_names_that_one(themes: Path) -> None:
    (themes / "mine/inner.html").write_text("\n{{ page.nothing }}")
    assert draw(themes, "{% include 'inner.html' %}")[1] == [
        "themes/mine/inner.html:2 template-failed"
    ]


def test_an_error_within_a_template_of_the_bundled_theme_names_that_one(tmp_path: Path) -> None:
    (tmp_path / "broadsheet").mkdir()
    (tmp_path / "broadsheet/404.html").write_text("{% include 'article.html' %}")
    problems = Problems()
    Theme(tmp_path, "broadsheet", problems).draw(page("404.html"), site().view, problems)
    (found,) = (p.place.file for p in problems)
    assert found.startswith("themes/broadsheet/")
    assert found != "themes/broadsheet/404.html"


def test_a_template_nested_too_deeply_for_python_is_named(themes: Path) -> None:
    nested = "{% for a in 'x' %}" * 25 + "{% endfor %}" * 25
    assert draw(themes, nested)[1] == ["themes/mine/404.html template-failed"]


def test_a_template_that_divides_by_zero_is_its_authors_problem(themes: Path) -> None:
    assert draw(themes, "{{ 1 // 0 }}")[1] == ["themes/mine/404.html:1 template-failed"]


def test_what_a_template_uses_is_looked_up_again_when_it_changes(
    themes: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = tmp_path_factory.mktemp("compiled")
    for text, sound in (
        ("{% include 'b.html' %}", True),
        ("{% include 'b.html' %}", True),
        ("{% include 'nope.html' %}", False),
        ("{% include page.head.title %}", False),
    ):
        (themes / "mine/a.html").write_text(text)
        (themes / "mine/b.html").write_text("b")
        for _ in range(2):  # the second finds what the first kept
            problems = Problems()
            assert Theme(themes, "mine", problems, cache).is_sound("a.html", problems) is sound
            assert bool(problems) is not sound


def test_a_site_overrides_a_single_template_of_a_bundled_theme(tmp_path: Path) -> None:
    (tmp_path / "broadsheet").mkdir()
    (tmp_path / "broadsheet/404.html").write_text("自己的")
    problems = Problems()
    theme = Theme(tmp_path, "broadsheet", problems)
    assert theme.draw(page("404.html"), site().view, problems) == "自己的".encode()
    assert theme.is_sound("article.html", problems)
    assert not problems


@pytest.mark.parametrize("name", ["nope", "..", ".", "", "../mine"])
def test_an_unknown_theme_is_a_problem_that_names_the_known_ones(themes: Path, name: str) -> None:
    problems = Problems()
    Theme(themes, name, problems)
    found = next(iter(problems))
    assert found.code == "theme-unknown"
    assert "mine" in dict(found.details)["known"]


def test_the_default_theme_is_bundled() -> None:
    assert "broadsheet" in bundled_themes()


def test_static_files_of_the_site_win_over_the_themes(themes: Path) -> None:
    (themes / "mine/static/fonts").mkdir(parents=True)
    (themes / "mine/static/fonts/a.txt").write_text("a")
    found = dict(Theme(themes, "mine", Problems()).static())
    assert found == {"fonts/a.txt": themes / "mine/static/fonts/a.txt"}


def test_the_plain_theme_of_the_tests_is_whole() -> None:
    problems = Problems()
    theme = Theme(THEME.parent, "plain", problems)
    for file in THEME.glob("[!_]*.html"):
        assert theme.is_sound(file.name, problems)
    assert not problems


def test_a_template_that_uses_rows_in_a_theme_that_arranges_no_pages_is_named(themes: Path) -> None:
    assert draw(themes, "一\n{% for row in page.rows %}{% endfor %}")[1] == [
        "themes/mine/404.html:2 template-rows"
    ]
