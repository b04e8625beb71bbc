"""A story's end taken off its text."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.importers.manuscript import Paragraph, Table, doubt
from banxin.importers.stories import imprint, letters, patterns, pupils
from banxin.importers.stories.annexes import annexed
from banxin.importers.stories.endings import Ending, ending, signature
from banxin.importers.stories.reading import StoryReading, contact_doubt, staff_doubts
from banxin.importers.stories.rolls import take_roll
from banxin.importers.stories.story import Text


def take_ending(reading: StoryReading, title: str) -> Ending:
    """Takes off the body what stands behind it."""
    take_roll(reading)
    _take_pupils_lines(reading)
    announces = patterns.is_announcement(title)
    _take_last_lines(reading, for_readers=announces)
    at = annexed(reading.body)
    behind = reading.body[at:]
    reading.body = reading.body[:at]
    end = _signed(reading, announces=announces)
    reading.body += behind
    return end


def _signed(reading: StoryReading, *, announces: bool) -> Ending:
    """Takes off who wrote or signs, and when."""
    texts = [one.paragraph for one in reading.body if isinstance(one, Text)]
    signed = letters.signature(texts)
    if signed and all(isinstance(one, Text) for one in reading.body[signed.start - len(texts) :]):
        said = map(contact_doubt, (p.said for p in texts[signed.start :]))
        reading.doubts += [one for one in said if one]
        reading.body = _shortened(reading.body, len(texts) - signed.start, ())
        return Ending((), signoff=signed.by, date=signed.date)
    first = _last_table(reading.body)
    byline = reading.fields.get("byline", "")
    found = ending(texts[first:], reading.looks, byline=byline, announces=announces)
    if found.again:
        reading.doubts.append(doubt("aside", text=found.again))
    if found.source and reading.fields.get("credited"):
        reading.source(found.source, labelled="source" not in found.unsure)
        found = replace(found, source="", unsure=found.unsure - {"source"})
    reading.body = _shortened(reading.body, len(texts) - first, found.kept)
    return found if found.signoff else _signed_within(reading, found)


def _signed_within(reading: StoryReading, found: Ending) -> Ending:
    """Who signs and when, where more stands below: an appendix, a table."""
    texts = [one for one in reading.body if isinstance(one, Text)]
    signed = signature([one.paragraph for one in texts], reading.looks)
    if signed is None:
        return found
    gone = texts[signed.start : signed.end]
    reading.body = [one for one in reading.body if not any(one is other for other in gone)]
    unsure = found.unsure | {"signoff"}
    return replace(found, signoff=signed.by, date=signed.date, unsure=frozenset(unsure))


def _take_last_lines(reading: StoryReading, *, for_readers: bool) -> None:
    """What stands below a story's end and is none of it: who edited the page, the contributor's
    telephone, a messenger's signs. Below a notice or an advertisement it is there ``for_readers``.
    """
    staff: list[str] = []
    called = False
    while len(reading.body) > 1 and isinstance(last := reading.body[-1], Text):
        said = last.paragraph.said
        if imprint.is_staff(said):
            staff.insert(0, said)
        elif _is_among_staff(reading, said, below=bool(staff)):
            pass
        elif patterns.source_of(said) and imprint.contact_of(said):
            break  # 供稿单位：县税务局
        elif not (for_readers or _is_for_readers(reading)) and (contact := contact_doubt(said)):
            reading.doubts.append(contact)
            called = True
        elif called and imprint.names_contact(said):
            reading.doubts.append(doubt("contact", label="联系人"))
        elif not imprint.is_only_signs(said):
            break
        reading.body.pop()
    reading.doubts += staff_doubts(staff)


def _is_for_readers(reading: StoryReading) -> bool:
    """Whether the last line, or one that stands beside it among others such, says where readers
    are to go or whom to call: 咨询电话：… above 地址：…."""
    for one in reversed(reading.body):
        said = one.paragraph.said if isinstance(one, Text) else ""
        if imprint.is_shop(said) or imprint.is_to_call(said):
            return True
        if not imprint.contact_of(said):
            return False
    return False


def _take_pupils_lines(reading: StoryReading) -> None:
    """学校：…, 姓名：…, 电话：… below a text: whose it is, and how to reach them."""
    texts = [one.paragraph.said for one in reading.body if isinstance(one, Text)]
    count = pupils.particulars_below(texts)
    if not count or not all(isinstance(one, Text) for one in reading.body[-count:]):
        return
    lines = texts[len(texts) - count :]
    if "byline" not in reading.fields:
        reading.byline(pupils.byline_of(lines), guessed=True)
    else:
        reading.doubts.append(doubt("aside", text=pupils.byline_of(lines)))
    reading.doubts += [one for one in map(contact_doubt, lines) if one]
    reading.body = reading.body[:-count]


def _is_among_staff(reading: StoryReading, said: str, *, below: bool) -> bool:
    """Whether a line above or ``below`` those of a page's staff says where the story is from, or
    whose it is; it is noted where it does."""
    above = [one.paragraph.said for one in reading.body[-4:-1] if isinstance(one, Text)]
    within = any(map(imprint.is_staff, above))
    source = patterns.source_of(said) or (said if within and patterns.is_medium(said) else "")
    if source and (below or within):
        reading.source(source, labelled=source != said)
        return True
    if below and within and patterns.is_byline(said) and "byline" not in reading.fields:
        reading.byline(patterns.bare_byline(said))
        return True
    return False


def _last_table(body: list[Text | Table]) -> int:
    """How many paragraphs stand before the last table: what follows it may be an ending."""
    at = max((n for n, one in enumerate(body) if isinstance(one, Table)), default=-1)
    return sum(isinstance(one, Text) for one in body[: at + 1])


def _shortened(
    body: list[Text | Table], behind: int, kept: tuple[Paragraph, ...]
) -> list[Text | Table]:
    """The body with ``kept`` in place of its last ``behind`` paragraphs."""
    first, last = body[: len(body) - behind], body[len(body) - behind :]
    heads = [one.subhead for one in last if isinstance(one, Text)]
    return [*first, *(Text(p, heads[n]) for n, p in enumerate(kept))]
