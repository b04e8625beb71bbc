"""A few keys of a file that is there, and not a byte beside them."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from banxin.content.fields import VOCABULARY
from banxin.content.fields.record import Field
from banxin.content.frontmatter import Document, List, Map, Node, Text, decode, parse, split
from banxin.content.writing.source import Source
from banxin.problems import Problems

Changes = Mapping[Field[object], str | None]  # a value on one line as it is to be typed, or none


def edited(file: str, data: bytes, changes: Changes, problems: Problems) -> bytes | None:
    """``data`` with these fields set, or taken out where a value is None.

    A field keeps the name and the place it has; a new one goes last, named in the language of
    the title's. Comments, order, quotes and line ends stay as they are. None where the file has
    errors (they are reported), or where its front matter is written in a way that leaves no safe
    place for a value (nothing is reported).
    """
    for field, typed in changes.items():
        document = _document(file, data, problems)
        if document is None:
            return None
        changed = _changed(data, document, field, typed)
        if changed is None or not _differs_only_there(file, document, changed, field, typed):
            return None
        data = changed
    return data


def with_item(
    file: str, data: bytes, field: Field[object], item: str, problems: Problems
) -> bytes | None:
    """``data`` with one text more at the end of a list, in the form that the list has.

    ``item`` as it is to be typed. None as with ``edited``, and where no list of texts is there.
    """
    document = _document(file, data, problems)
    if document is None:
        return None
    held = [pair for pair in document.fields.pairs if field.means(pair.key.value)]
    before = _items(held[0].value) if held else []
    if before is None:
        return None
    try:
        source = Source.of(data.decode(), document)
        found = source.find(field)
        changed = source.with_item(*found, item) if found else source.added(field, f"[{item}]")
    except (yaml.YAMLError, ValueError):
        return None
    after = None if changed is None else _document(file, changed.encode(), Problems())
    if changed is None or after is None or _others(after, field) != _others(document, field):
        return None
    values = [_items(p.value) for p in after.fields.pairs if field.means(p.key.value)]
    return changed.encode() if values == [[*before, _alone(field, item)]] else None


def _items(node: Node) -> list[object] | None:
    """Of a list of texts, or a text that stands for one; None for anything else."""
    if isinstance(node, Map):
        return None
    if not isinstance(node, List):
        return [] if node.value is None or node.value == "" else [node.value]
    return [one.value for one in node.items if isinstance(one, Text)]


def _document(file: str, data: bytes, problems: Problems) -> Document | None:
    text = decode(file, data, problems)
    return None if text is None else split(file, text, problems, VOCABULARY)


def _changed(
    data: bytes, document: Document, field: Field[object], typed: str | None
) -> bytes | None:
    """None where the fields can be read only after what a keyboard spoiled is put right."""
    try:
        source = Source.of(data.decode(), document)
        found = source.find(field)
        if found and typed is not None:
            return source.replaced(*found, typed).encode()
        if found:
            return source.without(*found).encode()
        return source.added(field, typed).encode() if typed is not None else data
    except (yaml.YAMLError, ValueError):
        return None


def _differs_only_there(
    file: str, before: Document, data: bytes, field: Field[object], typed: str | None
) -> bool:
    """Whether a reader of ``data`` finds this value, and all else as it was."""
    after = _document(file, data, Problems())
    if after is None or _others(after, field) != _others(before, field):
        return False
    values = [_typed(p.value) for p in after.fields.pairs if field.means(p.key.value)]
    return values == ([] if typed is None else [_alone(field, typed)])


def _alone(field: Field[object], typed: str) -> object:
    """What the reader makes of the value where nothing is around it."""
    node = parse("", f"{field.key}: {typed}", Problems(), vocabulary=VOCABULARY)
    return _typed(node.pairs[0].value) if isinstance(node, Map) and node.pairs else None


def _others(document: Document, field: Field[object]) -> tuple[object, ...]:
    pairs = document.fields.pairs
    kept = ((p.key.value, _typed(p.value)) for p in pairs if not field.means(p.key.value))
    return *kept, document.body


def _typed(node: Node) -> object:
    """A node without its place."""
    if isinstance(node, Map):
        return {pair.key.value: _typed(pair.value) for pair in node.pairs}
    return tuple(map(_typed, node.items)) if isinstance(node, List) else node.value
