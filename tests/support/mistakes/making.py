"""A mistake: the files that make it, and where it is reported."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.content_folder import ARTICLE, FOLDER, ISSUE, article

PAPER = "content/paper.yml"
PEOPLE = "content/people.yml"
ABOUT = "content/about.md"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file written over a sound newspaper, and those that must stand beside it.

    ``place`` is the last part of the problem's: file name, line, column.
    """

    code: str
    file: str
    content: str | bytes | None  # None: the file is taken away
    place: str
    beside: tuple[tuple[str, str | bytes], ...] = ()


def in_field(code: str, line: str, column: int) -> Mistake:
    """``column`` 0: the whole line is meant."""
    place = f"01-01-meeting.md:4:{column}" if column else "01-01-meeting.md:4"
    return Mistake(code, ARTICLE, article(f"{line}\n"), place)


def in_body(code: str, body: str, column: int) -> Mistake:
    """``column`` 0: the whole line is meant."""
    place = f"01-01-meeting.md:5:{column}" if column else "01-01-meeting.md:5"
    return Mistake(code, ARTICLE, article(body=body), place)


def in_paper(code: str, line: str, column: int) -> Mistake:
    return Mistake(
        code,
        PAPER,
        f"name: 今日衢江\nsections: {{yaowen: 要闻}}\n{line}\n",
        f"paper.yml:3:{column}",
    )


def in_issue(code: str, fields: str, column: int) -> Mistake:
    return Mistake(code, ISSUE, f"---\n{fields}\n---\n", f"issue.md:2:{column}")


def as_picture(code: str, data: bytes, name: str = "road.jpg") -> Mistake:
    shown = article("photos: [{file: road.jpg}]\n")
    return Mistake(code, f"{FOLDER}/{name}", data, "01-01-meeting.md:4:17", ((ARTICLE, shown),))
