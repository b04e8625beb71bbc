"""Files of every kind, mutated: no traceback, and no script in what comes of them."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from banxin.content import paper_file, reading
from banxin.content.pictures import probe
from banxin.model import Paper as Newspaper
from banxin.problems import Place, Problems
from banxin.problems.reports import report
from tests.attack.sitting import Sitting
from tests.support.paths import PAPERS

SOURCE = PAPERS / "jiangcheng"
FILES = 400  # a sitting
PICTURES = (".png", ".jpg", ".gif", ".webp")
BITS = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"---\n",
        b"\n",
        b": ",
        b"- ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a",
    ),
    *(
        b"*a",
        b"!!",
        b"|",
        b">",
        b"#",
        b"'",
        b'"',
        b"\\u",
        b"\\",
        b"<script>alert(1)</script>",
        b"\t",
    ),
    *(
        b"<img src=x onerror=alert(1)>",
        b"](javascript:alert(1))",
        b"&#12;",
        b"&#x0;",
        b"\xe5\xa5\xbd",
    ),
    *(
        b"2022-02-30",
        b"99999999999999999999",
        b"-1",
        b"1e999",
        b"title: ",
        b"photos: ",
        b"../",
        b"%00",
    ),
)
_SCRIPT = re.compile(
    r"<script|<[^>]*\son\w+=|(?:href|src)=\"\s*javascript:"
    r"|[\x00-\x08\x0b\x0c\x0e-\x19\x1b-\x1f]",
    re.IGNORECASE,
)


def attack(root: Path, rng: random.Random) -> Sitting:
    shutil.copytree(SOURCE, root / "content")
    folders = sorted((root / "content/issues").glob("*/*"))
    content = root / "content"
    paper = paper_file.read_paper(root, Problems()) or Newspaper("")
    sitting = Sitting()
    for _ in range(FILES):
        folder = rng.choice(folders)
        stories = sorted(folder.glob("*.md"))
        file = rng.choice(
            [*stories, *stories, *sorted(p for p in content.rglob("*.*") if p.is_file())]
        )
        folder = file.parent if file.parent != content else folder
        sound = file.read_bytes()
        file.write_bytes(_mutated(sound, rng))
        try:
            problems = Problems()
            html = _read(root, file, folder, paper, problems)
            report(problems)
            report(problems, "github")
            if found := _SCRIPT.search(html):
                bad = html[max(0, found.start() - 60) : found.end() + 60]
                sitting.fault(f"{file.name}: {bad!r}")
        except Exception as error:  # whatever it is, it is a finding
            kept = file.read_bytes()[:2000]
            sitting.fault(f"{file.name}: {error!r}\n{kept!r}")
        file.write_bytes(sound)
        sitting.tries += 1
    return sitting


def _read(root: Path, file: Path, folder: Path, paper: Newspaper, problems: Problems) -> str:
    """All HTML that comes of the file."""
    inside = file.relative_to(root).as_posix()
    if file.parent == root / "content":
        if file.suffix == ".md":
            page = reading.read_standing(root, inside, paper, problems)
            return page.body.html if page else ""
        paper_file.read_paper(root, problems)
        return ""
    # the others of its folder would only take time
    names = tuple(sorted({"issue.md", file.name}))
    if file.suffix in PICTURES:
        probe(root, inside, Place(inside), problems)
        return ""
    where = folder.relative_to(root).as_posix()
    issue = reading.read_issue(root, where, names, paper, problems)
    return "\n".join(a.body.html for a in issue.articles if a.body) if issue else ""


def _mutated(data: bytes, rng: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        rng.choice(MUTATIONS)(found, rng)
    return bytes(found)


def _at(found: bytearray, rng: random.Random) -> int:
    """The beginning, where the fields are, is tried as often as all the rest."""
    return rng.randrange((min(len(found), 300) if rng.random() < 0.5 else len(found)) + 1)


def _insert(found: bytearray, rng: random.Random) -> None:
    at = _at(found, rng)
    found[at:at] = rng.choice(BITS) * rng.choice((1, 1, 1, 2, 50))


def _cut(found: bytearray, rng: random.Random) -> None:
    at = _at(found, rng)
    del found[at : at + rng.choice((1, 3, 40, len(found)))]


def _flip(found: bytearray, rng: random.Random) -> None:
    if found:
        found[rng.randrange(len(found))] ^= 1 << rng.randrange(8)


def _repeat(found: bytearray, rng: random.Random) -> None:
    at = _at(found, rng)
    found[at:at] = found[at : at + rng.choice((5, 60))] * rng.choice((1, 30))


MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (_insert, _cut, _flip, _repeat)
