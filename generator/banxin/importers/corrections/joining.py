"""Two stories to one; pictures from one story to another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from banxin.importers.corrections.paragraphs import together
from banxin.importers.corrections.words import settled, without_words
from banxin.importers.manuscript import Paragraph, Span, Table
from banxin.importers.planning import Fetch, Wanted
from banxin.importers.stories.story import Story, StoryPicture, Text

_ANSWERED = ("cut", "title-missing", "page-unknown")  # asked of a story that is none any more


def joined(first: Wanted, second: Wanted) -> Wanted:
    """The text of ``second`` below that of ``first``, its headline as a 小标题; without one where
    it has none, or was given the text's first words. Who signed ``first`` signs before that."""
    a, b = first.story, _renumbered(second.story, first.story)
    if not _headline(b):
        a, b = _continued(a, b)
    head = list(_head(b))
    below = [*head, *b.body, *_foot(a, b)]
    follows = bool(below or b.signoff or b.signoff_date)
    above = [*a.body, *(_signature(a) if follows else ())]
    pictures, fetch = _pictures(first, _lower(second, len(above) + len(head)))
    story = replace(
        a,
        body=(*above, *below),
        pictures=pictures,
        notes=(*a.notes, *b.notes),
        comments=(*a.comments, *(one for one in b.comments if one not in a.comments)),
        note=a.note if b.note in a.note else together(a.note, b.note),
        column=a.column or b.column,
        doubts=(*a.doubts, *(one for one in b.doubts if one.key not in _ANSWERED)),
        guessed=a.guessed | (b.guessed & {"photos"}),
    )
    if follows:
        guessed = story.guessed - {"signoff"} | (b.guessed & {"signoff"})
        story = replace(story, signoff=b.signoff, signoff_date=b.signoff_date, guessed=guessed)
    if b.column and b.column != a.column:
        story = without_words(story, [b.column])
    checked = first.checked and second.checked
    return replace(first, story=settled(story), pictures=fetch, checked=checked)


def _headline(b: Story) -> str:
    made = any(one.key == "title-missing" for one in b.doubts)
    return "" if made else b.title.replace("|", " ")


def _continued(a: Story, b: Story) -> tuple[Story, Story]:
    """A text that only goes on: what it says of itself is said of the whole."""
    for key in ("byline", "dateline", "credited", "abstract"):
        if not getattr(a, key):
            a, b = replace(a, **{key: getattr(b, key)}), replace(b, **{key: ""})
    return a, b


def _head(b: Story) -> Iterator[Text]:
    """What stood above a text, as its first lines."""
    if title := _headline(b):
        yield _text(title, subhead=True)
    yield from map(_text, (*b.kicker, *b.subtitle))
    if b.abstract:
        yield _text(b.abstract)


def _foot(a: Story, b: Story) -> Iterator[Text]:
    """Who wrote it and where it is from, as briefs have it behind each of them."""
    if b.byline and b.byline != a.byline:
        dateline = f"{b.dateline} " if b.dateline and b.dateline != a.dateline else ""
        yield _text(f"（{dateline}{b.byline}）")
    elif b.dateline and b.dateline != a.dateline:
        yield _text(f"（{b.dateline}）")
    if b.credited and b.credited != a.credited:
        yield _text(f"（{b.credited}）")


def _signature(a: Story) -> Iterator[Text]:
    yield from (_text(one) for one in (*a.signoff, a.signoff_date) if one)


def _text(text: str, *, subhead: bool = False) -> Text:
    return Text(Paragraph((Span(text),)), subhead=subhead)


def _renumbered(b: Story, a: Story) -> Story:
    """Its notes with numbers that ``a`` doesn't have."""
    taken = {label for label, _ in a.notes}
    if not taken & {label for label, _ in b.notes}:
        return b
    free = (str(n) for n in range(1, 10_000) if str(n) not in taken)
    names = {label: next(free) for label, _ in b.notes}
    body = (_with_numbers(one, names) for one in b.body)
    return replace(
        b, body=tuple(body), notes=tuple((names[label], text) for label, text in b.notes)
    )


def _with_numbers(block: Text | Table, names: dict[str, str]) -> Text | Table:
    if isinstance(block, Table):
        return block
    spans = (replace(s, note=names.get(s.note, s.note)) for s in block.paragraph.spans)
    return replace(block, paragraph=replace(block.paragraph, spans=tuple(spans)))


def _pictures(first: Wanted, second: Wanted) -> tuple[tuple[StoryPicture, ...], Fetch]:
    """Both stories' pictures, and who fetches them: two files may call theirs alike."""
    mine, its = first.story.pictures, second.story.pictures
    if not its:
        return mine, first.pictures
    if first.pictures == second.pictures:
        return (*mine, *its), first.pictures
    if not mine:
        return its, second.pictures
    return (*(_of("0:", one) for one in mine), *(_of("1:", one) for one in its)), _either(
        first.pictures, second.pictures
    )


def _lower(wanted: Wanted, by: int) -> Wanted:
    """With its pictures so many blocks further down."""
    story = wanted.story
    shown = tuple(replace(one, place=one.place + by) for one in story.pictures)
    return replace(wanted, story=replace(story, pictures=shown))


def _of(mark: str, one: StoryPicture) -> StoryPicture:
    return replace(one, name=mark + one.name)


def _either(first: Fetch, second: Fetch) -> Fetch:
    return lambda name: (first if name.startswith("0:") else second)(name[2:])


def given(giver: Wanted, taker: Wanted, n: int) -> tuple[Wanted, Wanted]:
    """The ``n``-th picture of one story to another, to stay with its beginning."""
    picture = replace(giver.story.pictures[n], place=0)
    alone = replace(giver, story=replace(giver.story, pictures=(picture,)))
    pictures, fetch = _pictures(taker, alone)
    took = replace(taker, story=replace(taker.story, pictures=pictures), pictures=fetch)
    return without_picture(giver, n), took


def without_picture(wanted: Wanted, n: int, *, remembered: bool = False) -> Wanted:
    """``remembered``: its words aren't printed anywhere."""
    story = wanted.story
    lost = story.pictures[n]
    left = replace(story, pictures=(*story.pictures[:n], *story.pictures[n + 1 :]))
    if remembered:
        left = settled(without_words(left, [lost.caption, lost.credit]))
    return replace(wanted, story=left)
