"""The words of a paragraph, set right."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.importers.corrections.wording import differs, reworded, wording
from banxin.importers.manuscript import Paragraph, Span
from banxin.importers.stories.story import Story, Text

from .stories import text

BULLET = Paragraph((Span("· ", number=True), Span("菜场"), Span("早市")), level=0)


def test_a_bullet_stays_one_or_goes_and_notes_links_and_bold_words_are_left_alone() -> None:
    story = Story("a", title="题", body=(Text(BULLET), text("桥。", note="1")))
    assert reworded(story, {0: "· 码头"}).body[0] == Text(
        replace(BULLET, spans=(BULLET.spans[0], Span("码头")))
    )
    assert reworded(story, {0: "码头"}).body[0] == Text(Paragraph((Span("码头"),)))
    assert (wording(story.body[0]), wording(story.body[1])) == ("· 菜场早市", None)
    mixed = replace(BULLET, spans=(Span("菜场", bold=True), Span("早市")))
    assert wording(Text(mixed)) is None
    assert not differs(story.body[0], "· 菜场早市\r\n")
