"""Controls of the page, each with its label: HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

import msgspec

_ROWS, _IN_A_ROW = 12, 40  # of a long text, and its characters


class Control(msgspec.Struct, frozen=True):
    """``label``: what is said of it. ``marked``: said behind that, of a guess. ``why``: what is
    wrong. ``look``: its classes. ``list_``: the id of what is proposed for it. ``beside``: HTML
    beside its label. ``unseen``: what is heard before the label."""

    name: str
    label: str
    value: str
    marked: str = ""
    why: str = ""
    look: str = ""
    list_: str = ""
    beside: str = ""
    unseen: str = ""


def text(one: Control) -> str:
    """One line."""
    proposed = f' list="{one.list_}"' if one.list_ else ""
    shown = f'<input {_attributes(one)} value="{escape(one.value)}"{proposed} autocomplete="off">'
    return _field(one, shown)


def bare_text(one: Control) -> str:
    """One short line whose label nobody sees."""
    proposed = f' list="{one.list_}"' if one.list_ else ""
    look = ' class="guess"' if one.marked else ""
    label = escape(f"{one.label} {one.marked}".rstrip())
    shown = f'{_attributes(one)} aria-label="{label}" value="{escape(one.value)}"'
    return f'<input {shown}{proposed}{look} autocomplete="off">'


def lines(one: Control, least: int = 1) -> str:
    """Several; a line break behind the tag is none of the text's."""
    rows = min(max(least, one.value.count("\n") + 1), _ROWS)
    shown = f'<textarea {_attributes(one)} rows="{rows}">\n{escape(one.value)}</textarea>'
    return _field(one, shown)


def bare_lines(one: Control) -> str:
    """Whose label nobody sees."""
    rows = min(len(one.value) // _IN_A_ROW + 1, _ROWS)
    said = f'name="{one.name}" aria-label="{escape(one.label)}" rows="{rows}"'
    return f"<textarea {said}>\n{escape(one.value)}</textarea>"


def choice(one: Control, options: Iterable[tuple[str, str]]) -> str:
    shown = f"<select {_attributes(one)}>{''.join(_options(one.value, options))}</select>"
    return _field(one, shown)


def bare_choice(one: Control, options: Iterable[tuple[str, str]]) -> str:
    """Whose label nobody sees beside it."""
    inner = "".join(_options(one.value, options))
    return f'<select name="{one.name}" aria-label="{escape(one.label)}">{inner}</select>'


def tick(name: str, label: str, *, on: bool) -> str:
    checked = " checked" if on else ""
    box = f'<input type="checkbox" name="{name}" value="1"{checked}>'
    return f'<label class="tick">{box}{escape(label)}</label>'


def button(do: str, label: str, look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f'<button name="do" value="{do}"{kind}>{escape(label)}</button>'


def _options(value: str, options: Iterable[tuple[str, str]]) -> Iterator[str]:
    for key, label in options:
        selected = " selected" if key == value else ""
        yield f'<option value="{escape(key)}"{selected}>{escape(label)}</option>'


def _attributes(one: Control) -> str:
    wrong = f' aria-invalid="true" aria-describedby="{one.name}-why"' if one.why else ""
    return f'id="{one.name}" name="{one.name}"{wrong}'


def _field(one: Control, shown: str) -> str:
    look = " ".join(
        filter(None, ("field", "wide" if one.why else one.look, "guess" if one.marked else ""))
    )
    mark = f' <b>？<span class="unseen">{escape(one.marked)}</span></b>' if one.marked else ""
    heard = f'<span class="unseen">{escape(one.unseen)} </span>' if one.unseen else ""
    label = f'<label for="{one.name}">{heard}{escape(one.label)}{mark}</label>'
    why = f'<p class="why" id="{one.name}-why">{escape(one.why)}</p>' if one.why else ""
    return f'<div class="{look}"><div class="over">{label}{one.beside}</div>{shown}{why}</div>'
