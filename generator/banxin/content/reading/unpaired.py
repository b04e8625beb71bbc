"""Quotation marks, title marks and brackets of which only one half was typed.

What may be meant is passed over: a quotation of several paragraphs opens in each of them and closes
in the last; 1） and a） have no bracket before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from banxin.content.fields.article import ArticleKeys as Keys
from banxin.content.fields.article_parts import PhotoKeys
from banxin.content.frontmatter import Document, List, Map, Node, Text
from banxin.model import Article
from banxin.problems import Place, Problems

_CLOSING = {"“": "”", "《": "》", "（": "）", "(": ")"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_SAME = str.maketrans("()", "（）")  # a bracket of the one kind may close the other
_MARKS = re.compile("[“”《》（）()]")
_TITLE_MARKS = re.compile("[《》]")
_HEADLINE = (Keys.KICKER, Keys.TITLE, Keys.SUBTITLE)
_LINES = (Keys.BYLINE, Keys.DATELINE)
# 1）, ①）, 一）, a）; ：）, which is a face
_NO_OPENING = re.compile(
    r"(?:(?:^|[^0-9A-Za-z])(?:[0-9]{1,2}|[A-Za-z])|[一二三四五六七八九十①-⑳：:；;])$"
)
# “《”: the mark itself is spoken of; 》》: an arrow
_SPOKEN_OF = re.compile("[“‘\"'「（](?:《|》)[”’\"'」）]|《{2,}|》{2,}|《[ \u3000]*》")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[ \t\u3000]*[^\s][^\n]*)*")
_CODE = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`|https?://[^\s，。）]+", re.MULTILINE | re.DOTALL
)
# “甲" without a ” before the end of the line; but not “55"
_PLAIN = r"[^“”\"\n]"
_HALF_WIDTH = re.compile(
    rf"“{_PLAIN}{{1,40}}(?<![0-9.])\"(?={_PLAIN}*(?:“{_PLAIN}*”{_PLAIN}*)*$)", re.MULTILINE
)
_AROUND = 12  # characters that a message shows on each side of a mark


class Half(msgspec.Struct, frozen=True):
    """A mark without its partner: where it stands in a text."""

    mark: str
    missing: str
    at: int


def check_pairs(article: Article, document: Document, problems: Problems) -> None:
    """Report the first half of a pair in each field and each paragraph. Drafts may have such."""
    if article.status != "published":
        return
    for texts in _fields(document.fields):
        _check_field(texts, article.file, problems)
    if _may_have_halves(document.body):
        for line, column, half, text in _in_body(document.body):
            place = Place(article.file, document.body_line + line, column + 1)
            problems.warn(place, "unpaired-mark", **_details(text, half))


def _fields(fields: Node) -> Iterator[tuple[Text, ...]]:
    """The texts of each field, of all lines of a headline together: “甲 / 乙” may go over two."""
    if not isinstance(fields, Map):
        return
    headline: list[Text] = []
    for pair in fields.pairs:
        if any(key.means(pair.key.value) for key in _HEADLINE):
            headline += _texts(pair.value)
        elif any(key.means(pair.key.value) for key in _LINES):
            yield tuple(_texts(pair.value))
        elif Keys.PHOTOS.means(pair.key.value):
            yield from _captions(pair.value)
    yield tuple(headline)


def _captions(photos: Node) -> Iterator[tuple[Text, ...]]:
    for photo in photos.items if isinstance(photos, List) else (photos,):
        for pair in photo.pairs if isinstance(photo, Map) else ():
            if PhotoKeys.CAPTION.means(pair.key.value):
                yield tuple(_texts(pair.value))


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    else:
        for inner in node.items if isinstance(node, List) else [p.value for p in node.pairs]:
            yield from _texts(inner)


def _check_field(texts: Iterable[Text], file: str, problems: Problems) -> None:
    """Of texts that belong together, the first that has half a pair, if they have as a whole."""
    texts = tuple(texts)
    if half_of("\n".join(text.value for text in texts), _MARKS) is None:
        return
    for text in texts:
        if half := half_of(text.value, _MARKS):
            place = Place(file, text.line, text.column)
            problems.warn(place, "unpaired-mark", **_details(text.value, half))
            return


def _may_have_halves(body: str) -> bool:
    """Whether a closer look is worth its time."""
    if "“" in body and '"' in body:
        return True
    marked = "《" in body or "》" in body
    return marked and any(line.count("《") != line.count("》") for line in body.split("\n"))


def _in_body(body: str) -> Iterator[tuple[int, int, Half, str]]:
    """Line, column, mark and paragraph: of 《》 in a paragraph, and of “ that a \" should close."""
    body = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)
    for paragraph in _PARAGRAPH.finditer(body):
        text = paragraph[0]
        half = half_of(text, _TITLE_MARKS) if text.count("《") != text.count("》") else None
        if half is None and '"' in text and (found := _HALF_WIDTH.search(text)):
            half = Half("“", "”", found.start())
        if half:
            at = paragraph.start() + half.at
            yield body.count("\n", 0, at), at - body.rfind("\n", 0, at) - 1, half, text


def half_of(text: str, marks: re.Pattern[str]) -> Half | None:
    """The first of ``marks`` in ``text`` that has no partner; different pairs may cross."""
    opened: dict[str, list[int]] = {}
    halves = []
    for found in marks.finditer(_SPOKEN_OF.sub(lambda f: "\0" * len(f[0]), text)):
        mark = found[0].translate(_SAME)
        if mark in _CLOSING:
            opened.setdefault(mark, []).append(found.start())
        elif before := opened.get(_OPENING[mark]):
            before.pop()
        elif mark != "）" or not _NO_OPENING.search(text, 0, found.start()):
            halves.append(found.start())
    first = min((*halves, *(at for places in opened.values() for at in places)), default=-1)
    if first < 0:
        return None
    return Half(text[first], (_CLOSING | _OPENING)[text[first]], first)


def _details(text: str, half: Half) -> dict[str, str]:
    begun = max(0, half.at - _AROUND)
    around = text[begun : half.at + _AROUND + 1].replace("\n", " ").strip()
    return {"text": around, "mark": half.mark, "missing": half.missing}
