"""Jinja's compiler is what rendering/jinja.py takes it for.

It overrides methods that no release of Jinja promises to keep. Whoever sees one of these fail after
an upgrade: compare Jinja's method with what stands in its place in rendering/jinja.py, and only
then write the new digest here and the new bound into pyproject.toml.
"""

from __future__ import annotations

import hashlib
import inspect
import tomllib
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup
from packaging.requirements import Requirement

from banxin.rendering.jinja import environment
from banxin.rendering.whitespace import StripLineBreaks
from tests.support.paths import ROOT

OVERRIDDEN = {
    CodeGenerator.visit_Getattr: "943f821b9a1bbcff",
    CodeGenerator._output_child_pre: "54ff708f03218096",
    Context.call: "fb301f2bea4d4150",
}
LEANED_ON = {  # they write what goes round it, or call it
    CodeGenerator._output_child_post: "719c34b0aa3e609f",
    CodeGenerator.visit_Call: "2c073beb653f8824",
}
TEMPLATES = (
    "{{ page.title }}{{ page.body }}{{ 1 }}{{ none }}{{ '<' ~ page.title }}",
    "{{ '<b>' }}{{ '<b>'|safe }}{{ page.title|upper|safe }}{{ [page.title]|join('<') }}",
    "{% macro m(a, b='<', c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1) }}{{ m(c=2, a='&') }}",
    "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(m(page.title)) }}{{ m('<')|upper }}",
    "{% macro m() %}{{ caller('<') }}{% endmacro %}{% call(x) m() %}<i>{{ x }}{% endcall %}",
    "{% macro m() %}{{ varargs|join }}{{ kwargs['c'] }}{% endmacro %}{{ m(1, 2, c=3) }}",
    "{% for x in (1, 2) %}{{ loop.index }}{{ loop.cycle('a', '<') }}{% endfor %}",
    "{% set x %}<b>{{ page.title }}</b>{% endset %}{{ x }}{% filter upper %}a&{% endfilter %}",
    "{% if page.title.startswith('<') %}{{ page.title.lower() }}{% endif %}",
    "{% block a %}{{ self.b() }}{% endblock %}{% block b scoped %}{{ page.title }}{% endblock %}",
)


class Page:
    title = "<A> & 'B'"
    body = Markup("<p>文</p>")


@pytest.mark.parametrize(("method", "digest"), (OVERRIDDEN | LEANED_ON).items())
def test_a_method_of_jinja_is_the_one_that_was_read(
    method: Callable[..., object], digest: str
) -> None:
    source = inspect.getsource(method)
    found = hashlib.blake2b(source.encode(), digest_size=8).hexdigest()
    assert found == digest, (
        f"Jinja {jinja2.__version__} has another {method.__qualname__}; what to do stands at the"
        f" top of {Path(__file__).name}"
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_comes_out_as_jinja_itself_would_draw_it(template: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(template, encoding="utf-8")
    ours = environment((tmp_path,), None)
    theirs = jinja2.Environment(
        loader=ours.loader,
        extensions=[StripLineBreaks],
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    drawn = [env.get_template("a.html").render(page=Page()) for env in (ours, theirs)]
    assert drawn[0] == drawn[1]


def test_only_releases_that_were_read_can_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = next(r for r in map(Requirement, project["dependencies"]) if r.name == "jinja2")
    assert asked.specifier.contains(jinja2.__version__)
    assert not asked.specifier.contains("3.2")
