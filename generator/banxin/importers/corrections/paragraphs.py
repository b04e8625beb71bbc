"""Paragraphs to where they belong: a field, a 小标题, a story of their own, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from banxin.importers.corrections.fields import looked_at
from banxin.importers.corrections.words import (
    headline_of,
    in_one_line,
    settled,
    tidy,
    without_words,
)
from banxin.importers.manuscript import Manuscript, Paragraph, Table
from banxin.importers.planning import Wanted
from banxin.importers.stories.days import day_of
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story, StoryPicture, Text

BODY, SUBHEAD, SPLIT, DROP, CAPTION = "body", "subhead", "split", "drop", "caption"
_GONE = "gone"  # its words stand below a picture already
HEADS = ("kicker", "title", "subtitle")
TEXTS = ("byline", "dateline", "source", "column", "abstract", "note")
_ATTRIBUTES = {"source": "credited"}
_STOP = re.compile(r"[。！？…；，”’）」』]$")
_WRAPPED = re.compile(r"[（(【\[]([^（）()【】\[\]]*)[）)】\]]")
_NAMED = re.compile(r"(?:作者|文|来源|稿源)\s*[:：]\s*")
Block = Text | Table


def role_of(block: Block) -> str:
    """Where a paragraph stands now."""
    return SUBHEAD if isinstance(block, Text) and block.subhead else BODY


def arranged(wanted: Wanted, roles: Mapping[int, str]) -> tuple[Wanted, ...]:
    """The story, and those that begin at its lines. ``roles`` of the paragraphs by their places:
    ``body``, ``subhead``, ``split``, ``drop``, a field's key, ``caption-0`` of the first picture.
    """
    body = wanted.story.body
    told = {n: role for n, role in roles.items() if 0 <= n < len(body)}
    if all(role == role_of(body[n]) for n, role in told.items()):
        return (wanted,)
    whole, told = captioned(wanted.story, told)
    begins = cuts(body, told)
    made = list(_parts(whole, begins, told))
    if begins:
        made[-1] = _signed(made[-1], whole)
        made = _with_own_comments(made, whole)
    made = [settled(one) for one in _with_own_notes(made, whole)]
    others = (replace(wanted, story=one, place=0, slug="", checked=False) for one in made[1:])
    return replace(wanted, story=made[0]), *others


def cuts(body: Sequence[Block], roles: Mapping[int, str]) -> list[int]:
    """The places of the lines at which stories begin."""
    told = sorted(roles.items())
    return [n for n, role in told if role == SPLIT and 0 <= n < len(body) and _heads(body[n])]


def captioned(story: Story, roles: Mapping[int, str]) -> tuple[Story, dict[int, str]]:
    """With all paragraphs that are captions below their pictures; the others' roles are left."""
    left = dict(roles)
    for n, role in sorted(roles.items()):
        block = story.body[n] if 0 <= n < len(story.body) else None
        if role.startswith(CAPTION) and isinstance(block, Text):
            made = with_words(story, role, block.paragraph.text)
            story, left[n] = (without_doubt(made, block), _GONE) if made else (story, BODY)
    return story, left


def _parts(whole: Story, begins: Sequence[int], told: Mapping[int, str]) -> Iterator[Story]:
    """Each with the pictures that stand in it."""
    ends = [*begins, len(whole.body)]
    first = replace(whole, body=whole.body[: ends[0]])
    if begins:  # who signed at the end of all signed the last of them
        shown = tuple(one for one in whole.pictures if one.place <= ends[0])
        first = replace(first, signoff=(), signoff_date="", pictures=shown)
    yield _assigned(first, {n: role for n, role in told.items() if n < ends[0]})
    for start, end in zip(begins, ends[1:], strict=True):
        own = {n - start - 1: role for n, role in told.items() if start < n < end}
        beyond = end == len(whole.body)
        shown = tuple(
            replace(one, place=one.place - start - 1)
            for one in whole.pictures
            if start < one.place and (beyond or one.place <= end)
        )
        yield _headed(whole, whole.body[start:end], own, shown)


def _heads(block: Block) -> bool:
    return isinstance(block, Text) and bool(headline_of(block.paragraph.text))


def _headed(
    whole: Story,
    blocks: Sequence[Block],
    roles: Mapping[int, str],
    shown: tuple[StoryPicture, ...],
) -> Story:
    """A story of these paragraphs, the first of which is its headline: read as any other where
    nobody says more of it."""
    head = blocks[0].paragraph.text if isinstance(blocks[0], Text) else ""
    title = headline_of(head)
    plain = Story(
        whole.source,
        title=title,
        body=tuple(blocks[1:]),
        page=whole.page,
        page_name=whole.page_name,
        begins=in_one_line(head)[:24],
        pictures=shown,
        guessed=whole.guessed & {"photos"} if shown else frozenset(),
    )
    again = None if roles else _read_again(plain, blocks)
    return settled(again or _assigned(plain, roles))


def _read_again(plain: Story, blocks: Sequence[Block]) -> Story | None:
    """With what its text says of who wrote it; None where its reader sees something else in it."""
    styled = (_styled(block, n == 0) for n, block in enumerate(blocks))
    found = stories(Manuscript(plain.source, tuple(styled)))
    if len(found) != 1 or found[0].title != plain.title or found[0].kicker or found[0].column:
        return None
    kept = {"page": plain.page, "page_name": plain.page_name, "begins": plain.begins}
    most = len(found[0].body)
    shown = tuple(replace(one, place=min(one.place, most)) for one in plain.pictures)
    guessed = found[0].guessed - {"title"} | plain.guessed
    return replace(found[0], **kept, guessed=guessed, pictures=shown)


def _styled(block: Block, first: bool) -> Paragraph | Table:
    if isinstance(block, Table):
        return block
    style = "主题" if first else "小标题" if block.subhead else ""
    return replace(block.paragraph, style=style, rank="", column="")


def _with_own_notes(made: Sequence[Story], whole: Story) -> Iterator[Story]:
    """Notes go where their numbers are; of those whose number is gone the words are remembered."""
    before, after = _numbers(whole), frozenset[str]().union(*map(_numbers, made))
    lost = [text for label, text in whole.notes if label in before - after]
    for n, story in enumerate(made):
        own = _numbers(story) | (frozenset() if n else frozenset(dict(whole.notes)) - before)
        notes = tuple(one for one in whole.notes if one[0] in own)
        yield replace(without_words(story, [] if n else lost), notes=notes)


def _with_own_comments(made: Sequence[Story], whole: Story) -> list[Story]:
    """What was remarked goes where its words are; else it stays with the first."""
    texts = ["\n".join((one.title, *map(said, one.body))) for one in made]
    owners = [next((n for n, t in enumerate(texts) if c.near in t), 0) for c in whole.comments]
    pairs = list(zip(owners, whole.comments, strict=True))
    return [
        replace(one, comments=tuple(c for owner, c in pairs if owner == n))
        for n, one in enumerate(made)
    ]


def _numbers(story: Story) -> frozenset[str]:
    texts = (block for block in story.body if isinstance(block, Text))
    return frozenset(span.note for one in texts for span in one.paragraph.spans if span.note)


def _signed(last: Story, whole: Story) -> Story:
    """With those who signed all of it."""
    when = [last.signoff_date, whole.signoff_date]
    others = [when[1]] if all(when) and when[0] != when[1] else []
    return replace(
        last,
        signoff=(*last.signoff, *whole.signoff, *others),
        signoff_date=when[0] or when[1],
        guessed=last.guessed | (whole.guessed & {"signoff"}),
    )


def _assigned(story: Story, roles: Mapping[int, str]) -> Story:
    """With its paragraphs where ``roles`` say."""
    body: list[Block] = []
    kept = [0]  # of the blocks before each
    for n, block in enumerate(story.body):
        role = roles.get(n, "")
        made = _taken(story, block, role) if role not in ("", BODY, SUBHEAD) else None
        if made is not None:
            story = without_doubt(made, block)
        elif role and role != role_of(block) and isinstance(block, Text):
            body.append(replace(block, subhead=role == SUBHEAD))
            story = without_doubt(story, block)
        else:
            body.append(block)
        kept.append(len(body))
    shown = tuple(replace(one, place=kept[min(one.place, len(kept) - 1)]) for one in story.pictures)
    return replace(story, body=tuple(body), pictures=shown)


def _taken(story: Story, block: Block, role: str) -> Story | None:
    """The story with the words of a paragraph somewhere else; None where that can't be."""
    if role == _GONE:
        return story
    if role == DROP:
        return without_words(story, [said(block)])
    return None if isinstance(block, Table) else with_words(story, role, block.paragraph.text)


def with_words(story: Story, role: str, words: str) -> Story | None:
    """With words more in a field; None where there is no such field."""
    text = tidy(words)
    kind, _, number = role.partition("-")
    if not text:
        return None
    if kind == CAPTION and number.isdecimal() and int(number) < len(story.pictures):
        return _captioned(story, int(number), in_one_line(text))
    if role in HEADS:
        return looked_at(_with_line(story, role, text), role)
    if role in TEXTS:
        return looked_at(_with_text(story, role, in_one_line(text)), role)
    return looked_at(_with_signature(story, text), role) if role == "signoff" else None


def said(block: Block) -> str:
    if isinstance(block, Text):
        return block.paragraph.text
    return "；".join(" ".join(" ".join(cell.split()) for cell in row) for row in block.rows)


def _with_line(story: Story, key: str, text: str) -> Story:
    """One line more; in the place of a headline that was made of the text's first words."""
    if key != "title":
        return replace(story, **{key: (*getattr(story, key), *text.split("\n"))})
    made = any(one.key == "title-missing" for one in story.doubts)
    before = [story.title] if story.title and not made else []
    return replace(story, title="|".join(filter(None, (*before, headline_of(text)))))


def _with_text(story: Story, key: str, text: str) -> Story:
    name = _ATTRIBUTES.get(key, key)
    if key in ("byline", "source"):
        inner = _WRAPPED.fullmatch(text)
        text = _NAMED.sub("", inner[1] if inner else text, count=1).strip() or text
    return replace(story, **{name: together(getattr(story, name), text)})


def together(before: str, text: str) -> str:
    """Two texts as one line."""
    gap = "" if not before or _STOP.search(before) else " "
    return f"{before}{gap}{text}"


def _captioned(story: Story, n: int, text: str) -> Story:
    one = story.pictures[n]
    new = replace(one, caption=together(one.caption, text))
    pictures = (*story.pictures[:n], new, *story.pictures[n + 1 :])
    return looked_at(replace(story, pictures=pictures), "photos")


def _with_signature(story: Story, text: str) -> Story:
    """Who signs; or when, where that is all that a line says."""
    for line in text.split("\n"):
        day = day_of(line)
        if day and "月" not in day and not story.signoff_date:
            story = replace(story, signoff_date=day)
        else:
            story = replace(story, signoff=(*story.signoff, line))
    return story


def without_doubt(story: Story, block: Block) -> Story:
    """What was asked of this paragraph, that it looks like a caption, is answered."""
    begins = block.paragraph.said if isinstance(block, Text) else ""
    kept = (
        one
        for one in story.doubts
        if one.key != "caption" or not begins.startswith(dict(one.gaps)["begins"])
    )
    return replace(story, doubts=tuple(kept))
