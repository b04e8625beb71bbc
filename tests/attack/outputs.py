"""What lies in an output and isn't ours stays, whatever becomes of cache, mark and settings."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from banxin.problems import BuildFailed
from tests.attack.papers import DAYS, attacked_paper
from tests.attack.sitting import Sitting
from tests.support.paper import Paper, folder

ROUNDS = 6
NAMES = (
    *("CNAME", "google1.html", "my/photo.jpg", "2024-01-01/mine.txt", "pagefind/x.html"),
    *("media/mine.png", ".well-known/a", "index.html~", "archive/own/index.html", "a.webp"),
)
MEDIA = "media_base: https://media.example.org/\n"


def attack(root: Path, rng: random.Random) -> Sitting:
    paper, sitting = attacked_paper(root / "paper"), Sitting()
    outside = root / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "deep/a.jpg").write_bytes(b"not ours")
    paper.build(search=rng.random() < 0.2)
    planted: dict[Path, bytes] = {outside / "deep/a.jpg": b"not ours"}
    for _ in range(ROUNDS):
        planted |= _plant(paper, rng, outside)
        done = rng.choice(DANGERS)(paper, rng)
        said = _build(paper, rng)
        lost = [str(p) for p, data in planted.items() if not _holds(p, data)]
        if lost:
            sitting.fault(f"{done}, {said}: {lost} lost")
            planted = {p: data for p, data in planted.items() if _holds(p, data)}
        sitting.tries += 1
    return sitting


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data


def _plant(paper: Paper, rng: random.Random, outside: Path) -> dict[Path, bytes]:
    """Files of others in the output, and now and then a link to a folder of theirs."""
    output, planted = paper.root / "output", dict[Path, bytes]()
    for name in rng.sample(NAMES, 3):
        file = output / name
        if not file.exists() and not any(up.is_file() for up in file.parents):
            file.parent.mkdir(parents=True, exist_ok=True)
            data = rng.randbytes(8)
            file.write_bytes(data)
            planted[file] = data
    link = output / f"photos{rng.randrange(3)}"
    if rng.random() < 0.3 and not link.exists():
        link.symlink_to(outside)
    return planted


def _build(paper: Paper, rng: random.Random) -> str:
    where = rng.choice(("output", "output", "output", "output/inside"))
    media = rng.choice((None, None, "output", "output/media", "media", "."))
    redraw = rng.random() < 0.2
    said = f"to {where}, media {media}, {redraw=}"
    try:
        paper.build(where, media=paper.root / media if media else None, redraw=redraw)
    except BuildFailed as failed:
        return f"{said}: {[p.code for p in failed.problems]}"
    return said


def _lose(paper: Paper, rng: random.Random) -> str:
    shutil.rmtree(paper.root / ".banxin", ignore_errors=True)
    return "cache lost"


def _garble(paper: Paper, rng: random.Random) -> str:
    for file in (paper.root / ".banxin").glob("*.sqlite*"):
        file.write_bytes(rng.randbytes(999))
    return "cache garbled"


def _mark(paper: Paper, rng: random.Random) -> str:
    mark = paper.root / "output/.banxin-output"
    if not mark.is_file():
        return "no mark"
    data = bytearray(mark.read_bytes())
    for _ in range(3):
        data[rng.randrange(len(data))] = rng.randrange(256)
    mark.write_bytes(bytes(data[: rng.randrange(len(data) + 1)]))
    return "mark damaged"


def _drop(paper: Paper, rng: random.Random) -> str:
    day = rng.choice(DAYS[:2])
    shutil.rmtree(paper.root / "content" / folder(day), ignore_errors=True)
    return f"{day} dropped"


def _media(paper: Paper, rng: random.Random) -> str:
    file = paper.root / "content/paper.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(MEDIA, "") if MEDIA in text else text + MEDIA, "utf-8")
    return "media_base changed"


def _rename(paper: Paper, rng: random.Random) -> str:
    file = paper.root / "content/paper.yml"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join((f"name: 报{rng.randrange(3)}", *lines[1:], "")), "utf-8")
    return "paper renamed"


def _nothing(paper: Paper, rng: random.Random) -> str:
    return "nothing"


Danger = Callable[[Paper, random.Random], str]
DANGERS: tuple[Danger, ...] = (_lose, _garble, _mark, _drop, _media, _rename, _nothing)
