"""One story on the page: its fields, its pictures, its paragraphs, and what can be done with it."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import msgspec

from banxin.cli.imports import controls
from banxin.cli.imports.controls import Control
from banxin.cli.imports.desk import Said
from banxin.cli.imports.forms import Wrong, name
from banxin.cli.imports.known_texts import told as told_of_known
from banxin.cli.imports.page_body import body
from banxin.content.fields.ranks import RANKS
from banxin.importers.article_head import told
from banxin.importers.corrections.fields import FIELDS
from banxin.importers.corrections.moves import MOVABLE
from banxin.importers.corrections.paragraphs import BODY
from banxin.importers.known import Known
from banxin.importers.manuscript import Doubt
from banxin.importers.planning import PlannedArticle, PlannedPicture
from banxin.importers.stories.story import StoryPicture
from banxin.model.kinds import KINDS, NEWS
from banxin.problems.texts import Words

_ORDER = (
    *("kicker", "title", "subtitle", "abstract", "note", "byline", "dateline", "source", "rank"),
    *("kind", "column", "signoff", "signoff-date"),
)
_WIDE = ("kicker", "title", "subtitle", "abstract", "note")
_LOOKS = {
    **dict.fromkeys(_WIDE, "wide"),
    "title": "wide title",
    "byline": "half",
    "signoff": "half",
}
_ALIKE = 3  # doubts of one kind, which are told in one line


class StoryView(msgspec.Struct, frozen=True):
    """What is drawn. ``pictures``: the addresses of their files. ``first``: none stands above.
    ``takers``: the stories that its pictures can go to, by what a form calls them."""

    key: int
    article: PlannedArticle
    checked: bool
    known: Known | None
    wrong: Mapping[str, Wrong]
    said: tuple[Said, ...]
    pictures: Mapping[str, str]
    first: bool
    takers: tuple[tuple[str, str], ...]


def story(view: StoryView, words: Words) -> Iterator[str]:
    article = view.article
    file = escape(article.path.rpartition("/")[2])
    source = escape(article.story.source)
    yield f'<article id="s{view.key}" aria-labelledby="h{view.key}"><div class="head">'
    yield f'<h2 id="h{view.key}">{file} <span>← {source}</span></h2>'
    yield f'<a href="#i{view.key}">{escape(words("correcting.to-index"))}</a>'
    if not view.first:
        yield controls.button(f"join.{view.key}", words("correcting.join"))
    yield controls.button(f"drop.{view.key}", words("correcting.drop"))
    yield controls.tick(name("k", view.key, "all"), words("correcting.checked"), on=view.checked)
    yield "</div>"
    yield from map(told_at, view.said)
    if "length" in view.wrong:
        yield f'<p class="why">{escape(words("correcting.wrong.length"))}</p>'
    yield from _doubts(view, words)
    yield from _fields(view, words)
    shown = {n: one for n, one in enumerate(article.story.pictures) if _planned(view, one)}
    if shown:
        rows = "".join(part for n, one in shown.items() for part in _picture(view, n, one, words))
        yield f'<div class="pictures">{rows}</div>'
    yield from body(view.key, article.story, list(shown), words)
    yield "</article>"


def told_at(one: Said) -> str:
    look = 'class="why" role="alert"' if one.amiss else 'class="said" role="status"'
    return f"<p {look}>{escape(one.text)}</p>"


def _doubts(view: StoryView, words: Words) -> Iterator[str]:
    if view.known:
        for said in told_of_known(view.known, words):
            yield f'<p class="doubt">{escape(said.strip())}</p>'
    asked = [d for d in view.article.doubts if d.asks and d.key != "page-unknown"]
    alike = Tally(one.key for one in asked)
    yield from (_asked(one, words) for one in asked if alike[one.key] < _ALIKE)
    for key in [key for key, n in alike.items() if n >= _ALIKE]:
        yield _asked_at_once([one for one in asked if one.key == key], words)
    noted = [one for one in view.article.doubts if not one.asks]
    yield from (f'<p class="note">· {escape(told(one, words))}</p>' for one in noted)


def _asked(one: Doubt, words: Words) -> str:
    return f'<p class="doubt">？ {escape(told(one, words))}</p>'


def _asked_at_once(alike: Sequence[Doubt], words: Words) -> str:
    said = words("correcting.alike", n=len(alike), first=told(alike[0], words))
    rows = "".join(f"<li>{escape(told(one, words))}</li>" for one in alike[1:])
    return f'<details class="doubt"><summary>？ {escape(said)}</summary><ul>{rows}</ul></details>'


def _fields(view: StoryView, words: Words) -> Iterator[str]:
    """Those that say something stand open, all others folded away."""
    drawn = [(key, _field(view, key, words), _stands_open(view, key)) for key in _ORDER]
    yield f'<div class="fields">{"".join(html for _, html, open_ in drawn if open_)}</div>'
    folded = [(key, html) for key, html, open_ in drawn if not open_]
    names = words("terminal.list").join(_label(key, words) for key, _ in folded)
    yield f"<details><summary>{escape(words('correcting.more', names=names))}</summary>"
    yield f'<div class="fields">{"".join(html for _, html in folded)}</div></details>'


def _stands_open(view: StoryView, key: str) -> bool:
    return key in ("title", "byline") or bool(
        _value(view, key) or view.wrong.get(key) or key in view.article.guessed
    )


def _value(view: StoryView, key: str) -> str:
    wrong = view.wrong.get(key)
    return wrong.typed if wrong else FIELDS[key].shown(view.article.story)


def _label(key: str, words: Words) -> str:
    return words(
        "correcting.field.signoff-date" if key == "signoff-date" else f"importing.field.{key}"
    )


def _field(view: StoryView, key: str, words: Words) -> str:
    wrong = view.wrong.get(key)
    why = (wrong.said or words(f"correcting.wrong.{wrong.why}")) if wrong else ""
    one = Control(
        name("f", view.key, key),
        _label(key, words),
        _value(view, key),
        words("correcting.guess") if key in view.article.guessed else "",
        why,
        _LOOKS.get(key, ""),
        "columns" if key == "column" else "",
        _moves(view, key, words),
    )
    if key in ("rank", "kind"):
        return controls.choice(one, _choices(key, words))
    lines = (key in FIELDS and FIELDS[key].lines) or key in ("abstract", "note")
    return controls.lines(one) if lines else controls.text(one)


def _moves(view: StoryView, key: str, words: Words) -> str:
    """Where the words of a field may belong instead."""
    if key not in MOVABLE or not FIELDS[key].shown(view.article.story):
        return ""
    others = ((to, _label(to, words)) for to in MOVABLE if to != key)
    options = [("", words("correcting.move")), *others, (BODY, words("importing.field.body"))]
    label = words("correcting.move.label", field=_label(key, words))
    return controls.bare_choice(Control(name("m", view.key, key), label, ""), options)


def _choices(key: str, words: Words) -> Iterator[tuple[str, str]]:
    if key == "rank":
        yield "", words("correcting.rank.none")
        yield from ((value, label) for label, value in RANKS.items())
    else:
        yield from ((kind.key, kind.name) for kind in (NEWS, *KINDS))


def _picture(view: StoryView, n: int, picture: StoryPicture, words: Words) -> Iterator[str]:
    """Its file, and beside it its words."""
    planned = _planned(view, picture)
    label = words("importing.field.photos") + f" {n + 1}"
    alt = escape(picture.alt or picture.caption or label)
    file = view.pictures[planned.path] if planned else ""
    yield '<div class="picture">'
    yield f'<a href="{file}" target="_blank"><img src="{file}" alt="{alt}" loading="lazy"></a><div>'
    guess = words("correcting.guess") if "photos" in view.article.guessed else ""
    for draw, kind, key, value in (
        (controls.lines, "c", "caption", picture.caption),
        (controls.text, "a", "credit", picture.credit),
    ):
        said = words(f"correcting.field.{key}")
        yield draw(Control(name(kind, view.key, n), said, value, guess, unseen=label))
    options = [("", words("correcting.where.here")), *view.takers]
    options.append(("drop", words("correcting.where.drop")))
    where = Control(name("w", view.key, n), words("correcting.field.where"), "", unseen=label)
    yield controls.choice(where, options)
    yield "</div></div>"


def _planned(view: StoryView, picture: StoryPicture) -> PlannedPicture | None:
    return next((one for one in view.article.pictures if one.picture == picture), None)
