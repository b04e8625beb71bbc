"""The stories of an import while an editor sets them right on a page: one sheet after another.

A form that comes from an earlier sheet (somebody went back) is held against that sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from banxin.cli.imports.forms import Wrong, applied
from banxin.cli.imports.issue import NoPage
from banxin.cli.imports.plans import Plan, Plans
from banxin.cli.session import WrongUse
from banxin.content.frontmatter.document import LONGEST
from banxin.importers.corrections import drafts as desk
from banxin.importers.corrections.drafts import Drafts
from banxin.importers.planning import PlannedArticle
from banxin.problems.texts import Words

_ON_THE_PAGE = 0  # a key that no story has


class Said(msgspec.Struct, frozen=True):
    """What was done, or is amiss, at the story of this key."""

    key: int
    text: str
    amiss: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """``plan``: of the stories that are to be written. ``parent``: the number of the sheet that
    this one was made of. ``wrong`` by the keys of stories and fields."""

    drafts: Drafts
    plan: Plan
    parent: int = 0
    wrong: Mapping[tuple[int, str], Wrong] = {}
    said: tuple[Said, ...] = ()

    @property
    def planned(self) -> dict[int, PlannedArticle]:
        """By the keys of the stories."""
        keys = (one.key for one in desk.live(self.drafts))
        return dict(zip(keys, self.plan.planned, strict=True))

    @property
    def day(self) -> date:
        return self.plan.target.target.day


class Step(msgspec.Struct, frozen=True):
    """``at``: the key of the story to go on at. ``whole``: all that came with the form was taken,
    as far as it isn't wrong."""

    at: int
    whole: bool = True


class Desk:
    """``sheets``: every one since the beginning; the last is what would be written."""

    def __init__(self, plans: Plans, plan: Plan, words: Words) -> None:
        self.plans, self.words = plans, words
        self.sheets = [Sheet(desk.laid_out(list(plan.wanted)), plan)]

    @property
    def now(self) -> Sheet:
        return self.sheets[-1]

    @property
    def is_changed(self) -> bool:
        return len(self.sheets) > 1

    def take(self, form: Mapping[str, str]) -> Step:
        """What a form says."""
        number = form.get("sheet", "")
        known = number.isascii() and number.isdecimal() and int(number[:9]) < len(self.sheets)
        if not known:
            return Step(_ON_THE_PAGE, whole=False)
        base = int(number)
        done, _, rest = form.get("do", "").partition(".")
        key = int(rest) if rest.isascii() and rest.isdecimal() and len(rest) < 9 else 0
        stale = base != len(self.sheets) - 1
        if done == "undo":
            return Step(self._undo(base, form))
        at, whole = self._edit(base, form, key if done in ("join", "drop") else 0)
        if whole and done in _DEEDS:
            at = _DEEDS[done](self, key, self.sheets[base]) or at
        if stale:
            self._say(at, self.words("correcting.said.stale"))
        return Step(at, whole=whole)

    def refresh(self, said: str) -> None:
        """Plans anew, for files have come in between."""
        now = self.now
        plan = self.plans.made([one.wanted for one in desk.live(now.drafts)])
        self._add(replace(now, plan=plan, said=(Said(_ON_THE_PAGE, said, amiss=True),)))

    def _edit(self, base: int, form: Mapping[str, str], untitled: int) -> tuple[int, bool]:
        """What was typed and chosen: where that was, and whether it could be taken."""
        sheet = self.sheets[base]
        found = applied(sheet.drafts, sheet.planned, form, sheet.day, untitled)
        drafts, wrong = self._on_known_pages(sheet, found.drafts, dict(found.wrong))
        if not found.touched and not found.placed:
            if base != len(self.sheets) - 1:
                self._add(replace(sheet, parent=base, said=()))
            else:
                self.sheets[-1] = replace(sheet, said=())
            return _ON_THE_PAGE, True
        at = found.touched[0] if found.touched else _ON_THE_PAGE
        said = self.words("correcting.said.wrong" if wrong else "correcting.said.saved")
        if not self._put(base, drafts, wrong, (Said(at, said),)):
            self._say(at, self.words("correcting.said.not-saved"), amiss=True)
            return at, False
        return at, True

    def _on_known_pages(
        self, sheet: Sheet, drafts: Drafts, wrong: dict[tuple[int, str], Wrong]
    ) -> tuple[Drafts, dict[tuple[int, str], Wrong]]:
        """Stories whose new page the issue doesn't have, or has no number on, stay where they
        were."""
        before = {one.key: one.wanted for one in sheet.drafts}
        for one in drafts:
            old = before.get(one.key, one.wanted)
            if old.page == one.wanted.page:
                continue
            others = [w for key, w in before.items() if key != one.key and key in sheet.planned]
            try:
                self.plans.made([*others, one.wanted], {})
            except WrongUse as error:
                wrong[one.key, "page"] = Wrong(one.wanted.page, "", self._told(error))
                back = {"page": old.page, "sure": old.sure, "place": old.place}
                drafts = desk.changed(drafts, one.key, lambda w, b=back: replace(w, **b))  # type: ignore[misc]
        return drafts, wrong

    def _told(self, error: WrongUse) -> str:
        if isinstance(error, NoPage):
            return self.words("correcting.wrong.no-page", **error.gaps)
        return error.message

    def _put(
        self,
        base: int,
        drafts: Drafts,
        wrong: Mapping[tuple[int, str], Wrong],
        said: tuple[Said, ...],
    ) -> bool:
        """A new sheet; where there can't be one, the reason on the last."""
        try:
            plan = self.plans.made([one.wanted for one in desk.live(drafts)])
        except WrongUse as error:
            self._say(said[-1].key, error.message, amiss=True)
            return False
        plan = replace(plan, planned=_kept(self.now.plan.planned, plan.planned))
        sheet = Sheet(drafts, plan, base, wrong, said)
        self._add(replace(sheet, wrong={**wrong, **_too_long(sheet)}))
        return True

    def _add(self, sheet: Sheet) -> None:
        self.sheets.append(sheet)

    def _say(self, key: int, said: str, *, amiss: bool = False) -> None:
        self.sheets[-1] = replace(self.now, said=(*self.now.said, Said(key, said, amiss)))

    def _do(self, drafts: Drafts, key: int, said: str) -> int:
        kept = {one.key for one in desk.live(drafts)}
        held = self.now.wrong.items()
        wrong = {at: one for at, one in held if at[0] in kept and at[1] != "length"}
        self._put(len(self.sheets) - 1, drafts, wrong, (*self.now.said, Said(key, said)))
        return key

    def _title(self, key: int) -> str:
        story = next(one.wanted.story for one in self.now.drafts if one.key == key)
        return story.title.replace("|", " ")

    def _is_live(self, key: int) -> bool:
        return any(one.key == key for one in desk.live(self.now.drafts))

    def _join(self, key: int, shown: Sheet) -> int:
        above = desk.before(shown.drafts, key)
        if above is None or not self._is_live(key):
            return key
        said = self.words("correcting.said.joined", title=self._title(key))
        to = desk.last_part(self.now.drafts, above.key, shown.drafts)
        return self._do(desk.joined(self.now.drafts, key, to), to, said)

    def _drop(self, key: int, _shown: Sheet) -> int:
        if not self._is_live(key):
            return key
        if len(desk.live(self.now.drafts)) == 1:
            self._say(key, self.words("correcting.wrong.last"), amiss=True)
            return key
        near = desk.after(self.now.drafts, key) or desk.before(self.now.drafts, key)
        at = near.key if near else _ON_THE_PAGE
        said = self.words("correcting.said.dropped", title=self._title(key))
        return self._do(desk.dropped(self.now.drafts, key), at, said)

    def _back(self, key: int, _shown: Sheet) -> int:
        if not any(one.key == key for one in self.now.drafts):
            return _ON_THE_PAGE
        said = self.words("correcting.said.back")
        return self._do(desk.dropped(self.now.drafts, key, back=True), key, said)

    def _pages_sure(self, _key: int, _shown: Sheet) -> int:
        """Whatever nobody said a page of belongs on the one that it was put on."""
        planned, drafts = self.now.planned, self.now.drafts
        for key, one in planned.items():
            if any(said.key == "page-unknown" for said in one.doubts):
                drafts = desk.changed(drafts, key, lambda w, to=one.page: replace(w, page=to))  # type: ignore[misc]
        return self._do(drafts, _ON_THE_PAGE, self.words("correcting.said.saved"))

    def _all_checked(self, _key: int, _shown: Sheet) -> int:
        drafts = self.now.drafts
        for one in desk.live(drafts):
            drafts = desk.checked(drafts, one.key, is_checked=True)
        return self._do(drafts, _ON_THE_PAGE, self.words("correcting.said.all-checked"))

    def _undo(self, base: int, form: Mapping[str, str]) -> int:
        """Without what was typed and isn't saved; else without what was done last."""
        sheet = self.sheets[base]
        found = applied(sheet.drafts, sheet.planned, form, sheet.day)
        typed = found.touched or found.placed
        before = sheet if typed else self.sheets[sheet.parent]
        now, then = sheet.planned, before.planned
        changed = found.touched if typed else [k for k in then if k not in now or now[k] != then[k]]
        at = changed[0] if changed else _ON_THE_PAGE
        said = (Said(at, self.words("correcting.said.undone")),)
        self._add(replace(before, said=said))
        return at


_DEEDS: Mapping[str, Callable[[Desk, int, Sheet], int]] = {
    "join": Desk._join,
    "drop": Desk._drop,
    "back": Desk._back,
    "checked": Desk._all_checked,
    "pages": Desk._pages_sure,
}


def _kept(
    before: Sequence[PlannedArticle], now: Sequence[PlannedArticle]
) -> tuple[PlannedArticle, ...]:
    """``now``, with those that are as they were ``before`` held once."""
    held = {one.path: one for one in before}
    return tuple(held[one.path] if held.get(one.path) == one else one for one in now)


def _too_long(sheet: Sheet) -> dict[tuple[int, str], Wrong]:
    """Stories whose fields, and the words that are remembered beside them, no file may have."""
    lengths = ((key, one.text.find("\n---\n")) for key, one in sheet.planned.items())
    return {(key, "length"): Wrong("", "length") for key, n in lengths if n > LONGEST}
