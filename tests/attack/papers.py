"""A small paper with everything that a cache keeps something of: pictures, links, two years."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.support.paper import Paper, folder

DAYS = ("2022-12-30", "2023-12-31", "2024-01-01", "2024-01-02")
HIDDEN = ".banxin"  # our marks in an output: they are no part of the site


def attacked_paper(root: Path, seed: int = 0) -> Paper:
    """Four issues with a picture each, a link and a standing page."""
    paper = Paper(root)
    paper.write("about.md", "---\ntitle: 关于我们\n---\n本报。\n")
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, f"第一段，{number}。", "![图](p.png)\n\n第二段。", number=number)
        (paper.root / "content" / folder(day) / "p.png").write_bytes(picture(seed + number))
    paper.article(DAYS[-1], 3, f"[看](../../2022/{DAYS[0]}/01-01-story.md)")
    return paper


def picture(seed: int) -> bytes:
    """Another one for each seed, drawn quickly."""
    data, image = io.BytesIO(), Image.new("RGB", (40, 24), (seed * 37 % 256, seed % 256, 90))
    image.putpixel((seed % 40, 3), (255, 255, 255))
    image.save(data, "PNG")
    return data.getvalue()


def site(paper: Paper, where: str = "output") -> dict[str, bytes]:
    """What readers get."""
    return {p: data for p, data in paper.tree(where).items() if not p.startswith(HIDDEN)}


def differing(found: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """Paths that only one has, or that differ."""
    return sorted(p for p in found.keys() | wanted.keys() if found.get(p) != wanted.get(p))
