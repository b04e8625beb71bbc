"""Jinja for newspapers: templates see values and nothing else, and are compiled to lean code.

Jinja asks of every ``a.b`` whether it might be ``a["b"]``, of every call whether it wants the
context, and makes a Markup of every piece before joining them. Views are frozen Structs, so
none of that is needed; without it a page took two thirds of the time, an article three quarters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from banxin.layout import typography
from banxin.pipeline.program_digest import ENGINE
from banxin.rendering.colors import legible_on
from banxin.rendering.qr import qr
from banxin.rendering.whitespace import Tight

_SPECIAL = re.compile("[&<>'\"]")
_KEPT = 256  # results of ``once``


def environment(folders: tuple[Path, ...], cache: Path | None) -> jinja2.Environment:
    """Templates from the first of ``folders`` that has them. ``cache``: for compiled ones."""
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    env = _Environment(
        loader=jinja2.FileSystemLoader(folders),
        extensions=[Tight],
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        # what another release of this module compiled isn't what this one would
        bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache), f"{ENGINE[:12]}-%s")
        if cache
        else None,
    )
    env.globals.clear()  # no lipsum, no namespace: nothing that isn't part of a unit's digest
    env.filters.pop("random")  # a page drawn twice is the same page
    env.filters["headline"] = typography.headline
    env.filters["vertical"] = typography.vertical
    env.filters["qr"] = qr
    env.filters["legible_on"] = legible_on
    env.filters["once"] = Once()
    return env


def shown(value: object) -> str:
    """``value`` as it is put out: escaped, unless it is Markup."""
    if type(value) is Markup:
        return value
    if type(value) is str and not _SPECIAL.search(value):
        return value
    return escape(value)


class Once:
    """``{{ macro|once(a, b) }}``: a macro drawn once for the same values, and then repeated.

    A macro that was imported sees only what it is given, so the same values (the very same, or
    equal texts and numbers) give the same result. Worth it for what many pages share.
    """

    def __init__(self) -> None:
        # the values are kept: while they live, nothing else can have their identity
        self._known: dict[tuple[object, ...], tuple[object, object]] = {}

    def __call__(self, macro: Callable[..., object], *given: object) -> object:
        key = (id(macro), *(v if isinstance(v, str | int) else id(v) for v in given))
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = (macro(*given), (macro, given))
        return self._known[key][0]


def macro(function: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """A macro of these arguments; one that isn't given is left to its default."""

    def call(*given: object, **named: object) -> Markup:
        if named or len(given) < len(names):
            given += tuple(named.pop(name, missing) for name in names[len(given) :])
        return str.__new__(Markup, function(*given, **named))  # Markup(), without its questions

    return call


class _Generator(CodeGenerator):
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        names = [named.key for named in node.kwargs]
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(map(iskeyword, names)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"environment.macro(macro, {names!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.shown(")


class _Template(jinja2.Template):
    def render(self, *args: Any, **kwargs: Any) -> str:
        """Without what globals would take: there are none."""
        context = Context(self.environment, dict(*args, **kwargs), self.name, self.blocks)
        try:
            return "".join(self.root_render_func(context))
        except Exception:
            self.environment.handle_exception()

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """What ``import`` gets: the same for every page, for there are no globals to differ in."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class _Environment(jinja2.Environment):
    code_generator_class = _Generator
    template_class = _Template
    shown = staticmethod(shown)
    macro = staticmethod(macro)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """Every page asks for all that it extends and imports; no template is loaded twice."""
        found = self._loaded.get(name) if isinstance(name, str) else name
        if found is None:
            found = self._loaded[str(name)] = super().get_template(name, parent, globals)
        return found
