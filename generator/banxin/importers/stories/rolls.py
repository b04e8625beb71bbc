"""文字：… 图片：… 编辑：…: who did what, as messengers list it below an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import doubt
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.entries import TOOK, WROTE, Entry, entries, is_credit
from banxin.importers.stories.reading import StoryReading, staff_doubts
from banxin.importers.stories.story import StoryPicture, Text

_DONE_WITH_A_CAMERA = re.compile("摄影|拍摄|航拍")
_PLACES = 10  # paragraphs from the end where such a list may begin
_LEAST = 2  # entries: one alone is an author's line


def take_roll(reading: StoryReading) -> None:
    """Takes off the body's end who wrote and who took the pictures, and notes it."""
    found: list[tuple[Text, list[Entry]]] = []
    listed = 0
    for one in reversed(reading.body[1:][-_PLACES:]):
        said = one.paragraph.said if isinstance(one, Text) else ""
        line = [] if imprint.is_staff(said) or patterns.source_of(said) else entries(said)
        if isinstance(one, Text) and line:
            found.insert(0, (one, line))
        elif not (said and _may_stand_between(said)):
            break
        listed += len(line) or imprint.is_staff(said)
    roll = [entry for _, line in found for entry in line]
    if listed >= _LEAST and any(map(is_credit, roll)):
        gone = [text for text, _ in found]
        reading.body = [one for one in reading.body if not any(one is other for other in gone)]
        _note(reading, roll)


def _may_stand_between(said: str) -> bool:
    staff = imprint.is_staff(said) or imprint.is_only_signs(said)
    return staff or bool(patterns.source_of(said) or imprint.contact_of(said))


def _note(reading: StoryReading, roll: Sequence[Entry]) -> None:
    known = patterns.people_of(reading.fields.get("byline", ""))
    writers = [one for one in roll if re.fullmatch(WROTE, one.label)]
    if known:
        aside = [one.text for one in writers if not patterns.people_of(one.text) <= known]
        reading.doubts += [doubt("aside", text=text) for text in aside]
    else:
        _note_writers(reading, writers)
    for one in roll:
        if re.fullmatch(TOOK, one.label):
            before = reading.fields.get("photographer")
            reading.fields["photographer"] = f"{before} {one.text}" if before else one.text
        elif one.label in ("来源", "稿源"):
            reading.source(one.said, labelled=True)
        elif one not in writers and imprint.is_staff(one.text):
            reading.doubts += staff_doubts([one.text])
        elif one not in writers:
            reading.doubts.append(doubt("aside", text=one.text))


def _note_writers(reading: StoryReading, writers: Sequence[Entry]) -> None:
    for one in writers:
        if patterns.is_byline(one.text):
            reading.byline(one.text)
        elif patterns.is_name(one.said):
            reading.byline(one.said, guessed=True)
        else:
            reading.fields.setdefault("credited", one.said)
            reading.guessed.add("source")


def with_photographer(
    shown: tuple[StoryPicture, ...], reading: StoryReading
) -> tuple[StoryPicture, ...]:
    """Who took the pictures below them, if nobody is named there; else beside who wrote."""
    named = reading.fields.pop("photographer", "")
    who = patterns.people_of(named)
    if not named or (who and who <= patterns.people_of(reading.fields.get("byline", ""))):
        return shown
    if not all(one.name for one in shown) or any(one.credit for one in shown) or not shown:
        reading.byline(named)
        return shown
    reading.guessed.add("photos")
    label, _, said = named.partition("：")
    credit = f"{said}/摄" if _DONE_WITH_A_CAMERA.fullmatch(label) else said
    credit = f"{said} 供图" if label == "供图" else credit
    return tuple(replace(one, credit=credit) for one in shown)
