from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, Template, UndefinedError
from markupsafe import Markup

from banxin.rendering.jinja import Once, environment, shown
from tests.support.present import present


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    body: Markup = Markup("<p>文</p>")


def draw(folder: Path, text: str, **values: object) -> str:
    (folder / "a.html").write_text(text)
    return environment((folder,), None).get_template("a.html").render(**values)


def test_text_is_escaped_and_markup_is_not(tmp_path: Path) -> None:
    page = Page("<b> & \"c\" 'd'")
    found = draw(tmp_path, "{{ page.title }} {{ page.body }} {{ 1 }}", page=page)
    assert found == "&lt;b&gt; &amp; &#34;c&#34; &#39;d&#39; <p>文</p> 1"


@pytest.mark.parametrize("value", ["文", "a<b", "'", Markup("<i>"), 3, None, ("<",)])
def test_a_value_is_shown_as_markupsafe_would(value: object) -> None:
    assert shown(value) == str(Markup("{}").format(value))


@pytest.mark.parametrize("text", ["{{ page.nothing }}", "{% if page.nothing %}{% endif %}"])
def test_a_field_that_does_not_exist_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(AttributeError, match="nothing"):
        draw(tmp_path, text, page=Page("文"))
    with pytest.raises(UndefinedError, match="nowhere"):
        draw(tmp_path, text.replace("page", "nowhere"))


def test_macros_loops_and_their_variables_work_as_jinja_has_them(tmp_path: Path) -> None:
    text = (
        "{% macro li(x, last=false) %}<li>{{ x }}{% if last %}.{% endif %}{% endmacro %}"
        "{% for x in list if x != 2 %}{{ loop.index }}{{ li(x, last=loop.last) }}{% endfor %}"
    )
    assert draw(tmp_path, text, list=(1, 2, 3)) == "1<li>12<li>3."


def test_no_template_is_loaded_twice_by_those_that_extend_and_import_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base.html").write_text("<b>{% block main %}{% endblock %}{{ page }}</b>")
    (tmp_path / "m.html").write_text("{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}")
    text = '{% extends "base.html" %}{% block main %}{% import "m.html" as m %}{{ m.m(page) }}'
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(f"{text}{name[0]}{{% endblock %}}")
    env = environment((tmp_path,), None)
    read: list[str] = []
    loader = present(env.loader)
    load = loader.load

    def noted(env: Environment, name: str, values: MutableMapping[str, Any]) -> Template:
        read.append(name)
        return load(env, name, values)

    monkeypatch.setattr(loader, "load", noted)
    drawn = [env.get_template(name).render(page="<") for name in ("a.html", "b.html", "a.html")]
    assert drawn == [f"<b><i>&lt;</i>{letter}&lt;</b>" for letter in "aba"]
    assert sorted(read) == ["a.html", "b.html", "base.html", "m.html"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% macro m(a, b='2') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }}", "12 13"),
        ("{% macro m(a, b='2') %}{{ a }}{{ b }}{% endmacro %}{{ m(b=1, a='<') }}", "&lt;1"),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}<i>{% endcall %}", "<i>"),
        (
            "{% macro m() %}{{ varargs|join }}{{ kwargs['c'] }}{% endmacro %}{{ m(1, 2, c=3) }}",
            "123",
        ),
        ("{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(*[1], **{'b': 4}) }}", "14"),
        ("{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m('<')|upper }}", "<B>&LT;</B>"),
    ],
)
def test_macros_take_what_they_take_in_jinja(tmp_path: Path, text: str, expected: str) -> None:
    assert draw(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("call", "error"), [("m(1, 2)", TypeError), ("m(z=1)", TypeError), ("m()", UndefinedError)]
)
def test_a_macro_called_otherwise_than_it_is_written_is_an_error(
    tmp_path: Path, call: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        draw(tmp_path, "{% macro m(a) %}{{ a }}{% endmacro %}{{ " + call + " }}")


def test_once_draws_a_macro_once_for_the_same_values() -> None:
    drawn: list[object] = []
    once = Once()
    page, equal = Page("一"), Page("一")

    def macro(*given: object) -> str:
        drawn.append(given)
        return f"{len(drawn)}"

    assert [once(macro, page, "x"), once(macro, page, "x")] == ["1", "1"]
    assert once(macro, page, "y") == "2"
    assert once(macro, equal, "x") == "3", "another value may be shown otherwise, equal or not"
    assert once(lambda given, _: given.title, page, "x") == "一"


def test_once_forgets_before_it_fills_the_memory() -> None:
    once = Once()
    for n in range(2000):
        assert once(str, n) == str(n)
    assert len(once._known) < 1000
