"""The plan as a page of forms: story by story, to be set right before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib import resources

from banxin.cli.imports import controls
from banxin.cli.imports.desk import Desk, Sheet
from banxin.cli.imports.forms import PLACES
from banxin.cli.imports.listing import proposed, renamed
from banxin.cli.imports.page_index import doubts_of, index
from banxin.cli.imports.page_story import StoryView, story, told_at
from banxin.importers.corrections import drafts as desk
from banxin.importers.planning import PlannedPicture
from banxin.problems.texts import Words
from banxin.server.imports import Answer, Form, Part, Site

_KINDS = {".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".avif": "image/avif"}


def site_of(found: Desk, take: Callable[[Form], Answer]) -> Site:
    """What the server is to serve: each sheet by its number, pictures as its number and theirs."""

    def part(name: str) -> Part | None:
        number, _, n = name.partition("-")
        known = number.isdigit() and n.isdigit() and int(number) < len(found.sheets)
        return _picture(found.sheets[int(number)], int(n)) if known else None

    return Site(
        lambda: len(found.sheets) - 1,
        lambda number: page(found, number) if number < len(found.sheets) else None,
        part,
        take,
        refusal(found.words),
    )


def page(found: Desk, number: int) -> str:
    """A sheet."""
    words, sheet = found.words, found.sheets[number]
    rows = [
        '<main><form method="post">',
        f'<input type="hidden" name="sheet" value="{number}">',
        *_bar(sheet, words, changed=number > 0),
        f"<h1>{escape(words('importing.page'))}</h1>",
        *_summary(sheet, words),
        *index(sheet, words),
        *(part for view in _views(sheet, number, words) for part in story(view, words)),
        *_dropped(sheet, words),
        *_proposals(found, sheet, words),
        _proposed("pages", sheet.plan.target.target.page_names),
        _proposed("columns", [term.name for term in found.plans.paper.columns]),
        "</form></main>",
    ]
    return _whole(words("importing.page"), "".join(rows), words)


def _picture(sheet: Sheet, number: int) -> Part | None:
    """The ``number``-th of all pictures."""
    every = [one for article in sheet.plan.planned for one in article.pictures]
    return _part(every[number]) if number < len(every) else None


def last_page(said: Sequence[str], files: Sequence[str], words: Words, title: str = "") -> str:
    """All is over: what was written, and what comes next."""
    listed = "".join(f"<li>{escape(one)}</li>" for one in files)
    told = "".join(f"<p>{escape(one)}</p>" for one in said)
    title = title or words("correcting.done")
    body = f"<main><h1>{escape(title)}</h1>{told}<ul>{listed}</ul></main>"
    return _whole(title, body, words)


def over(words: Words) -> str:
    """Somebody else was faster."""
    return last_page([words("correcting.over")], [], words, words("importing.page"))


def refusal(words: Words) -> str:
    """Of a form that is too long."""
    said = words("correcting.too-long")
    return _whole(said, f"<main><h1>{escape(said)}</h1></main>", words)


def _whole(title: str, body: str, words: Words) -> str:
    style = resources.files(__package__).joinpath("page.css").read_text("utf-8")
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>"
    )


def _bar(sheet: Sheet, words: Words, *, changed: bool) -> Iterator[str]:
    """The first button is the one that Enter presses."""
    plan = sheet.plan
    yield '<div class="bar">' + controls.button("save", words("correcting.save"))
    if changed:
        yield controls.button("undo", words("correcting.undo"))
    yield controls.button("checked", words("correcting.all-checked"))
    n = len(plan.planned)
    look = "last main"
    if plan.some_known:
        new = words("correcting.write-new", n=n - len(plan.known))
        yield controls.button("write-new", new, "last main")
        look = ""
    yield controls.button("write", words("correcting.write", n=n), look) + "</div>"


def _summary(sheet: Sheet, words: Words) -> Iterator[str]:
    planned, target = sheet.plan.planned, sheet.plan.target
    doubts = sum(map(doubts_of, planned))
    pictures = sum(len(one.pictures) for one in planned)
    gaps = {"stories": len(planned), "pictures": pictures, "doubts": doubts}
    said = [words("importing.total", folder=target.target.folder, **gaps)]
    said += [words("importing.issue.new", path=target.file)] if target.text else []
    said += renamed(planned, target, words)
    yield from (f"<p>{escape(one)}</p>" for one in said)
    yield f'<p class="soft">{escape(words("correcting.how"))}</p>'
    yield from (told_at(one) for one in sheet.said if not one.key)
    if sheet.wrong:
        places = dict.fromkeys((("i" if at in PLACES else "s"), key) for key, at in sheet.wrong)
        links = "　".join(f'<a href="#{at}{key}">{_file(sheet, key)}</a>' for at, key in places)
        said_ = words("correcting.wrong.count", n=len(sheet.wrong))
        yield f'<p class="why" role="alert">{escape(said_)}{links}</p>'


def _file(sheet: Sheet, key: int) -> str:
    return escape(sheet.planned[key].path.rpartition("/")[2])


def _views(sheet: Sheet, number: int, words: Words) -> Iterator[StoryView]:
    pictures = [one for article in sheet.plan.planned for one in article.pictures]
    names = {one.path: f"{number}-{n}" for n, one in enumerate(pictures)}
    drafts = desk.live(sheet.drafts)
    for n, (one, article) in enumerate(zip(drafts, sheet.plan.planned, strict=True)):
        yield StoryView(
            one.key,
            article,
            one.wanted.checked,
            sheet.plan.known.get(n),
            {field: wrong for (key, field), wrong in sheet.wrong.items() if key == one.key},
            tuple(said for said in sheet.said if said.key == one.key),
            names,
            first=n == 0,
            takers=tuple(_takers(drafts, n, words)),
        )


def _takers(drafts: Sequence[desk.Draft], at: int, words: Words) -> Iterator[tuple[str, str]]:
    """Those of the same source, and the ones beside."""
    source = drafts[at].wanted.story.source
    for n, one in enumerate(drafts):
        title = one.wanted.story.title.replace("|", " ")
        beside = {at - 1: "correcting.where.before", at + 1: "correcting.where.after"}.get(n)
        if beside:
            yield str(one.key), words(beside, title=title)
        elif n != at and one.wanted.story.source == source:
            yield str(one.key), words("correcting.where.other", title=title)


def _dropped(sheet: Sheet, words: Words) -> Iterator[str]:
    dropped = [one for one in sheet.drafts if one.dropped]
    if dropped:
        yield f'<h2>{escape(words("correcting.dropped"))}</h2><ul class="dropped">'
        for one in dropped:
            story_ = one.wanted.story
            title = words("correcting.dropped.one", title=story_.title, source=story_.source)
            back = controls.button(f"back.{one.key}", words("correcting.back", title=story_.title))
            yield f"<li>{escape(title)} {back}</li>"
        yield "</ul>"


def _proposals(found: Desk, sheet: Sheet, words: Words) -> Iterator[str]:
    for said in proposed(found.plans.proposals(sheet.plan), words):
        yield f'<p class="note">{escape(said)}</p>'


def _proposed(identity: str, names: Sequence[str] | dict[str, str]) -> str:
    options = "".join(f'<option value="{escape(one)}"></option>' for one in names)
    return f'<datalist id="{identity}">{options}</datalist>'


def _part(one: PlannedPicture) -> Part:
    kind = _KINDS.get("." + one.path.rpartition(".")[2], "image/jpeg")
    return lambda: (one.data(), kind)
