"""All stories on top of the page, a row each: where each goes, and how much is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from banxin.cli.imports import controls
from banxin.cli.imports.controls import Control
from banxin.cli.imports.desk import Sheet
from banxin.cli.imports.forms import PLACES, name
from banxin.importers.corrections.ordering import ranks
from banxin.importers.planning import PlannedArticle
from banxin.problems.texts import Words

_NUMBERED = re.compile(r".+?-\d{2,3}(?=-|$)")  # without the words that a file's name goes on with


def index(sheet: Sheet, words: Words) -> Iterator[str]:
    """In the order of the pages."""
    yield from _unknown(sheet, words)
    yield '<table class="index"><thead><tr>'
    titles = ("importing.field.title", "correcting.doubts", "importing.field.page")
    for said in ("correcting.file", *titles, "correcting.order"):
        yield f'<th scope="col">{escape(words(said))}</th>'
    yield "</tr></thead><tbody>"
    order = ranks(sheet.planned)
    for key, one in sorted(sheet.planned.items(), key=lambda pair: _place(sheet, pair[1])):
        yield from _row(sheet, key, one, order[key], words)
    yield "</tbody></table>"


def is_unplaced(one: PlannedArticle) -> bool:
    """Whether nobody has said what page a story is for."""
    return any(said.key == "page-unknown" and said.asks for said in one.doubts)


def doubts_of(one: PlannedArticle) -> int:
    """What is to be looked at in a story itself."""
    asked = sum(said.asks and said.key != "page-unknown" for said in one.doubts)
    return asked + len(one.guessed)


def _place(sheet: Sheet, one: PlannedArticle) -> tuple[int, str, int]:
    pages = list(sheet.plan.target.target.page_names)
    return pages.index(one.page) if one.page in pages else len(pages), one.page, one.number


def _unknown(sheet: Sheet, words: Words) -> Iterator[str]:
    lost = [one for one in sheet.planned.values() if is_unplaced(one)]
    if lost:
        said = words("correcting.pages-unknown", n=len(lost), page=lost[0].page)
        sure = controls.button("pages", words("correcting.pages-sure", page=lost[0].page))
        yield f'<p class="doubt">？ {escape(said)} {sure}</p>'


def _row(sheet: Sheet, key: int, one: PlannedArticle, order: int, words: Words) -> Iterator[str]:
    title = one.story.title.replace("|", " ")
    wrong = {field: found for field in PLACES if (found := sheet.wrong.get((key, field)))}
    file = one.path.rpartition("/")[2].removesuffix(".md")
    file = known[0] if (known := _NUMBERED.match(file)) else file
    count = doubts_of(one)
    why = "".join(
        f'<p class="why" id="{name("f", key, field)}-why">'
        f"{escape(found.said or words(f'correcting.wrong.{found.why}'))}</p>"
        for field, found in wrong.items()
    )
    yield f'<tr id="i{key}"><td>{escape(file)}</td>'
    yield f'<td><a href="#s{key}">{escape(title)}</a>{why}</td>'
    yield f"<td>{f'<b>？{count}</b>' if count else ''}</td>"
    guess = words("correcting.guess") if is_unplaced(one) else ""
    for field, value in (("page", one.page), ("order", str(order))):
        label = "importing.field.page" if field == "page" else "correcting.order"
        said = words("correcting.of-story", field=words(label), title=title)
        amiss = wrong.get(field)
        control = Control(
            name("f", key, field),
            said,
            amiss.typed if amiss else value,
            guess if field == "page" else "",
            "!" if amiss else "",
            list_="pages" if field == "page" else "",
        )
        yield f"<td>{controls.bare_text(control)}</td>"
    yield "</tr>"
