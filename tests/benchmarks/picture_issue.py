"""An ordinary issue with its pictures: ten photos of twelve megapixels, four images of pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from . import corpus, picture_corpus

PAPERS = Path(__file__).parents[1] / "papers"
PHOTOS = (4, 1, 1, 1, 1, 1, 1)  # how many each of the first articles has
PLATES = ("2025-12-30/01/", "2025-12-31/01/", "2026-01-01/01/", "2026-01-02/01/")
QUALITY = 92  # of a camera's JPEG


def write(root: Path, attic: Path, browser: str | None) -> Path:
    """A project with that one issue; the folder of the issue. ``attic``: for what it is made from.

    ``browser``: prints the pages' images.
    """
    content, issue = root / "content", corpus.issue(1)
    corpus.write_paper(content)
    corpus.write_for_banxin(content, issue)
    folder = content / "issues" / f"{issue.day:%Y}" / issue.day.isoformat()
    _write_plates(folder, attic, browser)
    names = "".join(
        f"  - {{name: {name}, image: page-{n}.png}}\n" for n, name in enumerate(corpus.PAGES)
    )
    head = f"---\nnumber: 1\npages:\n{names}---\n"
    (folder / "issue.md").write_text(head, encoding="utf-8")
    number = 0
    for article, count in zip(articles(folder), PHOTOS, strict=False):
        files = [f"photo-{number + n}.jpg" for n in range(count)]
        for n, name in enumerate(files):
            picture_corpus.photo(number + n).save(folder / name, quality=QUALITY)
        number += count
        add_photos(article, files)
    return folder


def articles(folder: Path) -> list[Path]:
    return sorted(folder.glob("0?-0?-article.md"))


def add_photos(article: Path, files: list[str]) -> None:
    listed = "".join(f"  - {{file: {name}, caption: 现场 {name[:-4]}}}\n" for name in files)
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("---\n", f"---\nphotos:\n{listed}", 1), encoding="utf-8")


def _write_plates(folder: Path, attic: Path, browser: str | None) -> None:
    if browser is None:
        for n in range(4):
            picture_corpus.text_like(n).save(folder / f"page-{n}.png")
        return
    paper = attic / "printed"
    shutil.copytree(PAPERS / "jiangcheng", paper / "content")
    command = (sys.executable, "-m", "banxin", "build", "-C", str(paper))
    subprocess.run((*command, "--no-search", "--base-url", "/"), check=True, capture_output=True)
    for n, address in enumerate(PLATES):
        picture_corpus.printed(browser, paper / "output", address, folder / f"page-{n}.png")
