"""Jinja for newspapers: templates see values and nothing else, and are compiled to lean code.

Jinja asks of every ``a.b`` whether it might be ``a["b"]``, of every call whether it wants the
context, and makes a Markup of every piece before joining them. Views are frozen Structs, so
none of that is needed.

The price is two methods of Jinja's compiler that it promises nobody: pyproject.toml takes only
releases that have them, and tests/rendering/test_jinja_contract.py holds each of them. What each
saves stands in docs/performance.md, “What speed costs to read”.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

from banxin.layout import typography
from banxin.layout.opening import fits, opening
from banxin.model.sealed import BrokenSeal, opened, sealed
from banxin.rendering.colors import legible_on
from banxin.rendering.qr import qr
from banxin.rendering.whitespace import StripLineBreaks
from banxin.site.running_text import running_opening

_SPECIAL = re.compile("[&<>'\"]")
_KEPT = 256  # results of ``once``


def environment(folders: tuple[Path, ...], cache: Path | None) -> jinja2.Environment:
    """Templates from the first of ``folders`` that has them. ``cache``: for compiled ones."""
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    env = _Environment(
        loader=jinja2.FileSystemLoader(folders),
        extensions=[StripLineBreaks],
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(cache) if cache else None,
    )
    env.globals.clear()  # no lipsum, no namespace: nothing that isn't part of a unit's digest
    env.filters.pop("random")  # a page drawn twice is the same page
    env.filters["headline"] = typography.headline
    env.filters["vertical"] = typography.vertical
    env.filters["prose"] = typography.words
    env.filters["fits"] = fits
    env.filters["opening"] = opening
    env.filters["running"] = running_opening
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


def write_sealed(file: Path, data: bytes) -> None:
    """In one step, under the name that ``read_sealed`` asks for; not at all on a full disk."""
    staged = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        staged.write_bytes(sealed(data, file.name))
        staged.replace(file)


def read_sealed(file: Path) -> bytes | None:
    """What was written there; None for what is gone or isn't that any more."""
    try:
        return opened(file.read_bytes(), file.name)
    except (OSError, BrokenSeal):
        return None


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates, each sealed: Python runs bytecode that was damaged, and falls over it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        code = read_sealed(self._folder / bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        write_sealed(self._folder / bucket.key, bucket.bytecode_to_string())


class _Generator(CodeGenerator):
    """Writes two things otherwise than Jinja: attributes, and what is put out."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if isinstance(node.node, nodes.Name) and node.node.name == "self":
            super().visit_Getattr(node, frame)  # its blocks are no attributes
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.shown(")


class _Context(Context):
    def call(
        self,
        function: Callable[..., object],
        /,
        *given: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> object:
        """No function of a template's wants the context, so none is asked whether it does."""
        return function(*given, **named)


class _Environment(jinja2.Environment):
    code_generator_class = _Generator
    context_class = _Context
    shown = staticmethod(shown)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, jinja2.Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """None: so every page can import the same macros, which could differ in nothing."""
        return d or {}

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
