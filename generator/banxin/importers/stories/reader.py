"""A manuscript to its stories."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import (
    Block,
    Comment,
    Image,
    Manuscript,
    Paragraph,
    Table,
    doubt,
)
from banxin.importers.stories import patterns
from banxin.importers.stories.arranging import arranged
from banxin.importers.stories.belongings import headed_by_box, is_boxed, unboxed, with_belongings
from banxin.importers.stories.closing import take_ending
from banxin.importers.stories.cutting import Cut
from banxin.importers.stories.endings import Ending
from banxin.importers.stories.evidence import is_said_below
from banxin.importers.stories.finishing import finished
from banxin.importers.stories.headless import made_title
from banxin.importers.stories.headlines import Headlines, Signed, headlines
from banxin.importers.stories.looks import Looks, looks_of
from banxin.importers.stories.mixed import cuts_with_looks
from banxin.importers.stories.named_below import names_author, take_names
from banxin.importers.stories.openings import begin_text, is_outdone, stands_within
from banxin.importers.stories.parts import in_brackets, is_as_parts_are, speakers
from banxin.importers.stories.pictures import is_caption, may_be_text, pictures, placed, take_turns
from banxin.importers.stories.placeholders import blanks
from banxin.importers.stories.plain_captions import caption_doubts
from banxin.importers.stories.reading import StoryReading
from banxin.importers.stories.roles import MISUSED, OF_AN_ITEM
from banxin.importers.stories.rolls import with_photographer
from banxin.importers.stories.roundup import under_one_name
from banxin.importers.stories.sections import with_sections, without_misused
from banxin.importers.stories.series import (
    with_number,
    without_its_number,
    without_word_numbers,
)
from banxin.importers.stories.siblings import with_siblings
from banxin.importers.stories.story import Story, StoryPicture, Text
from banxin.importers.stories.subheads import is_subhead
from banxin.importers.stories.weight import with_light_text

_LONG_LINE = 30  # characters of a paragraph
_BEGINS = 24
_SURE = 6.0
_EDITORS_WORD = 2  # paragraphs that may stand above who wrote


def stories(manuscript: Manuscript, columns: frozenset[str] = frozenset()) -> tuple[Story, ...]:
    """``columns``: the names of columns that the paper has."""
    placed, aside = arranged(headed_by_box(manuscript.blocks))
    every = unboxed(without_misused(with_sections(placed, manuscript.name)))
    blocks = tuple(b for b in every if not is_boxed(b))
    looks = replace(looks_of(blocks, columns), scanned=manuscript.scanned)
    found, seen = cuts_with_looks(blocks, looks)
    made = [
        _story(manuscript, blocks, cut, one, columns, len(found))
        for cut, one in zip(found, seen, strict=True)
    ]
    every_doubt = (*manuscript.doubts, *aside)
    made = under_one_name(with_belongings(made, found, every, manuscript, every_doubt))
    return _paged(made, manuscript.page)


def _paged(found: list[Story], first: str) -> tuple[Story, ...]:
    """A page that was named holds until another one is; ``first`` until one is at all."""
    made: list[Story] = []
    for story in found:
        held = made[-1] if made and not story.page else story
        held = held if held.page else replace(held, page=first)
        made.append(replace(story, page=held.page, page_name=held.page_name))
    return tuple(made)


def _story(
    manuscript: Manuscript,
    blocks: Sequence[Block],
    cut: Cut,
    looks: Looks,
    columns: frozenset[str],
    among: int,
) -> Story:
    own = with_light_text(blocks[cut.start : cut.end], [n - cut.start for n in cut.head])
    shown, words = pictures(own, looks)
    head = _head(own, [n - cut.start for n in cut.head], words, looks if among == 1 else None)
    reading = StoryReading(looks, columns)
    names = take_names(own, head, reading)
    reading.parts = in_brackets(own, head, looks) | speakers(own, [*head, *names])
    found = headlines(_lines(own, head, reading, among), looks, _signed(own, head, names))
    named = patterns.heads_names(found.title)
    _read_text(own, {*words, *head, *names}, reading, titled=bool(head) and not named)
    _doubt(own, head, words, reading)
    end = take_ending(reading, found.title)
    shown = with_photographer(shown, reading)
    title = without_its_number(found.title, among, reading.guessed)
    title = title or made_title(reading, shown, manuscript.name if among == 1 else "")
    unsure = {*reading.guessed, *found.unsure, *end.unsure, *_unsure_item(reading, end, own, head)}
    unsure |= {"photos"} if _may_be_others(own, words, reading, shown) else set()
    unsure -= {"kicker"} if looks.styled and _opens_surely(blocks, cut.start) else set()
    bare = reading.bare or end.bare
    unsure |= {"byline"} if bare and _is_unsteady(unsure, cut, own, head) else set()
    made = replace(
        _filled(reading, found, end),
        source=manuscript.name,
        title=title,
        pictures=placed(shown, reading.read[: len(reading.body)]),
        comments=_comments(own, manuscript),
        rank=_rank(own, head) or reading.rank,
        column=reading.once("column", found.column) or _column(own, head),
        begins=_begins(own, cut, reading) if among > 1 else "",
        guessed=frozenset(unsure),
        doubts=tuple(reading.doubts),
    )
    return finished(with_number(made) if found.title else made, looks)


def _lines(
    own: Sequence[Block], head: Sequence[int], reading: StoryReading, among: int
) -> list[Paragraph]:
    """The lines of a head, as their author typed them."""
    typed = [p for n in head if isinstance(p := own[n], Paragraph)]
    return list(without_word_numbers(typed, reading, among))


def _settle_subheads(reading: StoryReading) -> None:
    reading.body, odd = with_siblings(reading.body)
    reading.doubts += odd


def _doubt(
    own: Sequence[Block], head: Sequence[int], words: Collection[int], reading: StoryReading
) -> None:
    """Where something else may be the headline than the lines of a head; or a caption be text."""
    reading.doubts += caption_doubts(own, words, reading.looks)
    outdone = is_outdone(own, head, reading.looks) or stands_within(own, head, reading)
    outdone |= any(isinstance(b, Paragraph) and b.style == MISUSED for b in own)
    if outdone or is_as_parts_are(own, head, reading.body):
        reading.guessed.add("title")


def _may_be_others(
    own: Sequence[Block],
    words: Collection[int],
    reading: StoryReading,
    shown: Sequence[StoryPicture],
) -> bool:
    """Whether a picture's words may be the text's."""
    text_taken = not reading.body and any(map(may_be_text, shown))
    return text_taken or take_turns(own, words, reading.looks)


def _head(
    own: Sequence[Block], head: Sequence[int], words: Collection[int], alone: Looks | None
) -> list[int]:
    """The lines of a head that are no picture's ``words``. ``alone``: there is no other story;
    then the lines may be the text's own."""
    left = [n for n in head if n not in words]
    return [] if alone and begin_text(own, left, alone) else left


def _signed(own: Sequence[Block], head: Sequence[int], names: Sequence[int]) -> Signed:
    if not head or names:
        return "name" if names else ""
    if is_said_below(own, tuple(head), head[-1] + 1):
        return "reporter"
    return "name" if names_author(own, head[-1] + 1) else ""


def _is_unsteady(unsure: set[str], cut: Cut, own: Sequence[Block], head: Sequence[int]) -> bool:
    """Whether it is doubtful where the story begins: on that hangs whose it is."""
    return "title" in unsure or cut.sure < _SURE or _heads_item(own, head)


def _opens_surely(blocks: Sequence[Block], start: int) -> bool:
    """Whether nothing that stands before a story could go on in its first line."""
    before = blocks[start - 1] if start else None
    return not isinstance(before, Paragraph) or before.said[-1:] in "。！？”）"


def _begins(own: Sequence[Block], cut: Cut, reading: StoryReading) -> str:
    begins = own[0].said[:_BEGINS] if isinstance(own[0], Paragraph) else ""
    if cut.sure < _SURE:
        reading.doubts.append(doubt("cut", begins=begins))
    return begins


def _heads_item(own: Sequence[Block], head: Sequence[int]) -> bool:
    return any(isinstance(p := own[n], Paragraph) and p.style == OF_AN_ITEM for n in head)


def _rank(own: Sequence[Block], head: Sequence[int]) -> str:
    return next((p.rank for n in head if isinstance(p := own[n], Paragraph) and p.rank), "")


def _column(own: Sequence[Block], head: Sequence[int]) -> str:
    return next((p.column for n in head if isinstance(p := own[n], Paragraph) and p.column), "")


def _unsure_item(
    reading: StoryReading, end: Ending, own: Sequence[Block], head: Sequence[int]
) -> tuple[str, ...]:
    """An item of a round-up that nobody signs may be a part of one story."""
    signed = reading.fields.get("byline") or reading.fields.get("dateline") or end.byline
    return () if signed or not _heads_item(own, head) else ("column",)


def _filled(reading: StoryReading, found: Headlines, end: Ending) -> Story:
    """The fields that a head, a text and its ending gave."""
    fields = reading.fields
    return Story(
        "",
        kicker=found.kicker,
        subtitle=(*found.subtitle, *reading.below),
        byline=" ".join(filter(None, (fields.get("byline") or end.byline, end.more))),
        dateline=fields.get("dateline", ""),
        abstract=fields.get("abstract", ""),
        credited=fields.get("credited") or end.source,
        note=fields.get("note") or end.note,
        signoff=end.signoff,
        signoff_date=end.date,
        body=tuple(reading.body),
        page=reading.page,
        page_name=reading.page_name,
    )


def _read_text(
    own: Sequence[Block], taken: set[int], reading: StoryReading, *, titled: bool
) -> None:
    looks = reading.looks
    blank = {n: told for n, told in blanks(own).items() if n not in taken}
    reading.doubts += blank.values()
    taken = taken | blank.keys()
    left = [(n, b) for n, b in enumerate(own) if n not in taken and not isinstance(b, Image)]
    words = [block for _, block in left]
    for n, (at, block) in enumerate(left):
        if isinstance(block, Table):
            reading.take(at, block)
            reading.begun = True
            continue
        role = looks.role(block)
        tells = role in ("byline", "source", "column")
        heads_part = at in reading.parts
        may_tell = not heads_part and (tells or not reading.begun)
        if may_tell and reading.head(block, role, titled=titled or tells):
            continue
        if titled and _is_late_byline(block, reading) and _goes_on(words[n + 1 :]):
            reading.byline(patterns.bare_byline(block.said), guessed=True)
            continue
        if is_caption(block, looks, near=False):
            reading.doubts.append(doubt("caption", "", begins=block.said[:_BEGINS]))
        opens = not reading.begun or _is_lead_below_note(block, reading)
        kept = reading.lead(block) if opens else block
        reading.begun = reading.begun or not _is_beside(block)
        if kept is not None:
            subhead = heads_part or is_subhead(words, n, looks)
            reading.take(at, Text(kept, subhead))
    _settle_subheads(reading)


def _is_beside(p: Paragraph) -> bool:
    """Whether a line before the text stands right: it says more of who wrote, and isn't text."""
    return p.align == "right" and len(p.said) <= _LONG_LINE


def _is_lead_below_note(p: Paragraph, reading: StoryReading) -> bool:
    """Whether 本报讯 begins the second paragraph: the first is an editor's word."""
    return len(reading.body) == 1 and patterns.has_dateline(p.text)


def _goes_on(blocks: Sequence[Block]) -> bool:
    return any(isinstance(b, Paragraph) and len(b.said) > _LONG_LINE for b in blocks)


def _is_late_byline(p: Paragraph, reading: StoryReading) -> bool:
    """Whether a line says who wrote below an editor's word or a summary, before the text."""
    early = reading.begun and len(reading.body) <= _EDITORS_WORD and "byline" not in reading.fields
    set_apart = p.align in ("center", "right") or reading.looks.plain
    return early and set_apart and not p.boxed and patterns.is_byline(p.said)


def _comments(own: Sequence[Block], manuscript: Manuscript) -> tuple[Comment, ...]:
    """Those of this story, by the words that they stand at."""
    text = "\n".join(" ".join(b.text.split()) for b in own if isinstance(b, Paragraph))
    cells = "\n".join(" ".join(row) for b in own if isinstance(b, Table) for row in b.rows)
    return tuple(c for c in manuscript.comments if c.near and c.near in text + cells)
