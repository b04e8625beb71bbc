"""What size, weight and place say of a paragraph, against the text around it."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Sequence

import msgspec

from banxin.importers import pages
from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.citations import cited_in
from banxin.importers.stories.datelines import is_dateline
from banxin.importers.stories.days import day_of, is_clocked
from banxin.importers.stories.entries import is_entry
from banxin.importers.stories.official_lines import is_file_number, is_particular
from banxin.importers.stories.placeholders import is_blank
from banxin.importers.stories.roles import OF_AN_ANNEX, OF_AN_ITEM, Role, heading_level, role_of
from banxin.importers.stories.salutations import greets, without_title
from banxin.importers.stories.sections import are_of_sections

LONGEST_LINE = 45  # characters of a headline's line; few have thirty
_POINTS = re.compile("[▲△▼▽↑↓←→]")  # at a picture
_POSTSCRIPT = re.compile(r"[Pp][.．]?\s?[Ss](?:[.．]|$|\s*[:：])|又及[:：]?$")
_SOME = 30  # from how many characters on a paragraph is surely text
_STOPS = "。；，：;,:、"


class Looks(msgspec.Struct, frozen=True):
    """What is usual in a manuscript. ``title_level``: of Word's headings the one of headlines."""

    body: float
    styled: bool
    plain: bool  # nothing is set off by its look
    title_level: int
    spaced: int  # how many empty lines usually stand between paragraphs
    columns: frozenset[str]  # names of the paper's
    bold_alone: bool = False  # nothing but weight sets a line off
    scanned: bool = False  # only words tell
    labelled: bool = False  # 主题：… tells, and no style

    def role(self, p: Paragraph) -> Role:
        """What the paragraph's style says; "" where it says nothing."""
        level = heading_level(p.style)
        if level and pages.page_mark(p.said):
            return ""
        if level:
            return without_title("title" if level == self.title_level else "subhead", p.said)
        return without_title(role_of(p.style) or role_of(patterns.label_of(p.said)[0]), p.said)

    def is_line(self, p: Paragraph) -> bool:
        """Whether it may be a headline: short, and it doesn't end as a sentence does."""
        said, larger = p.said, bool(self.body) and p.size >= self.body + 2
        noted = any(s.note for s in p.spans) and not larger
        if not said or noted or "。" in said or said[-1] in _STOPS:
            return False
        if said in self.columns or patterns.column_of(said):
            return False
        if pages.page_mark(said) or patterns.rank_of(said) or patterns.is_number_alone(said):
            return False
        longest = max(len(line.strip()) for line in p.text.split("\n"))
        large = larger and p.align == "center"
        return (
            longest <= LONGEST_LINE * (2 if large else 1)
            and not patterns.has_dateline(said)
            and not is_dateline(said)
            and not patterns.signs(said)
            and not day_of(said)
            and not patterns.is_formula(said)
            and not imprint.is_end_mark(said)
            and not patterns.is_separator(said)
            and not imprint.is_staff(said)
            and not patterns.is_medium(said)
            and not patterns.source_of(said)
            and not imprint.contact_of(said)
            and not is_entry(said)
            and not is_blank(said)
            and not greets(said)
            and not is_file_number(said)
            and not is_particular(said)
            and not is_clocked(said)
            and not _POSTSCRIPT.match(said)
            and not (said[0] in "（(" and (patterns.is_office_and_name(said) or cited_in(said)))
            and not _POINTS.match(said)
        )

    def is_set_off(self, p: Paragraph) -> bool:
        """Whether it may be a headline and looks like one."""
        if not self.is_line(p) or p.align == "right" or p.boxed:
            return False
        return p.size >= self.body + 1 or p.align == "center" or (p.bold and p.size >= self.body)

    def is_head(self, p: Paragraph) -> bool:
        """Whether it belongs to a head: by its style, its look, or in a plain text its length."""
        role = self.role(p)
        if self.styled and role:
            return role in ("kicker", "title", "subtitle")
        if self.styled:
            return False
        # Word's own head sections here
        if p.within or heading_level(p.style) or p.style == OF_AN_ANNEX:
            return False
        return self.is_line(p) if self.plain else self.is_set_off(p)


def looks_of(blocks: Sequence[Block], columns: frozenset[str] = frozenset()) -> Looks:
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    levels = [
        level
        for p in paragraphs
        if (level := heading_level(p.style)) and not pages.page_mark(p.said)
    ]
    titled = any(
        "title" in (role_of(p.style), role_of(patterns.label_of(p.said)[0])) for p in paragraphs
    )
    body = _body_size(paragraphs)
    if levels and not titled and are_of_sections(paragraphs, min(levels)):
        levels = []
    made = Looks(
        body=body,
        styled=titled or bool(levels),
        plain=False,
        title_level=0 if titled or not levels else min(levels),
        spaced=_spaced(paragraphs),
        columns=columns,
        labelled=titled and not levels and not any(map(_has_style, paragraphs)),
    )
    return made if made.styled else _by_looks(made, paragraphs)


def looks_without_styles(blocks: Sequence[Block], looks: Looks) -> Looks:
    """The same where only size, weight and place tell."""
    paragraphs = [b for b in blocks if isinstance(b, Paragraph) and not looks.role(b)]
    bare = msgspec.structs.replace(looks, styled=False, labelled=False)
    return _by_looks(bare, paragraphs)


def _has_style(p: Paragraph) -> bool:
    return role_of(p.style) == "title" and p.style != OF_AN_ITEM


def _by_looks(made: Looks, paragraphs: Sequence[Paragraph]) -> Looks:
    set_off = [p for p in paragraphs if made.is_set_off(p)]
    by_more = any(p.align == "center" or p.size >= made.body + 1 for p in set_off)
    text = next((n for n, p in enumerate(paragraphs) if len(p.said) >= _SOME), len(paragraphs))
    opens_bold = any(p.bold for p in paragraphs[:text])  # else subheads alone are bold
    bold_alone = not by_more and opens_bold
    plain = not by_more and not bold_alone
    return msgspec.structs.replace(made, plain=plain, bold_alone=bold_alone)


def _body_size(paragraphs: Sequence[Paragraph]) -> float:
    """The size of most of the text."""
    sizes: Tally[float] = Tally()
    for p in paragraphs:
        is_text = len(p.said) >= _SOME and p.align != "center"
        sizes[p.size] += len(p.said) if is_text else 1
    return sizes.most_common(1)[0][0] if sizes else 0


def _spaced(paragraphs: Sequence[Paragraph]) -> int:
    gaps = sorted(p.above for p in paragraphs[1:])
    return gaps[len(gaps) // 2] if gaps else 0
