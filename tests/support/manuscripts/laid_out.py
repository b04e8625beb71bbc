"""A story as the paragraphs that somebody types: which text with which role, in which order."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.support.manuscripts.stories import Truth


@dataclass(frozen=True, slots=True)
class Typed:
    """``role``: kicker, title, subtitle, column, byline, body, subhead, picture, caption, source,
    signoff, date, empty."""

    role: str
    text: str = ""


def typed(story: Truth, random_: random.Random) -> list[Typed]:
    made = [Typed("column", f"【{story.column}】")] if story.column else []
    made += [Typed("kicker", text) for text in story.kicker]
    made.append(Typed("title", story.title))
    made += [Typed("subtitle", text) for text in story.subtitle]
    if story.byline_at == "head":
        made.append(Typed("byline", story.byline))
    picture = _picture(story)
    first = random_.random() < 0.3
    made += picture if first else []
    body = [Typed("subhead" if sub else "body", text) for text, sub in story.body]
    body[0] = Typed("body", _lead(story, random_) + body[0].text)
    if story.byline_at == "tail":
        body[-1] = Typed("body", f"{body[-1].text}（{story.byline}）")
    at = random_.randint(1, len(body))
    made += body if first else [*body[:at], *picture, *body[at:]]
    if story.byline_at == "end":
        made.append(Typed("byline_end", f"（{story.byline}）"))
    if story.source:
        made.append(
            Typed("source", random_.choice(("来源：{}", "（来源：{}）")).format(story.source))
        )
    made += [Typed("signoff", text) for text in story.signoff]
    if story.date:
        made.append(Typed("date", story.date_typed))
    return made


def _picture(story: Truth) -> list[Typed]:
    if not story.caption:
        return []
    gap = "　" if story.credit else ""
    return [Typed("picture"), Typed("caption", f"{story.caption}{gap}{story.credit}")]


def _lead(story: Truth, random_: random.Random) -> str:
    if not story.dateline:
        return ""
    if story.byline_at == "lead":
        form = random_.choice(("{d}（{b}）", "{d} （{b}） ", "{d}(${b})".replace("$", "") + " "))
        return form.format(d=story.dateline, b=story.byline)
    return f"{story.dateline} " if random_.random() < 0.7 else f"{story.dateline}　"
