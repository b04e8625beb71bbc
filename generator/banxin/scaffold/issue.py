"""The first text of an issue's issue.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from banxin.content.writing import scalar
from banxin.model import Credit

WEEKDAYS = "一二三四五六日"


class PageForm(msgspec.Struct, frozen=True):
    """What a page has in common from issue to issue. ``credits`` change with the shift.

    ``remark``: a comment behind the name, without its ``#``.
    """

    name: str = ""
    layout: str = ""
    credits: tuple[Credit, ...] = ()
    label: str = ""
    remark: str = ""


EXTRA_NAME = "号外"  # or 增刊, 特刊: the editor says
EXTRA_PAGES = (PageForm("号外", "front"),)
FIRST_PAGES = (PageForm("要闻", "front"),)


def issue_text(
    day: date,
    *,
    number: int = 0,
    yearly: int = 0,
    edition_name: str = "",
    pages: tuple[PageForm, ...] = FIRST_PAGES,
) -> str:
    """issue.md with ``pages`` laid out; ``number`` 0: left for the editor to fill in."""
    head = [f"# {day.year}年{day.month}月{day.day}日，星期{WEEKDAYS[day.weekday()]}"]
    if edition_name:
        head.append(f"edition_name: {edition_name}   # 或者增刊、特刊、周末版")
    head.append(f"number: {number}" if number else "# number: 1          # 总第几期")
    if yearly:
        head.append(f"year_number: {yearly}")
    return "\n".join(("---", *head, *_lines(pages or FIRST_PAGES))) + "\n"


def _lines(pages: tuple[PageForm, ...]) -> Iterator[str]:
    yield "# weather: 多云 12～18℃"
    yield "pages:               # 按版次排；还没有稿件的版也会登出来，注明“未收录”"
    for page in pages:
        yield from _page(page)
    yield "---"


def _page(page: PageForm) -> Iterator[str]:
    pairs = [("label", page.label.replace("–", "-")), ("name", page.name), ("layout", page.layout)]
    behind = {"name": f"  # {page.remark}"} if page.remark else {}
    fields = [f"{key}: {scalar(text)}{behind.get(key, '')}" for key, text in pairs if text]
    lines = fields or ["{}"]
    yield f"  - {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])
    if page.credits:
        credits = ", ".join(f"{scalar(role)}: {scalar(who)}" for role, who in _shifts(page.credits))
        yield f"    # credits: {{{credits}}}"


def _shifts(credits: tuple[Credit, ...]) -> Iterator[tuple[str, str]]:
    """Each role once, as a key must be, with the names of all who have it."""
    for role in dict.fromkeys(credit.role for credit in credits):
        names = [credit.who for credit in credits if credit.role == role]
        yield role, ("、" if any(" " in name for name in names) else " ").join(names)
