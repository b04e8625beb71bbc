"""A mapping whose keys are known: each key once, in English or in Chinese, none misspelt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from banxin.content.fields.nearest import closest
from banxin.content.fields.trade_words import TradeWord
from banxin.content.frontmatter import List, Map, Node, Pair, Text
from banxin.problems import Place, Problems

T_co = TypeVar("T_co", covariant=True)


class Spot(msgspec.Struct, frozen=True):
    """Whose value is being read, for complaints: the key as typed, and an example of a value."""

    file: str
    problems: Problems
    key: str
    example: str

    def error(self, node: Node, code: str, **details: object) -> None:
        """Complain of ``node``; the text may use the gaps key, got and example, too."""
        details = {"key": self.key, "example": self.example, "got": got(node), **details}
        self.problems.add(Place(self.file, node.line, node.column), code, **details)


def got(node: Node) -> str:
    """What was typed, short enough for a message."""
    if isinstance(node, List):
        return "[…]"
    if isinstance(node, Map):
        return "{…}"
    return node.value if len(node.value) <= 40 else node.value[:39] + "…"


class Kind(msgspec.Struct, Generic[T_co], frozen=True):
    """A kind of value: what to call it, and how to read it (None: after reporting)."""

    zh: str
    en: str
    read: Callable[[Node, Spot], T_co | None]


class Field(msgspec.Struct, Generic[T_co], frozen=True):
    """A key an editor may type, its Chinese aliases, and where its value is shown."""

    key: str
    aliases: tuple[str, ...]
    kind: Kind[T_co]
    example: str
    zh: str
    en: str

    def means(self, name: str) -> bool:
        """Whether ``name`` is the key or one of its aliases."""
        return name == self.key or name in self.aliases


class ArticleField(Field[T_co], Generic[T_co], frozen=True, kw_only=True):
    """A field of an article. Its key names the attribute of ``model.Article`` that holds it.

    ``kept_when_withdrawn``: whether readers still get it once the article is withdrawn. There is no
    default: whoever adds a field decides.
    """

    kept_when_withdrawn: bool


class Shape(msgspec.Struct, frozen=True, dict=True):
    """The fields of one kind of mapping. ``words``: what else is typed, of which we know what
    was meant."""

    name: str
    fields: tuple[Field[object], ...]
    words: Mapping[str, TradeWord] = {}

    @cached_property
    def names(self) -> Mapping[str, Field[object]]:
        """By every name they may be typed with."""
        return {name: f for f in self.fields for name in (f.key, *f.aliases)}


def shape(name: str, keys: type, words: Mapping[str, TradeWord] | None = None) -> Shape:
    """The shape whose fields are the attributes of the class ``keys``, in their order; those of the
    classes that it is made of come first."""
    attributes = (value for one in reversed(keys.__mro__) for value in vars(one).values())
    return Shape(name, tuple(f for f in attributes if isinstance(f, Field)), words or {})


class Record(msgspec.Struct, frozen=True):
    """One mapping, its keys checked. Values are read, and complained of, when asked for.

    ``misspelt``: keys that were probably meant by ones that nobody knows.
    """

    file: str
    problems: Problems
    line: int
    column: int
    pairs: Mapping[str, Pair]
    misspelt: frozenset[str] = frozenset()

    def get(self, wanted: Field[T_co]) -> T_co | None:
        """The typed value; None when absent, left empty, or wrong and reported."""
        pair = self.pairs.get(wanted.key)
        if pair is None or _is_blank(pair.value):
            return None
        spot = Spot(self.file, self.problems, pair.key.value, wanted.example)
        return wanted.kind.read(pair.value, spot)

    def typed(self, wanted: Field[object]) -> str:
        """The text as it was typed; "" for anything else, and for nothing."""
        pair = self.pairs.get(wanted.key)
        return pair.value.value.strip() if pair and isinstance(pair.value, Text) else ""

    def has(self, wanted: Field[object]) -> bool:
        return wanted.key in self.pairs

    def is_empty(self, wanted: Field[object]) -> bool:
        """Whether nothing was typed: no such key, not even misspelt, or nothing behind it."""
        if wanted.key in self.misspelt:
            return False
        pair = self.pairs.get(wanted.key)
        return pair is None or _is_blank(pair.value)

    def place(self, wanted: Field[object] | None = None) -> Place:
        """Where the value of ``wanted`` stands; of the whole mapping if it is absent."""
        pair = self.pairs.get(wanted.key) if wanted else None
        if pair is None:
            return Place(self.file, self.line, self.column)
        return Place(self.file, pair.value.line, pair.value.column)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Text) and not node.value.strip()


def record(file: str, node: Map, known: Shape, problems: Problems) -> Record:
    """Look every key of ``node`` up in ``known``; report the unknown and the repeated."""
    pairs: dict[str, Pair] = {}
    misspelt = set()
    for pair in node.pairs:
        found = known.names.get(pair.key.value)
        if found is None:
            misspelt.add(_unknown(file, pair, known, problems))
        elif found.key in pairs:
            _repeated(file, pair.key, pairs[found.key].key, problems)
        else:
            pairs[found.key] = pair
    return Record(file, problems, node.line, node.column, pairs, frozenset(misspelt - {""}))


def _unknown(file: str, pair: Pair, known: Shape, problems: Problems) -> str:
    """The key that was probably meant, "" if none is near; after reporting."""
    key = pair.key.value
    word = known.words.get(key) or _near(key, known)
    listed = "、".join(f"{f.key}（{'/'.join(f.aliases)}）" for f in known.fields)
    details = {"meant": word.meant, "got": _in_one_line(pair.value), "known": listed}
    place = Place(file, pair.key.line, pair.key.column)
    problems.add(place, word.code, key=key, **details)
    return known.names[word.meant].key if word.meant else ""


def _in_one_line(node: Node) -> str:
    """A text, or a list of texts, as it may be typed behind a key."""
    texts = node.items if isinstance(node, List) else (node,)
    return " ".join(
        " ".join((text.value if isinstance(text, Text) else got(text)).split()) for text in texts
    )


def _near(key: str, known: Shape) -> TradeWord:
    meant = closest(key, known.names)
    return TradeWord("misspelt-key" if meant else "unknown-key", meant)


def _repeated(file: str, key: Text, first: Text, problems: Problems) -> None:
    place = Place(file, key.line, key.column)
    details = {"key": key.value, "other": first.value, "first": first.line}
    problems.add(place, "repeated-alias", **details)
