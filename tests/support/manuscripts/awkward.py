"""The same stories typed by people with other habits, and laid out by other tastes."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.support.manuscripts.by_hand import Maker, docx, paragraph, run_of
from tests.support.manuscripts.laid_out import Typed
from tests.support.manuscripts.stories import Truth

_HAN = "〇一二三四五六七八九"


def typed(story: Truth, random_: random.Random) -> list[Typed]:
    """Another order, other brackets, other ways to say who and when; truths change with them."""
    made = [
        Typed("column", random_.choice(("【{}】", "[{}]", "■{}■")).format(story.column))
    ] * bool(story.column)
    made += [Typed("kicker", text) for text in story.kicker]
    made.append(Typed("title", story.title))
    made += [Typed("subtitle", text) for text in story.subtitle]
    if story.byline_at == "head":
        form = (
            random_.choice(("{}", "□ 本报{}", "（{}）", "◎{}")) if story.kind != "essay" else "{}"
        )
        text = form.format(story.byline)
        story.byline = (
            story.byline.replace("记者", "本报记者", 1) if "本报" in text else story.byline
        )
        made.append(Typed("byline", text))
    body = [Typed("subhead" if sub else "body", text) for text, sub in story.body]
    body[0] = Typed("body", _lead(story, random_) + body[0].text)
    if story.byline_at == "tail":
        body[-1] = Typed(
            "body",
            f"{body[-1].text}{random_.choice(('（{}）', '({})', ' （{}）')).format(story.byline)}",
        )
    made += _pictured(story, body, random_)
    if story.byline_at == "end":
        made.append(Typed("byline_end", random_.choice(("（{}）", "{}")).format(story.byline)))
    if story.source:
        form = random_.choice(("稿源：{}", "（据{}）", "(来源：{})", "来源:{}"))
        made.append(Typed("source", form.format(story.source)))
    made += [Typed("signoff", text) for text in story.signoff]
    if story.date:
        made.append(Typed("date", _date(story, random_)))
    return made


def _lead(story: Truth, random_: random.Random) -> str:
    if not story.dateline:
        return ""
    if story.byline_at != "lead":
        return random_.choice(("{} ", "【{}】", "{}　", "{}：")).format(story.dateline)
    forms = ("{d}（{b}）", "【{d}】（{b}）", "{d}  （{b}）　", "{d}({b})", "{d}【{b}】")
    return random_.choice(forms).format(d=story.dateline, b=story.byline)


def _pictured(story: Truth, body: list[Typed], random_: random.Random) -> list[Typed]:
    if not story.caption:
        return body
    forms = ("{c}（{w}）", "{c} {w}", "{c}　{w}", "{c}{w}") if story.credit else ("{c}",)
    caption = Typed("caption", random_.choice(forms).format(c=story.caption, w=story.credit))
    picture = Typed("picture")
    shown = [caption, picture] if random_.random() < 0.2 else [picture, caption]
    at = random_.choice((0, 1, len(body)))
    return [*body[:at], *shown, *body[at:]]


def _date(story: Truth, random_: random.Random) -> str:
    year, month, day = map(int, story.date.split("-"))
    han = f"{''.join(_HAN[int(c)] for c in str(year))}年{_number(month)}月{_number(day)}日"
    return random_.choice(
        (story.date_typed, han, f"{year} 年 {month} 月 {day} 日", f"{year}.{month}.{day}")
    )


def _number(n: int) -> str:
    tens, ones = divmod(n, 10)
    ten = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
    return ten + (_HAN[ones] if ones or not tens else "")


# what each taste sets off: size above the text's, bold, alignment
_TASTES: tuple[dict[str, tuple[int, bool, str]], ...] = (
    {"title": (0, True, "center"), "kicker": (0, False, "center"), "subtitle": (0, False, "center"),
     "byline": (0, False, "center"), "subhead": (0, True, "")},
    {"title": (12, False, ""), "kicker": (4, False, ""), "subtitle": (4, False, ""),
     "subhead": (2, True, ""), "caption": (-3, False, "")},
    {"title": (8, True, "center"), "kicker": (8, False, "center"), "subtitle": (2, False, "center"),
     "byline": (0, False, "right"), "subhead": (0, True, "center"), "signoff": (0, False, "spaces"),
     "date": (0, False, "spaces"), "byline_end": (0, False, "spaces")},
    {"title": (16, True, "center"), "kicker": (6, True, "center"), "subtitle": (6, True, "center"),
     "byline": (2, True, "center"), "subhead": (4, True, "center"), "signoff": (0, False, "right"),
     "date": (0, False, "right"), "caption": (0, False, "center")},
    {"title": (6, False, "center"), "kicker": (2, False, "center"),
     "subtitle": (0, False, "center"), "byline": (0, False, ""), "subhead": (0, True, ""),
     "signoff": (0, False, "indent"), "date": (0, False, "indent")},
)  # fmt: skip


def by_taste(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    maker = Maker(random_)
    taste = random_.choice(_TASTES)
    size = random_.choice((21, 24, 28, 32))
    spaced, split = random_.random() < 0.3, random_.random() < 0.3
    rows: list[str] = []
    for n, story in enumerate(stories):
        if n:
            rows += [
                random_.choice(("<w:p/><w:p/>", "", paragraph("———————"), paragraph("＊＊＊＊＊")))
            ]
        for one in story:
            if one.role == "picture":
                rows.append(maker.picture())
            else:
                rows += _rows(one, taste, size, split=split)
            if spaced and one.role != "picture":
                rows.append("<w:p/>")
    return docx("".join(rows), files=maker.files, relations=maker.relations())


def _rows(
    one: Typed, taste: dict[str, tuple[int, bool, str]], size: int, *, split: bool
) -> list[str]:
    more, bold, place = taste.get(one.role, (0, False, ""))
    run = f'<w:sz w:val="{size + more}"/>' + ("<w:b/>" if bold else "")
    jc = f'<w:jc w:val="{place}"/>' if place in ("center", "right") else ""
    jc = '<w:ind w:left="5200"/>' if place == "indent" else jc
    text = "　" * 14 + one.text if place == "spaces" else one.text
    if one.role == "title" and split and len(text) > 12:
        half = len(text) // 2
        broken = f"{run_of(text[:half], run)}<w:r><w:br/></w:r>{run_of(text[half:], run)}"
        return [f"<w:p><w:pPr>{jc}</w:pPr>{broken}</w:p>"]
    return [paragraph(text, jc, run)]


def plain(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """Nothing set off at all: text as it was sent by messenger and pasted."""
    maker = Maker(random_)
    rows: list[str] = []
    gap = random_.choice(("", "<w:p/>"))
    for n, story in enumerate(stories):
        rows += ["<w:p/>", gap] if n else []
        for one in story:
            indent = "　　" if one.role == "body" else ""
            rows.append(maker.picture() if one.role == "picture" else paragraph(indent + one.text))
            rows.append(gap)
    return docx("".join(rows), files=maker.files, relations=maker.relations())
