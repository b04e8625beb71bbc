"""One story while it is read: what its first lines said, and what of it is a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from banxin.content.bylines import credits
from banxin.importers import pages
from banxin.importers.manuscript import Doubt, Paragraph, Table, doubt
from banxin.importers.stories import imprint, patterns, pupils
from banxin.importers.stories.citations import cited_in, is_shortened
from banxin.importers.stories.datelines import is_dateline
from banxin.importers.stories.days import day_of
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.site_lines import is_put_up
from banxin.importers.stories.sources import is_office, sent_by
from banxin.importers.stories.spans import without_start
from banxin.importers.stories.story import Text

_WRITES = ("署名", "作者")  # labels


def _people(text: str) -> set[str]:
    return {one.name for one in credits(text)}


def contact_doubt(said: str) -> Doubt | None:
    """What is told of a contributor's line: a telephone itself is nobody's business."""
    label = imprint.contact_of(said)
    if not label:
        return None
    return doubt("aside", text=said) if label == "单位" else doubt("contact", label=label)


def staff_doubts(lines: Sequence[str]) -> Iterator[Doubt]:
    """What is told of those who edited the page."""
    parts = [imprint.without_reach(line) for line in lines]
    if parts:
        yield doubt("staff", text="；".join(line for line, _ in parts))
    yield from (doubt("contact", label=label) for _, label in parts if label)


@dataclass(slots=True)
class StoryReading:
    """``fields``: texts by the names of fields. ``begun``: its text has begun.

    ``below``: what stands right below the headline and belongs to it. ``parts``: the places of
    lines that head a part of the text.
    """

    looks: Looks
    columns: frozenset[str]
    fields: dict[str, str] = field(default_factory=dict)
    page: str = ""
    page_name: str = ""
    rank: str = ""
    guessed: set[str] = field(default_factory=set)
    bare: bool = False  # the byline is a name alone, where an author's stands
    doubts: list[Doubt] = field(default_factory=list)
    body: list[Text | Table] = field(default_factory=list)
    read: list[int] = field(default_factory=list)  # where each of them stood
    begun: bool = False
    below: list[str] = field(default_factory=list)
    parts: frozenset[int] = frozenset()

    def take(self, at: int, block: Text | Table) -> None:
        """A block of the text, which stood at this place of the source."""
        self.body.append(block)
        self.read.append(at)

    def head(self, p: Paragraph, role: str, *, titled: bool) -> bool:
        """Whether a paragraph before the text says something about the story."""
        said = p.said
        labelled, words = patterns.label_of(said)
        if labelled == "正文" and not words:
            return True
        if self._takes_place(said):
            return True
        if role == "column" or patterns.column_of(said) or said in self.columns:
            self.once("column", patterns.column_of(said) or patterns.unlabelled(said))
        elif role == "abstract" or patterns.abstract_of(said):
            self.fields["abstract"] = self.fields.get("abstract", "") + (
                patterns.abstract_of(said) or said
            )
        elif self._takes_source(said, role, titled=titled):
            pass
        elif role == "dateline" or (titled and is_dateline(said)):
            self.once("dateline", words or patterns.bare_byline(said))
        elif role == "byline" or patterns.signs(said):
            is_label = labelled in _WRITES or (labelled and patterns.is_somebody(words))
            sure = role == "byline" or labelled in _WRITES or patterns.is_byline(said)
            self.byline(words if is_label else patterns.bare_byline(said), guessed=not sure)
        elif not (titled and not role and self._takes_below(p)):
            return patterns.is_separator(said)
        return True

    def _takes_source(self, said: str, role: str, *, titled: bool) -> bool:
        """Whether a line says where the story is from: with a label, as one that was taken from a
        paper does, or by a paper's name alone."""
        if role == "source" or (titled and patterns.source_of(said)):
            bare = patterns.bare_byline(said)
            self.source(patterns.source_of(said) or sent_by(bare) or bare, labelled=True)
        elif titled and not role and (name := cited_in(said)):
            self.source(name, labelled=True)
        elif titled and not role and patterns.is_medium(said) and "credited" not in self.fields:
            self.fields["credited"] = said
            self.guessed.add("source")
        else:
            return False
        return True

    def _takes_place(self, said: str) -> bool:
        """Whether a line is the office's: whom to call, on which page, how large."""
        mark = pages.page_mark(said)
        if imprint.is_staff(said):
            self.doubts += staff_doubts([said])
        elif contact := contact_doubt(said):
            self.doubts.append(contact)
        elif is_put_up(said):
            self.doubts.append(doubt("aside", text=said))
        elif mark:
            self.page, self.page_name, self.rank = mark.label, mark.name, mark.rank
        elif rank := patterns.rank_of(said):
            self.rank = rank
        else:
            return False
        return True

    def _takes_below(self, p: Paragraph) -> bool:
        """Whether a line below the headline is when it was said, its author's name, or 有删节."""
        if is_shortened(p.said):
            self.fields["note"] = patterns.bare_byline(p.said)
            return True
        if (p.align == "center" or self.looks.plain) and day_of(p.said):
            self.below.append(p.said)
            self.guessed.add("subtitle")
            return True
        if "byline" in self.fields and imprint.is_address(p.said):
            self.doubts.append(doubt("contact", label="地址"))
            return True
        if self._is_authors_name(p):
            self.name(p)
            return True
        if is_office(p.said) and not p.bold and "byline" not in self.fields:
            self.byline(p.said, guessed=True)
            return True
        if found := pupils.class_and_name(p.said):
            self.byline(found, guessed=True)
            return True
        return False

    def _is_authors_name(self, p: Paragraph) -> bool:
        marked = p.said[:1] in patterns.MARKS or p.align in ("center", "right")
        if patterns.is_office_and_name(p.said):
            return True
        if pupils.are_names(p.said):
            return marked
        return patterns.is_name(p.said) and (marked or len(p.said) < 9)

    def name(self, p: Paragraph) -> None:
        """A line that is somebody's name: surely the author's where it stands apart."""
        apart = p.said[:1] in patterns.MARKS or p.align in ("center", "right")
        sure = (apart or self.looks.styled) and patterns.is_name(p.said)
        self.bare = self.bare or sure
        self.byline(patterns.bare_byline(p.said), guessed=not sure)

    def byline(self, text: str, *, guessed: bool = False) -> None:
        before = self.fields.get("byline", "")
        if text in before.split():
            return  # 作者姓名：张三 below the text of 张三
        self.fields["byline"] = f"{before} {text}" if before else text
        if guessed:
            self.guessed.add("byline")

    def once(self, name: str, said: str) -> str:
        """What a field has, where ``said`` is the first; any other is told."""
        if said and self.fields.setdefault(name, said) != said:
            self.doubts.append(doubt("aside", text=said))
        return self.fields.get(name, "")

    def source(self, name: str, *, labelled: bool) -> None:
        """One that has its label is surer than a name alone; the other one is told."""
        before = self.fields.get("credited", "")
        if not before or (labelled and "source" in self.guessed):
            self.fields["credited"] = name
            self.guessed.discard("source")
        other = before if self.fields["credited"] == name else name
        if other and other != self.fields["credited"]:
            self.doubts.append(doubt("aside", text=other))

    def lead(self, p: Paragraph) -> Paragraph | None:
        """The first paragraph without the dateline and byline that it begins with."""
        found = patterns.lead(p.text)
        if found is None or self.fields.get("dateline"):
            return p
        if not found.dateline and "byline" in self.fields:
            return p
        if found.dateline:
            self.fields["dateline"] = found.dateline
        if found.byline:
            if _people(self.fields.get("byline", "")) <= _people(found.byline):
                self.fields.pop("byline", None)  # 作者：张三 above 记者 张三
            self.byline(found.byline, guessed=not patterns.is_byline(found.byline))
        rest = without_start(p, found.length)
        return rest if rest.text.strip() or any(s.note for s in rest.spans) else None
