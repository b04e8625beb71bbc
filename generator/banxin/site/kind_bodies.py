"""A body's HTML as its kind is printed: a letter's formulas, who signed, lines of verse, a grid.

Only classes and spans are added, and spaces stand between names in place of other marks. A theme
without rules for them shows paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from itertools import count

from markupsafe import Markup, escape

from banxin.layout.lengths import ems
from banxin.layout.typography import WORD_JOINER

_PARAGRAPH = re.compile(r"<p>((?:(?!</p>).)*)</p>", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_SALUTATION = re.compile(r".{1,40}[：:]")
_GREETING = re.compile(r"(?:此致|祝|顺祝|顺颂|即颂|致以|此颂|敬祝|谨此).{0,12}")
_WISH = re.compile(r"(?:敬礼|.{0,6}(?:安好?|康|祺|绥|礼|好|乐|利|福|吉祥))[！!。]?")
_SIGNED = 30  # characters of a line of a sign-off, at most
_DATE = re.compile(
    r"(?:\d{4}|[一二三四五六七八九〇○零]{4})年\s*[\d一二三四五六七八九十]{1,3}月\s*[\d一二三四五六七八九十廿]{1,3}日"
)
_SENTENCE = re.compile("[。！？；：，…!?;:,]")
_FORMULA = re.compile("特此|谨此|专此|此致|此告|敬请")
_CONTACT = re.compile("附|[（(]|联系|咨询|监督|电话|地址|网址|邮箱|[^。！？]{2,8}[：:]")
_OFFICE = re.compile(r".{0,20}(?:编辑部|编委会|本报|报社|小组|委员会|办公室|公司|中心|局|院|社)")
_QUESTION = re.compile(r"(?:<strong>)?(?:问|记者|主持人|编者|网友|读者|Q)\d{0,2}[：:]")
_ANSWER = re.compile(r"(?:<strong>)?[^\s<>：:，。！？]{1,16}[：:]")
_LABELLED = re.compile(r"([^：:]{1,30}[：:])(.+)", re.DOTALL)
_APART = re.compile("[ \t\u3000\u2003\xa0、,；;/\n]+")
_HAN = "[\u3400-\u9fff\U00020000-\U000323af]"
_NAME = re.compile(
    rf"(?:{_HAN}{{2,4}}|{_HAN}{{1,12}}(?:[·•]{_HAN}{{1,12}}){{1,4}}"
    rf"|{_HAN}{{1,2}}[*＊×○]{{1,3}}{_HAN}?)"  # 王**, 李*明
    "(?:[（(][^（）()]{1,12}[）)])?"
)
_TWO = re.compile(f"{_HAN}{{2}}")
_DOT, _BREAK_AFTER = re.compile("[·•]"), r"\g<0><wbr>"
_END_OF_LINE = "<br>\n"
_LONGEST = 56.0  # ems of a line of verse: what is longer is prose
_FURTHEST = 8  # full-width spaces: a line that begins further in goes on there, or has no room
_BETWEEN_GRIDS = re.compile(r'(?<=</span>)</p>\s*<p class="names">')
_FEWEST = 2  # names of a paragraph that is set as a grid


def shaped(kind: str, body: Markup) -> Markup:
    """``body`` with the classes of its kind; as it is for a kind that has none."""
    shape = _SHAPES.get(kind)
    return Markup(shape(str(body))) if shape else body


def _letter(html: str) -> str:
    """Salutation at the margin, 此致 indented, 敬礼 at the margin, who signs at the right; then, as
    another letter, what answers it."""
    found = list(_PARAGRAPH.finditer(html))
    texts = [_plain(one[1]) for one in found]
    greeting = next((n for n, text in enumerate(texts) if _closes(texts, n, text)), None)
    saluted = 1 if len(texts) > 1 and _is_name(texts[0]) else 0  # below 【回复】
    classes = {saluted: "salutation"} if texts and _SALUTATION.fullmatch(texts[saluted]) else {}
    if greeting is None:
        return _with_classes(_signed(html), classes)
    classes[greeting], end = "greeting", greeting + 1
    if end < len(texts) and _WISH.fullmatch(texts[end]):
        classes[end], end = "wish", end + 1
    while end < len(texts) and _is_name(texts[end]) and texts[end][0] not in "【[":
        classes[end] = "signed"
        end += 1
    rest = html[found[end - 1].end() :]
    letter = _with_classes(html[: len(html) - len(rest)], classes)
    return letter + (_letter(rest) if end < len(texts) else rest)


def _with_classes(html: str, classes: Mapping[int, str]) -> str:
    """``classes``: of paragraphs by their number, those that have no class yet counted alone."""
    numbers = count()

    def line(found: re.Match[str]) -> str:
        name = classes.get(next(numbers))
        return _classed(name, found[1]) if name else found[0]

    return _PARAGRAPH.sub(line, html)


def _signed(html: str) -> str:
    """Who signed, and when, at the right, where they were typed as the last lines of the text."""
    lines = list(_PARAGRAPH.finditer(html))
    signing = _signing(html, lines)
    if not signing:
        return html
    first, last = lines[signing[0]], lines[signing[-1]]
    middle = _PARAGRAPH.sub(lambda p: _classed("signed", p[1]), html[first.start() : last.end()])
    return html[: first.start()] + middle + html[last.end() :]


def _signing(html: str, lines: list[re.Match[str]]) -> range:
    """A date by itself with the short lines right above it, or an office as the last line."""
    texts = [_plain(found[1]) for found in lines]
    dates = [n for n, text in enumerate(texts) if _DATE.fullmatch(text)]
    end = dates[-1] if dates else len(texts) - 1
    goes_on = not all(_CONTACT.match(text) for text in texts[end + 1 :])
    if end < 1 or goes_on or not (dates or _OFFICE.fullmatch(texts[end])):
        return range(0)
    first = end
    while first > 1 and _is_name(texts[first - 1]) and _touch(html, lines[first - 1 : first + 1]):
        first -= 1
    if texts[first - 1].endswith(("：", ":")):  # what follows is a list, but for who signs it
        first = next((n for n in range(first, end) if _OFFICE.fullmatch(texts[n])), end)
    return range(first, end + 1) if first < end or not dates else range(0)


def _is_name(text: str) -> bool:
    fits = 0 < len(text) <= _SIGNED
    return fits and not _SENTENCE.search(text) and not _FORMULA.match(text)


def _touch(html: str, lines: list[re.Match[str]]) -> bool:
    """Whether nothing, as a table, stands between two paragraphs."""
    return not html[lines[0].end() : lines[1].start()].strip()


def _closes(texts: list[str], at: int, text: str) -> bool:
    """Whether a letter's last formula begins here: 此致, or such words with a wish below them."""
    if not _GREETING.fullmatch(text):
        return False
    below = texts[at + 1] if at + 1 < len(texts) else ""
    return text.startswith("此致") or bool(below and _WISH.fullmatch(below))


def _questions(html: str) -> str:
    """What is asked, and what is answered."""

    def turn(found: re.Match[str]) -> str:
        if _QUESTION.match(found[1]):
            return _classed("question", found[1])
        return _classed("answer", found[1]) if _ANSWER.match(found[1]) else found[0]

    return _PARAGRAPH.sub(turn, html)


def _verse(html: str) -> str:
    """Lines that hang: what doesn't fit goes on further in than where the line began.

    ``in2``: two full-width spaces stand before it. Lines that a mark goes over stay as they are.
    """

    def stanza(found: re.Match[str]) -> str:
        lines = found[1].split(_END_OF_LINE)
        texts = [_TAG.sub("", line) for line in lines]
        prose = len(lines) == 1 or max(map(ems, texts)) > _LONGEST
        if prose or any(line.count("<") != 2 * line.count("</") for line in lines):
            return found[0]
        return f"<p>{_END_OF_LINE.join(map(_line, lines))}</p>"

    return _PARAGRAPH.sub(stanza, html)


def _line(html: str) -> str:
    further = min(_FURTHEST, len(html) - len(html.lstrip("\u3000")))
    return f'<span class="line{f" in{further}" if further else ""}">{html}</span>'


def _names(html: str) -> str:
    """Paragraphs of nothing but names become grids; a label before them (一等奖：) stays theirs.

    Lines that follow each other are one grid: where they were ended depends on who typed them.
    """
    lines = [_label_and_names(found) for found in _PARAGRAPH.finditer(html)]
    awards = {label[-2:-1] for label, names in lines if len(names) >= _FEWEST and label}

    def grid(found: re.Match[str]) -> str:
        label, names = _label_and_names(found)
        alike = bool(label) and label[-2:-1] in awards  # 三等奖：one, below 一等奖：two
        if not names or (len(names) < _FEWEST and not alike):
            return found[0]
        head = f'<p class="names-of">{escape(label)}</p>\n' if label else ""
        return f'{head}<p class="names">{" ".join(map(_cell, names))}</p>'

    return _BETWEEN_GRIDS.sub(" ", _PARAGRAPH.sub(grid, html))


def _label_and_names(line: re.Match[str]) -> tuple[str, list[str]]:
    """What stands before the names of a line, and they; no names if there is anything else."""
    text = _plain(line[1]).replace(WORD_JOINER, "")  # a cell breaks where it is told to
    labelled = _LABELLED.fullmatch(text)
    label, rest = (labelled[1], labelled[2]) if labelled else ("", text)
    names = _cut(rest)
    return label, names if all(_NAME.fullmatch(name) for name in names) else []


def _cut(text: str) -> list[str]:
    """Names in a line. Two single characters side by side are one spaced by hand: 王　慧."""
    pieces = [piece for piece in _APART.split(text.strip().rstrip("。.")) if piece]
    names: list[str] = []
    single = False
    for piece in pieces:
        if single and len(piece) == 1:
            names[-1] += piece
            single = False
        else:
            names.append(piece)
            single = len(piece) == 1
    return names


def _cell(name: str) -> str:
    """``n2``: two characters, not 李*, spaced to three; ``wide``: more than a cell holds, and it
    may break behind a dot."""
    cls = ' class="n2"' if _TWO.fullmatch(name) else ' class="wide"' if len(name) > 3 else ""
    return f"<span{cls}>{_DOT.sub(_BREAK_AFTER, str(escape(name)))}</span>"


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def _classed(name: str, html: str) -> str:
    return f'<p class="{name}">{html}</p>'


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "letter": _letter,
    "qa": _questions,
    "names": _names,
    "poem": _verse,
    **dict.fromkeys(("obituary", "correction", "statement", "notice", "advertisement"), _signed),
}
