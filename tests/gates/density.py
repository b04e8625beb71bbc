"""A paper whose pages hold 1, 3, 6, 9 and 14 articles of every kind of length, to see them filled.

Its texts are sentences of the fictional paper, its pictures too.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from .sites import CONTENT

COUNTS = (1, 3, 6, 9, 14)
USUAL = (820, 460, 640, 300, 520, 380, 260, 700, 340, 420, 240, 560, 310, 280)  # characters
LENGTHS = {
    "usual": USUAL,
    "with pictures": USUAL,
    "one very long": (3000, *USUAL[1:]),
    "only very short": (130, 90, 160, 110, 80, 140, 100, 120, 150, 85, 95, 125, 105, 115),
}
PAGES = [(kind, count) for kind in LENGTHS for count in COUNTS]
DAY = "2026-03-01"
_TITLES = (
    "江城铁路大桥今日通车",
    "冬修水利开工十天完成七成",
    "老街修缮|不换招牌不涨租",
    "夜班公交增开两线",
    "一张老车票的三次旅行",
    "社区食堂年内再添二十处",
    "百名医生下乡巡诊",
)
_FIELDS = """---
page: {page}
section: 要闻
title: {title}
byline: 记者 林一
rank: {rank}
{photo}---
{body}
"""


def write(root: Path) -> None:
    """Lay the paper's content below ``root``."""
    folder = root / "content" / "issues" / DAY[:4] / DAY
    folder.mkdir(parents=True)
    source = CONTENT["jiangcheng"]
    shutil.copy(source / "issues/2026/2026-01-01/opening.jpg", folder)
    (root / "content/paper.yml").write_text(
        "name: 江城晨报\ntheme: broadsheet\nsections: {yaowen: 要闻}\n", encoding="utf-8"
    )
    names = "".join("  - name: 要闻\n" for _ in PAGES)
    (folder / "issue.md").write_text(f"---\npages:\n{names}---\n", encoding="utf-8")
    sentences = _sentences(source)
    for page, (kind, count) in enumerate(PAGES, 1):
        for n, length in enumerate(LENGTHS[kind][:count]):
            text = _article(page, n, _body(sentences, length), pictured=kind == "with pictures")
            (folder / f"{page:02}-{n + 1:02}-story.md").write_text(text, encoding="utf-8")


def _article(page: int, n: int, body: str, *, pictured: bool) -> str:
    photo = "photos: [{file: opening.jpg, alt: 大桥, caption: 今晨的大桥。}]\n"
    return _FIELDS.format(
        page=page,
        title=_TITLES[(page + n) % len(_TITLES)],
        rank="normal" if n else "lead",
        photo=photo if pictured and n % 4 == 0 else "",
        body=body,
    )


def _sentences(source: Path) -> Iterator[str]:
    """The sentences of the fictional paper, for ever."""
    bodies = (file.read_text(encoding="utf-8") for file in sorted(source.rglob("0*-0*.md")))
    lines = (line for body in bodies for line in body.split("---\n", 2)[2].splitlines())
    plain = (line for line in lines if re.match(r"[\u4e00-\u9fff“]", line) and "[" not in line)
    return cycle([s for line in plain for s in re.findall(r"[^。]{8,60}。", line)])


def _body(sentences: Iterator[str], length: int) -> str:
    """About so many characters, in paragraphs of three sentences."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length:
        left = length - sum(map(len, paragraphs))
        text = ""
        for sentence in islice(sentences, 3):
            text += sentence if len(text) < left else ""
        paragraphs.append(text)
    return "\n\n".join(paragraphs)
