"""The same stories as contributors of offices, schools and sites send them: on forms, with all of a
head in one paragraph, on a sheet that says what goes where."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.support.manuscripts.by_hand import Maker, docx, paragraph, run_of
from tests.support.manuscripts.laid_out import Typed
from tests.support.manuscripts.stories import OFFICES, Truth

_MIDDLE = '<w:jc w:val="center"/>'
_RIGHT = '<w:jc w:val="right"/>'
_PLACES = ("头条：", "二条：", "【图片新闻】", "简讯：", "")
_ENTRIES = (("引题", "kicker"), ("副标题", "subtitle"), ("栏目", "column"))
_HEAD = ("kicker", "title", "subtitle", "byline", "particulars")


def typed(story: Truth, random_: random.Random) -> list[Typed]:
    """Who wrote, from where and when in forms that no newsroom uses; truths change with them."""
    made = [Typed("column", f"【{story.column}】")] * bool(story.column)
    made += [Typed("kicker", text) for text in story.kicker]
    made.append(Typed("title", story.title))
    made += [Typed("subtitle", text) for text in story.subtitle]
    made += _below(story, random_)
    body = [Typed("subhead" if sub else "body", text) for text, sub in story.body]
    lead = _lead(story, random_)
    body[0] = Typed("body", lead + body[0].text)
    if story.byline_at == "tail":
        form = random_.choice(("（{}）", "{}")) if "记者" in story.byline else "（{}）"
        body[-1] = Typed("body", body[-1].text + form.format(story.byline))
    made += _pictured(story, body, random_)
    if story.byline_at == "end":
        made.append(Typed("byline_end", story.byline))
    if story.source and story.source_at != "head":
        made.append(Typed("source", f"来源：{story.source}"))
    if story.signoff and len(story.signoff) == 1 and random_.random() < 0.5:
        gap = random_.choice(("　　", "　", "     "))
        return [*made, Typed("signoff", f"{story.signoff[0]}{gap}{story.date_typed}")]
    made += [Typed("signoff", text) for text in story.signoff]
    return [*made, *[Typed("date", story.date_typed)] * bool(story.date)]


def _below(story: Truth, random_: random.Random) -> list[Typed]:
    """What stands between the headline and the text."""
    if story.byline_at != "head":
        return []
    if story.kind == "essay":
        text = random_.choice(("□ {}", "{}", "文/{}")).format(story.byline)
        story.byline = text.removeprefix("□ ")
        return [Typed("byline", text)]
    who = story.byline.split()[1]
    if random_.random() < 0.4:
        story.byline = f"{random_.choice(OFFICES)} {who}"
        telephone = random_.choice(("", "", "　13800000000"))
        return [Typed("byline", story.byline.replace(" ", "　") + telephone)]
    if random_.random() < 0.5:
        story.byline, story.source, story.source_at = who, "江城融媒体中心", "head"
        parts = (f"来源：{story.source}", f"作者：{who}", "发布时间：2026-03-01 08:30")
        return [Typed("particulars", random_.choice(("　　", "　", "  ")).join(parts))]
    return [Typed("byline", story.byline)]


def _lead(story: Truth, random_: random.Random) -> str:
    if not story.dateline:
        return ""
    if story.byline_at != "lead":
        return f"{story.dateline}　"
    if story.dateline == "本报讯" and random_.random() < 0.5:
        story.dateline = random_.choice(("", "江城融媒讯"))
    return f"{story.dateline}（{story.byline}）"


def _pictured(story: Truth, body: list[Typed], random_: random.Random) -> list[Typed]:
    if not story.caption:
        return body
    story.caption = story.caption.removeprefix("图为").rstrip("。")
    words = f"{story.caption}　{story.credit}".rstrip()
    at = random_.randint(1, len(body))
    shown = random_.choice(
        (
            [Typed("caption", f"▼{words}"), Typed("picture")],
            [Typed("picture"), Typed("caption", f"△{words}")],
            [Typed("shown", words)],  # in a table, one above the other
        )
    )
    return [*body[:at], *shown, *body[at:]]


def _row(maker: Maker, one: Typed, size: int = 28) -> str:
    if one.role == "picture":
        return maker.picture()
    if one.role == "shown":
        words = paragraph(one.text, _MIDDLE, '<w:sz w:val="21"/>')
        cells = (f"<w:tr><w:tc>{inside}</w:tc></w:tr>" for inside in (maker.picture(), words))
        return f"<w:tbl>{''.join(cells)}</w:tbl>"
    run = f'<w:sz w:val="{44 if one.role == "title" else size}"/>'
    run += "<w:b/>" if one.role in ("title", "subhead") else ""
    place = _RIGHT if one.role in ("signoff", "date", "byline_end", "source") else ""
    place = _MIDDLE if one.role in (*_HEAD, "column", "caption") else place
    return paragraph(one.text, place, run)


def with_joined_heads(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """Title, a dashed 副题 and who wrote: one paragraph with breaks, as fast typists make it."""
    maker = Maker(random_)
    rows: list[str] = []
    for story in stories:
        at = next(n for n, one in enumerate(story) if one.role == "title")
        end = at + 1
        while end < len(story) and _joins(story[end]):
            end += 1
        rows += [_row(maker, one) for one in story[:at]]
        run = '<w:b/><w:sz w:val="44"/>'
        lines = "<w:r><w:br/></w:r>".join(run_of(one.text, run) for one in story[at:end])
        rows.append(f"<w:p><w:pPr>{_MIDDLE}</w:pPr>{lines}</w:p>")
        rows += [_row(maker, one) for one in story[end:]]
        rows.append("<w:p/><w:p/>")
    return docx("".join(rows), files=maker.files, relations=maker.relations())


def _joins(one: Typed) -> bool:
    dashed = one.role == "subtitle" and one.text.startswith("——")
    return dashed or (one.role == "byline" and one.text.startswith("记者"))


def on_a_sheet(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """Everything of a page in one file, each headline with its place before it."""
    maker = Maker(random_)
    rows = [paragraph("一版：", "", '<w:b/><w:sz w:val="28"/>')]
    for n, story in enumerate(stories):
        rows += (
            ["<w:p/>", paragraph("＊＊＊＊＊＊", _MIDDLE)] if n and random_.random() < 0.3 else []
        )
        for one in story:
            place = random_.choice(_PLACES) if one.role == "title" else ""
            rows.append(_row(maker, Typed(one.role, place + one.text)))
        rows.append("<w:p/>")
    return docx("".join(rows), files=maker.files, relations=maker.relations())


def on_forms(stories: Sequence[Sequence[Typed]], random_: random.Random) -> bytes:
    """One story on a form, whatever else stands in the file's list: a form holds no second."""
    maker = Maker(random_)
    (story,) = stories[:1]
    at = {one.role: one.text for one in reversed(story)}
    own = ("title", "byline", "column", "kicker", "subtitle")
    inside = "".join(_row(maker, one) for one in story if one.role not in own)
    below = [(label, at[role]) for label, role in _ENTRIES if role in at]
    entries = (
        ("投稿单位", paragraph("县教育局"), "作者", paragraph(at.get("byline", ""))),
        (random_.choice(("标题", "稿件题目")), paragraph(at["title"])),
        *below,
        (random_.choice(("正　文", "稿件内容：")), inside),
        ("审核意见", paragraph("同意刊发"), "联系电话", paragraph("13800000000")),
    )
    table = "".join(_entries(row) for row in entries)
    name = paragraph(random_.choice(("投稿登记表", "新闻稿件审核表")), _MIDDLE, "<w:b/>")
    return docx(f"{name}<w:tbl>{table}</w:tbl>", files=maker.files, relations=maker.relations())


def _entries(row: Sequence[str]) -> str:
    cells = (one if one.startswith("<w:") else paragraph(one) for one in row)
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
