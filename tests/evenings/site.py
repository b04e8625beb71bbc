"""Evenings as a paper's issues, built with a bundled theme."""

from __future__ import annotations

import io
import json
import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from PIL import Image

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.evenings import phrases
from tests.evenings.grammar import Text, evening

FIRST = date(2026, 1, 1)
THEMES = ("broadsheet", "tabloid")
_CREDITS = ("李四/绘", "资料图", "新华社发", "网友供图", "记者 林楠 摄", "")


def write(root: Path, seeds: tuple[int, ...]) -> None:
    """An issue for each seed, with one page."""
    for n, seed in enumerate(seeds):
        _issue(root, (FIRST + timedelta(n)).isoformat(), evening(seed), seed)


def built(root: Path, theme: str) -> Path:
    """The site's folder."""
    paper = f"name: 江城晨报\ntheme: {theme}\nbase_url: https://example.org/\n"
    (root / "content/paper.yml").write_text(paper + "sections:\n  yaowen: 要闻\n", encoding="utf-8")
    output = root / theme
    report = build(Project(root), Options(output, search=False, addresses="free"))
    if not output.is_dir():
        raise RuntimeError(f"an evening that can't be built: {report}")
    return output


def pages(seeds: tuple[int, ...]) -> dict[int, str]:
    """The address of each seed's page."""
    return {seed: f"{FIRST + timedelta(n)}/01/" for n, seed in enumerate(seeds)}


def overviews(seeds: tuple[int, ...]) -> tuple[str, ...]:
    """The addresses of each evening's issue, and the newest's at home."""
    return ("", *(f"{FIRST + timedelta(n)}/" for n in range(len(seeds))))


def _issue(root: Path, day: str, stories: tuple[Text, ...], seed: int) -> None:
    folder = root / "content/issues" / day[:4] / day
    folder.mkdir(parents=True)
    (folder / "issue.md").write_text("---\npages:\n  - name: 要闻\n---\n", encoding="utf-8")
    for n, story in enumerate(stories, 1):
        rng = random.Random(f"{seed} {n}")
        fields = dict(story.fields)
        photos = []
        for m, size in enumerate(story.pictures):
            file = f"{n}-{m}.jpg"
            (folder / file).write_bytes(_picture(size))
            photo = {"file": file, "caption": phrases.caption(rng), "credit": rng.choice(_CREDITS)}
            photos.append({key: value for key, value in photo.items() if value} | {"alt": "现场"})
        if photos:
            fields["photos"] = photos
        lines = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields.items())
        text = f"---\n{lines}---\n{story.body}\n"
        (folder / f"01-{n:02}-story.md").write_text(text, encoding="utf-8")


@cache
def _picture(size: tuple[int, int]) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(file, "JPEG", quality=60)
    return file.getvalue()
