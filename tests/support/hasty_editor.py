"""An editor who deletes, renames, moves and renumbers published stories as fancy takes him, by hand
and by ``banxin move``.

He knows nothing of addresses; where he is told that one would vanish he takes his change back, or
gives one of the words that he was told to give. ``promised`` is the test's own memory: which story,
by a mark in its text, each address told when it was published.
"""

from __future__ import annotations

import random
import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from banxin.cli.commands.move import run
from banxin.cli.session import Session, WrongUse
from banxin.content.reading.article import numbers
from banxin.problems.texts import Words
from tests.support.paper import Paper, folder

_MARK = re.compile("story-[0-9]+")


class HastyEditor:
    """``excused``: addresses for which a word was given."""

    def __init__(self, paper: Paper, days: tuple[str, ...], seed: int) -> None:
        self.paper = paper
        self.days = days
        self.rng = random.Random(seed)
        self.issues = paper.root / "content" / "issues"
        self.promised: dict[str, str] = {}
        self.excused: set[str] = set()
        self.moves = 0
        self._stories = 0
        self._before: dict[Path, bytes] = {}
        for day in days:
            paper.issue(day)
            for number in range(1, 5):
                self.write(day, number)

    def write(self, day: str, number: int) -> None:
        self._stories += 1
        title, text = self._words(12), self._words(80)
        file = self.issues.parent / folder(day) / f"01-{number:02}-{self._words(2)}.md"
        body = f"{text}\n\nstory-{self._stories}"
        file.write_text(f"---\ntitle: {title}\nsection: 要闻\n---\n{body}\n", "utf-8")

    def _words(self, count: int) -> str:
        return "".join(chr(self.rng.randrange(0x4E00, 0x9000)) for _ in range(count))

    def stories(self) -> list[Path]:
        return sorted(self.issues.glob("*/*/01-*.md"))

    def edit(self) -> str:
        """One change, whose name is returned."""
        self._before = {file: file.read_bytes() for file in self.issues.rglob("*.md")}
        actions = (
            *(self.delete, self.renamed, self.retitled, self.renumbered, self.swapped),
            *(self.to_another_day, self.replaced, self.drafted, self.withdrawn, self.added),
            *(self.rewritten, self.issue_deleted, self.moved, self.page_moved),
        )
        chosen = self.rng.choice(actions)
        chosen(self.rng.choice(self.stories()))
        return chosen.__name__

    def take_back(self) -> None:
        for file in [f for f in self.issues.rglob("*.md") if f not in self._before]:
            file.unlink()
        for file, data in self._before.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def delete(self, file: Path) -> None:
        file.unlink()

    def renamed(self, file: Path) -> None:
        """Other words: that is free."""
        file.rename(file.with_name(f"{file.name[:5]}-{self._words(3)}.md"))

    def retitled(self, file: Path) -> None:
        text = file.read_text("utf-8")
        file.write_text(re.sub("title: .*", f"title: {self._words(12)}", text), "utf-8")

    def rewritten(self, file: Path) -> None:
        """The same headline over another text: a bad mistake, mended."""
        head = file.read_text("utf-8").rpartition("---\n")[0]
        mark = present_mark(file)
        file.write_text(f"{head}---\n{self._words(80)}\n\n{mark}\n", "utf-8")

    def renumbered(self, file: Path) -> None:
        self._to(file, file.parent, self.rng.randint(1, 12))

    def to_another_day(self, file: Path) -> None:
        self._to(file, self._any_day(), self.rng.randint(1, 12))

    def _to(self, file: Path, day: Path, number: int) -> None:
        """As one drags a file over: whatever bears the number is gone."""
        for other in day.glob(f"01-{number:02}-*.md"):
            other.unlink()
        if file.exists():
            file.rename(day / f"01-{number:02}-{self._words(2)}.md")

    def moved(self, file: Path) -> None:
        """By the command that takes the address along."""
        to = f"{self._any_day().name}/01"
        if self.rng.random() < 0.5:
            to += f"/{self.rng.randint(1, 12):02}"
        self._command(str(file), to)

    def page_moved(self, file: Path) -> None:
        """All of an issue's page, to where there is room."""
        self._command(f"{file.parent.name}/01", f"{self._any_day().name}/01")

    def _command(self, stories: str, to: str) -> None:
        session = Session(Words("zh"), {}, datetime.now, tuple, root=self.paper.root)
        with suppress(WrongUse):  # the number is taken, or was published
            run(session, stories=(stories,), to=to)
            self.moves += 1

    def _any_day(self) -> Path:
        return self.rng.choice([p for p in sorted(self.issues.glob("*/*")) if p.is_dir()])

    def swapped(self, file: Path) -> None:
        other = self.rng.choice(sorted(file.parent.glob("01-*.md")))
        one, two = file.read_bytes(), other.read_bytes()
        file.write_bytes(two)
        other.write_bytes(one)

    def replaced(self, file: Path) -> None:
        """A new story under the number of an old one."""
        given = numbers(file.name)
        file.unlink()
        self.write(file.parent.name, given.place if given else 1)

    def drafted(self, file: Path) -> None:
        self._say(file, "status: draft")

    def withdrawn(self, file: Path) -> None:
        self._say(file, "status: withdrawn")

    def added(self, file: Path) -> None:
        self.write(file.parent.name, self.rng.randint(5, 12))

    def issue_deleted(self, file: Path) -> None:
        if self.rng.random() < 0.3:
            shutil.rmtree(file.parent)

    def _say(self, file: Path, line: str) -> None:
        text = file.read_text("utf-8")
        if line.partition(":")[0] + ":" not in text:
            file.write_text(text.replace("\nsection:", f"\n{line}\nsection:", 1), "utf-8")

    def give_alias(self, file: str, address: str) -> None:
        self._say(self.paper.root / file, f"aliases: [{address}]")
        self.excused.add(address.strip("/") + "/")

    def give_up(self, file: str, address: str, field: str) -> None:
        issue = self.paper.root / file
        text = issue.read_text("utf-8")
        line = field.removeprefix("gone: {").rstrip("}").replace("…", "重复刊登")
        known = "gone:\n" if "gone:\n" in text else ""
        new = text.replace("gone:\n", f"gone:\n  {line}\n") if known else (
            text.replace("---\n", f"---\ngone:\n  {line}\n", 1)
        )  # fmt: skip
        issue.write_text(new, "utf-8")
        self.excused.add(address.strip("/") + "/")


def present_mark(file: Path) -> str:
    """By which the test knows the story that a file tells."""
    found = _MARK.search(file.read_text("utf-8"))
    return found[0] if found else ""
