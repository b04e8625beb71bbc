"""A byline as newspapers print it to credits. The grammar: docs/bylines.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

import msgspec

from banxin.content.bylines.directions import directed
from banxin.content.bylines.names import Named, canonical, is_person
from banxin.content.bylines.namesakes import may_tell_apart, told_apart
from banxin.content.bylines.tokens import Token, tokens_of
from banxin.content.bylines.vocabulary import is_check, is_group, is_phrase
from banxin.content.bylines.words import unwrapped, words_of
from banxin.model.credits import Credit, CreditKind

_SHORTEST_OFFICE = 2  # 王镇 is a name
_USUAL = 100  # characters: longer ones are read anew each time
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))


def credits(text: str) -> tuple[Credit, ...]:
    """Everything that ``text`` names or says, in its order; takes time in proportion to it.

    A credit is a person only where that is sure. What isn't understood is printed as typed.
    """
    if may_tell_apart(text):
        return told_apart(text, _of_line)
    return _of_line(text)


def _of_line(text: str) -> tuple[Credit, ...]:
    return _usual(text) if len(text) <= _USUAL else _read(text)


@lru_cache(maxsize=4096)
def _usual(text: str) -> tuple[Credit, ...]:
    """A newspaper's bylines are the same few hundred for years."""
    return _read(text)


def _read(text: str) -> tuple[Credit, ...]:
    line = text.translate(_UNSEEN)
    start, end = unwrapped(line)
    reader = _BylineReader()
    tokens = tuple(directed(tokens_of(line, start, end)))
    for token in tokens:
        reader.take(token)
    numbers = {token.start: n for n, token in enumerate(tokens)}
    return tuple(_credits(line, reader.end(), numbers))


def names(text: str) -> tuple[str, ...]:
    """The names of a line that holds nothing else: 张三 李 四、John Smith."""
    line = text.translate(_UNSEEN)
    return tuple(canonical(word.text) for word in words_of(line, 0, len(line)))


class _Piece(msgspec.Struct, frozen=True):
    """A name, a note or a text, with the roles that it was given."""

    token: Token
    title: str = ""
    work: str = ""

    @property
    def role(self) -> str:
        return self.token.role or "/".join(part for part in (self.title, self.work) if part)

    @property
    def named(self) -> Named:
        return "title" if self.title else "work" if self.work else ""


@dataclass(slots=True)
class _BylineReader:
    """Holds names back for as long as a word behind them may still give them a role."""

    title: Token | None = None  # of all names up to the next title
    work: Token | None = None  # where it stands before its names
    names: list[_Piece] = field(default_factory=list)
    done: list[_Piece] = field(default_factory=list)

    def take(self, token: Token) -> None:
        if token.bound == "one":
            self._own_role(token)
        elif token.kind == "title":
            self._title(token)
        elif token.kind == "work":
            self._work(token)
        elif token.kind in ("name", "note"):
            self.names.append(_Piece(token))
        else:
            self._close()
            self.done.append(_Piece(token))

    def end(self) -> list[_Piece]:
        self._close()
        return sorted(self.done, key=lambda piece: piece.token.start)

    def _title(self, token: Token) -> None:
        if token.bound == "after" and self.names:
            self._give(token)
            return
        if self.names or self.title:
            held = None if self.names else self.work  # 文/图 本报记者 张三
            self._close(keep=held)
        self.title = token

    def _work(self, token: Token) -> None:
        if token.bound == "after" and self.names:
            self._give(token)
            return
        if self.names or self.work:
            held = None if self.names else self.title
            self._close(keep=held)
        self.work = token

    def _own_role(self, token: Token) -> None:
        """张三（记者）"""
        last = self.names[-1]
        free = last.title if token.kind == "title" else last.work
        if token.kind == "title" and self.title and len(self.names) == 1:
            free = self.title.text  # 通讯员 李四（实习生）
        if free:
            self.names.append(_Piece(token.as_text("note")))
        elif token.kind == "title":
            self.names[-1] = msgspec.structs.replace(last, title=token.text)
        else:
            self.names[-1] = msgspec.structs.replace(last, work=token.text)

    def _give(self, role: Token) -> None:
        """A role from behind goes to the names before it, or to the last if they have one."""
        if self.title if role.kind == "title" else self.work:
            self._own_role(role)
            return
        if role.kind == "title":
            self.title = role
        else:
            self.work = role
        self._close()

    def _close(self, keep: Token | None = None) -> None:
        """Give the held names their roles. A role that nobody got is a text: 本报评论员."""
        title, work = self.title, self.work
        self.title = self.work = None
        if keep is not None:
            self.title, self.work = (keep, None) if keep.kind == "title" else (None, keep)
            title, work = (None, work) if keep is title else (title, None)
        self.done += _unused(title, all(piece.title for piece in self.names))
        self.done += _unused(work, all(piece.work for piece in self.names))
        for piece in self.names:
            self.done.append(
                _Piece(
                    piece.token,
                    piece.title or (title.text if title else ""),
                    piece.work or (work.text if work else ""),
                )
            )
        self.names = []


def _unused(role: Token | None, nobody: bool) -> list[_Piece]:
    return [_Piece(role.as_text())] if role and nobody else []


def _credits(line: str, pieces: list[_Piece], numbers: dict[int, int]) -> Iterator[Credit]:
    """Texts that stand together are one text, with the marks that were typed between them.

    ``numbers``: of all tokens, by where they stand.
    """
    doubtful = any(_is_doubt(piece) for piece in pieces)
    texts: list[Token] = []
    for piece, behind in zip_longest(pieces, pieces[1:]):
        credit = _credit(line, piece, doubtful)
        if behind and _is_office_of(piece, behind):
            credit = msgspec.structs.replace(credit, kind="printed")
        is_text = credit.kind == "printed" and not credit.role
        follows = texts and numbers[piece.token.start] == numbers[texts[-1].start] + 1
        if texts and not (is_text and follows):
            yield _text(line, texts)
            texts = []
        if is_text:
            texts.append(piece.token)
        else:
            yield credit
    if texts:
        yield _text(line, texts)


def _is_office_of(piece: _Piece, behind: _Piece) -> bool:
    """Whether it is an office, and behind it somebody of it did the same: 县教育局 王五 供稿."""
    if piece.token.kind != "name" or behind.token.kind != "name":
        return False
    if len(piece.token.text) <= _SHORTEST_OFFICE or piece.work != behind.work:
        return False
    return (
        piece.title == behind.title
        and is_group(piece.token.text)
        and not is_group(behind.token.text)
    )


def _text(line: str, tokens: list[Token]) -> Credit:
    return Credit("", " ".join(line[tokens[0].start : tokens[-1].end].split()), "printed")


def _is_doubt(piece: _Piece) -> bool:
    token = piece.token
    if token.kind == "unknown":
        return True
    if token.kind != "name" or piece.role or is_group(token.text):
        return False
    return not is_phrase(token.text) and not is_person(token.text, "", doubtful=False)


def _credit(line: str, piece: _Piece, doubtful: bool) -> Credit:
    token = piece.token
    if token.kind == "source" or token.kind == "place":
        if token.text:
            return Credit(piece.role, " ".join(token.text.split()), token.kind)
        return Credit("", token.role, "printed")
    if piece.title and is_check(piece.title):
        return Credit(piece.role, " ".join(token.text.split()), "printed")
    if token.kind == "name" and is_person(token.text, piece.named, doubtful=doubtful):
        return Credit(piece.role, canonical(token.text))
    supplied = token.kind == "name" and piece.role == "供稿"
    kind: CreditKind = "source" if supplied else "printed"
    return Credit(piece.role, " ".join(line[token.start : token.end].split()), kind)
