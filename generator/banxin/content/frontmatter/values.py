"""The value behind a key or a hyphen: taken as YAML has it, or put into quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from banxin.content.frontmatter.brackets import Group, bracketed
from banxin.content.frontmatter.corrections import Corrections
from banxin.content.frontmatter.flow import EXCESS, Flow
from banxin.content.frontmatter.scalars import (
    BAD_ESCAPE,
    BLOCK,
    COLON,
    QUOTED,
    hash_in,
    is_doubtful,
    is_over,
    is_reserved,
    quoted,
    terse_end,
    text_end,
)
from banxin.content.frontmatter.structure import KEY, Outline
from banxin.content.frontmatter.vocabulary import Vocabulary

_LISTED = re.compile(r"【[^【】\[\]]*[，、,；][^【】\[\]]*】")
_ENTRY = re.compile(r"-(?:\s|$)")
_LAST_WORD = re.compile(r"[a-z_]+$")


@dataclass(slots=True)
class Value:
    """Where a value begins, the column of the key or item it belongs to, and the key.

    ``above``: how much space stands before it.
    """

    number: int
    start: int
    owner: int
    key: str = ""
    above: int = 0


@dataclass(slots=True)
class Values:
    raw: list[str]
    corrections: Corrections
    outline: Outline
    vocabulary: Vocabulary

    def take(self, value: Value) -> int:
        """Correct a value; the number of the line behind it."""
        self.outline.empty = -1
        text = self.rest(value)
        if not self.ends(value, text):
            self.outline.empty = value.owner
            return value.number + 1
        if BLOCK.match(text):
            return self.block(value)
        if text[0] in QUOTED:
            return self.quoted(value, text)
        if self.may_be_flow(value, text) and (after := self.flow(value, text)):
            return after
        return self.plain(value, text)

    def rest(self, value: Value) -> str:
        return self.corrections.lines[value.number][value.start :]

    def ends(self, value: Value, text: str) -> int:
        """How long the text is without its comment; 0 if there is nothing else."""
        if value.key in self.vocabulary.terse:
            return terse_end(text)
        if text.startswith(("# ", "#\t")) and self.opens_block(value):
            return 0
        return text_end(text, above=value.above)

    def opens_block(self, value: Value) -> bool:
        """Whether the lines below are the value."""
        lines, number = self.corrections.lines, value.number + 1
        while number < len(lines) and not lines[number].strip():
            number += 1
        line = lines[number] if number < len(lines) else ""
        column = _indent(line)
        beside = value.key and column == value.owner  # a list may begin in its key's column
        return column > value.owner or bool(beside and _ENTRY.match(line, column))

    # several lines

    def block(self, value: Value) -> int:
        """Lines behind | or >: texts, of which nothing is YAML."""
        number = self.until(value, lambda line: _indent(line) > value.owner)
        for at in range(value.number + 1, number):
            if self.raw[at].startswith(" ") and at in self.corrections.tidied:
                self.corrections.restore(at, self.raw[at])
        return number

    def until(self, value: Value, belongs: Callable[[str], bool]) -> int:
        """The first line below that isn't blank and doesn't belong to the value."""
        lines, number = self.corrections.lines, value.number + 1
        while number < len(lines) and (not lines[number].strip() or belongs(lines[number])):
            number += 1
        return number

    def joined(self, value: Value, text: str, end: int) -> str:
        return "\n".join((text, *self.corrections.lines[value.number + 1 : end]))

    def blank(self, value: Value, end: int) -> None:
        for number in range(value.number + 1, end):
            self.corrections.blank(number)

    # quotation marks

    def quoted(self, value: Value, text: str) -> int:
        closed, end = QUOTED[text[0]].match(text), value.number + 1
        if not closed:
            end = self.until(value, lambda line: _indent(line) > value.owner)
            text = self.joined(value, text, end)
            closed = QUOTED[text[0]].match(text)
        if not closed:
            return self.unclosed(value, "unclosed-quote", end)
        row = text.count("\n", 0, closed.end())
        behind = text[closed.end() :].split("\n", 1)[0]
        if not is_over(behind):
            line = text.split("\n")[row]
            column = len(line) - len(behind) + (0 if row else value.start)
            self.after_quote(value, row, column, text[0])
        elif text[0] == '"' and (bad := BAD_ESCAPE.search(closed[0])) and not row:
            self.escape(value, closed[0], bad.start())
        return value.number + row + 1

    def after_quote(self, value: Value, row: int, column: int, mark: str) -> None:
        last = value.number + row
        self.corrections.refuse("text-after-quote", last, column, character=mark)
        end = text_end(self.corrections.lines[last])
        self.corrections.quote(value.number, value.start, last, end)

    def escape(self, value: Value, quoted: str, at: int) -> None:
        r"""A backslash is a backslash: "C:\图\a.jpg" in the marks that leave it alone."""
        start, end = value.start, value.start + len(quoted)
        inside = quoted[1:-1].replace("'", "''").replace('\\"', '"')
        self.corrections.replace(value.number, start, end, f"'{inside}'")
        self.corrections.remind("backslash-in-quotes", value.number, start + at)

    def unclosed(self, value: Value, code: str, end: int) -> int:
        text = self.rest(value)
        line = self.corrections.lines[value.number].strip()
        self.corrections.refuse(code, value.number, value.start, text=line, shown="")
        close = value.start + (text_end(text) or len(text))
        self.corrections.quote(value.number, value.start, value.number, close)
        self.blank(value, end)
        return end

    # brackets

    def may_be_flow(self, value: Value, text: str) -> bool:
        return text[0] in "[{［｛" or (text[0] == "【" and self.lists(value))

    def flow(self, value: Value, text: str) -> int:
        """The line behind a value in brackets; 0 where the brackets belong to a text."""
        end = self.until(value, lambda line: not self.is_entry(line, value.owner))
        whole = self.joined(value, text, end)
        group = bracketed(whole)
        if group is None:
            return 0 if text[0] in "［｛【" else self.unclosed(value, "unclosed-bracket", end)
        if group.end < 0:
            return end  # too deep, as the parser will say
        behind = whole[group.end + 1 :].split("\n", 1)[0]
        if self.is_excess(value, whole, group, behind):
            behind = ""
        if behind.lstrip().startswith((",", "，", ":")):
            return end  # not a text either: the parser says what it wants
        if not is_over(behind) or (text[0] in "［｛" and not self.is_list(value, whole, group)):
            return 0
        Flow(whole, group, value.number, value.start, self.corrections, self.vocabulary).correct()
        return value.number + whole.count("\n", 0, group.end) + 1

    def is_excess(self, value: Value, whole: str, group: Group, behind: str) -> bool:
        """Whether only closing brackets stand behind a list or mapping; refuses and drops them."""
        if not EXCESS.fullmatch(behind) or not self.is_list(value, whole, group):
            return False
        row = whole.count("\n", 0, group.end)
        start = group.end + 1 - (whole.rfind("\n", 0, group.end) + 1)
        place = value.number + row, start + (0 if row else value.start)
        self.corrections.refuse("excess-bracket", *place, text=behind.strip())
        self.corrections.replace(*place, place[1] + len(behind), "")
        return True

    def is_list(self, value: Value, text: str, group: Group) -> bool:
        """Whether full-width brackets were meant as YAML's, and aren't signs of the text."""
        inside = text[: group.end]
        return bool(group.marks) or ":" in inside or "：" in inside or self.lists(value)

    def lists(self, value: Value) -> bool:
        return value.key in self.vocabulary.lists

    def is_entry(self, line: str, owner: int) -> bool:
        """Whether a line is a key or an item that isn't inside the value of ``owner``."""
        column = _indent(line)
        return column <= owner and bool(KEY.match(line, column) or _ENTRY.match(line, column))

    # text

    def plain(self, value: Value, text: str) -> int:
        length = self.ends(value, text)
        last, end = value.number, value.start + length
        if length == len(text.rstrip()):
            last, end = self.extent(value, end)
        if self.judge(value, text[:length], last):
            self.corrections.quote(value.number, value.start, last, end)
        return last + 1

    def extent(self, value: Value, end: int) -> tuple[int, int]:
        """The last line of a text and where it ends there."""
        number = self.until(value, lambda line: self.outline.goes_on(line, value.owner)) - 1
        while number > value.number and not self.corrections.lines[number].strip():
            number -= 1
        if number == value.number:
            return number, end
        return number, text_end(self.corrections.lines[number])

    def judge(self, value: Value, text: str, last: int) -> bool:
        """Whether the text needs quotation marks; after saying why."""
        note, number, start = self.corrections, value.number, value.start
        if is_reserved(text) or text[0] in "[{":
            if text[0] in "[{":
                note.remind("unquoted-character", number, start, character=text[0], text=text)
            else:
                note.refuse("reserved-character", number, start, character=text[0])
            return True
        if _LISTED.fullmatch(text):
            inside = text[1:-1].replace("，", ", ").replace("、", ", ")
            line = f"{self.before(value)}[{inside}]"
            note.remind("fullwidth-list", number, start, text=text, shown=line)
        colon = COLON.search(text)
        if colon:
            self.colon(value, text, colon.start())
        return bool(colon) | self.hashes(value, text, last)

    def colon(self, value: Value, text: str, at: int) -> None:
        """Another key on the same line, or a colon that belongs to the text."""
        word = _LAST_WORD.search(text[:at])
        place = value.number, value.start + at
        if word and self.vocabulary.knows(word[0]):
            self.corrections.refuse("field-in-value", *place, key=word[0], shown="")
        else:
            self.corrections.remind("unquoted-colon", *place, key=value.key or "-")

    def before(self, value: Value) -> str:
        """What stands on the line before a value: the indentation, a hyphen, a key."""
        return self.corrections.lines[value.number][: value.start]

    def hashes(self, value: Value, text: str, last: int) -> bool:
        """Whether YAML would see a comment in the text; a doubtful one is reminded of."""
        lines = (text, *self.corrections.lines[value.number + 1 : last + 1])
        doubtful = next((n for n, line in enumerate(lines) if is_doubtful(line)), None)
        if doubtful is not None:
            whole = quoted(" ".join(line.strip() for line in lines))
            shown = f"{self.before(value)}{whole}"
            column = hash_in(lines[doubtful]) + (0 if doubtful else value.start)
            self.corrections.remind("hash-in-text", value.number + doubtful, column, shown=shown)
        return any(hash_in(line) >= 0 for line in lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
