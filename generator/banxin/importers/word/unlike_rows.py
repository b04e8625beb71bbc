"""引题, 主题, 副题 in one paragraph, with line breaks between them and each with its own look."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from msgspec.structs import replace

from banxin.importers.manuscript import Span
from banxin.model.characters import HAN

Sized: TypeAlias = tuple[Span, float]
_LONGEST = 45  # characters of a headline's line
_HAN, _FEWEST = re.compile(f"[{HAN}]"), 2  # letters that a headline has
_LARGER = 1  # points that set a line off


def unlike_rows(spans: Sequence[Sized]) -> list[list[Sized]]:
    """One list for each line that doesn't look like those around it; the largest lines, which are
    one headline that was broken, stay together. A single list where all look the same, or a line
    above the last ones is as long as a text, or the largest is a figure: 1200亩."""
    rows = list(_rows(spans))
    looks = [_look(row) for row in rows]
    if not any(abs(a[0] - b[0]) >= _LARGER for a, b in pairwise(looks)):
        return [list(spans)]
    groups = [list(found) for _, found in groupby(range(len(rows)), looks.__getitem__)]
    if any(len(_said(rows[n])) > _LONGEST for group in groups[:-1] for n in group):
        return [list(spans)]
    most = max(looks)
    if all(
        len(_HAN.findall(_said(rows[n]))) < _FEWEST for n in range(len(rows)) if looks[n] == most
    ):
        return [list(spans)]
    made: list[list[Sized]] = []
    for group in groups:
        together = looks[group[0]] == most or any(len(_said(rows[n])) > _LONGEST for n in group)
        parts = [group] if together else [[n] for n in group]
        made += [[one for n in part for one in rows[n]] for part in parts]
    return [_without_break(part) for part in made]


def _rows(spans: Sequence[Sized]) -> Iterator[list[Sized]]:
    """Each line with the break at its end; an empty one belongs to the line above it."""
    row: list[Sized] = []
    for span, size in spans:
        pieces = span.text.splitlines(keepends=True) if "\n" in span.text else [span.text]
        for piece in pieces:
            ended = row and row[-1][0].text.endswith("\n")  # asked first: rows may be long
            if ended and piece.strip() and _said(row):
                yield row
                row = []
            row.append((replace(span, text=piece), size))
    if row:
        yield row


def _said(row: Sequence[Sized]) -> str:
    return "".join(span.text for span, _ in row).strip()


def _look(row: Sequence[Sized]) -> tuple[float, bool]:
    sizes: Tally[float] = Tally()
    for span, size in row:
        sizes[size] += len(span.text.strip())
    solid = [span for span, _ in row if span.text.strip() and not span.number]
    return sizes.most_common(1)[0][0], bool(solid) and all(span.bold for span in solid)


def _without_break(part: list[Sized]) -> list[Sized]:
    while part and not part[-1][0].text.strip() and not part[-1][0].note:
        part = part[:-1]
    if part:
        span, size = part[-1]
        part = [*part[:-1], (replace(span, text=span.text.rstrip("\n")), size)]
    return part
