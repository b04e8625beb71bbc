"""What each word of a byline is: title, work, name, source, place, or text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from banxin.content.bylines import vocabulary
from banxin.content.bylines.names import is_name, is_person
from banxin.content.bylines.words import Word, words_of
from banxin.model.credits import is_work

# "text" is understood and names nobody (资料图), "unknown" isn't understood
TokenKind = Literal["title", "work", "name", "note", "source", "place", "text", "unknown"]
Bound = Literal["", "before", "after", "one"]  # a role's names: behind it, before it, the last one

_MOST_WORKS = 8  # that one person did; a bound, so that a line takes time in proportion to it
LONGEST = 40  # characters: no title or name is longer
_PLACE = re.compile(r"发自(?P<name>.*)")
_SOURCE = re.compile(r"(?P<role>据|摘自|转自|转载自|选自|原载)(?P<name>.+?)(?P<work>报道)?")
_SUPPLIED = re.compile(r"(?P<name>.+)供稿")
_PAIR = re.compile(r"(.{2,4})([和与及])(.{2,4})")
_TITLE_OF_A_WORK = re.compile(r"《.+》.{0,12}")


class Token(msgspec.Struct, frozen=True):
    """``start`` and ``end``: where it stands in the line. ``role``: of a source or a place."""

    kind: TokenKind
    text: str
    start: int
    end: int
    bound: Bound = ""
    role: str = ""

    def as_text(self, kind: TokenKind = "text") -> Token:
        return Token(kind, self.text, self.start, self.end)


def tokens_of(line: str, start: int, end: int) -> tuple[Token, ...]:
    found: list[Token] = []
    words = words_of(line, start, end)
    place = 0
    while place < len(words):
        last = _chain_end(words, place)
        chain = words[place:last]
        follows = words[last] if last < len(words) else None
        if follows and _is_label(chain) and follows.gap == "colon":
            found.append(_token("source", follows, follows.text, role=chain[0].text))
            last += 1
        elif chain[0].kind == "bracket":
            found += _bracket(line, chain[0], found)
        else:
            found += _behind_place(found, chain) or _closing(found, chain, follows) or _chain(chain)
        place = last
    return tuple(found)


def _is_label(chain: tuple[Word, ...]) -> bool:
    return len(chain) == 1 and chain[0].text in vocabulary.LABELS


def _token(kind: TokenKind, word: Word, text: str, *, bound: Bound = "", role: str = "") -> Token:
    return Token(kind, text, word.start, word.end, bound, role)


def _chain_end(words: tuple[Word, ...], place: int) -> int:
    """The end of the words that slashes join to the one at ``place``."""
    last = place + 1
    while (
        last < len(words)
        and (words[last].gap == "slash" or _joins_works(words, last))
        and {words[last].kind, words[place].kind} == {"word"}
    ):
        last += 1
    return last


def _joins_works(words: tuple[Word, ...], place: int) -> bool:
    """Whether the comma before a word joins works as a slash does: 张三 文、图. Between names it
    parts them: 张三 文、图 李四."""
    if words[place].gap != "comma" or not (_is_work(words, place - 1) and _is_work(words, place)):
        return False
    first, last = place - 1, place + 1
    while _is_work(words, first - 1) and words[first].gap in ("comma", "slash"):
        first -= 1
        if place - first > _MOST_WORKS:
            return False
    while _is_work(words, last) and words[last].gap in ("comma", "slash"):
        last += 1
        if last - place > _MOST_WORKS:
            return False
    return not (_is_named(words, first - 1) and _is_named(words, last))


def _is_work(words: tuple[Word, ...], place: int) -> bool:
    return 0 <= place < len(words) and is_work(words[place].text)


def _is_named(words: tuple[Word, ...], place: int) -> bool:
    """Whether somebody's name may stand there."""
    return 0 <= place < len(words) and not vocabulary.is_title(words[place].text)


def _behind_place(found: list[Token], chain: tuple[Word, ...]) -> list[Token]:
    """发自 北京、上海: the words that a place's own word doesn't hold."""
    before = found[-1] if found else None
    if before is None or before.kind != "place" or len(chain) > 1 or chain[0].kind != "word":
        return []
    if len(before.text) > LONGEST:
        return []
    word = chain[0]
    if before.text and word.gap != "comma":
        return []
    if is_work(word.text) or vocabulary.is_title(word.text):
        return []
    found.pop()
    text = f"{before.text}、{word.text}" if before.text else word.text
    return [Token("place", text, before.start, word.end, role=before.role)]


def _bracket(line: str, word: Word, found: list[Token]) -> Iterator[Token]:
    """（记者）behind a name is its role, （记者 张三）a part of the line, all else a note."""
    inside = tokens_of(line, word.start + 1, word.end - 1) if _is_flat(word) else ()
    kinds = {token.kind for token in inside}
    behind = found[-1].kind if found and word.gap in ("", "space") else ""
    if kinds and kinds <= {"title", "work"} and behind == "name":
        if len(inside) == 1:
            yield _token(inside[0].kind, word, inside[0].text, bound="one")
        else:
            yield _token("note", word, word.text)
    elif _is_part_of_the_line(kinds) or (kinds == {"name"} and behind == "title"):
        yield from inside
    else:
        yield _token("note", word, word.text)


def _is_part_of_the_line(kinds: set[TokenKind]) -> bool:
    return "name" in kinds and bool(kinds & {"title", "work"}) and "unknown" not in kinds


def _is_flat(word: Word) -> bool:
    return len(word.text) <= 4 * LONGEST and not re.search(r"[（(【\[〔［）)】\]〕］]", word.inner)


def _chain(chain: tuple[Word, ...]) -> list[Token]:
    """One word, or some that slashes join: 林楠/摄, 文/图, 文/张三, 张三/记者."""
    if len(chain) == 1:
        return _word(chain[0])
    first, last = chain[0], chain[-1]
    if last.labels and not all(is_work(word.text) for word in chain):
        return [*_chain(chain[:-1]), *_word(last)]  # 记者：张三/通讯员：李四
    if paired := _each_with_work(chain):
        return paired
    lead = _works(chain)
    tail = _works(chain[::-1])
    if lead == len(chain):
        return [_work(chain, "before" if last.labels else "")]
    if tail:
        return [*_names(chain[:-tail]), _work(chain[-tail:], "after")]
    if lead:
        return [_work(chain[:lead], "before"), *_names(chain[lead:])]
    if vocabulary.is_title(last.text) and not vocabulary.is_title(first.text):
        title = _token("title", last, last.text, bound="after")
        return [*_names(chain[:-1]), title]
    return list(_names(chain))


def _closing(found: list[Token], chain: tuple[Word, ...], follows: Word | None) -> list[Token]:
    """张三 文/李四 摄: a work that belongs to the name before it, for behind the slash stands
    another with a work of his own."""
    if len(chain) != 2 or not found or found[-1].kind != "name" or not follows:
        return []
    work, name = chain
    if work.gap != "space" or follows.gap != "space" or not is_work(follows.text):
        return []
    if not is_work(work.text) or is_work(name.text):
        return []
    return [_work((work,), "after"), *_word(name)]


def _each_with_work(chain: tuple[Word, ...]) -> list[Token]:
    """张三文/李四摄: each name with one of different works close to it."""
    ends = [word.text[-1:] for word in chain]
    if len(set(ends)) < len(chain) or not all(map(is_work, ends)):
        return []
    if not all(is_person(word.text[:-1], "", doubtful=False) for word in chain):
        return []
    found = []
    for word in chain:
        cut = word.end - 1
        found.append(Token("name", word.text[:-1], word.start, cut))
        found.append(Token("work", word.text[-1:], cut, word.end, "after"))
    return found


def _works(chain: tuple[Word, ...]) -> int:
    """How many words from the beginning are works."""
    return next((n for n, word in enumerate(chain) if not is_work(word.text)), len(chain))


def _work(chain: tuple[Word, ...], bound: Bound) -> Token:
    text = "/".join(word.text for word in chain)
    return Token("work", text, chain[0].start, chain[-1].end, bound)


def _names(chain: tuple[Word, ...]) -> list[Token]:
    """Each word for itself, unless one isn't understood: 2022/4/1."""
    found = [token for word in chain for token in _word(word)]
    if any(token.kind == "unknown" for token in found):
        return [Token("unknown", "", found[0].start, found[-1].end)]
    return found


def _word(word: Word) -> list[Token]:
    text = word.text
    if word.kind == "mark":
        return [_token("note" if text in vocabulary.CONJUNCTIONS else "text", word, text)]
    if len(text) > LONGEST:
        return [_token("unknown", word, text)]
    if is_work(text):
        return [_token("work", word, text, bound="before" if word.labels else "")]
    if vocabulary.is_title(text):
        return [_token("title", word, text, bound="before" if word.labels else "")]
    return (
        _fact(word) or _close_roles(word) or _close_pair(word) or [_token(_kind(text), word, text)]
    )


def _kind(text: str) -> TokenKind:
    if vocabulary.AND_OTHERS.fullmatch(text):
        return "note"
    if text in vocabulary.CONJUNCTIONS:
        return "note"
    if vocabulary.is_phrase(text):
        return "text"
    return "name" if is_name(text) or vocabulary.is_group(text) else "unknown"


def _fact(word: Word) -> list[Token]:
    """发自北京, 据新华社, 县委宣传部供稿."""
    if found := _PLACE.fullmatch(word.text):
        return [_token("place", word, found["name"], role="发自")]
    found = _SOURCE.fullmatch(word.text)
    if found and _is_source(found["name"]):
        role = f"{found['role']}/{found['work']}" if found["work"] else found["role"]
        return [_token("source", word, found["name"], role=role)]
    found = _SUPPLIED.fullmatch(word.text)
    if found and vocabulary.may_be_organisation(found["name"]):
        return [_token("source", word, found["name"], role="供稿")]
    return []


def _is_source(text: str) -> bool:
    return vocabulary.may_be_organisation(text) or _TITLE_OF_A_WORK.fullmatch(text) is not None


def _close_pair(word: Word) -> list[Token]:
    """张三和李四, but not 王和平."""
    found = _PAIR.fullmatch(word.text)
    if not found or not all(is_person(found[n], "", doubtful=False) for n in (1, 3)):
        return []
    kinds: tuple[TokenKind, ...] = ("name", "note", "name")
    spans = (found.span(n) for n in (1, 2, 3))
    return [
        Token(kind, word.text[start:end], word.start + start, word.start + end)
        for kind, (start, end) in zip(kinds, spans, strict=True)
    ]


def _close_roles(word: Word) -> list[Token]:
    """A name with what stands close to it: 本报记者何田, 记者张三摄, 李四整理, 王五等."""
    titled = vocabulary.glued_title(word.text)
    title, rest = titled or ("", word.text)
    worked = vocabulary.close_work(rest)
    name, work = worked or (rest, "")
    name, others = vocabulary.close_others(name)
    if not (title or work or others) or not is_person(name, "", doubtful=False):
        return []
    cut = word.start + len(title)
    found = [Token("title", title, word.start, cut)] if title else []
    kinds: tuple[tuple[TokenKind, str, Bound], ...] = (
        ("name", name, ""),
        ("note", others, ""),
        ("work", work, "after"),
    )
    for kind, text, bound in kinds:
        found += [Token(kind, text, cut, cut + len(text), bound)] if text else []
        cut += len(text)
    return found
