"""A small sound newspaper in a temporary folder, to be changed, read and complained of."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from banxin.content import paper_file, reading
from banxin.model import Article, Issue, Paper, Standing
from banxin.problems import Problems
from banxin.problems.reports import report

FOLDER = "content/issues/2022/2022-04-01"
ARTICLE = f"{FOLDER}/01-01-meeting.md"
ISSUE = f"{FOLDER}/issue.md"


def article(fields: str = "", body: str = "正文。") -> str:
    """A sound article's text; ``fields`` begin on line 4, the body on the line after its fence."""
    return f"---\ntitle: 标题\nsection: 要闻\n{fields}---\n{body}\n"


def picture(kind: str = "JPEG", size: tuple[int, int] = (420, 280), **options: object) -> bytes:
    file = io.BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(file, kind, **options)
    return file.getvalue()


class ContentFolder:
    """Writes files below ``root`` and reads them; ``problems`` are those of the last reading."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems = Problems()
        self.write(
            "content/paper.yml",
            "name: 今日衢江\nsections: {yaowen: 要闻, zonghe: 综合}\n"
            "columns: {zhengxie: 衢江政协}\n",
        )
        self.write(ISSUE, "---\nnumber: 3547\npages: [{name: 要闻}, {name: 综合}]\n---\n")
        self.write(ARTICLE, article())
        self.write(f"{FOLDER}/road.jpg", picture())

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def paper(self) -> Paper | None:
        self.problems = Problems()
        return paper_file.read_paper(self.root, self.problems)

    def issue(self, folder: str = FOLDER) -> Issue | None:
        """The issue, read under the paper as it is now; its own problems only."""
        paper = self.paper() or Paper("")
        self.problems = Problems()
        files = tuple(sorted(file.name for file in (self.root / folder).iterdir()))
        return reading.read_issue(self.root, folder, files, paper, self.problems)

    def first(self) -> Article:
        """The issue's first article."""
        issue = self.issue()
        if issue is None:
            raise LookupError(self.shown())
        return issue.articles[0]

    def article(self, fields: str = "", body: str = "正文。") -> Article:
        """The article of these fields and this body, read as the first of its issue."""
        self.write(ARTICLE, article(fields, body))
        return self.first()

    def standing(self, file: str) -> Standing | None:
        self.problems = Problems()
        return reading.read_standing(self.root, file, Paper("今日衢江"), self.problems)

    def codes(self) -> list[str]:
        return [p.code for p in self.problems]

    def places(self) -> list[str]:
        """Code and place of each problem: picture-missing road.md:4:12."""
        return [f"{p.code} {str(p.place).rpartition('/')[2]}" for p in self.problems]

    def shown(self, language: str = "zh") -> str:
        """The problems as the editor reads them."""
        return report(self.problems, language="en" if language == "en" else "zh")

    def everything(self) -> list[str]:
        """Problems of paper, people, every issue's folder and every standing page."""
        self.paper()
        found = Problems(list(self.problems.found))
        for year in sorted((self.root / "content/issues").iterdir()):
            for folder in sorted(year.iterdir()):
                self.issue(folder.relative_to(self.root).as_posix())
                found.extend(self.problems)
        for file in sorted((self.root / "content").glob("*.md")):
            self.standing(f"content/{file.name}")
            found.extend(self.problems)
        self.problems = found
        return self.places()
