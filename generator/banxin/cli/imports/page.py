"""The plan as a page: story by story, with its text and pictures as they will be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from banxin.cli.imports.known_texts import told as told_of_known
from banxin.cli.imports.listing import fields
from banxin.importers.body.trial import shown
from banxin.importers.known import Known
from banxin.importers.planning import PlannedArticle, PlannedPicture, told
from banxin.problems.texts import Words
from banxin.server.imports import Part

_STYLE = (
    "body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.8 serif}"
    "article{border-top:3px solid;margin-top:3em}th{text-align:left;padding-right:1em;"
    "vertical-align:top;white-space:nowrap}mark,.doubt{background:#fff3bf;color:#000}"
    ".text{border-left:3px solid #ccc;padding-left:1em}img{max-width:100%;max-height:20em}"
)
_KINDS = {".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".avif": "image/avif"}


def page(
    planned: Sequence[PlannedArticle], known: Mapping[int, Known], words: Words
) -> tuple[str, tuple[Part, ...]]:
    """HTML, and the pictures that it shows, by their numbers. ``known``: where a story is already,
    by its place among ``planned``."""
    pictures = [one for article in planned for one in article.pictures]
    numbers = {one.path: n for n, one in enumerate(pictures)}
    rows = "".join(
        part for n, a in enumerate(planned) for part in _article(a, numbers, known.get(n), words)
    )
    title = escape(words("importing.page"))
    html = (
        f'<!doctype html><html lang="{words.language}"><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style><h1>{title}</h1>{rows}</html>"
    )
    return html, tuple(_part(one) for one in pictures)


def _article(
    article: PlannedArticle, numbers: dict[str, int], known: Known | None, words: Words
) -> Iterator[str]:
    name = escape(article.path.rpartition("/")[2])
    yield f"<article><h2>{name} ← {escape(article.story.source)}</h2><table>"
    for key, label, said in fields(article, words):
        shown_ = f"<mark>{escape(said)}</mark>" if key in article.guessed else escape(said)
        yield f"<tr><th>{escape(label)}</th><td>{shown_}</td></tr>"
    yield "</table>"
    if known:
        for said in told_of_known(known, words):
            yield f'<p class="doubt">{escape(said.strip())}</p>'
    for one in article.doubts:
        mark = ' class="doubt">？' if one.asks else ">·"
        yield f"<p{mark} {escape(told(one, words))}</p>"
    for picture in article.pictures:
        caption = escape(picture.picture.caption)
        yield f'<img src="{numbers[picture.path]}" alt="{caption}">'
    body = article.text.partition("\n---\n")[2]
    yield f'<div class="text">{shown(body).html}</div></article>'


def _part(one: PlannedPicture) -> Part:
    kind = _KINDS.get("." + one.path.rpartition(".")[2], "image/jpeg")
    return lambda: (one.data(), kind)
