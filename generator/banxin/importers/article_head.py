"""The front matter of a story as an editor reads it: its fields, guesses marked, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from banxin.content.fields.value_types import date_of
from banxin.content.writing import Line, Remark, front_matter
from banxin.importers.manuscript import NOT_IMPORTED, Doubt
from banxin.importers.stories.story import Story
from banxin.model.kinds import kind_of
from banxin.problems.texts import Words, problem_text

if TYPE_CHECKING:
    from banxin.importers.planning import PlannedPicture, Target

MARK = "请核对"
NOTE = "导入时"
_WORDS = Words("zh")  # an editor reads them in the file
_WITHOUT_TEXT = ("teaser", "ear")
_COMMENT = re.compile("<(?=[!！][-－—–])")  # which no field may have


class Head:
    """The front matter of one story, guesses marked."""

    def __init__(
        self,
        target: Target,
        page: str,
        guessed: set[str],
        doubts: Sequence[Doubt],
        *,
        marks: bool,
    ) -> None:
        self.target, self.page, self.guessed, self.doubts = target, page, guessed, doubts
        self.marks = marks

    def front_matter(
        self, story: Story, pictures: Sequence[PlannedPicture], *, column: bool, text: bool
    ) -> str:
        """``text``: whether anything stands below it."""
        rows = [*self._placed(story, bare=not text and not pictures)]
        rows += self._rows(story, pictures, column=column)
        return front_matter([*rows, *map(_remark, self.doubts)])

    def _placed(self, story: Story, *, bare: bool) -> Iterator[Line | Remark]:
        """Where it stands. ``bare``: a title alone is a teaser, or nothing that can be shown."""
        yield Line("page", int(self.page) if self.page.isdigit() else self.page.replace("–", "-"))
        if not self._page_name():
            self.guessed.add("section")
            yield self._line("section", story.page_name or self.target.section)
        if bare and story.rank not in _WITHOUT_TEXT:
            self.guessed.add("rank")
            yield self._line("rank", "teaser")
        elif story.rank:
            yield self._line("rank", story.rank)

    def _rows(
        self, story: Story, pictures: Sequence[PlannedPicture], *, column: bool
    ) -> Iterator[Line | Remark]:
        if story.kind:
            yield self._line("kind", kind_of(story.kind).name)
        if story.column and column:
            yield self._line("column", story.column)
        for key, lines in (
            ("kicker", story.kicker),
            ("title", story.title),
            ("subtitle", story.subtitle),
        ):
            if lines:
                yield self._line(key, lines[0] if len(lines) == 1 and key != "title" else lines)
        texts = {"byline": story.byline, "dateline": story.dateline}
        texts |= {"abstract": story.abstract, "source": story.credited}
        texts |= {"note": story.note}
        yield from (self._line(key, text) for key, text in texts.items() if text)
        if story.signoff or story.signoff_date:
            yield self._line("signoff", self._signoff(story))
        if pictures:
            yield self._line("photos", [_photo(one) for one in pictures])

    def _line(self, key: str, value: object) -> Line:
        mark = MARK if key in self.guessed and self.marks else ""
        return Line(key, _printable(value), mark)  # type: ignore[arg-type]

    def _page_name(self) -> str:
        return self.target.page_names.get(self.page, "")

    def _signoff(self, story: Story) -> dict[str, object]:
        """A date after the issue's own would be reminded of: then it stays one of the lines; and so
        does one that nobody signs."""
        day = date_of(story.signoff_date)
        if day is not None and (day > self.target.day or not story.signoff):
            shown = f"{day.year}年{day.month}月{day.day}日"
            return {"by": [*story.signoff, shown]}
        dated = {"date": story.signoff_date} if story.signoff_date else {}
        return {"by": list(story.signoff), **dated}


def _printable(value: object) -> object:
    """Without what a reader of fields refuses."""
    if isinstance(value, str):
        return _COMMENT.sub("＜", value)
    if isinstance(value, Mapping):
        return {key: _printable(one) for key, one in value.items()}
    return [*map(_printable, value)] if isinstance(value, Sequence) else value


def seen(doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    """What an editor has looked at asks nothing any more; what isn't imported is still noted."""
    for one in doubts:
        if one.key in NOT_IMPORTED:
            yield replace(one, seen=True)
        elif not one.asks:
            yield one


def _remark(one: Doubt) -> Remark:
    """A to-do; or a note, which nobody is reminded of."""
    return Remark(f"{MARK if one.asks else NOTE}：{told(one, _WORDS)}")


def _photo(one: PlannedPicture) -> dict[str, str]:
    pairs = {
        "file": one.path.rpartition("/")[2],
        "alt": one.picture.alt,
        "caption": one.picture.caption,
        "credit": one.picture.credit,
    }
    return {key: text for key, text in pairs.items() if text}


def told(one: Doubt, words: Words) -> str:
    """A doubt as a person reads it."""
    gaps = dict(one.gaps)
    if one.key == "complaint":
        said = problem_text(gaps["code"]).within(words.language)
        what, todo = (one.format(**gaps) for one in (said.what, said.todo))
        return words("importing.doubt.complaint", what=what, todo=todo)
    return words(f"importing.doubt.{one.key}", **dict(one.gaps))
