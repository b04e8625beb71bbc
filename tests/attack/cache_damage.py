"""What disks, synchronisers, restored backups and people do to a cache, at random."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from banxin.pipeline.build import Report, build
from banxin.pipeline.incremental.state import NOTHING
from banxin.pipeline.project import Options, Project
from tests.attack.papers import DAYS, HIDDEN, attacked_paper, differing, site
from tests.attack.sitting import Sitting
from tests.support.paper import Paper

Damage = Callable[[Path], str]


class Vandal:
    """Damages one file of a cache at a time. ``older``: a copy of the cache as it once was."""

    def __init__(self, cache: Path, older: Path, rng: random.Random) -> None:
        self.cache, self.older, self.rng = cache, older, rng

    def files(self) -> list[Path]:
        return sorted(p for p in self.cache.rglob("*") if p.is_file() and p.suffix != ".lock")

    def one(self) -> Path:
        """Of each kind as often, though there are many more templates than databases."""
        found = self.files()
        kinds = sorted({_kind(self.cache, p) for p in found})
        kind = self.rng.choice(kinds)
        return self.rng.choice([p for p in found if _kind(self.cache, p) == kind])

    def damage(self) -> str:
        """What was done to which file."""
        kinds: tuple[Damage, ...] = (
            *(self.flip, self.cut, self.zero, self.swap, self.go_back, self.remove, self.garbage),
            *(self.alter, self.alter),
        )
        file = self.one()
        kind = self.rng.choice(kinds)
        did = kind(file)
        return f"{kind.__name__} {file.relative_to(self.cache)}: {did}"

    def flip(self, file: Path) -> str:
        data = bytearray(file.read_bytes())
        for _ in range(self.rng.choice((1, 1, 1, 20)) if data else 0):
            data[self.rng.randrange(len(data))] ^= 1 << self.rng.randrange(8)
        file.write_bytes(data)
        return f"{len(data)} bytes"

    def cut(self, file: Path) -> str:
        data = file.read_bytes()
        left = self.rng.randrange(len(data) + 1)
        file.write_bytes(data[:left])
        return f"{left} of {len(data)} bytes"

    def zero(self, file: Path) -> str:
        data = bytearray(file.read_bytes())
        start = self.rng.randrange(len(data) + 1)
        end = min(len(data), start + self.rng.choice((16, 512, 4096, 1 << 30)))
        data[start:end] = bytes(end - start)
        file.write_bytes(data)
        return f"{start} to {end}"

    def swap(self, file: Path) -> str:
        other = self.one()
        here, there = file.read_bytes(), other.read_bytes()
        file.write_bytes(there)
        other.write_bytes(here)
        return str(other.relative_to(self.cache))

    def go_back(self, file: Path) -> str:
        """As it was some builds ago; its journals stay, as where only one file was restored."""
        old = self.older / file.relative_to(self.cache)
        if not old.is_file():
            return self.cut(file)
        shutil.copy2(old, file)
        return "older"

    def remove(self, file: Path) -> str:
        file.unlink()
        return "gone"

    def garbage(self, file: Path) -> str:
        file.write_bytes(self.rng.randbytes(self.rng.choice((0, 1, 100, 5000))))
        return "garbage"

    def alter(self, file: Path) -> str:
        """A value of a database is changed, by somebody who knows how."""
        databases = [p for p in self.files() if p.suffix == ".sqlite"]
        if not databases:
            return self.flip(file)
        file = self.rng.choice(databases)
        with closing(sqlite3.connect(file)) as db, suppress(sqlite3.Error):
            return f"{file.name} {self._alter(db)}"
        return f"{file.name} can't be altered"

    def _alter(self, db: sqlite3.Connection) -> str:
        tables = [n for (n,) in db.execute("select name from sqlite_master where type='table'")]
        if not tables:
            return "has no tables"
        table = self.rng.choice(tables)
        columns = [row[1] for row in db.execute(f"pragma table_info({table})")]
        column = self.rng.choice(columns)
        key = columns[0]
        rows = db.execute(f"select {key}, {column} from {table}").fetchall()
        if not rows:
            return f"{table} is empty"
        (name, value), (other, another) = self.rng.choice(rows), self.rng.choice(rows)
        values = (another, None, 7, "", b"", self._flipped(value))
        statement, given = self.rng.choice(
            (
                (f"delete from {table} where {key}=?", (name,)),
                (f"delete from {table}", ()),
                (f"update {table} set {column}=? where {key}=?", (self.rng.choice(values), name)),
                (f"update {table} set {column}=? where {key}=?", (self._flipped(value), name)),
                (f"update {table} set {column}=? where {key}=?", (another, name)),
                (f"drop table {table}", ()),
            )
        )
        db.execute(statement, given)
        db.commit()
        return f"{statement} ({str(name)[:40]!r}, {str(other)[:40]!r})"

    def _flipped(self, value: object) -> object:
        if isinstance(value, bytes) and value:
            data = bytearray(value)
            data[self.rng.randrange(len(data))] ^= 1 << self.rng.randrange(8)
            return bytes(data)
        if isinstance(value, str) and value:
            at = self.rng.randrange(len(value))
            return value[:at] + chr(ord(value[at]) ^ 1) + value[at + 1 :]
        return value


def _kind(cache: Path, file: Path) -> str:
    inside = file.relative_to(cache)
    return inside.parts[0] if inside.parts[0] in ("templates", "pictures") else file.name


ROUNDS = 10


def attack(root: Path, rng: random.Random) -> Sitting:
    """Damage, sometimes with an edit, then a build: the site is right, and nothing is said."""
    paper, sitting = attacked_paper(root / "paper", rng.randrange(1000)), Sitting()
    builds = _Builds(paper, search=rng.random() < 0.2, remembers=rng.random() < 0.4)
    builds.build()
    cache, older = paper.root / ".banxin", root / "older"
    shutil.copytree(cache, older)
    builds.edit(DAYS[1], 1, "改过。")
    builds.build()
    wanted = site(paper)
    for round_ in range(ROUNDS):
        vandal = Vandal(cache, older, rng)
        done = [vandal.damage() for _ in range(rng.choice((1, 1, 1, 2, 5)))]
        if rng.random() < 0.3:
            builds.edit(DAYS[2], 2, f"第 {round_} 次改。")
            wanted = _on_another_computer(paper, root / f"clean{round_}", search=builds.search)
        if wrong := _wrong(builds, wanted, redraw=rng.random() < 0.2):
            sitting.fault(f"{'; '.join(done)}: {wrong}")
            shutil.rmtree(cache, ignore_errors=True)
            shutil.rmtree(paper.root / "output")
            builds.build()
        sitting.tries += 1
    return sitting


class _Builds:
    """Builds of one paper, as commands or as a preview that ``remembers`` the one before."""

    def __init__(self, paper: Paper, *, search: bool, remembers: bool) -> None:
        self.paper, self.search, self.remembers = paper, search, remembers
        self._state = NOTHING

    def edit(self, day: str, number: int, body: str) -> None:
        file = self.paper.article(day, number, body)
        self._state = self._state.told([file.relative_to(self.paper.root).as_posix()])

    def build(self, *, redraw: bool = False) -> Report:
        options = self.paper.options(search=self.search, redraw=redraw)
        report = build(Project(self.paper.root), options, state=self._state)
        self._state = report.state if self.remembers else NOTHING
        return report


def _wrong(builds: _Builds, wanted: dict[str, bytes], *, redraw: bool) -> str:
    """What is wrong with a build, or with the one after it; "" if nothing is."""
    try:
        report = builds.build(redraw=redraw)
        found = differing(site(builds.paper), wanted)
        again = builds.build().drawn
    except Exception as error:  # whatever it is, it is a finding
        return repr(error)
    if found:
        return f"{found[:5]} differ"
    if report.warnings:
        return f"said {report.warnings}"
    return f"{again[:5]} drawn again" if again else ""


def _on_another_computer(paper: Paper, root: Path, *, search: bool) -> dict[str, bytes]:
    """What a build makes that has neither a cache nor an output."""
    shutil.copytree(paper.root / "content", root / "content")
    shutil.copytree(paper.root / "themes", root / "themes")
    build(Project(root), Options(root / "output", search=search))
    return {
        p.relative_to(root / "output").as_posix(): p.read_bytes()
        for p in (root / "output").rglob("*")
        if p.is_file() and not p.name.startswith(HIDDEN)
    }
