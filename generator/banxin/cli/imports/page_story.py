"""One story on the page: its fields, its pictures, its paragraphs, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

import msgspec

from banxin.cli.imports import controls
from banxin.cli.imports.controls import Control
from banxin.cli.imports.desk import Said
from banxin.cli.imports.forms import Wrong, name
from banxin.cli.imports.known_texts import told as told_of_known
from banxin.content.fields.ranks import RANKS
from banxin.importers.article_head import told
from banxin.importers.corrections.fields import FIELDS
from banxin.importers.corrections.moves import MOVABLE
from banxin.importers.corrections.paragraphs import BODY, HEADS, TEXTS, role_of
from banxin.importers.known import Known
from banxin.importers.manuscript import Paragraph, Table
from banxin.importers.planning import PlannedArticle, PlannedPicture
from banxin.importers.stories.story import StoryPicture, Text
from banxin.model.kinds import KINDS, NEWS
from banxin.problems.texts import Words

_ORDER = (
    *("kicker", "title", "subtitle", "byline", "dateline", "source", "page", "rank", "kind"),
    *("column", "abstract", "note", "signoff", "signoff-date"),
)
_LOOKS = {"title": "wide title", "abstract": "wide", "note": "wide", "signoff": "half"}
_LOOKS |= {"kicker": "wide", "subtitle": "wide", "signoff-date": "half", "byline": "by"}
_SAID = 12  # characters of a paragraph that name it


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
    yield controls.tick(name("k", view.key, "all"), words("correcting.checked"), on=view.checked)
    yield "</div>"
    yield from map(told_at, view.said)
    if "length" in view.wrong:
        yield f'<p class="why">{escape(words("correcting.wrong.length"))}</p>'
    yield from _doubts(view, words)
    yield from _fields(view, words)
    for n, picture in enumerate(article.story.pictures):
        yield from _picture(view, n, picture, words)
    yield from _body(view, words)
    yield '<div class="deeds">'
    if not view.first:
        yield controls.button(f"join.{view.key}", words("correcting.join"))
    yield controls.button(f"drop.{view.key}", words("correcting.drop"))
    yield "</div></article>"


def told_at(one: Said) -> str:
    look = 'class="why" role="alert"' if one.amiss else 'class="said" role="status"'
    return f"<p {look}>{escape(one.text)}</p>"


def _doubts(view: StoryView, words: Words) -> Iterator[str]:
    if view.known:
        for said in told_of_known(view.known, words):
            yield f'<p class="doubt">{escape(said.strip())}</p>'
    asked = [one for one in view.article.doubts if one.asks]
    noted = [one for one in view.article.doubts if not one.asks]
    yield from (f'<p class="doubt">？ {escape(told(one, words))}</p>' for one in asked)
    yield from (f'<p class="note">· {escape(told(one, words))}</p>' for one in noted)


def _fields(view: StoryView, words: Words) -> Iterator[str]:
    """Those that say something stand open, all others folded away."""
    drawn = [(key, _field(view, key, words), _stands_open(view, key)) for key in _ORDER]
    yield f'<div class="fields">{"".join(html for _, html, open_ in drawn if open_)}</div>'
    folded = [(key, html) for key, html, open_ in drawn if not open_]
    names = words("terminal.list").join(_label(key, words) for key, _ in folded)
    yield f"<details><summary>{escape(words('correcting.more', names=names))}</summary>"
    yield f'<div class="fields">{"".join(html for _, html in folded)}</div></details>'


def _stands_open(view: StoryView, key: str) -> bool:
    return key in ("title", "byline", "page") or bool(
        _value(view, key) or view.wrong.get(key) or key in view.article.guessed
    )


def _value(view: StoryView, key: str) -> str:
    wrong = view.wrong.get(key)
    if wrong:
        return wrong.typed
    return view.article.page if key == "page" else FIELDS[key].shown(view.article.story)


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
        words("correcting.guess") if _is_guess(view, key) else "",
        why,
        _LOOKS.get(key, ""),
        {"page": "pages", "column": "columns"}.get(key, ""),
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


def _is_guess(view: StoryView, key: str) -> bool:
    unknown = key == "page" and any(
        one.key == "page-unknown" and one.asks for one in view.article.doubts
    )
    return unknown or key in view.article.guessed


def _choices(key: str, words: Words) -> Iterator[tuple[str, str]]:
    if key == "rank":
        yield "", words("correcting.rank.none")
        yield from ((value, label) for label, value in RANKS.items())
    else:
        yield from ((kind.key, kind.name) for kind in (NEWS, *KINDS))


def _picture(view: StoryView, n: int, picture: StoryPicture, words: Words) -> Iterator[str]:
    """Its file, where there is one; its words stay where it has none."""
    planned = _planned(view, picture)
    yield '<div class="picture"><div>'
    if planned:
        alt = escape(picture.alt or picture.caption)
        yield f'<img src="{view.pictures[planned.path]}" alt="{alt}">'
    yield "</div><div>"
    label = words("importing.field.photos") + f" {n + 1} "
    guess = words("correcting.guess") if "photos" in view.article.guessed else ""
    for draw, kind, key, value in (
        (controls.lines, "c", "caption", picture.caption),
        (controls.text, "a", "credit", picture.credit),
    ):
        said = label + words(f"correcting.field.{key}")
        yield draw(Control(name(kind, view.key, n), said, value, guess))
    options = [("", words("correcting.where.here")), *view.takers]
    options.append(("drop", words("correcting.where.drop")))
    where = Control(name("w", view.key, n), label + words("correcting.field.where"), "")
    yield controls.choice(where, options)
    yield "</div></div>"


def _planned(view: StoryView, picture: StoryPicture) -> PlannedPicture | None:
    return next((one for one in view.article.pictures if one.picture == picture), None)


def _body(view: StoryView, words: Words) -> Iterator[str]:
    story_ = view.article.story
    if not story_.body:
        return
    yield f'<h3>{escape(words("importing.field.body"))}</h3><ol class="text">'
    roles = list(_roles(len(story_.pictures), words))
    of_tables = [role for role in roles if role[0] in ("body", "drop")]
    for n, block in enumerate(story_.body):
        said = block.paragraph.said if isinstance(block, Text) else words("correcting.table")
        label = words("correcting.paragraph", n=n + 1, begins=said[:_SAID])
        options = roles if isinstance(block, Text) else of_tables
        one = Control(name("p", view.key, n), label, role_of(block))
        look = ' class="subhead"' if role_of(block) == "subhead" else ""
        yield f"<li{look}>{controls.bare_choice(one, options)}{_block(block)}</li>"
    yield "</ol>"
    for number, text in story_.notes:
        yield f'<p class="notes"><sup>{escape(number)}</sup> {escape(text)}</p>'


def _roles(pictures: int, words: Words) -> Iterator[tuple[str, str]]:
    for key in ("body", "subhead", "split"):
        yield key, words(f"correcting.role.{key}")
    for key in (*HEADS, *TEXTS, "signoff"):
        yield key, words("correcting.role.field", field=words(f"importing.field.{key}"))
    for n in range(pictures):
        label = words("correcting.field.caption") + (f" {n + 1}" if pictures > 1 else "")
        yield f"caption-{n}", words("correcting.role.field", field=label)
    yield "drop", words("correcting.role.drop")


def _block(block: Text | Table) -> str:
    if isinstance(block, Text):
        return f"<p>{''.join(_spans(block.paragraph))}</p>"
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows)
    return f'<div tabindex="0"><table>{"".join(f"<tr>{row}</tr>" for row in rows)}</table></div>'


def _spans(paragraph: Paragraph) -> Iterator[str]:
    for span in paragraph.spans:
        text = escape(span.text).replace("\n", "<br>")
        if span.note:
            yield f"<sup>{escape(span.note)}</sup>"
        elif span.script:
            tag = "sup" if span.script == "super" else "sub"
            yield f"<{tag}>{text}</{tag}>"
        else:
            yield f"<b>{text}</b>" if span.bold and text.strip() else text
