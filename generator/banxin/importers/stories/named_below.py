"""Lines of a head that are nothing but names: whose the story is, and no 副题."""

from __future__ import annotations

from collections.abc import Sequence

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns, pupils
from banxin.importers.stories.column_names import is_genre, names_column
from banxin.importers.stories.headlines import is_label
from banxin.importers.stories.pen_names import pen_name
from banxin.importers.stories.reading import StoryReading
from banxin.importers.stories.sources import is_office


def take_names(own: Sequence[Block], head: list[int], reading: StoryReading) -> list[int]:
    """Lines below the headline that are names alone: its author, not a 副题."""
    taken: list[int] = []
    lines_ = [(n, p) for n in head if isinstance(p := own[n], Paragraph)]
    if reading.looks.styled or len(lines_) < 2:
        return taken
    column = len(lines_) > 2 and _is_column(lines_[0][1], lines_[1][1])
    below = lines_[1:] if column else lines_
    most = max((p.size, p.bold) for _, p in below)
    main = next(n for n, p in below if (p.size, p.bold) == most)
    for n, p in lines_:
        smaller = (p.size, p.bold) < most or reading.looks.plain
        pupil = pupils.class_and_name(p.said)
        marked = _is_marked(p.said)
        # 渡口, 沈一苇: both in the middle; 溪畔 may stand above them
        alone = len(lines_) - column == 2 and not reading.looks.plain
        titled = n - 1 != head[0] or not is_genre(lines_[0][1].said)  # below 小小说 the title
        if not (n > main and (smaller or marked or alone) and titled):
            continue
        if pupil:
            reading.byline(pupil, guessed=True)
        elif _names_somebody(p.said) or (smaller and is_office(p.said)):
            reading.guessed |= set() if smaller or marked else {"byline"}
            reading.name(p)
        else:
            continue
        head.remove(n)
        taken.append(n)
    return taken


def names_author(own: Sequence[Block], at: int) -> bool:
    """Whether a line right below a head is an author's name, marked or alone."""
    line = own[at] if at < len(own) else None
    return isinstance(line, Paragraph) and _names_somebody(line.said)


def _is_column(first: Paragraph, title: Paragraph) -> bool:
    """Whether a head's first line names the column of the headline below it, by its words or as a
    few letters that stand otherwise."""
    aside = first.align != title.align and is_label(first.said)
    return names_column(first.said) or aside


def _names_somebody(said: str) -> bool:
    named = (len(said) <= 16 and patterns.is_name(said)) or pupils.are_names(said)
    named = named or patterns.is_office_and_name(said) or patterns.are_offices(said)
    return named or (said[:1] in patterns.MARKS and bool(pen_name(said)))


def _is_marked(said: str) -> bool:
    """Whether a line is a name's by itself, whatever it looks like."""
    return patterns.is_office_and_name(said) or said[:1] in patterns.MARKS or _is_spaced(said)


def _is_spaced(said: str) -> bool:
    """白 露: of two letters, as names are set to be as wide as those of three."""
    return len(said) == 3 and said[1] == " "
