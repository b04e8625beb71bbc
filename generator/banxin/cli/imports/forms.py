"""What came with a form, story by story: what is taken, and what is wrong and isn't."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from banxin.content.fields.ranks import RANKS
from banxin.content.fields.value_types import date_of
from banxin.importers.corrections import drafts as desk
from banxin.importers.corrections import wording
from banxin.importers.corrections.choices import Choices, chosen
from banxin.importers.corrections.drafts import Draft, Drafts
from banxin.importers.corrections.fields import FIELDS, differs, on_page, with_fields, with_picture
from banxin.importers.corrections.moves import MOVABLE
from banxin.importers.corrections.ordering import ordered, ranks
from banxin.importers.corrections.paragraphs import BODY, role_of
from banxin.importers.corrections.words import in_one_line
from banxin.importers.pages import label_said
from banxin.importers.planning import PlannedArticle, Wanted
from banxin.importers.stories.days import day_of
from banxin.model.kinds import KINDS

CHOICES: Mapping[str, Collection[str]] = {
    "rank": frozenset(RANKS.values()) | {""},
    "kind": frozenset(kind.key for kind in KINDS) | {""},
}


PLACES = ("page", "order")  # fields that stand in the list of all stories


class Wrong(msgspec.Struct, frozen=True):
    """What was typed and can't be taken: it stands in its field until it is put right. ``why``: a
    key of ``correcting.wrong.…``, or where ``said`` is, nothing but that."""

    typed: str
    why: str
    said: str = ""


class Result(msgspec.Struct, frozen=True):
    """``wrong`` by the keys of stories and fields. ``touched``: the keys of stories that differ, in
    their order. ``placed``: some go elsewhere, or were to."""

    drafts: Drafts
    wrong: Mapping[tuple[int, str], Wrong]
    touched: tuple[int, ...]
    placed: bool = False


def name(kind: str, key: int, rest: str | int) -> str:
    """What a control is called in the form."""
    return f"{kind}.{key}.{rest}"


def applied(
    drafts: Drafts,
    planned: Mapping[int, PlannedArticle],
    form: Mapping[str, str],
    day: date,
    untitled: int = 0,
) -> Result:
    """The stories as the form has them. ``planned`` by the keys of the drafts; ``day``: the
    issue's; ``untitled``: the key of a story that needs no headline any more."""
    made, wrong, touched = drafts, dict[tuple[int, str], Wrong](), list[int]()
    choices: dict[int, Choices] = {}
    for one in desk.live(drafts):
        if name("f", one.key, "title") not in form:
            continue  # not on the page that the form came from
        before = made
        found = dict(_wrong(one, form, day, titled=one.key != untitled))
        wrong |= {(one.key, field): what for field, what in found.items()}
        made = desk.changed(made, one.key, lambda w, o=one, f=found: _filled(w, o, form, day, f))  # type: ignore[misc]
        is_checked = form.get(name("k", one.key, "all")) == "1"
        made = desk.checked(made, one.key, is_checked=is_checked)
        choices[one.key] = _choices(one, form)
        chose = chosen(made, {one.key: choices[one.key]}) != made
        if made != before or found.keys() - set(PLACES) or chose:
            touched.append(one.key)
    placed = _placed(made, planned, form)
    moved = placed != made or any(field in PLACES for _, field in wrong)
    return Result(chosen(placed, choices), wrong, tuple(touched), moved)


def _placed(
    drafts: Drafts, planned: Mapping[int, PlannedArticle], form: Mapping[str, str]
) -> Drafts:
    """On the pages that were typed, in that order."""
    shown, typed = ranks(planned), dict[int, int]()
    for one in desk.live(drafts):
        label = _label(one, planned[one.key], form)
        if label:
            drafts = desk.changed(drafts, one.key, lambda w, to=label: on_page(w, to))  # type: ignore[misc]
        order = _order(one, form)
        if order and order != shown[one.key]:
            typed[one.key] = order
    return ordered(drafts, planned, typed)


def _order(one: Draft, form: Mapping[str, str]) -> int:
    """0 where none was typed, or it is none."""
    text = in_one_line(form.get(name("f", one.key, "order"), ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0


def _typed(one: Draft, form: Mapping[str, str]) -> dict[str, str]:
    """Of the fields that were on the page."""
    names = ((key, form.get(name("f", one.key, key))) for key in FIELDS)
    typed = {key: text for key, text in names if text is not None}
    return {k: t for k, t in typed.items() if k not in CHOICES or t in CHOICES[k]}


def _wrong(
    one: Draft, form: Mapping[str, str], day: date, *, titled: bool
) -> Iterator[tuple[str, Wrong]]:
    typed, story = _typed(one, form), one.wanted.story
    if titled and not FIELDS["title"].changes(typed["title"])["title"]:
        yield "title", Wrong("", "title")
    when = typed.get("signoff-date", "")
    if differs(FIELDS["signoff-date"], story, when) and when.strip() and not _date(when, day):
        yield "signoff-date", Wrong(in_one_line(when), "date")
    page = form.get(name("f", one.key, "page"), "-")
    if not page.strip():
        yield "page", Wrong("", "page-empty")
    elif page != "-" and not label_said(in_one_line(page)):
        yield "page", Wrong(in_one_line(page), "page")
    if name("f", one.key, "order") in form and not _order(one, form):
        yield "order", Wrong(in_one_line(form[name("f", one.key, "order")]), "order")


def _date(typed: str, day: date) -> str:
    """As front matter has it; of the issue's year where none is typed."""
    found = day_of(in_one_line(typed))
    found = f"{day.year}年{found}" if "月" in found else found
    made = date_of(found)
    return made.isoformat() if made else ""


def _filled(
    wanted: Wanted, one: Draft, form: Mapping[str, str], day: date, wrong: Mapping[str, Wrong]
) -> Wanted:
    typed = {key: text for key, text in _typed(one, form).items() if key not in wrong}
    when = typed.get("signoff-date", "")
    if when.strip() and differs(FIELDS["signoff-date"], wanted.story, when):
        typed["signoff-date"] = _date(when, day)
    story = with_fields(wanted.story, typed)
    for n, _ in enumerate(story.pictures):
        caption, credit = (form.get(name(kind, one.key, n)) for kind in ("c", "a"))
        story = with_picture(story, n, caption=caption, credit=credit)
    return replace(wanted, story=story)


def _label(one: Draft, planned: PlannedArticle, form: Mapping[str, str]) -> str:
    """The page that was typed; "" where it is the one that was shown, or none."""
    label = label_said(in_one_line(form.get(name("f", one.key, "page"), "")))
    return "" if label == planned.page else label


def _choices(one: Draft, form: Mapping[str, str]) -> Choices:
    story = one.wanted.story
    moves = ((key, form.get(name("m", one.key, key), "")) for key in MOVABLE)
    roles = ((n, form.get(name("p", one.key, n), "")) for n, _ in enumerate(story.body))
    texts = ((n, form.get(name("t", one.key, n))) for n, _ in enumerate(story.body))
    where = ((n, form.get(name("w", one.key, n), "")) for n, _ in enumerate(story.pictures))
    return Choices(
        {key: to for key, to in moves if to == BODY or to in MOVABLE},
        {n: role for n, role in roles if role and role != role_of(story.body[n])},
        {n: to for n, to in where if to},
        {n: t for n, t in texts if t is not None and wording.differs(story.body[n], t)},
    )
