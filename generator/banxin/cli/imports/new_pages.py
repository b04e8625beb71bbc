"""The pages of an issue that is made with its manuscripts: those of the one before, and whatever
the manuscripts name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from banxin.cli import issues
from banxin.content.reading.page_places import page_labels
from banxin.importers.article_head import MARK
from banxin.importers.pages import page_order
from banxin.model.page_label import FOLD, label_after, page_key
from banxin.scaffold.issue import PageForm

_NAME = "综合"  # what most papers call a page that isn't the first
_FIRST = PageForm("要闻", "front")


def called(asked: str, pages: Sequence[PageForm]) -> str:
    """What the issue calls the page; "" where it has none such, or nothing was asked for.

    A2 is the second page where none has a letter.
    """
    if not asked or not pages:
        return asked
    labels = labels_of(pages)
    plain = asked if any(map(_letters, labels)) else _without_a(asked)
    at = issues.place_of(tuple(pages), page_key(plain)) if plain else 0
    return labels[at - 1] if at else ""


def _without_a(label: str) -> str:
    return label[1:].lstrip("0") if label[0] == "A" else label


def labels_of(pages: Iterable[PageForm]) -> list[str]:
    return page_labels([page.label for page in pages])


def enough(
    before: Sequence[PageForm], asked: Iterable[str], names: dict[str, str]
) -> tuple[PageForm, ...]:
    """Pages up to the last that is needed, with the ``names`` that manuscripts give, by label.

    ``before``: those of the issue before. Where it counts 1, 2, 3 and the manuscripts say B1, the
    new one's are called as they say.
    """
    wanted = sorted({one for one in asked if one}, key=page_order)
    made = list(before) or [_FIRST]
    if are_called_otherwise(wanted, before):
        made = _as_they_say(wanted, made)
    for label in wanted:
        while not called(label, made):
            made.append(_next_page(label, labels_of(made)))
    found = {called(label, made): name for label, name in names.items()}
    pairs = zip(made, labels_of(made), strict=True)
    return tuple(_named(page, found.get(label, "")) for page, label in pairs)


def are_called_otherwise(asked: Iterable[str], before: Sequence[PageForm]) -> bool:
    """Whether manuscripts say B1 where the issue before counts 1, 2, 3."""
    letters = {_letters(one) for one in asked} - {""}
    plain = not any(map(_letters, labels_of(before)))
    return plain and bool(letters - {"A"} if before else letters)


def _as_they_say(wanted: list[str], before: list[PageForm]) -> list[PageForm]:
    """A1 to the last A that is named, and so with B, with the names of as many pages of before."""
    labels: list[str] = []
    sections = sorted({"A", *filter(None, map(_letters, wanted))})
    wide = any(re.fullmatch(r"[A-Z]+0\d", one) for one in wanted)
    for letters in sections:
        plates = [one for one in wanted if _letters(one) == letters and "–" not in one]
        last = max((page_order(one)[1] for one in plates), default=1)
        labels += [f"{letters}{n:02}" if wide else f"{letters}{n}" for n in range(1, last + 1)]
    pairs = zip_longest(labels, before[: len(labels)], fillvalue=PageForm())
    made = [replace(page, label=label) for label, page in pairs if isinstance(label, str)]
    guessed = [replace(one, remark=MARK) if one.name else one for one in made[1:]]
    return [*made[:1], *guessed]


def _letters(label: str) -> str:
    found = re.match("[A-Z]+", label)
    return found[0] if found else ""


def _named(page: PageForm, name: str) -> PageForm:
    """With a name, which the sections of its stories are: else each of them would have to say."""
    if name and (page.remark or not page.name):
        return replace(page, name=name, remark="")
    return page if page.name else replace(page, name=_NAME, remark=MARK)


def _next_page(wanted: str, labels: list[str]) -> PageForm:
    """A page on the way to ``wanted``, or it itself: A2 where A1 is the last and A4 is wanted."""
    if FOLD in wanted:
        return PageForm(label=wanted)
    plain = not any(map(_letters, labels))
    wanted = _without_a(wanted) if plain else wanted
    letters, number, _ = page_order(wanted)
    if not letters and not plain:  # the fifth, whatever it is called
        return PageForm(label=wanted if "–" in wanted else "")
    same = [one for one in labels if label_after(one) and page_order(one)[0] == letters]
    after = label_after(same[-1]) if same else f"{letters}1"
    if page_order(after)[1] > number or ("–" in wanted and page_order(after)[1] == number):
        return PageForm(label=wanted)
    return PageForm(label=after if letters or labels[-1] != same[-1] else "")


_KEY = r"^(?:pages|版面|版)\s*[:：]"
_FLOW = re.compile(rf"(?P<head>{_KEY}\s*\[.*)\](?P<end>\s*(?:#.*)?)$", re.MULTILINE)
_ITEM = re.compile(rf"{_KEY}[^\n]*\n(?:\s*#[^\n]*\n)*(?P<indent>[ ]*)-", re.MULTILINE)


def with_pages(text: str, labels: Sequence[str]) -> tuple[str, str]:
    """What an issue.md lacks for pages with these labels: its line of pages as it should be, where
    they stand in one; else the lines that belong below the last page."""
    items = [f"{{label: {label.replace('–', '-')}, name: {_NAME}}}" for label in labels]
    if found := _FLOW.search(text):
        gap = ", " if found["head"].rstrip()[-1] != "[" else ""
        return f"{found['head']}{gap}{', '.join(items)}]{found['end']}", ""
    listed = _ITEM.search(text)
    indent = listed["indent"] if listed else "  "
    return "", "\n".join(f"{indent}- {item}" for item in items)
