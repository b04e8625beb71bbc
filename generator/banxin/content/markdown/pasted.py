"""What comes along when text is pasted: comments, conflict marks, characters of private use,
lines that another program wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from banxin.model.characters import HAN, PRIVATE, is_letter

# (line, column) from 0 and the details of one finding, for whoever reports it
Reporter = Callable[[str, int, int, dict[str, str]], None]

_NOT_END = re.compile(r"[^\n]")
LONGEST_WITHIN = 400  # of a comment within a line that leaves no space
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
# the sign first, by which an engine finds it quickly
_MOST_QUOTED = 8  # places of one mistake
_HALF_WIDTH = re.compile(f"[,;:?!.](?<=[{HAN}].)(?=[{HAN}])")
_PRIVATE = re.compile(f"[{PRIVATE}]")
# Soft hyphen, zero width, direction, byte order, fillers that look empty, separators of lines, and
# what stands for an object of Word's. (U+200D joins emoji; U+FE0F chooses their form.)
_HIDDEN = (
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800"
    "\u3164\ufeff\uffa0\ufffc"
)
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
_UNSEEN = re.compile(f"[{_HIDDEN}{PRIVATE}]")
_GARBLED = re.compile("\ufffd+|(?:锟斤拷)+")
# A list's mark followed by another space than a keyboard's, and a footnote's full-width colon.
_ODD_SPACE = re.compile(r"^([ \t>]*(?:[-*+]|[0-9]{1,3}[.)]))[\u3000\u00a0]", re.MULTILINE)
_ODD_COLON = re.compile(r"^(\[\^[^\]\s]+\])：", re.MULTILINE)
_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_SENTENCE_END = "。！？…；：”’』」）!?;:."
_PAUSE = re.compile("[，。；！？]")
_INDENTED = re.compile(r"(?:\u3000{2}|[ \u00a0]{2,8}|\t)[^\s#>*+|-]")
_HEAD = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9①-⑳]|[问答]："
)
_PLAIN = re.compile(r"[^\s!-/:-@\[-`{-~]")


def cleaned(source: str, report: Reporter) -> str:
    """``source`` without what is never printed; every character left is where it was."""
    if "<!--" in source:
        source = _without_comments(source, report)
    if "\u3000" in source or "\u00a0" in source:
        source = _BLANK.sub(lambda found: " " * len(found[0]), source)
    if "<<<<<<<" in source or ">>>>>>>" in source:
        source = _without_conflicts(source, report)
    _report_characters(source, report)
    _report_half_width(source, report)
    source = _ODD_SPACE.sub(r"\1 ", source) if "\u3000" in source or "\u00a0" in source else source
    return _ODD_COLON.sub(r"\1:", source) if "[^" in source else source


def _report_characters(source: str, report: Reporter) -> None:
    """Characters that readers won't see, or not as the editor does: each at its first place."""
    odd = (("private-character", _PRIVATE), ("invisible-in-body", _INVISIBLE))
    for code, pattern in odd if _UNSEEN.search(source) else ():
        for found in _first_of_each(pattern, source):
            line, column = _place(source, found.start())
            report(code, line, column, {"character": f"U+{ord(found[0]):04X}"})
    if "\ufffd" in source or "锟斤拷" in source:
        garbled = next(_GARBLED.finditer(source))
        line, column = _place(source, garbled.start())
        report("garbled-text", line, column, {"text": garbled[0]})


def _report_half_width(source: str, report: Reporter) -> None:
    """A comma of a Latin keyboard between Chinese characters: once a body, at the first."""
    found = list(_HALF_WIDTH.finditer(source))
    if found:
        at = found[0].start()
        line, column = _place(source, at)
        texts = list(dict.fromkeys(source[one.start() - 1 : one.start() + 2] for one in found))
        more = "…" if len(texts) > _MOST_QUOTED else ""
        quoted = "".join(f"“{text}”" for text in texts[1:_MOST_QUOTED]) + more
        details = {
            "text": texts[0], "mark": found[0][0], "count": str(len(found)),
            "others": f"（{quoted}）" if quoted else "",
        }  # fmt: skip
        report("half-width-punctuation", line, column, details)


def _first_of_each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    seen: set[str] = set()
    for found in pattern.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield found


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def _without_comments(source: str, report: Reporter) -> str:
    """Comments at a line's end or beginning become full-width spaces, which mean nothing there;
    those within one line are left to the parser, since no space may be between the words."""
    pieces, done, line, begun = [], 0, 0, 0
    while (start := source.find("<!--", done)) >= 0:
        line += source.count("\n", done, start)
        begun = max(begun, source.rfind("\n", done, start) + 1)
        end = source.find("-->", start + 4) + 3
        if end < 3:
            report("comment-unclosed", line, start - begun, {})
            break
        comment = source[start:end]
        said = " ".join(comment[4:-3].split())
        report("comment-left-out", line, start - begun, {"said": said[:40]})
        pieces.append(source[done:start])
        within = end - start <= LONGEST_WITHIN and _is_within(source, start, end)
        pieces.append(comment if within else _NOT_END.sub("\u3000", comment))
        line += comment.count("\n")
        begun = max(begun, source.rfind("\n", start, end) + 1)
        done = end
    return "".join((*pieces, source[done:]))


def _is_within(source: str, start: int, end: int) -> bool:
    """Whether it is of one line, with a character right before and after it."""
    return (
        "\n" not in source[start:end]
        and not (source[start - 1 : start] or " ").isspace()
        and not (source[end : end + 1] or " ").isspace()
    )


def _without_conflicts(source: str, report: Reporter) -> str:
    """The lines that a version control system wrote, as empty ones; each conflict is reported."""
    if not re.search(r"^(?:<{7}|>{7}) ", source, re.MULTILINE):
        return source
    reported = False
    for number, line in enumerate(source.split("\n")):
        if _CONFLICT.fullmatch(line) and (line.startswith("<") or not reported):
            report("merge-conflict", number, 0, {"text": line[:40]})
            reported = True
    return _CONFLICT.sub(lambda found: " " * len(found[0]), source)


def wrapped(source: str) -> int:
    """The first line, from 0, of a run that was wrapped by hand or by a program; -1 if none was.

    At least three lines of about the same width, most of which end within a sentence; or several
    paragraphs whose first lines do.
    """
    found = _wrapped_alike(source)
    return found if found >= 0 else _wrapped_over_all(source)


def _wrapped_alike(source: str) -> int:
    line = 0
    for part in source.split("\n\n"):
        lines = part.split("\n")
        if len(lines) > 2:
            start = _wrapped_at(lines)
            if start >= 0:
                return line + start
        line += len(lines) + 1
    return -1


def _wrapped_over_all(source: str) -> int:
    """The same for a body whose paragraphs have too few lines to tell one by one: their first
    lines, of about one width, end within a sentence and go on in the next."""
    lines = ["", *source.split("\n")]
    indented = any(_INDENTED.match(line) for line in lines)
    found = [
        n
        for n, (before, above, text) in enumerate(zip(lines, lines[1:], lines[2:], strict=False))
        if _goes_on(above, text)
        and (_INDENTED.match(above) if indented else not before.strip() and _PLAIN.match(above))
    ]
    widths = [_width(lines[n + 1].strip()) for n in found]
    alike = max(widths, default=0) - min(widths, default=0) <= 8
    return found[0] if len(found) > (1 if indented else 2) and alike else -1


def _goes_on(above: str, text: str) -> bool:
    return (
        len(above) > 14
        and above[-1] not in _SENTENCE_END
        and is_letter(above.rstrip()[-1:] or " ")
        and bool(_PLAIN.match(text) and not _HEAD.match(text) and _PAUSE.search(above + text))
        and "\t" not in above.strip() + text
    )


def _wrapped_at(lines: list[str]) -> int:
    run: list[str] = []
    for n, text in enumerate((*lines, "")):
        if len(text) > 14 and _PLAIN.match(text) and "\t" not in text and _is_near(run, text):
            run.append(text)
            continue
        enough = len(run) > 2 or (len(run) == 2 and _ends(text))
        # names and unpunctuated verse have lines of one width, too
        if enough and _ends_within(run) and _PAUSE.search("".join((*run, text))):
            return n - len(run)
        run = [text] if len(text) > 14 and _PLAIN.match(text) and "\t" not in text else []
    return -1


def _is_near(run: list[str], text: str) -> bool:
    return not run or abs(_width(run[0]) - _width(text)) <= 4


def _ends_within(run: list[str]) -> bool:
    return 2 * sum(not _ends(text) for text in run) > len(run)


def _ends(text: str) -> bool:
    """Whether the line ends where a sentence does."""
    return text.rstrip()[-1:] in _SENTENCE_END and bool(text.strip())


def _width(text: str) -> int:
    """In halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
