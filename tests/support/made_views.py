"""Values of every kind of page, made from their types: with nothing in them, and with everything.

Between the two every ``if`` of a template is gone through, and a field that was added or renamed
needs nothing here.
"""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from markupsafe import Markup

from banxin.site import views
from banxin.site.page_kinds import PAGE_KINDS

KINDS = {kind.template: kind.view for kind in PAGE_KINDS if not kind.optional}
SCALARS: dict[object, tuple[object, object]] = {  # a type: nothing, something
    str: ("", "文字"),
    int: (0, 1),
    bool: (False, True),
    Markup: (Markup(""), Markup("<h3>小标题</h3><p>一段文字。</p>")),
}


def made(kind: Any, *, full: bool) -> Any:
    """A value of a type: every text and list empty and nothing optional there, or all of it."""
    if kind in SCALARS:
        return SCALARS[kind][full]
    arguments = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return made(arguments[0], full=full) if full else None
    if get_origin(kind) is Literal:
        return arguments[0]
    if get_origin(kind) is tuple:
        return _tuple(arguments, full)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = get_type_hints(kind)
        return kind(**{name: made(hints[name], full=full) for name in kind.__struct_fields__})
    raise TypeError(f"no value is known for {kind}")


def _tuple(arguments: tuple[Any, ...], full: bool) -> tuple[Any, ...]:
    if arguments[-1] is not Ellipsis:
        return tuple(made(one, full=full) for one in arguments)
    return tuple(made(arguments[0], full=full) for _ in range(2)) if full else ()


def paper(parameters: tuple[tuple[str, str], ...], *, full: bool) -> views.PaperView:
    made_paper: views.PaperView = made(views.PaperView, full=full)
    hints = msgspec.structs.asdict(made_paper)
    return views.PaperView(**{**hints, "parameters": parameters, "language": "zh-CN"})
