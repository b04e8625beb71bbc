"""From a document to its articles no letter is lost: each stands in a field, or in the text."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from banxin.importers import formats
from banxin.importers.body import body_text
from banxin.importers.body.trial import shown
from banxin.importers.manuscript import Manuscript, Paragraph, Table
from banxin.importers.pages import page_mark
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story
from tests.support.manuscripts import awkward, by_hand, by_python_docx, contributors, county_files
from tests.support.manuscripts.laid_out import Typed, typed
from tests.support.manuscripts.office_files import kept
from tests.support.manuscripts.scoring import FORMS, SENT, Producer
from tests.support.manuscripts.stories import story

SIGNS = (
    "**重点**",
    "# 话题",
    "1. 先",
    "> 60岁",
    "[附件](一)",
    "<b>",
    "a_b",
    "`码`",
    "&nbsp;",
    "8*8米",
)
RANKS = "(?:头条|二条|简讯)：|【图片新闻】"
LABELS = "(?:标题|署名|引题|副标题|栏目|作者)："
ASIDE = ("staff", "aside", "form", "contents")  # doubts that hold what was set aside, word for word
SAID = re.compile(
    rf"稿源|来源|供稿|据|{RANKS}|{LABELS}|电话|丨|13800000000|一版："
)  # words that a field says by itself


def letters(text: str) -> Counter[str]:
    return Counter(c for c in SAID.sub("", text) if c.isalnum())


def of_source(manuscript: Manuscript) -> str:
    """Without dates that stand alone: the field has them in one form."""
    paragraphs = [b for b in manuscript.blocks if isinstance(b, Paragraph)]
    texts = [p.text for p in paragraphs if not day_of(p.said)]
    cells = [c for b in manuscript.blocks if isinstance(b, Table) for row in b.rows for c in row]
    return "\n".join((*texts, *cells))


def of_story(found: Story) -> str:
    pictures = [one.caption + one.credit for one in found.pictures]
    return "\n".join(
        (
            *(found.title, *found.kicker, *found.subtitle, found.column, found.byline),
            *(found.dateline, found.abstract, found.credited, *found.signoff, *pictures),
            shown(body_text(found).text).text,
            *(text for d in found.doubts if d.key in ASIDE for text in dict(d.gaps).values()),
        )
    )


def with_signs(rows: list[Typed], random_: random.Random) -> list[Typed]:
    """The same rows, signs that may be marks in their texts."""
    return [
        Typed(row.role, random_.choice(SIGNS) + row.text + random_.choice(SIGNS) + "。")
        if row.role == "body" and row is not rows[0] and "本报" not in row.text[:6]
        else row
        for row in rows
    ]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    "make",
    [
        by_python_docx.styled,
        by_python_docx.by_looks,
        by_hand.by_word,
        by_hand.by_wps,
        awkward.by_taste,
        awkward.plain,
        contributors.with_joined_heads,
        contributors.on_a_sheet,
        contributors.on_forms,
    ],
)
def test_every_letter_of_a_document_is_in_its_articles(
    tmp_path: Path, make: Producer, seed: int
) -> None:
    random_ = random.Random(f"lost {seed}")
    type_ = contributors.typed if make in (*SENT, *FORMS) else awkward.typed if seed % 2 else typed
    rows = [with_signs(type_(story(random_), random_), random_) for _ in range(3)]
    file = tmp_path / "a.docx"
    file.write_bytes(make(rows, random_))
    with formats.opened(file) as (manuscript, _):
        found = stories(manuscript)
    wanted, got = letters(of_source(manuscript)), letters("\n".join(map(of_story, found)))
    assert wanted - got == Counter()


@pytest.mark.parametrize("kind", ["styles", "looks"])
def test_nor_of_what_libreoffice_and_pandoc_made(kind: str) -> None:
    for one in kept(kind):
        with formats.opened(one.file) as (manuscript, _):
            found = stories(manuscript)
        wanted, got = letters(of_source(manuscript)), letters("\n".join(map(of_story, found)))
        assert wanted - got == Counter(), one.way


def is_field_or_private(said: str) -> bool:
    """A line that a field says by itself, or nobody's business: a page, a rank, a telephone."""
    return bool(page_mark(said) or patterns.rank_of(said) or imprint.contact_of(said))


def test_nor_of_what_county_papers_get(tmp_path: Path) -> None:
    for one in county_files.files():
        file = tmp_path / one.name
        file.write_bytes(one.data())
        with formats.opened(file) as (manuscript, _):
            found = stories(manuscript)
        kept = [
            b
            for b in manuscript.blocks
            if not isinstance(b, Paragraph) or not is_field_or_private(b.said)
        ]
        lines = of_source(msgspec.structs.replace(manuscript, blocks=tuple(kept)))
        source = re.sub(r"(?m)^\s*(?:\d+[、．]|（[一二]）)|^正文：", "", lines)
        wanted, got = letters(source), letters("\n".join(map(of_story, found)))
        assert wanted - got == Counter(), one.name
