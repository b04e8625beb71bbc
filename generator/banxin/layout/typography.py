"""What a browser can't do for Chinese type: done once, when the page is drawn.

Headlines may break only between words; ``·`` and ``～`` may not begin a line; one- or two-digit
numbers stand upright in vertical text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from banxin.layout import tables
from banxin.model import Headline

WORD_JOINER = "\u2060"
_BREAK = Markup("<wbr>")
_CLOSING = "、。，．：；！？）》」』】〉〕”’％‰℃·～…—!),.:;?]}%"
_OPENING = "（《「『【〈〔“‘([{"
# Words of one character that lean on the next one; every other leans on the one before it.
_LEANS_FORWARD = frozenset(
    "把被在与和及同对向为以将让从由给不未无没可要应须再又也还都更最很新老大小全各每第暨"
)
_NUMBER = re.compile(r"(?<![!-~])[0-9]{1,2}(?![!-~])")
_NO_START = re.compile(r"(?<!\u2060)(?=[·～])")
_QUOTED = re.compile(r"“[^“”]{1,6}”|《[^《》]{1,6}》|（[^（）]{1,4}）")
_TAG = re.compile(r"(<[^>]*>)")
_TIED = re.compile(f"(&#?\\w+;|[^\\s;{WORD_JOINER}]){WORD_JOINER}([·～])")
_WORD = "[A-Za-z0-9./:_%?=-]"
# What stands before is looked at second, for a search skips fast to a set of letters; no entity.
_LATIN = re.compile(
    f"(?P<long>{_WORD}(?<!&.){_WORD}{{19,}})"
    r"|(?P<code>(?=[A-Za-z0-9,./:*-]{5})[A-Za-z0-9][A-Za-z0-9*]*(?:[,./:-][A-Za-z0-9*]+)*%?)"
)
_RUN = re.compile("[A-Za-z0-9,./:_%?=*-]{5}")  # what none of these does without
_SHORT_WORD = 8  # letters
_DIGIT = re.compile("[0-9]")
_SPACE = re.compile(r"[ \u3000]+")


def protect(text: str) -> str:
    """U+2060 before ``·`` and ``～``, which browsers let begin a line even in strict mode."""
    return _NO_START.sub(WORD_JOINER, text) if "·" in text or "～" in text else text


def tied(page: str) -> str:
    """A page's HTML with ``<span class="tied">`` around what a joiner holds together: a name is
    copied as it was typed. Behind a tag the joiner stays."""
    if WORD_JOINER not in page:
        return page
    return "".join(
        piece if piece.startswith("<") else _TIED.sub(r'<span class="tied">\1\2</span>', piece)
        for piece in _TAG.split(page)
    )


def prose(html: Markup | str) -> Markup:
    """A body's HTML, protected, its Latin words and its tables marked; a tag's inside stays."""
    if "<table>" in html:
        html = tables.framed(str(html))
    if "·" not in html and "～" not in html and not _RUN.search(html):  # as in most
        return Markup(html)
    pieces = _TAG.split(str(html))
    return Markup("".join(p if p.startswith("<") else _lasting(p) for p in pieces))


def words(text: str) -> Markup:
    """Plain text, escaped, its Latin words marked as in a body."""
    return prose(escape(text))


def _lasting(text: str) -> str:
    return _LATIN.sub(_marked, protect(text))


def _marked(found: re.Match[str]) -> str:
    """An address may be cut anywhere, or the mark after it begins the next line; a number or a
    code nowhere; a word between its syllables, where the browser knows them."""
    latin = found[0]
    if found["long"]:
        return f'<span class="long">{latin}</span>'
    if _DIGIT.search(latin):
        return f'<span class="code">{latin}</span>'
    return f'<span lang="en">{latin}</span>' if len(latin) > _SHORT_WORD else latin


def headline(title: Headline | str, words: tuple[str, ...] = ()) -> Markup:
    """A title with ``<wbr>`` where a line may end.

    The editor's ``|`` comes first: its parts are spans that a stylesheet keeps whole as long as
    they fit. Inside a part, lines may end between words; ``words`` are the paper's own, never cut.
    """
    parts = title.parts if isinstance(title, Headline) else (title,)
    cut = [_phrases(part.strip(), words) for part in parts]
    if len(cut) == 1:
        return cut[0]
    return _BREAK.join(Markup('<span class="part">{}</span>').format(part) for part in cut)


@lru_cache(maxsize=4096)  # a title stands on its article's page, its page and its neighbours'
def _phrases(text: str, words: tuple[str, ...]) -> Markup:
    """Phrases set apart by spaces are kept whole, too, as long as they fit."""
    whole = [pieces(phrase, words) for phrase in _SPACE.split(text)]
    phrases = [_BREAK.join(phrase) for phrase in whole]
    if len(phrases) == 1:
        return phrases[0]
    spans = [Markup("<span>{}</span>").format(phrase) for phrase in phrases]
    gaps = [Markup(escape(gap)) for gap in _SPACE.findall(text)] + [Markup("")]
    return Markup("").join(piece for pair in zip(spans, gaps, strict=True) for piece in pair)


def vertical(text: Headline | str, words: tuple[str, ...] = ()) -> Markup:
    """The same for upright lines: numbers of one or two digits stand side by side."""
    return Markup(_TEXT.sub(lambda found: _combined(found[0]), str(headline(text, words))))


_TEXT = re.compile(r"[^<>&]+(?![^<]*>)")


def _combined(text: str) -> str:
    return _NUMBER.sub(r'<span class="tcy">\g<0></span>', text)


def own_words(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the paper's words that occur in ``text``: all that its headline needs to know."""
    return tuple(word for word in words if len(word) > 1 and word in text)


@lru_cache(maxsize=4096)
def pieces(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces between which a line of a headline may end. Joined again they are the text."""
    found: list[str] = []
    for word in _words(text, words):
        if found and _joined(found[-1], word):
            found[-1] += word
        else:
            found.append(word)
    return tuple(_without_widows(found))


def _words(text: str, words: tuple[str, ...]) -> list[str]:
    own = sorted({w for w in words if w} | set(_QUOTED.findall(text)), key=len, reverse=True)
    if not own:
        return [word for piece in _runs(text) for word in piece]
    found: list[str] = []
    for piece in re.split("(" + "|".join(map(re.escape, own)) + ")", text):
        found += [piece] if piece in own else [w for run in _runs(piece) for w in run]
    return found


def _runs(text: str) -> list[list[str]]:
    """Runs of ASCII stay whole, everything else is cut into words."""
    import rjieba  # unfolds its dictionary, which most builds don't need

    runs = re.findall(r"[!-~]+|[^!-~]+", text)
    return [[run] if run.isascii() else rjieba.cut(run) for run in runs]


def _joined(before: str, word: str) -> bool:
    """Whether no line may end between the two."""
    if word[0] in _CLOSING or before[-1] in _OPENING or before[-1] == "·":
        return True
    if word[0].isdigit() and not before[-1].isascii():  # 第23次, but 人大常委会 / 2026年
        return len(before) == 1 and before[-1].isalnum()
    if word[0].isascii() or before[-1].isascii():
        return word[0].isalnum() and before[-1].isalnum()
    return len(word) == 1 and word not in _LEANS_FORWARD and before[-1] not in _CLOSING


def _without_widows(pieces: list[str]) -> list[str]:
    """A single character that leans forward joins the piece after it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and len(joined[-1]) == 1 and joined[-1] in _LEANS_FORWARD:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
