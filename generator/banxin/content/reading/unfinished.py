"""What is left of the form that an article began as, and what was forgotten in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banxin.content import placeholders
from banxin.content.fields.value_types import number_of
from banxin.content.frontmatter import Document, List, Map, Node, Text
from banxin.model import Article
from banxin.model.page_label import page_key, page_label
from banxin.problems import Place, Problems

# a title with a picture, or one that leads to another article, is whole without a text
_WITHOUT_TEXT = ("teaser", "ear")
_PAGES = "第?[0-9A-Z一二三四五六七八九十、—-]{1,6}版"
_TURN = re.compile(rf"^\s*([（(]?(?:紧接|上接|下转|转)({_PAGES}).{{0,12}}[)）]?)\s*$", re.MULTILINE)
# 本报讯, 新华社北京4月1日电: what nobody begins a sentence with; what follows it in brackets
_STEM = re.compile(r"[^（(]*(?:讯|电|消息|报道)(?=[（(]|$)")
_APART = re.compile(r"[\s*【】\[\]]+")


def check_finished(article: Article, document: Document, problems: Problems) -> None:
    """Report what no reader should see. A draft may have it, and a withdrawn article has none."""
    if article.status != "published":
        return
    for text in _texts(document.fields):
        if text.value.strip() in placeholders.IN_FIELDS:
            place = Place(article.file, text.line, text.column)
            problems.add(place, "placeholder", text=text.value.strip())
    _check_body(article, document, problems)


def _check_body(article: Article, document: Document, problems: Problems) -> None:
    if not document.body.strip():
        if not (article.photos or article.jump or article.rank in _WITHOUT_TEXT):
            problems.add(Place(article.file, document.body_line), "body-empty")
        return
    if article.rank == "photo" and not article.photos and "![" not in document.body:
        problems.warn(Place(article.file, document.body_line), "photo-story-bare")
    _check_dateline(article.dateline, article.file, document, problems)
    for found in _TURN.finditer(document.body):
        at = document.body_line + document.body.count("\n", 0, found.start(1))
        problems.warn(
            Place(article.file, at, 1),
            "jump-typed",
            text=found[1],
            target=_target(article, *found.groups()),
        )
    if not any(start in document.body for start in placeholders.BODY_STARTS):
        return
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.strip().startswith(placeholders.BODY_STARTS):
            problems.add(Place(article.file, number, 1), "placeholder", text=line.strip())


def _target(article: Article, turn: str, page: str) -> str:
    """What the first half should lead to: the page that is named, or this article itself."""
    issue = article.file.split("/")[-2]
    if "接" in turn:
        return f"{issue}/{article.key}"
    number = number_of(page)
    label = str(number) if number else page_label(page)
    return f"{issue}/{page_key(label) if label else '03'}/01"


def _check_dateline(dateline: str, file: str, document: Document, problems: Problems) -> None:
    """Report a text that begins with the dateline that is printed before it."""
    typed = _APART.sub("", dateline)
    stem = _STEM.match(typed)
    said = stem[0] if stem else typed if typed.endswith(("）", ")")) else ""
    if not said:
        return
    begun, _, _ = document.body.lstrip().partition("\n")
    if _APART.sub("", begun).startswith(said):
        at = document.body_line + document.body[: document.body.index(begun)].count("\n")
        problems.warn(Place(file, at, 1), "dateline-twice", text=dateline)


def _texts(node: Node) -> Iterator[Text]:
    """The values, without the keys."""
    if isinstance(node, Map):
        for pair in node.pairs:
            yield from _texts(pair.value)
    elif isinstance(node, List):
        for item in node.items:
            yield from _texts(item)
    else:
        yield node
