"""One paragraph as a line of Markdown: as it is, or with as few backslashes as it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from banxin.importers.body.trial import plain, shown
from banxin.importers.manuscript import Span

# a line without any of these, that doesn't begin as a list or a heading may, is only text
_HARMLESS = re.compile(r"(?![0-9]+[.)]|[＃｜！+\-])[^\x00-\x1f!#&*<>@\[\\\]_`|~+=:/\x7f（］［]*")
# before these a backslash isn't printed: see docs/markdown.md
_INLINE = re.compile(r"[*`]|!(?=\[)|\[(?=\^|[^\[\]\n]{0,200}\][(（])|&(?=#?[A-Za-z0-9]{1,32};)")
_START = re.compile(r"^(?:([0-9]{1,9})(\.)|([#>+<|-]))")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>()\[\]\\\"]+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_SUPER = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SUB = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
# what is complained of even behind a backslash: tags and the numbers of footnotes; with the letters
# that touch it, for a backtick beside one is a backtick
_NEAR = r"[!-_a-~]{0,80}"
_CODE = re.compile(
    rf"{_NEAR}(?:<!--[^`\n]*?-->|<[^<>`\n]{{0,200}}>|<(?=[A-Za-z/!])){_NEAR}"
    r"|\[\^[^\]\s`]{1,100}\]"
)
_ENTITY = re.compile(r"\\?&(?=#?\w{1,12};)")
_BOLD_SIDE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)

# characters that no text has stand for these until all others have their backslashes
_ENTITIES = {"\ufdd0": "&amp;", "\ufdd1": "&#92;", "\ufdd2": "&lt;"}
_HELD = str.maketrans(dict(zip("&\\<", _ENTITIES, strict=True)))

Escape = Callable[[str], str]


def clean(text: str) -> str:
    """``text`` without the characters that no page may have."""
    return _CONTROL.sub("", text)


def raised(span: Span) -> str:
    """m², CO₂: with signs of their own, where there are any for all of it."""
    if not span.script or not span.text.strip():
        return span.text
    table = _SUPER if span.script == "super" else _SUB
    made = span.text.translate(table)
    return made if not any(a == b for a, b in zip(made, span.text, strict=True)) else span.text


def line(spans: Sequence[Span], *, bold: bool = True, joins_lines: bool = False) -> str:
    """The plainest line whose page shows all of the spans' text, bold and links where they do no
    harm; where none does, the last that there is."""
    wanted = plain(clean("".join(raised(s) for s in spans)))
    notes = any(s.note for s in spans)
    made = ""
    for made in _ways(spans, bold=bold):  # pragma: no branch - of no text known all ways fail
        probe = re.sub(r"\[\^\d+\]", "", made) if notes else made
        if _HARMLESS.fullmatch(probe):
            break
        found = shown(probe, joins_lines=joins_lines)
        if found.text == wanted and not found.complaints and _is_paragraph(found.html):
            break
    return made


def _is_paragraph(html: str) -> bool:
    return html.startswith("<p>") and html.count("<p>") == 1


def _ways(spans: Sequence[Span], *, bold: bool) -> Iterator[str]:
    rich = bold and any(s.bold and s.text.strip() for s in spans)
    linked = any(s.link for s in spans)
    for escape in (_as_is, _as_marks):
        if rich or linked:
            yield _joined(spans, escape, bold=rich, links=True)
    for escape in (_as_is, _as_marks, _as_code, _as_entities):  # pragma: no branch - as above
        yield _joined(spans, escape, bold=False, links=False)


def _joined(spans: Sequence[Span], escape: Escape, *, bold: bool, links: bool) -> str:
    parts: list[str] = []
    for group in _same_look(spans):
        text = ""
        for s in group:  # a backslash before a note's number would print that
            text = _noted(text, s.note) if s.note else text + _escaped(raised(s), escape)
        if bold and group[0].bold and text.strip():
            text = _BOLD_SIDE.sub(r"\1**\2**\3", text, count=1)
        if links and group[0].link and _LINK.fullmatch(group[0].link) and text.strip():
            text = _linked(text, group[0].link)
        parts.append(text)
    rows = [row.strip(" \t\u3000\u00a0") for row in "".join(parts).split("\n")]
    return "  \n".join(row for row in rows if row)


def _noted(text: str, label: str) -> str:
    bare = text.rstrip("\\")
    return f"{bare}{'&#92;' * (len(text) - len(bare))}[^{label}]"


def _linked(text: str, address: str) -> str:
    """An address that is its own text is a link without marks."""
    return text if plain(text) == plain(address) else f"[{text}]({address})"


def _same_look(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Word cuts a text where nobody sees it: neighbours of one look are one."""
    group: list[Span] = []
    for span in spans:
        if group and (span.bold, span.link) != (group[0].bold, group[0].link) and not span.note:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _escaped(text: str, escape: Escape) -> str:
    rows = clean(text).replace("\t", "\u3000").split("\n")
    return "\n".join(escape(row) for row in rows)


def _as_is(text: str) -> str:
    return text


def _as_marks(text: str) -> str:
    """With backslashes before what is a mark within a line, or at its start."""
    body = _INLINE.sub(r"\\\g<0>", text)
    start = len(body) - len(body.lstrip())
    return body[:start] + _START.sub(_start, body[start:])


def _start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


def _as_code(text: str) -> str:
    parts, done = [], 0
    for found in _CODE.finditer(text):
        parts += [_spelt(text[done : found.start()]), f"`{found[0]}`"]
        done = found.end()
    return "".join(parts) + _spelt(text[done:])


def _spelt(text: str) -> str:
    """With entities as words: &nbsp; is complained of as a space even behind a backslash."""
    return _ENTITY.sub("&amp;", _as_marks(text))


def _as_entities(text: str) -> str:
    """What no backslash helps: comments, and backslashes that stand where one would."""
    held = _as_marks(text.translate(_HELD))
    return "".join(_ENTITIES.get(char, char) for char in held)
